/** Where the Action is published; written by `pnpm generate` from `repository` of the package.json at the root. */
export const REPOSITORY = "OWNER/concordat";
/** Where the JSON Schemas of files and answers are published: each is there under its `$id`. */
export const SCHEMAS = "https://raw.githubusercontent.com/OWNER/concordat/HEAD/docs/schemas";
