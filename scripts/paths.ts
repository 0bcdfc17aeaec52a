import { join } from "node:path";

/** Folders that generators read and write. */
export const root = join(import.meta.dirname, "..");
export const rulesFolder = join(root, "packages/rules/src");
export const ruleDocsFolder = join(root, "docs/rules");
export const schemasFolder = join(root, "docs/schemas");
/** The page for people as the build makes it, and the modules of others that it is made of. */
export const pageFile = join(root, "packages/report-page/dist/page.html");
export const pageModulesFile = join(root, "packages/report-page/dist/page-modules.json");
