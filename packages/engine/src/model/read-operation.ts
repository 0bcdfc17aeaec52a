import { isObject, type Located } from "@concordat/containment/internal";
import type { Cursor } from "./cursor.ts";
import { readOperationLifecycle } from "./lifecycle.ts";
import { normaliseRange } from "./media-range.ts";
import { operationsIn } from "./read-revision.ts";
import { readSecurity } from "./read-security.ts";
import { readServers } from "./read-servers.ts";
import type {
  Body,
  Callback,
  Encodings,
  Header,
  MediaType,
  Operation,
  OperationRef,
  Parameter,
  ParameterPlace,
  Response,
  Serialisation,
} from "./revision.ts";
import { formBody, type SwaggerTypes, schemaOf2, styleOf2, swaggerTypes } from "./swagger2.ts";

const PLACES: readonly string[] = ["path", "query", "header", "cookie", "querystring"];
/** Headers that other parts of a description speak of, and that are ignored as parameters (OpenAPI 3.1, section 4.8.12.1). */
const IGNORED_HEADERS = new Set(["accept", "content-type", "authorization"]);

/** Reads an operation with all that applies to it. */
export function readOperation(ref: OperationRef, cursor: Cursor): Operation {
  const old = cursor.description.root.dialect === "openapi-2.0";
  const entries = effectiveEntries(ref, cursor);
  const types = old ? swaggerTypes(ref.at, cursor) : undefined;
  // `readLifecycle` reads what it says; here it is reported where it is of the wrong form.
  cursor.flag(ref.at, "deprecated");
  const responses = readResponses(ref.at, types, cursor);
  return {
    ref,
    parameters: entries.flatMap((at) => readParameter(at, old, cursor) ?? []),
    body: types ? formBody(entries, types, ref, cursor) : readBody(ref.at, cursor),
    responses,
    callbacks: readCallbacks(ref.at, cursor),
    security: readSecurity(ref, cursor),
    servers: readServers(ref, cursor),
    lifecycle: readOperationLifecycle(ref, responses, cursor),
  };
}

/** Parameters of the path item and of the operation; one of the operation replaces its namesake (OpenAPI 3.1, section 4.8.10.1). */
function effectiveEntries(ref: OperationRef, cursor: Cursor): Located[] {
  const key = (at: Located) => {
    const place = cursor.text(at, "in") ?? "";
    const name = cursor.text(at, "name") ?? "";
    return `${place} ${place === "header" ? name.toLowerCase() : name}`;
  };
  const merged = new Map<string, Located>();
  for (const owner of [ref.item, ref.at])
    for (const at of cursor.items(cursor.member(owner, "parameters"))) merged.set(key(at), at);
  return [...merged.values()];
}

function readParameter(at: Located, old: boolean, cursor: Cursor): Parameter | undefined {
  const place = cursor.text(at, "in");
  const name = cursor.text(at, "name");
  if (old && (place === "body" || place === "formData")) return undefined;
  if (name === undefined || place === undefined || !PLACES.includes(place)) {
    cursor.report(
      "structure",
      "A parameter needs a `name`, and an `in` that is one of path, query, header and cookie.",
      at,
    );
    return undefined;
  }
  if (place === "header" && IGNORED_HEADERS.has(name.toLowerCase())) return undefined;
  return {
    at,
    in: place as ParameterPlace,
    name,
    required: place === "path" || cursor.flag(at, "required"),
    deprecated: cursor.flag(at, "deprecated"),
    allowsEmpty: place === "query" && cursor.flag(at, "allowEmptyValue"),
    serialisation: old ? serialisationOf2(at, place, cursor) : readSerialisation(at, place as ParameterPlace, cursor),
  };
}

/** Styles that write each item or member by itself where `explode` is not given; `cookie` is new in OpenAPI 3.2. */
const EXPLODED: ReadonlySet<string> = new Set(["form", "cookie", "deepObject"]);

function readSerialisation(at: Located, place: ParameterPlace, cursor: Cursor): Serialisation {
  const content = readContent(cursor.member(at, "content"), cursor)[0];
  if (content) return { kind: "content", mediaType: content.range, schema: content.schema };
  const style = cursor.text(at, "style") ?? (place === "query" || place === "cookie" ? "form" : "simple");
  const explode = cursor.choice(at, "explode");
  return {
    kind: "style",
    style,
    explode: explode ?? EXPLODED.has(style),
    allowReserved: cursor.flag(at, "allowReserved"),
    schema: cursor.member(at, "schema"),
  };
}

