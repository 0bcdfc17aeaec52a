const compiled = new Map<string, { readonly source: string; readonly expression: RegExp } | undefined>();

/** Characters that a backslash may stand before under the `u` flag (ECMA-262, IdentityEscape and ClassEscape). */
const ESCAPABLE = /[\^$\\.*+?()[\]{}|/dDsSwWbBnrtvfcxukpP0-9-]/;

/**
 * Compiles a pattern of JSON Schema: ECMA-262, unanchored, Unicode-aware (validation section 6.3.3). Needless escapes
 * such as `\@`, which only the older syntax allows, are taken for the character. Undefined where it is no expression.
 */
export function compilePattern(source: string): RegExp | undefined {
  return entry(source)?.expression;
}

/** What only the `u` flag gives a meaning: code points, properties, named groups. */
const UNICODE_ONLY = /\\(?:u\{|[pPk])|[\uD800-\uDFFF]/;
const SURROGATE = /[\uD800-\uDFFF]/;
const plain = new Map<string, RegExp | undefined>();

/**
 * Whether a pattern is found in a text; a pattern that is no expression is found nowhere. Where the `u` flag makes no
 * difference it is left out: only without it V8 goes on in linear time where backtracking would have no end, which shells
 * ask it to when they tune it.
 */
export function isFound(source: string, text: string): boolean {
  if (SURROGATE.test(text)) return compilePattern(source)?.test(text) ?? false;
  if (!plain.has(source)) {
    const read = entry(source);
    plain.set(source, read && (UNICODE_ONLY.test(read.source) ? read.expression : new RegExp(read.source)));
  }
  return plain.get(source)?.test(text) ?? false;
}

/** The same pattern in the syntax of the `u` flag, for tools that accept no other. */
export function unicodeSource(source: string): string | undefined {
  return entry(source)?.source;
}

function entry(source: string): { readonly source: string; readonly expression: RegExp } | undefined {
  if (!compiled.has(source)) compiled.set(source, compile(source) ?? compile(withoutNeedlessEscapes(source)));
  return compiled.get(source);
}

function compile(source: string): { readonly source: string; readonly expression: RegExp } | undefined {
  try {
    return { source, expression: new RegExp(source, "u") };
  } catch {
    return undefined;
  }
}

function withoutNeedlessEscapes(source: string): string {
  let inClass = false;
  let result = "";
  for (let i = 0; i < source.length; i++) {
    const character = source[i] as string;
    if (character === "\\" && i + 1 < source.length) {
      const next = source[++i] as string;
      const keep = ESCAPABLE.test(next) && (next !== "-" || inClass);
      result += keep ? `\\${next}` : next;
    } else if (inClass) {
      if (character === "]") inClass = false;
      result += character;
    } else {
      if (character === "[") inClass = true;
      const literal =
        character === "]" ||
        (character === "{" && !/^\{\d+(?:,\d*)?\}/.test(source.slice(i))) ||
        (character === "}" && !/\{\d+(?:,\d*)?$/.test(result));
      result += literal ? `\\${character}` : character;
    }
  }
  return result;
}
