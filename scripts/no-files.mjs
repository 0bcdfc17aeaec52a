/** Stands in the bundles for the reading of files that `@hyperjump/browser` brings along: none is read but by the host. */
const refuse = () => {
  throw new Error("No file is read from here.");
};

export { refuse as lstat, refuse as readlink };
