import { isObject, type Json, own } from "@concordat/containment/internal";
import type { Problem } from "../base/problem.ts";
import { withDigits } from "../source/long-numerals.ts";
import type { SchemaText } from "./compare.ts";

/** A line of a file of pairs, with the name that its answer bears. */
export interface SchemaPair {
  readonly id: Json;
  readonly base: SchemaText;
  readonly head: SchemaText;
  readonly dialect: string | undefined;
}

/** Reads a line with a pair of schemas; answers what is wrong with it where it is none. */
export function parseSchemaPair(
  line: string,
  number: number,
  file: string,
): SchemaPair | { readonly id: Json; readonly problems: readonly Problem[] } {
  const at = { file, line: number, column: 1 };
  let pair: unknown;
  try {
    pair = withDigits(JSON.parse(line), line, undefined);
  } catch (error) {
    const message = `This line is not JSON: ${(error as Error).message}.`;
    return { id: null, problems: [{ code: "json-syntax", message, ...at }] };
  }
  const id = isObject(pair) ? ((pair["id"] as Json) ?? null) : null;
  if (!isObject(pair) || own(pair, "base") === undefined || own(pair, "head") === undefined)
    return { id, problems: [{ code: "structure", message: "A line needs `id`, `base` and `head`.", ...at }] };
  const written = pair;
  const side = (key: "base" | "head"): SchemaText => ({
    value: written[key],
    name: `${file}:${number}#${key}`,
    uri: `concordat:/${key}`,
  });
  const dialect = own(pair, "dialect");
  return { id, base: side("base"), head: side("head"), dialect: typeof dialect === "string" ? dialect : undefined };
}
