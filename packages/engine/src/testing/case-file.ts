import * as v from "valibot";
import type { Problem } from "../base/problem.ts";
import { inputFailure, type Result } from "../base/result.ts";
import { parseText } from "../source/parse.ts";

/** Reads a list of named cases. A key that is not known is a problem: what it was meant to say would go unchecked. */
export function parseCaseFile<const Schema extends v.GenericSchema<unknown, readonly { readonly name: string }[]>>(
  text: string,
  file: string,
  schema: Schema,
): Result<v.InferOutput<Schema>> {
  const { data, problems } = parseText({ uri: `file:///${file}`, name: file, text });
  if (data === undefined || problems.length > 0) return { failure: "input", problems };
  const checked = v.safeParse(schema, data);
  if (!checked.success) return { failure: "input", problems: checked.issues.map((issue) => malformed(issue, file)) };
  const names = checked.output.map(({ name }) => name);
  const twice = names.filter((name, i) => names.indexOf(name) !== i);
  if (twice.length === 0) return { value: checked.output };
  const message = `Cases need names of their own: \`${twice.join("`, `")}\` is used twice.`;
  return inputFailure("case-malformed", message, { file });
}

/** Whether two values read the same as JSON. */
export function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function malformed(issue: v.BaseIssue<unknown>, file: string): Problem {
  return { code: "case-malformed", message: `${v.getDotPath(issue) ?? "The file"}: ${issue.message}`, file };
}
