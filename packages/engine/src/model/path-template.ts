/*
 * Path templates and the segments of URLs, compared byte by byte after one round of percent-decoding each
 * (RFC 3986, sections 2.1 and 6.2.2.2). An expression takes one byte or more of its segment.
 */

/** One segment of a template: a text, an expression and nothing else, or texts with expressions between them. */
export type TemplateSegment =
  | { readonly kind: "literal"; readonly text: string }
  | { readonly kind: "any" }
  /** Two texts or more, decoded; an expression stands between each two. */
  | { readonly kind: "mixed"; readonly texts: readonly string[] };

const EXPRESSION = /\{[^{}]*\}/;

/** Takes a template, or the path of a server's URL, apart at its slashes. The text before the first is no segment. */
export function templateSegments(template: string): TemplateSegment[] {
  return template.split("/").slice(1).map(templateSegment);
}

/** Reads a text with expressions such as `{name}.json`. */
export function templateSegment(text: string): TemplateSegment {
  const texts = text.split(EXPRESSION).map(decodedBytes);
  const [first = "", ...rest] = texts;
  if (rest.length === 0) return { kind: "literal", text: first };
  return rest.length === 1 && first === "" && rest[0] === "" ? { kind: "any" } : { kind: "mixed", texts };
}

/** The names of a template's expressions, in order. */
export function expressionNames(template: string): string[] {
  return [...template.matchAll(/\{([^{}]*)\}/g)].map(([, name = ""]) => name);
}

/** A segment of a URL as its bytes, one character each; an escape that is none stays as it is. */
export function decodedBytes(segment: string): string {
  if (!/[%\u0080-\uffff]/.test(segment)) return segment;
  return byteUnits(segment)
    .map(({ byte }) => byte)
    .join("");
}

/**
 * What each expression of a mixed segment takes, as from and to; undefined where the segment does not fit. An expression
 * takes as little as lets the rest fit.
 */
export function fitMixed(
  texts: readonly string[],
  segment: string,
): (readonly [from: number, to: number])[] | undefined {
  const [first = "", ...rest] = texts;
  const last = rest.pop() ?? "";
  const end = segment.length - last.length;
  if (!segment.startsWith(first) || !segment.endsWith(last)) return undefined;
  const taken: [number, number][] = [];
  let from = first.length;
  for (const text of rest) {
    const found = segment.indexOf(text, from + 1);
    if (found < 0) return undefined;
    taken.push([from, found]);
    from = found + text.length;
  }
  if (from >= end) return undefined;
  return [...taken, [from, end]];
}

/** The raw texts that the expressions of a segment take, still percent-encoded. */
export function takenTexts(segment: TemplateSegment, raw: string): string[] {
  if (segment.kind === "literal") return [];
  if (segment.kind === "any") return [raw];
  const units = byteUnits(raw);
  const taken = fitMixed(segment.texts, units.map(({ byte }) => byte).join("")) ?? [];
  return taken.map(([from, to]) =>
    units
      .slice(from, to)
      .map((unit) => unit.raw)
      .join(""),
  );
}

/** The bytes of a text after percent-decoding, each with what stands for it; a character of several bytes is with its first. */
function byteUnits(text: string): { readonly byte: string; readonly raw: string }[] {
  return [...text.matchAll(/%[\da-f]{2}|./gisu)].flatMap(([raw]) => {
    if (raw.length === 3 && raw.startsWith("%"))
      return [{ byte: String.fromCharCode(Number.parseInt(raw.slice(1), 16)), raw }];
    return [...new TextEncoder().encode(raw)].map((byte, i) => ({
      byte: String.fromCharCode(byte),
      raw: i === 0 ? raw : "",
    }));
  });
}
