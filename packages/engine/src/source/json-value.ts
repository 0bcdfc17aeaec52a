import { type Json, parseNumber } from "@concordat/containment/internal";

/** Reads a text of JSON, numbers as they are written; undefined where it is none. */
export function parseJson(text: string): { readonly json: Json } | undefined {
  // Node gives a reviver the source of each number; the types do not know of it yet.
  const exact = ((_: string, value: unknown, context?: { readonly source?: string }) =>
    typeof value === "number" && context?.source !== undefined ? parseNumber(context.source) : value) as (
    key: string,
    value: unknown,
  ) => unknown;
  try {
    return { json: JSON.parse(text, exact) as Json };
  } catch {
    return undefined;
  }
}
