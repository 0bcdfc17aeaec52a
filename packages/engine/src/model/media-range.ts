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

/** A media range taken apart. */
interface Parts {
  readonly type: string;
  readonly parameters: readonly string[];
}

/** `charset=utf-8` on JSON says nothing, as RFC 8259 knows no other. */
function partsOf(range: string): Parts {
  const [type = "", ...parameters] = range.split(";").filter((part) => part !== "charset=utf-8");
  return { type, parameters };
}

/** Whether a range covers more than one type. `application/*+json` is none of RFC 9110, but one that descriptions use. */
function isWild({ type }: Parts): boolean {
  return type.startsWith("*/") || type.includes("/*");
}

/**
 * How closely a range covers another, both normalised: 0 not at all, more for the more specific. A range without
 * parameters covers all of its type.
 */
function coverage({ type, parameters }: Parts, other: Parts): number {
  if (!parameters.every((parameter) => other.parameters.includes(parameter))) return 0;
  const weight = parameters.length;
  if (type === other.type) return 30 + weight;
  const [main, sub = ""] = type.split("/");
  const [otherMain, otherSub = ""] = other.type.split("/");
  if (main === "*" && sub === "*") return 1 + weight;
  if (main !== otherMain) return 0;
  if (sub === "*") return 10 + weight;
  return sub.startsWith("*+") && otherSub.endsWith(sub.slice(1)) ? 20 + weight : 0;
}

/** Some media ranges, ordered so that what covers another, or is covered by it, is found without a look at all of them. */
class Ranges<T extends { readonly range: string }> {
  readonly #all: readonly { readonly candidate: T; readonly parts: Parts }[];
  readonly #byType: ReadonlyMap<string, readonly { readonly candidate: T; readonly parts: Parts }[]>;
  readonly #wild: readonly { readonly candidate: T; readonly parts: Parts }[];

  constructor(candidates: readonly T[]) {
    this.#all = candidates.map((candidate) => ({ candidate, parts: partsOf(candidate.range) }));
    this.#byType = Map.groupBy(this.#all, ({ parts }) => parts.type);
    this.#wild = this.#all.filter(({ parts }) => isWild(parts));
  }

  closest(range: string): T | undefined {
    const other = partsOf(range);
    let best: { candidate: T; covered: number } | undefined;
    for (const entries of [this.#byType.get(other.type) ?? [], this.#wild]) {
      for (const { candidate, parts } of entries) {
        const covered = coverage(parts, other);
        if (covered > (best?.covered ?? 0)) best = { candidate, covered };
      }
    }
    return best?.candidate;
  }

  haveWithin(range: string): boolean {
    const around = partsOf(range);
    const entries = isWild(around) ? this.#all : (this.#byType.get(around.type) ?? []);
    return entries.some(({ parts }) => coverage(around, parts) > 0);
  }
}

const ordered = new WeakMap<readonly { readonly range: string }[], Ranges<{ readonly range: string }>>();

function rangesIn<T extends { readonly range: string }>(candidates: readonly T[]): Ranges<T> {
  const ranges = ordered.get(candidates) ?? new Ranges(candidates);
  ordered.set(candidates, ranges);
  return ranges as Ranges<T>;
}

/** Of some media ranges the one that covers another most closely. */
export function closestRange<T extends { readonly range: string }>(
  candidates: readonly T[],
  range: string,
): T | undefined {
  return rangesIn(candidates).closest(range);
}

/** Whether a range covers one of some others. */
export function coversOne(range: string, others: readonly { readonly range: string }[]): boolean {
  return rangesIn(others).haveWithin(range);
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
