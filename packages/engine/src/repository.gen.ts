/** Where the Action is published; written by `pnpm generate` from `repository` of the package.json at the root. */
export const REPOSITORY = "OWNER/concordat";
