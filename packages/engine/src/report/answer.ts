import { jsonText } from "../base/plain-text.ts";
import { VERSION } from "../version.ts";

/** The version of the form of answers; it rises when a field is renamed or taken away. */
export const SCHEMA_VERSION = 1;
const TOOL = { name: "concordat", version: VERSION };

/** An answer for programs, with the version of its form and the tool that gives it in front; one line. */
export function answerJson(answer: object): string {
  return `${jsonText({ schemaVersion: SCHEMA_VERSION, tool: TOOL, ...answer })}\n`;
}
