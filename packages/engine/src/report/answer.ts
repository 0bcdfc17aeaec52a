import { jsonText } from "../base/plain-text.ts";
import { VERSION } from "../version.ts";

/** The version of the form of answers; it rises when a field is renamed or taken away. */
export const SCHEMA_VERSION = 1 as const;
const TOOL = { name: "concordat", version: VERSION };

/** An answer for programs, with the version of its form and the tool that gives it in front. */
export function answerOf<Answer extends object>(answer: Answer) {
  return { schemaVersion: SCHEMA_VERSION, tool: TOOL, ...answer };
}

/** The same as text; one line. */
export function answerJson(answer: object): string {
  return `${jsonText(answerOf(answer))}\n`;
}
