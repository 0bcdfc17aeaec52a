import { join } from "node:path";

/** Folders that generators read and write. */
export const root = join(import.meta.dirname, "..");
export const rulesFolder = join(root, "packages/rules/src");
export const ruleDocsFolder = join(root, "docs/rules");
export const schemasFolder = join(root, "docs/schemas");
