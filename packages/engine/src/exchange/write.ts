import { isObject, type Json } from "@concordat/containment/internal";
import type { Parameter, Serialisation } from "../model/revision.ts";

/*
 * How a value is written as text in a URL or a header: the inverse of `styles.ts` (OpenAPI 3.1.1, section 4.8.12; RFC 6570).
 */

type Style = Extract<Serialisation, { readonly kind: "style" }>;

/** Percent-encodes all but unreserved characters (RFC 3986, section 2.3). */
export function encodeText(text: string): string {
  return encodeURIComponent(text).replace(/[!'()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);
}

/** A value that travels as text. */
export function textOf(value: Json): string {
  return typeof value === "object" && value !== null ? JSON.stringify(value) : String(value);
}

/** The value of a path parameter. */
export function writePathText({ name, serialisation }: Parameter, value: Json): string {
  if (serialisation.kind === "content") return encodeText(JSON.stringify(value));
  const { style, explode } = serialisation;
  if (style === "label") return `.${join(value, explode ? "." : ",", explode, encodeText)}`;
  if (style !== "matrix") return join(value, SEPARATORS[style] ?? ",", explode, encodeText);
  if (!explode || typeof value !== "object" || value === null)
    return `;${encodeText(name)}=${join(value, ",", false, encodeText)}`;
  return `;${pairsOf(encodeText(name), value, encodeText).join(";")}`;
}

/** What stands between items in a URL, in styles that have a separator of their own. */
const SEPARATORS: Readonly<Record<string, string>> = {
  spaceDelimited: "%20",
  pipeDelimited: "%7C",
  tabDelimited: "%09",
};

/** The same in a header, by a `collectionFormat` of 2.0. */
export const HEADER_SEPARATORS: Readonly<Record<string, string>> = {
  spaceDelimited: " ",
  pipeDelimited: "|",
  tabDelimited: "\t",
};

/** The value of a header. */
export function writeHeaderText(serialisation: Serialisation, value: Json): string {
  if (serialisation.kind === "content") return JSON.stringify(value);
  const { style, explode } = serialisation;
  return join(value, HEADER_SEPARATORS[style] ?? ",", explode, (text) => text);
}

/** The pairs of a parameter in a query or a cookie. */
export function writePairs({ name, serialisation }: Pick<Parameter, "name" | "serialisation">, value: Json): string[] {
  const key = encodeText(name);
  if (serialisation.kind === "content") return [`${key}=${encodeText(JSON.stringify(value))}`];
  const { style, explode } = serialisation;
  const encode = encoderOf(serialisation);
  if (style === "deepObject" && isObject(value))
    return pairsOf("", value as Json, encode).map((pair) => {
      const [member = "", ...rest] = pair.split("=");
      return `${key}[${member}]=${rest.join("=")}`;
    });
  if (explode && typeof value === "object" && value !== null) return pairsOf(key, value, encode);
  return [`${key}=${join(value, SEPARATORS[style] ?? ",", false, encode)}`];
}

/** With reserved characters allowed, all stay but those that would end the value. */
function encoderOf({ allowReserved }: Style): (text: string) => string {
  if (!allowReserved) return encodeText;
  return (text) => encodeText(text).replace(/%(?:3A|2F|3F|40|21|24|27|28|29|2A|3B)/g, decodeURIComponent);
}

function join(value: Json, separator: string, explode: boolean, encode: (text: string) => string): string {
  if (Array.isArray(value)) return value.map((item) => encode(textOf(item))).join(separator);
  if (!isObject(value)) return encode(textOf(value));
  return Object.entries(value)
    .map(([name, member]) => `${encode(name)}${explode ? "=" : separator}${encode(textOf(member as Json))}`)
    .join(separator);
}

function pairsOf(name: string, value: Json, encode: (text: string) => string): string[] {
  if (Array.isArray(value)) return value.map((item) => `${name}=${encode(textOf(item))}`);
  return Object.entries(value as object).flatMap(([key, member]: [string, Json]) =>
    Array.isArray(member)
      ? member.map((item) => `${encode(key)}=${encode(textOf(item))}`)
      : [`${encode(key)}=${encode(textOf(member))}`],
  );
}
