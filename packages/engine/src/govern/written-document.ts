import type { GenericSchema, InferOutput } from "valibot";
import { failed, type Result } from "../base/result.ts";
import { checkText } from "../config/check-text.ts";
import type { SourceText } from "../source/source-text.ts";

/** A kind of document that one of our commands writes and others read. */
export interface WrittenDocument<Form extends GenericSchema> {
  readonly form: Form;
  /** What it is, with its article: `a scan`. */
  readonly what: string;
  /** The command that writes it. */
  readonly command: string;
}

/** Reads a document in its form; of one that is something else, the first thing that does not fit is told, and what to do. */
export function readWritten<Form extends GenericSchema>(
  source: SourceText,
  { form, what, command }: WrittenDocument<Form>,
): Result<InferOutput<Form>> {
  const checked = checkText(source, form);
  if (!failed(checked)) return checked;
  const problems = checked.problems.slice(0, 1).map((problem) => ({
    ...problem,
    code: "document-malformed",
    message: `\`${source.name}\` is not ${what}: ${problem.message} Write it with \`${command}\`.`,
  }));
  return { ...checked, problems };
}
