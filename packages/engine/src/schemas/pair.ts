import { isObject, type Json, own } from "@concordat/containment/internal";
import { inputFailure, type Result } from "../base/result.ts";
import { withDigits } from "../source/long-numerals.ts";
import type { SchemaText } from "./compare.ts";

/** What a line of a file of pairs asks to compare. */
export interface SchemaPair {
  readonly base: SchemaText;
  readonly head: SchemaText;
  readonly dialect: string | undefined;
}

/** Reads a line with a pair of schemas, and the name that its answer bears. */
export function parseSchemaPair(
  line: string,
  number: number,
  file: string,
): { readonly id: Json; readonly pair: Result<SchemaPair> } {
  const at = { file, line: number, column: 1 };
  let pair: unknown;
  try {
    pair = withDigits(JSON.parse(line), line, undefined);
  } catch (error) {
    const message = `This line is not JSON: ${(error as Error).message}.`;
    return { id: null, pair: inputFailure("json-syntax", message, at) };
  }
  const id = isObject(pair) ? ((pair["id"] as Json) ?? null) : null;
  if (!isObject(pair) || own(pair, "base") === undefined || own(pair, "head") === undefined)
    return { id, pair: inputFailure("structure", "A line needs `id`, `base` and `head`.", at) };
  const written = pair;
  const side = (key: "base" | "head"): SchemaText => ({
    value: written[key],
    name: `${file}:${number}#${key}`,
    uri: `concordat:/${key}`,
  });
  const dialect = own(pair, "dialect");
  const asked = { base: side("base"), head: side("head"), dialect: typeof dialect === "string" ? dialect : undefined };
  return { id, pair: { value: asked } };
}
