import { isObject, type Located, own, type Place, type Views } from "@concordat/containment";
import type { Direction } from "../../finding/finding.ts";
import type { Parameter, Serialisation } from "../../model/revision.ts";
import { covers, defaultTypes, listedTypes, type PartTypes } from "./part-types.ts";

/** Bits of the types that a style writes in its own way (see `typeNames`). */
const STRING = 8;
const ARRAY = 16;
const OBJECT = 32;
/** Booleans, numbers and strings. */
const SCALARS = 2 | 4 | STRING;
/** What parts of forms are told apart by. */
const SHAPES = [SCALARS, ARRAY, OBJECT];

const FORM = "application/x-www-form-urlencoded";

/** How a parameter's value is written, in words: `form, exploded`. */
export function describeSerialisation(serialisation: Serialisation): string {
  if (serialisation.kind === "content") return serialisation.mediaType;
  const { style, explode, allowReserved } = serialisation;
  return `${style}${explode ? ", exploded" : ""}${allowReserved ? ", reserved characters allowed" : ""}`;
}

/**
 * Whether values that the schema of base allows are written in another way in head. A style only matters for the types it
 * writes differently: `explode` says nothing of a number, nor of a list that holds at most one item.
 */
export function isWrittenOtherwise(
  base: Parameter,
  head: Parameter,
  places: readonly (Place | undefined)[],
  views: Views,
): boolean {
  const [from, to] = [base.serialisation, head.serialisation];
  if (from.kind !== to.kind) return true;
  if (from.kind === "content" || to.kind === "content")
    return from.kind === "content" && to.kind === "content" && from.mediaType !== to.mediaType;
  if (from.allowReserved && !to.allowReserved) return true;
  if (from.style === to.style && from.explode === to.explode) return false;
  const [view, other] = places.map((place) => place && views.of([place]));
  const typesOf = (one: typeof view) => one?.types ?? STRING | ARRAY | OBJECT;
  // What only one side may send is no matter of style.
  const types = typesOf(view) & typesOf(other);
  const lists = (types & ARRAY) !== 0 && (view?.arrays ?? []).every(({ maxItems }) => maxItems > 1);
  // In a query all styles write a single text alike.
  const scalars = (types & STRING) !== 0 && base.in === "path" && from.style !== to.style;
  return lists || (types & OBJECT) !== 0 || scalars;
}

/** A form in which a part is looked at. */
export interface FormPart {
  readonly property: string;
  readonly direction: Direction;
  readonly range: string;
}

/**
 * Whether a part of a form that both sides declare is written in another way in head (OpenAPI 3.1.1, section 4.8.15). As
 * with parameters, what is said of lists and objects does not matter to a part that is neither; and a default that is
 * written out says nothing.
 */
export function isEncodedOtherwise(
  { property, direction, range }: FormPart,
  encodings: readonly (Located | undefined)[],
  places: readonly (Place | undefined)[],
  views: Views,
): boolean {
  const declared = places.map((place) => (place ? declaredPlaces(property, place, views) : []));
  const [before = [], after = []] = declared;
  if (before.length === 0 || after.length === 0) return false;
  const types = before.reduce((set, place) => set | shapesOf(place, views), 0);
  return SHAPES.filter((shape) => (types & shape) !== 0).some((shape) => {
    const [base, head] = encodings.map((encoding, i) => writtenAs(encoding, shape, declared[i] ?? [], range, views));
    if (base === undefined || head === undefined || base.way !== head.way) return true;
    const [sent, accepted] = direction === "request" ? [base, head] : [head, base];
    return sent.types && accepted.types ? !covers(accepted.types, sent.types) : sent.types !== accepted.types;
  });
}

/** The types of a schema; one that only speaks of properties is meant as an object. */
function shapesOf(place: Place, views: Views): number {
  const { types, objects } = views.of([place]);
  return types === (1 | SCALARS | ARRAY | OBJECT) && objects.length > 0 ? OBJECT : types;
}

/** The schemas of a property, in whichever branch it is declared. */
export function declaredPlaces(property: string, place: Place, views: Views): Place[] {
  return views.atPlace([place]).flatMap(({ object }) => object?.properties.get(property) ?? []);
}

/** The media types of a part as its encoding says them, normalised; empty where it says none. */
export function contentTypeOf(encoding: Located | undefined): string {
  const said = encoding && isObject(encoding.value) ? own(encoding.value, "contentType") : undefined;
  return typeof said === "string" ? said.toLowerCase().replaceAll(" ", "") : "";
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
  const headers = own(raw, "headers");
  const names = isObject(headers)
    ? Object.keys(headers)
        .map((name) => name.toLowerCase())
        .filter((name) => name !== "content-type")
        .sort()
    : [];
  const written = (way: string) => [way, reserved ? "reserved" : "", ...names].join(" ");
  const isSaid = style !== undefined || explode !== undefined || reserved;
  const listed = isSaid ? undefined : listedTypes(own(raw, "contentType"));
  const isForm = isSaid || (listed === undefined && shape === ARRAY && range.startsWith(FORM));
  if (isForm && (shape & SCALARS) === 0)
    return {
      way: written(`${String(style ?? "form")} ${String(explode ?? (style === undefined || style === "form"))}`),
      types: undefined,
    };
  return { way: written(""), types: listed ?? defaultTypes(places, shape, dialect, views) };
}
