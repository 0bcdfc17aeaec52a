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
