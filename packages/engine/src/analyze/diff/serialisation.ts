import { isObject, itemSchemas, type Located, own, type Place, type Views } from "@concordat/containment/internal";
import type { Direction } from "../../finding/finding.ts";
import type { Serialisation } from "../../model/revision.ts";
import { covers, defaultTypes, listedTypes, type PartTypes } from "./part-types.ts";
import type { Part } from "./parts.ts";

/** Bits of the types that a style writes in its own way (see `typeNames`). */
const STRING = 8;
const ARRAY = 16;
const OBJECT = 32;
/** Booleans, numbers and strings. */
const SCALAR = 2 | 4 | STRING;

const FORM = "application/x-www-form-urlencoded";

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
  const [view, other] = [sent.place, read.place].map((place) => place && views.of([place]));
  const typesOf = (one: typeof view) => one?.types ?? STRING | ARRAY | OBJECT;
  // What only one side may have is no matter of style.
  const types = typesOf(view) & typesOf(other);
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

/** A message with parts, as a whole. */
export interface Form {
  readonly direction: Direction;
  readonly range: string;
}

/**
 * Whether a part of a form or a multipart message is written in another way in head (OpenAPI 3.1.1, section 4.8.15). As
 * with parameters, what is said of lists and objects does not matter to a part that is neither; and a default that is
 * written out says nothing.
 */
export function isEncodedOtherwise(part: Part, { direction, range }: Form, views: Views): boolean {
  const { places } = part;
  const types = places.base.reduce((all, at) => all | shapesOf(at, views), 0);
  const differs = [SCALAR, ARRAY, OBJECT].some((shape) => {
    if ((types & shape) === 0) return false;
    const base = writtenAs(part.base, shape, places.base, range, views);
    const head = writtenAs(part.head, shape, places.head, range, views);
    if (base.way !== head.way) return true;
    const [sent, accepted] = direction === "request" ? [base, head] : [head, base];
    return sent.types && accepted.types ? !covers(accepted.types, sent.types) : sent.types !== accepted.types;
  });
  return differs || isNestedOtherwise(places.base[0], places.head[0], views);
}

/** The types of a schema; one that only speaks of properties is meant as an object. */
function shapesOf(place: Place, views: Views): number {
  const { types, objects } = views.of([place]);
  return types === (1 | SCALAR | ARRAY | OBJECT) && objects.length > 0 ? OBJECT : types;
}

/** How values of one shape are written: in a style, or in media types; `way` is a text for comparison. */
function writtenAs(
  encoding: Located | undefined,
  shape: number,
  places: readonly Place[],
  range: string,
  views: Views,
): { readonly way: string; readonly types: PartTypes | undefined } {
  const raw = encoding && isObject(encoding.value) ? encoding.value : {};
  const dialect = places[0]?.document.dialect ?? "openapi-3.1";
  // Before 3.1 styles are for urlencoded forms alone.
  const isStyled = range.startsWith(FORM) || (dialect !== "openapi-3.0" && range.startsWith("multipart/form-data"));
  const get = (key: string) => (isStyled ? own(raw, key) : undefined);
  const [style, explode, reserved] = [get("style"), get("explode"), get("allowReserved") === true];
  const written = (way: string) => [way, reserved ? "reserved" : ""].join(" ");
  const isSaid = style !== undefined || explode !== undefined || reserved;
  const listed = isSaid ? undefined : listedTypes(own(raw, "contentType"));
  const isForm = isSaid || (listed === undefined && shape === ARRAY && range.startsWith(FORM));
  if (isForm && (shape & SCALAR) === 0)
    return {
      way: written(`${String(style ?? "form")} ${String(explode ?? (style === undefined || style === "form"))}`),
      types: undefined,
    };
  return { way: written(""), types: listed ?? defaultTypes(places, shape, dialect, views) };
}
