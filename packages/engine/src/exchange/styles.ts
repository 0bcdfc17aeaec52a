import type { Json } from "@concordat/containment/internal";
import { append } from "@concordat/containment/internal";

/*
 * How texts in a URL or a header are read as values (OpenAPI 3.1.1, section 4.8.12; RFC 6570). A text does not say what it
 * is: `a` is a text, and a list of one as well. So a text has readings, and is accepted by one that its schema takes.
 */

/** What a text may be read as, or why it cannot be read at all. */
export type Reading =
  | {
      readonly values: readonly Json[];
      /** Characters stand in it that should have been escaped: most servers read them all the same. */
      readonly unescaped?: boolean;
    }
  | { readonly malformed: string };

/** A pair of a query, a form or a cookie as it is written: still percent-encoded. */
export type Pair = readonly [name: string, value: string];

/** The ways to write several values in one text. */
const SEPARATORS: Readonly<Record<string, RegExp>> = {
  simple: /,/,
  form: /,/,
  spaceDelimited: /%20|\+| /,
  pipeDelimited: /%7C|\|/i,
  tabDelimited: /%09|\t/,
};

/** Reserved in URLs (RFC 3986, section 2.2); a `+` is read as a blank. */
const RESERVED = /[:/?#[\]@!$&'()*,;=]/;

/** Splits a query or a urlencoded form. */
export function splitPairs(text: string, separator: string | RegExp = "&"): Pair[] {
  return text
    .split(separator)
    .filter((pair) => pair !== "")
    .map((pair) => {
      const equals = pair.indexOf("=");
      return equals < 0 ? [pair, ""] : [pair.slice(0, equals), pair.slice(equals + 1)];
    });
}

/** Percent-decodes a text; what is no escape stays as it is. */
export function decodeText(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Decodes a text of a query or a form, where `+` is a blank. */
export function decodeFormText(text: string): string {
  return decodeText(text.replaceAll("+", " "));
}

/** Reads the text of a path parameter. */
export function readPathText(raw: string, style: string, explode: boolean, name: string): Reading {
  if (style === "label") {
    if (!raw.startsWith(".")) return { malformed: "It does not start with a dot." };
    return { values: valuesOf(raw.slice(1), explode ? /\./ : /,/, explode, decodeText) };
  }
  if (style === "matrix") return readMatrix(raw, explode, name);
  return { values: valuesOf(raw, SEPARATORS[style] ?? /,/, explode, decodeText) };
}

/** `;id=3,4`, or exploded `;id=3;id=4` and `;a=1;b=2`. */
function readMatrix(raw: string, explode: boolean, name: string): Reading {
  if (!raw.startsWith(";")) return { malformed: "It does not start with a semicolon." };
  const pairs = splitPairs(raw, ";");
  const own = pairs.filter(([key]) => decodeText(key) === name);
  if (!explode) {
    const [only] = own;
    if (only === undefined || pairs.length > 1) return { malformed: `It is not written as \`;${name}=...\`.` };
    return { values: valuesOf(only[1], /,/, false, decodeText) };
  }
  const object = objectOf(pairs, decodeText);
  if (own.length < pairs.length) return { values: [object] };
  const texts = own.map(([, value]) => decodeText(value));
  return { values: [...(texts.length === 1 ? [texts[0] as string] : []), texts, object] };
}

/** Reads the text of a header: style `simple`, or a `collectionFormat` of 2.0; nothing is escaped. */
export function readHeaderText(text: string, style: string, explode: boolean): Reading {
  return { values: valuesOf(text, SEPARATORS[style] ?? /,/, explode, (part) => part.trim()) };
}

/** What of a query or of cookies concerns a parameter. */
export interface PairsOf {
  readonly name: string;
  readonly style: string;
  readonly explode: boolean;
  readonly allowReserved: boolean;
  readonly pairs: readonly Pair[];
  /** Names of other parameters: their pairs are no properties of an exploded object. */
  readonly foreign: ReadonlySet<string>;
  /** Names of the properties that an exploded object declares; undefined where the parameter is no object. */
  readonly properties: ReadonlySet<string> | undefined;
}

/** Reads the pairs of a parameter in a query or a cookie; undefined where there are none. */
export function readPairs(parameter: PairsOf): Reading | undefined {
  const { name, style, explode, pairs } = parameter;
  if (style === "deepObject") return readDeepObject(parameter);
  const own = pairs.filter(([key]) => decodeFormText(key) === name);
  if (explode) return readExploded(parameter, own);
  if (own.length === 0) return undefined;
  if (own.length > 1) return { malformed: "It is given more than once." };
  const [[, raw]] = own as [Pair];
  const separator = SEPARATORS[style] ?? /,/;
  return {
    values: valuesOf(raw, separator, false, decodeFormText),
    unescaped: !parameter.allowReserved && raw.split(separator).some((part) => RESERVED.test(part)),
  };
}

function readExploded(
  { pairs, foreign, properties, allowReserved }: PairsOf,
  own: readonly Pair[],
): Reading | undefined {
  const values: Json[] = [];
  const used: Pair[] = [...own];
  const texts = own.map(([, value]) => decodeFormText(value));
  if (texts.length === 1) values.push(texts[0] as string);
  if (texts.length > 0) values.push(texts);
  if (properties !== undefined) {
    const members = pairs.filter(([key]) => !foreign.has(decodeFormText(key)));
    const declared = members.filter(([key]) => properties.has(decodeFormText(key)));
    // Servers ignore what they do not know; a map takes it.
    for (const list of declared.length < members.length ? [members, declared] : [members])
      if (list.length > 0) values.push(objectOf(list, decodeFormText));
    append(used, members);
  }
  if (values.length === 0) return undefined;
  return { values, unescaped: !allowReserved && used.some(([, raw]) => RESERVED.test(raw)) };
}

/** `filter[a]=1&filter[b]=2`; how lists and objects within it are written, OpenAPI does not say. */
function readDeepObject({ name, pairs, allowReserved }: PairsOf): Reading | undefined {
  const own = pairs.flatMap(([key, value]) => {
    const decoded = decodeFormText(key);
    if (!decoded.startsWith(`${name}[`) || !decoded.endsWith("]")) return [];
    return [[decoded.slice(name.length + 1, -1), value] as const];
  });
  if (own.length === 0) return undefined;
  if (own.some(([key]) => key.includes("[") || key === ""))
    return { malformed: "It has objects within objects, which style `deepObject` does not define." };
  const names = new Set(own.map(([key]) => key));
  const members = [...names].map((key) => {
    const texts = own.filter(([other]) => other === key).map(([, value]) => decodeFormText(value));
    return [key, texts.length === 1 ? (texts[0] as string) : texts] as const;
  });
  return {
    values: [Object.fromEntries(members)],
    unescaped: !allowReserved && own.some(([, raw]) => RESERVED.test(raw)),
  };
}

/** All that one text may be: itself, a list, and an object, where it has the form of one. */
function valuesOf(raw: string, separator: RegExp, explode: boolean, decode: (text: string) => string): Json[] {
  const parts = raw.split(separator);
  const values: Json[] = [decode(raw), parts.map(decode)];
  if (raw === "") values.push([], {});
  else if (explode && parts.every((part) => part.includes("=")))
    values.push(
      objectOf(
        parts.flatMap((part) => splitPairs(part)),
        decode,
      ),
    );
  else if (!explode && parts.length % 2 === 0) {
    const pairs = parts.flatMap((part, i): Pair[] => (i % 2 === 0 ? [[part, parts[i + 1] as string]] : []));
    values.push(objectOf(pairs, decode));
  }
  return values;
}

function objectOf(pairs: readonly Pair[], decode: (text: string) => string): Json {
  return Object.fromEntries(pairs.map(([name, value]) => [decode(name), decode(value)]));
}
