/** A media range normalised: lower case, parameters sorted (RFC 9110, sections 8.3.1 and 12.5.1). */
export function normaliseRange(range: string): string {
  const [type = "", ...parameters] = range.split(";").map((part) => part.trim());
  const sorted = parameters
    .filter((parameter) => parameter !== "")
    .map((parameter) => {
      const [name = "", value = ""] = parameter.split("=").map((part) => part.trim());
      const bare = value.replace(/^"(.*)"$/, "$1");
      // The names of charsets are case-insensitive (RFC 9110, section 8.3.2).
      return `${name.toLowerCase()}=${name.toLowerCase() === "charset" ? bare.toLowerCase() : bare}`;
    })
    .sort();
  return [type.toLowerCase(), ...sorted].join(";");
}

/**
 * How closely a range covers another, both normalised: 0 not at all, more for the more specific. A range without
 * parameters covers all of its type; `charset=utf-8` on JSON says nothing, as RFC 8259 knows no other.
 */
function coverage(range: string, other: string): number {
  const [type = "", ...parameters] = range.split(";").filter((part) => part !== "charset=utf-8");
  const [otherType = "", ...otherParameters] = other.split(";").filter((part) => part !== "charset=utf-8");
  if (!parameters.every((parameter) => otherParameters.includes(parameter))) return 0;
  const weight = parameters.length;
  if (type === otherType) return 30 + weight;
  const [main, sub = ""] = type.split("/");
  const [otherMain, otherSub = ""] = otherType.split("/");
  if (main === "*" && sub === "*") return 1 + weight;
  if (main !== otherMain) return 0;
  if (sub === "*") return 10 + weight;
  // `application/*+json` is no range of RFC 9110, but one that descriptions use.
  return sub.startsWith("*+") && otherSub.endsWith(sub.slice(1)) ? 20 + weight : 0;
}

/** Of some media ranges the one that covers another most closely. */
export function closestRange<T extends { readonly range: string }>(
  candidates: readonly T[],
  range: string,
): T | undefined {
  let best: T | undefined;
  for (const candidate of candidates) {
    if (coverage(candidate.range, range) > (best ? coverage(best.range, range) : 0)) best = candidate;
  }
  return best;
}

/** The ranges that a request accepts (RFC 9110, section 12.5.1), without those of weight nought. */
export function rangesOf(accept: string): string[] {
  return accept.split(",").flatMap((each) => {
    const [range = "", weight] = each.split(/;\s*q=/i);
    return range.trim() === "" || Number(weight ?? 1) === 0 ? [] : [normaliseRange(range)];
  });
}

/** Whether values of this media type are JSON, so that a schema describes them as they are. */
export function isJsonRange(range: string): boolean {
  return /^(?:application\/json|[^;]+\+json|\*\/\*|application\/\*|application\/(?:x-)?(?:ndjson|jsonl|json-seq|jsonlines))(?:;|$)/.test(
    range,
  );
}

/** Whether values of this media type are XML documents (RFC 7303, section 4.2). */
export function isXmlRange(range: string): boolean {
  return /^(?:(?:application|text)\/xml|[^;]+\+xml)(?:;|$)/.test(range);
}
