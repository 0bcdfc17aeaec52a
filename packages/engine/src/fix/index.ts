export type { TextEdit } from "../edit/changes.ts";
export { editText, type NamedText } from "../edit/edit-text.ts";
export { isRefused, type Refused } from "../edit/place.ts";
export type { FixKind } from "../kit/lint-rule.ts";
export { type FixedFile, type FixRequest, type FixResult, type FixScope, governFix, type Suggestion } from "./fix.ts";
export { renderPatch } from "./patch.ts";
export { type Batch, type Fixable, type Plan, planFixes } from "./plan-fixes.ts";
export { writeFixes } from "./write-fixes.ts";
