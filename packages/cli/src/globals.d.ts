/** Filled in by the bundler from package.json. */
declare const __CONCORDAT_VERSION__: string;
