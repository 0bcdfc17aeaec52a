import * as v from "valibot";
import type { Checked, Problem } from "../base/problem.ts";
import { parseText } from "../source/parse.ts";

/** Reads a list of named cases. A key that is not known is a problem: what it was meant to say would go unchecked. */
export function parseCaseFile<const Schema extends v.GenericSchema<unknown, readonly { readonly name: string }[]>>(
  text: string,
  file: string,
  schema: Schema,
): Checked<v.InferOutput<Schema>> {
  const { data, problems } = parseText({ uri: `file:///${file}`, name: file, text });
  if (data === undefined || problems.length > 0) return { value: undefined, problems };
  const checked = v.safeParse(schema, data);
  if (!checked.success) return { value: undefined, problems: checked.issues.map((issue) => malformed(issue, file)) };
  const names = checked.output.map(({ name }) => name);
  const twice = names.filter((name, i) => names.indexOf(name) !== i);
  if (twice.length === 0) return { value: checked.output, problems: [] };
  const message = `Cases need names of their own: \`${twice.join("`, `")}\` is used twice.`;
  return { value: undefined, problems: [{ code: "case-malformed", message, file }] };
}

/** Whether two values read the same as JSON. */
export function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function malformed(issue: v.BaseIssue<unknown>, file: string): Problem {
  return { code: "case-malformed", message: `${v.getDotPath(issue) ?? "The file"}: ${issue.message}`, file };
}