function serialisationOf2(at: Located, place: string, cursor: Cursor): Serialisation {
  return { kind: "style", ...styleOf2(at, place, cursor), allowReserved: false, schema: schemaOf2(at) };
}

function readBody(operation: Located, cursor: Cursor): Body | undefined {
  const at = cursor.object(operation, "requestBody");
  return (
    at && { at, required: cursor.flag(at, "required"), content: readContent(cursor.member(at, "content"), cursor) }
  );
}

function readContent(at: Located | undefined, cursor: Cursor): MediaType[] {
  return cursor.members(at).map(({ key, at: entry }) => ({
    at: entry,
    range: normaliseRange(key),
    schema: cursor.member(entry, "schema"),
    itemSchema: cursor.member(entry, "itemSchema"),
    ...readEncodings(entry, cursor),
  }));
}

/** Parts within parts whose headers are read; no message nests them deeper. */
const DEEPEST_PART = 10;

function readEncodings(at: Located, cursor: Cursor, depth = 0): Encodings & Pick<MediaType, "partHeaders"> {
  const encodings = {
    encoding: new Map(cursor.members(cursor.member(at, "encoding")).map(({ key: name, at: part }) => [name, part])),
    prefixEncoding: cursor.items(cursor.member(at, "prefixEncoding")),
    itemEncoding: cursor.object(at, "itemEncoding"),
  };
  const { encoding, prefixEncoding, itemEncoding } = encodings;
  const parts = [...encoding.values(), ...prefixEncoding, ...(itemEncoding ? [itemEncoding] : [])];
  const inner = depth < DEEPEST_PART ? parts.map((part) => readEncodings(part, cursor, depth + 1).partHeaders) : [];
  const own = parts.map((part) => [part.value, readHeaders(part, false, cursor)] as const);
  return { ...encodings, partHeaders: new Map([...own, ...inner.flatMap((headers) => [...headers])]) };
}

function readResponses(operation: Located, types: SwaggerTypes | undefined, cursor: Cursor): Response[] {
  const responses = cursor.object(operation, "responses");
  return cursor.members(responses).flatMap(({ key, at }) => {
    if (key.startsWith("x-")) return [];
    const status = /^[1-5](?:\d\d|xx)$/i.test(key) ? key.toUpperCase() : key === "default" ? key : undefined;
    if (status === undefined) {
      cursor.report(
        "structure",
        `\`${key}\` is not a status: write a code such as 200, a range such as 2XX, or \`default\`.`,
        at,
      );
      return [];
    }
    const links = readLinks(at, cursor);
    const content = types ? types.responseContent(at) : readContent(cursor.member(at, "content"), cursor);
    return [{ at, status, headers: readHeaders(at, types !== undefined, cursor), content, links }];
  });
}

/** Hardly any response has links; those without share this. */
const NO_LINKS: Response["links"] = new Map();

function readLinks(response: Located, cursor: Cursor): Response["links"] {
  const links = cursor.members(cursor.member(response, "links"));
  return links.length === 0 ? NO_LINKS : new Map(links.map(({ key, at }) => [key, at]));
}

/** The headers of a response or of a part. */
function readHeaders(owner: Located, old: boolean, cursor: Cursor): Header[] {
  return cursor.members(cursor.member(owner, "headers")).flatMap(({ key, at }) => {
    // The media types of a response or of a part say it already (OpenAPI 3.1, section 4.8.17.1).
    if (key.toLowerCase() === "content-type") return [];
    const serialisation = old ? serialisationOf2(at, "header", cursor) : readSerialisation(at, "header", cursor);
    return [
      {
        at,
        name: key,
        required: cursor.flag(at, "required"),
        deprecated: cursor.flag(at, "deprecated"),
        serialisation,
      },
    ];
  });
}

function readCallbacks(operation: Located, cursor: Cursor): Callback[] {
  return cursor
    .members(cursor.member(operation, "callbacks"))
    .filter(({ at }) => isObject(at.value))
    .map(({ key, at }) => ({ at, name: key, operations: operationsIn(at, "callback", cursor) }));
}
