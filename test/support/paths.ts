import { join } from "node:path";

/** The workspace. */
export const ROOT = join(import.meta.dirname, "../..");
/** Test data kept beside the workspace; not every checkout has it. */
export const SHARED = join(ROOT, "../shared");
