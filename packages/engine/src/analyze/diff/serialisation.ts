import { isObject, itemSchemas, type Located, own, type Place, type Views } from "@concordat/containment";
import type { Parameter, Serialisation } from "../../model/revision.ts";
import type { Part } from "./parts.ts";

/** Bits of the types that a style writes in its own way (see `typeNames`). */
const STRING = 8;
const ARRAY = 16;
const OBJECT = 32;
/** Booleans, numbers and strings. */
const SCALAR = 2 | 4 | STRING;

/** A parameter or a header of one side, as far as its value is written. */
interface Written {
  readonly serialisation: Serialisation;
  /** The schema of its value. */
  readonly place: Place | undefined;
}

/** How the value of a parameter or a header is written, in words: `form, exploded`. */
export function describeSerialisation({ serialisation, place }: Written, views: Views): string {
  if (serialisation.kind === "content") return serialisation.mediaType;
  const { style, explode, allowReserved } = serialisation;
  const nested = nestedFormats(place, views).map((format) => `, lists within it ${format}`);
  return `${style}${explode ? ", exploded" : ""}${allowReserved ? ", reserved characters allowed" : ""}${nested.join("")}`;
}

/**
 * Whether values that the schema of the sender allows are written in another way than the receiver reads. A style only
 * matters for the types it writes differently: `explode` says nothing of a number, nor of a list that holds at most one
 * item.
 *
 * @param inPath whether the value is a part of a path, where styles write single texts differently too
 */
export function isWrittenOtherwise(sent: Written, read: Written, inPath: boolean, views: Views): boolean {
  const [from, to] = [sent.serialisation, read.serialisation];
  if (from.kind !== to.kind) return true;
  if (from.kind === "content" || to.kind === "content")
    return from.kind === "content" && to.kind === "content" && from.mediaType !== to.mediaType;
  if (from.allowReserved && !to.allowReserved) return true;
  if (from.style === to.style && from.explode === to.explode) return isNestedOtherwise(sent.place, read.place, views);
  const view = sent.place && views.of([sent.place]);
  const types = view?.types ?? STRING | ARRAY | OBJECT;
  const lists = (types & ARRAY) !== 0 && (view?.arrays ?? []).every(({ maxItems }) => maxItems > 1);
  // In a query all styles write a single text alike.
  const scalars = (types & STRING) !== 0 && inPath && from.style !== to.style;
  return lists || (types & OBJECT) !== 0 || scalars;
}

/** Lists within lists that are compared; deeper ones are found in no description. */
const DEEPEST_LIST = 20;

/** The `collectionFormat` of lists within a list, outermost first. Only OpenAPI 2.0 says how those are written. */
function nestedFormats(place: Place | undefined, views: Views): string[] {
  const formats: string[] = [];
  if (place?.document.dialect !== "openapi-2.0") return formats;
  for (let at: Place = place; formats.length < DEEPEST_LIST; ) {
    // Places that accept the same values may have other formats: the very one is asked for.
    const [items] = itemSchemas(views.located([at]).arrays, 0);
    if (items === undefined || views.of([items]).types !== ARRAY) break;
    const format = isObject(items.value) ? own(items.value, "collectionFormat") : undefined;
    formats.push(typeof format === "string" ? format : "csv");
    at = items;
  }
  return formats;
}

/** Whether lists within a list are written in another way, as far as both sides say how. */
function isNestedOtherwise(sent: Place | undefined, read: Place | undefined, views: Views): boolean {
  const [from, to] = [nestedFormats(sent, views), nestedFormats(read, views)];
  return from.some((format, depth) => to[depth] !== undefined && to[depth] !== format);
}

/**
 * The items of a list in head that a single text of base is read as: `?tag=a` is one text, and a list of one item too
 * (OpenAPI 3.1.1, section 4.8.12, style `form` exploded). Undefined where texts are not read so.
 */
export function takesTextAsItem(
  { serialisation }: Parameter,
  base: Place | undefined,
  head: Place,
  views: Views,
): Place | undefined {
  if (serialisation.kind === "content" || serialisation.style !== "form" || !serialisation.explode) return undefined;
  const list = views.of([head]);
  if (base === undefined || views.of([base]).types !== STRING || list.types !== ARRAY) return undefined;
  if (list.arrays.some(({ minItems, contains }) => minItems > 1 || contains)) return undefined;
  const items = itemSchemas(list.arrays, 0);
  return items.length === 1 ? items[0] : undefined;
}

/**
 * Whether a part of a form or a multipart message is written in another way in head (OpenAPI 3.1.1, section 4.8.15). As
 * with parameters, what is said of lists and objects does not matter to a part that is neither.
 */
export function isEncodedOtherwise({ base, head, places }: Part, views: Views): boolean {
  const types = places.base.reduce((all, at) => all | views.of([at]).types, 0);
  const shapes = [SCALAR, ARRAY, OBJECT].filter((shape) => (types & shape) !== 0);
  if (shapes.some((shape) => encodedAs(base, shape) !== encodedAs(head, shape))) return true;
  return isNestedOtherwise(places.base[0], places.head[0], views);
}

/** The media types of a part as its encoding says them, normalised; empty where it says none. */
export function contentTypeOf(encoding: Located | undefined): string {
  const said = encoding && isObject(encoding.value) ? own(encoding.value, "contentType") : undefined;
  return typeof said === "string" ? said.toLowerCase().replaceAll(" ", "") : "";
}

/** How values of one shape are written, as a text for comparison. */
function encodedAs(encoding: Located | undefined, shape: number): string {
  const raw = encoding && isObject(encoding.value) ? encoding.value : {};
  const [contentType, style, explode, reserved] = ["contentType", "style", "explode", "allowReserved"].map((key) =>
    own(raw, key),
  );
  const headers = own(raw, "headers");
  const names = isObject(headers) ? Object.keys(headers).sort() : [];
  const written = (way: string) => [way, reserved === true ? "reserved" : "", ...names].join(" ");
  const styled = style !== undefined || explode !== undefined || reserved !== undefined;
  if (!styled && typeof contentType === "string") return written(contentType.toLowerCase().replaceAll(" ", ""));
  if (shape === SCALAR) return written("text");
  if (shape === OBJECT && !styled) return written("application/json");
  return written(`${String(style ?? "form")} ${String(explode ?? (style === undefined || style === "form"))}`);
}
