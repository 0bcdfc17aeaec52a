import type { OperationEntry, ParameterEntry } from "./entry.ts";

/*
 * How values are written as text in a URL or a header (OpenAPI 3.1.1, section 4.8.12; RFC 6570). `concordat`'s exchange judge
 * reads them by the same rules; a test holds the two together.
 */

/** Values by name, as a caller gives them. What is undefined is not sent. */
export type Given = Readonly<Record<string, unknown>>;

type Encode = (text: string) => string;
type Place = ParameterEntry["in"];
type Style = Pick<ParameterEntry, "style" | "explode" | "allowReserved">;

/** Percent-encodes all but unreserved characters (RFC 3986, section 2.3). */
export const encodeText: Encode = (text) =>
  encodeURIComponent(text).replace(/[!'()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);

const asItIs: Encode = (text) => text;

/** A value inside a text: objects as JSON, dates as JSON has them. */
function textOf(value: unknown): string {
  if (value instanceof Date) return value.toISOString();
  return typeof value === "object" && value !== null ? JSON.stringify(value) : String(value);
}

/** The path of an operation with its parameters filled in. Throws where one is missing or would change the path itself. */
export function writePath(entry: OperationEntry, given: Given): string {
  const path = entry.path.replace(/\{([^}]+)\}/g, (_, name: string) => {
    const value = given[name] ?? "";
    const text = value === "" ? "" : writePathText(name, value, parameterOf(entry, "path", name));
    // Without it, the path would be that of another operation.
    if (text === "") throw new Error(`the path parameter \`${name}\` is missing or empty`);
    return text;
  });
  // Whoever resolves the URL would leave the path that the contract names.
  if (/(?:^|\/)\.\.?(?:\/|$)/.test(path)) throw new Error("a path parameter must not be `.` or `..`");
  return path;
}

function writePathText(
  name: string,
  value: unknown,
  { style, explode = false, mediaType }: Partial<ParameterEntry>,
): string {
  if (mediaType !== undefined) return encodeText(JSON.stringify(value));
  if (style === "label") return `.${join(value, explode ? "." : ",", explode, encodeText)}`;
  if (style !== "matrix") return join(value, SEPARATORS[style ?? ""] ?? ",", explode, encodeText);
  if (!explode || typeof value !== "object" || value === null)
    return `;${encodeText(name)}=${join(value, ",", false, encodeText)}`;
  return pairsOf(encodeText(name), value, encodeText)
    .map((pair) => `;${pair}`)
    .join("");
}

/** The query of a request, without its question mark. */
export function writeQuery(entry: OperationEntry, given: Given): string {
  const pairs = Object.entries(given).flatMap(([name, value]) => {
    if (value === undefined) return [];
    const whole = entry.parameters?.find((each) => each.in === "querystring" && each.name === name);
    return whole ? [writeQueryString(whole, value)] : writePairs(name, value, parameterOf(entry, "query", name));
  });
  return pairs.join("&");
}

/** A parameter that is the whole query (OpenAPI 3.2, section 4.12). */
function writeQueryString({ mediaType = "" }: ParameterEntry, value: unknown): string {
  if (mediaType !== "application/x-www-form-urlencoded") return encodeText(JSON.stringify(value));
  return writeForm(value as Given).join("&");
}

/** The headers that parameters become. */
export function writeHeaders(entry: OperationEntry, given: Given): [name: string, value: string][] {
  return Object.entries(given).flatMap(([name, value]): [string, string][] => {
    if (value === undefined) return [];
    const { style, explode = false, mediaType } = parameterOf(entry, "header", name);
    if (mediaType !== undefined) return [[name, JSON.stringify(value)]];
    return [[name, join(value, HEADER_SEPARATORS[style ?? ""] ?? ",", explode, asItIs)]];
  });
}

/** The `Cookie` header that parameters become (RFC 6265, section 4.2.1); empty where there are none. */
export function writeCookies(entry: OperationEntry, given: Given): string {
  return Object.entries(given)
    .flatMap(([name, value]) =>
      value === undefined ? [] : writePairs(name, value, parameterOf(entry, "cookie", name)),
    )
    .join("; ");
}

/** The pairs of a urlencoded form: objects are JSON where no style is declared (OpenAPI 3.1.1, section 4.8.15). */
export function writeForm(given: Given, encoding: Readonly<Record<string, Style>> = {}): string[] {
  return Object.entries(given).flatMap(([name, value]) => {
    if (value === undefined) return [];
    const style = encoding[name];
    const isPlainObject = typeof value === "object" && value !== null && !Array.isArray(value);
    return writePairs(name, isPlainObject && style?.style === undefined ? textOf(value) : value, style ?? {});
  });
}

/** What stands between items, in styles that have a separator of their own. */
const SEPARATORS: Readonly<Record<string, string>> = {
  spaceDelimited: "%20",
  pipeDelimited: "%7C",
  tabDelimited: "%09",
};
/** The same in headers, where nothing is escaped. */
const HEADER_SEPARATORS: Readonly<Record<string, string>> = {
  spaceDelimited: " ",
  pipeDelimited: "|",
  tabDelimited: "\t",
};

function writePairs(name: string, value: unknown, parameter: Partial<ParameterEntry>): string[] {
  const { style = "form", explode = style === "form" || style === "cookie", mediaType } = parameter;
  const encode = encoderOf(parameter);
  const key = style === "cookie" ? name : encodeText(name);
  if (mediaType !== undefined) return [`${key}=${encodeText(JSON.stringify(value))}`];
  if (style === "deepObject" && isPlain(value))
    return Object.entries(value).flatMap(([member, each]) =>
      each === undefined ? [] : pairsOf(`${key}[${encodeText(member)}]`, Array.isArray(each) ? each : [each], encode),
    );
  if (explode && (Array.isArray(value) || isPlain(value))) return pairsOf(key, value, encode);
  return [`${key}=${join(value, SEPARATORS[style] ?? ",", false, encode)}`];
}

/** With reserved characters allowed, all stay but those that would end the value; a cookie of 3.2 is written as it is. */
function encoderOf({ style, allowReserved }: Style): Encode {
  if (style === "cookie") return asItIs;
  if (allowReserved !== true) return encodeText;
  return (text) => encodeText(text).replace(/%(?:3A|2F|3F|40|21|24|27|28|29|2A|3B)/g, decodeURIComponent);
}

function isPlain(value: unknown): value is Given {
  return typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof Date);
}

/** A value as one text: items, or names and members, with a separator between them. */
function join(value: unknown, separator: string, explode: boolean, encode: Encode): string {
  if (Array.isArray(value)) return value.map((item) => encode(textOf(item))).join(separator);
  if (!isPlain(value)) return encode(textOf(value));
  return Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .map(([name, member]) => `${encode(name)}${explode ? "=" : separator}${encode(textOf(member))}`)
    .join(separator);
}

/** A list as pairs of one name, an object as pairs of its members'. */
function pairsOf(name: string, value: object, encode: Encode): string[] {
  if (Array.isArray(value)) return value.map((item) => `${name}=${encode(textOf(item))}`);
  return Object.entries(value).flatMap(([key, member]) =>
    member === undefined ? [] : pairsOf(encode(key), Array.isArray(member) ? member : [member], encode),
  );
}

function parameterOf({ parameters }: OperationEntry, place: Place, name: string): Partial<ParameterEntry> {
  return parameters?.find((each) => each.in === place && each.name === name) ?? {};
}
