import {
  type Dialect,
  isObject,
  itemSchemas,
  type Located,
  limitsNothing,
  own,
  type Place,
  type Views,
} from "@concordat/containment/internal";
import { closestRange, normaliseRange } from "../../model/media-range.ts";

/** The media types in which a part of a form may be sent. */
export interface PartTypes {
  readonly ranges: readonly string[];
  /** Whether they are the defaults: where versions of OpenAPI differ on these, any of them may be meant. */
  readonly isDefault: boolean;
}

/** Bits of types that are written as text. */
const STRING = 8;
const SCALARS = 2 | 4 | STRING;
const ARRAY = 16;
const OBJECT = 32;
const ALL = 63;

const TEXT = "text/plain";
const BYTES = "application/octet-stream";
const JSON_TYPE = "application/json";

/** The media types of a part as its encoding says them, normalised; empty where it says none. */
export function contentTypeOf(encoding: Located | undefined): string {
  const said = encoding && isObject(encoding.value) ? own(encoding.value, "contentType") : undefined;
  return typeof said === "string" ? said.toLowerCase().replaceAll(" ", "") : "";
}

/** The types that an encoding lists; undefined where it lists none. */
export function listedTypes(contentType: unknown): PartTypes | undefined {
  if (typeof contentType !== "string") return undefined;
  const ranges = contentType.split(",").map(normaliseRange);
  return { ranges, isDefault: false };
}

/**
 * The default types of parts of one shape (OpenAPI 3.0.3, section 4.7.15.1, and the table of 3.1.1, section 4.8.15.1.1):
 * bytes for `format: binary` or a content encoding, text for other scalars, JSON for objects, and for lists what their
 * items have.
 *
 * @param shape bits of the types concerned, all scalar, or arrays, or objects
 */
export function defaultTypes(places: readonly Place[], shape: number, dialect: Dialect, views: Views): PartTypes {
  return { ranges: [...new Set(rangesOf(places, shape, dialect, views))], isDefault: true };
}

function rangesOf(places: readonly Place[], shape: number, dialect: Dialect, views: Views, depth = 0): string[] {
  if ((shape & SCALARS) !== 0) return scalarRanges(places, dialect, views);
  if (shape !== ARRAY) return [JSON_TYPE];
  const items = places.flatMap((place) => itemSchemas(views.of([place]).arrays, 0));
  // Lists in lists are no parts of their own.
  if (items.length === 0 || depth > 0) return [JSON_TYPE, BYTES, TEXT];
  const types = items.reduce((set, item) => set | views.of([item]).types, 0);
  const shapes = [SCALARS, ARRAY, OBJECT].filter((each) => (types & each) !== 0);
  return shapes.flatMap((each) => rangesOf(items, each, dialect, views, depth + 1));
}

function scalarRanges(places: readonly Place[], dialect: Dialect, views: Views): string[] {
  const raws = places.flatMap((place) => rawSchemas(place, views));
  const says = (key: string) => raws.map((raw) => own(raw, key)).find((value) => value !== undefined);
  const old = dialect === "openapi-2.0" || dialect === "openapi-3.0";
  const format = says("format");
  if (says("type") === "file" || format === "binary") return old ? [BYTES] : [BYTES, TEXT];
  // 3.0.3 and 3.0.4 differ.
  if (format === "byte" || format === "base64") return [TEXT, BYTES];
  if (!old && says("contentEncoding") !== undefined) return [BYTES];
  // What may be of any type is bytes in 3.1.1, and text before.
  return !old && says("type") === undefined && says("enum") === undefined ? [BYTES, TEXT] : [TEXT];
}

/** A schema with all that it takes in, as they are written. */
function rawSchemas(place: Place, views: Views): Record<string, unknown>[] {
  return [place, ...views.located([place]).members].map(({ value }) => value).filter(isObject);
}

/** Whether messages of a media type are bytes, of which a schema says nothing: neither data, nor text, nor a form. */
export function isRaw(range: string): boolean {
  return !/^(?:text|multipart|\*)\/|json|xml|yaml|x-www-form-urlencoded|^application\/\*/.test(range);
}

/**
 * Whether a schema says that a message is just bytes. Swagger 2.0 calls them `file`, 3.0 a binary string, and from 3.1 on
 * they have no schema, or one that names their media type (OpenAPI 3.1.1, section 4.8.14.4).
 */
export function isBytes(place: Place | undefined, views: Views): boolean {
  if (place === undefined) return true;
  const view = views.of([place]);
  const isFree = view.clauses.length === 0 && view.opaque === undefined && view.values === undefined;
  const isBinary = rawSchemas(place, views).some(
    (raw) => own(raw, "type") === "file" || own(raw, "format") === "binary",
  );
  const isString = view.types === STRING && limitsNothing(view, STRING) && isBinary;
  return (
    isFree &&
    (isString || (view.types === ALL && [2, 4, STRING, ARRAY, OBJECT].every((type) => limitsNothing(view, type))))
  );
}

/** Whether all that is sent is accepted. */
export function covers(accepted: PartTypes, sent: PartTypes): boolean {
  const isCovered = (range: string) =>
    closestRange(
      accepted.ranges.map((each) => ({ range: each })),
      range,
    ) !== undefined;
  return sent.isDefault ? sent.ranges.some(isCovered) : sent.ranges.every(isCovered);
}
