import {
  isObject,
  type Json,
  type Located,
  own,
  type Place,
  setOwn,
  type TypeSet,
  typeOf,
} from "@concordat/containment/internal";
import { closestRange, normaliseRange } from "../model/media-range.ts";
import type { MediaType } from "../model/revision.ts";
import { parseJson } from "../source/json-value.ts";
import { type Remark, refused, unclear } from "./exchange.ts";
import { readMultipart } from "./multipart.ts";
import { judgeHeaders } from "./parameters.ts";
import { decodeFormText, readPairs, splitPairs } from "./styles.ts";
import { asTexts, OBJECT, type Sent, TEXT, type Values } from "./values.ts";

/** Readings of a form that are tried before it is given up. */
const MOST_READINGS = 64;

/** Media types of JSON, and of JSON values one after another. */
const JSON_TYPE = /^(?:application\/json|[^;]+\+json)(?:;|$)/;
const SEQUENCE_TYPE = /^application\/(?:x-)?(?:ndjson|jsonl|jsonlines)(?:;|$)/;
const FORM_TYPE = /^application\/x-www-form-urlencoded(?:;|$)/;
const MULTIPART_TYPE = /^multipart\//;
/** Types that a schema of JSON describes by rules that are not read here, those of sequences among them. */
const STRUCTURED_TYPE =
  /^(?:(?:application|text)\/(?:xml|(?:x-|vnd\.)?yaml)|application\/(?:json-seq|cbor(?:-seq)?|(?:x-|vnd\.)?msgpack)|[^;]+\+(?:xml|yaml|json-seq|cbor(?:-seq)?)|text\/event-stream)(?:;|$)/;

/** Which family of bodies a media type belongs to; it decides how a body is read and written. */
export type BodyKind = "json" | "sequence" | "form" | "multipart" | "structured" | "text";

export function bodyKind(range: string): BodyKind {
  if (JSON_TYPE.test(range)) return "json";
  if (SEQUENCE_TYPE.test(range)) return "sequence";
  if (FORM_TYPE.test(range)) return "form";
  if (MULTIPART_TYPE.test(range)) return "multipart";
  return STRUCTURED_TYPE.test(range) ? "structured" : "text";
}

/** Bodies that are not read as parts of a message, whatever their schemas say. */
const UNREAD_KINDS: readonly BodyKind[] = ["structured", "sequence", "form", "multipart"];

/** A body as it was sent. */
export interface SentBody {
  readonly text: string;
  /** The `Content-Type`, undefined where none was sent. */
  readonly contentType: string | undefined;
}

/** Judges a body: its media type is one of those described, and its value one of the schema. */
export function* judgeBody(
  content: readonly MediaType[],
  body: SentBody,
  values: Values,
  sent: Sent,
): Generator<Remark> {
  const { contentType } = body;
  if (contentType === undefined) {
    yield unclear("content-type", "The body has no media type.");
    return;
  }
  const range = normaliseRange(contentType);
  const media = closestRange(content, withoutBoundary(range));
  if (media === undefined) {
    const known = content.map((each) => `\`${each.range}\``).join(", ");
    yield refused("content-type", `\`${withoutBoundary(range)}\` is not one of ${known || "none"}.`);
    return;
  }
  const remark = judgeValue(media, bodyKind(range), body.text, contentType, values, sent);
  if (remark) yield remark;
}

function withoutBoundary(range: string): string {
  return range.replace(/;boundary=[^;]*/, "");
}

function judgeValue(
  media: MediaType,
  kind: BodyKind,
  text: string,
  contentType: string,
  values: Values,
  sent: Sent,
): Remark | undefined {
  const { schema, itemSchema } = media;
  if (kind === "sequence") return judgeSequence(text, schema, itemSchema, values, sent);
  if (kind === "json") {
    const value = parseJson(text);
    if (value === undefined) return refused("body", "It is not JSON.");
    const remark = values.remark("body", schema, "json", [value.json], sent);
    if (remark) return remark;
  }
  const positional = media.itemEncoding !== undefined || media.prefixEncoding.length > 0;
  if (kind === "multipart" && (itemSchema || positional)) return unclear("body", "Parts by position are not judged.");
  // Of a body that is no sequence it is not known what its items are.
  if (itemSchema !== undefined) return unclear("body", `Items of bodies in \`${media.range}\` are not judged.`);
  if (schema === undefined || kind === "json") return undefined;
  if (kind === "form") return judgeReadings(formReadings(text, media, values), schema, values, sent);
  if (kind === "multipart")
    return judgeReadings(multipartReadings(text, contentType, media, values, sent), schema, values, sent);
  const readable = kind === "text" && (values.types(schema, "wire") & TEXT) !== 0;
  if (readable) return values.remark("body", schema, "wire", [text], sent);
  return unclear("body", `Bodies in \`${media.range}\` are not judged.`);
}

function judgeSequence(
  text: string,
  schema: Located | undefined,
  itemSchema: Located | undefined,
  values: Values,
  sent: Sent,
): Remark | undefined {
  const items = text.split("\n").flatMap((line) => (line.trim() === "" ? [] : [parseJson(line)]));
  const bad = items.indexOf(undefined);
  if (bad >= 0) return refused(`body/${bad}`, "It is not JSON.");
  for (const [i, item] of items.entries()) {
    const remark = values.remark(`body/${i}`, itemSchema, "json", item ? [item.json] : [], sent);
    if (remark) return remark;
  }
  return schema && unclear("body", "Whether the schema is of the sequence or of its items is not known.");
}

/** What the fields of a form may be read as; a text says why that is not known. */
type Fields = ReadonlyMap<string, readonly Json[]> | string | Remark;

function judgeReadings(fields: Fields, schema: Located, values: Values, sent: Sent): Remark | undefined {
  if (typeof fields === "string") return unclear("body", fields);
  if (!(fields instanceof Map)) return fields as Remark;
  let readings: Record<string, Json>[] = [{}];
  for (const [name, choices] of fields as ReadonlyMap<string, readonly Json[]>) {
    if (readings.length * choices.length > MOST_READINGS)
      return unclear("body", "Its fields can be read in too many ways.");
    readings = readings.flatMap((members) =>
      choices.map((choice) => {
        const more = { ...members };
        setOwn(more, name, choice);
        return more;
      }),
    );
  }
  return values.remark("body", schema, "wire", readings, sent);
}

/** Fields of a urlencoded form (OpenAPI 3.1.1, section 4.8.15): texts, lists of them, and objects as JSON. */
function formReadings(text: string, { schema, encoding }: MediaType, values: Values): Fields {
  const properties = values.properties(schema, "wire");
  const pairs = splitPairs(text);
  const readings = new Map<string, readonly Json[]>();
  for (const name of new Set(pairs.map(([key]) => decodeFormText(key)))) {
    const types = values.typesAt(properties.get(name) ?? []);
    const style = styleOfPart(encoding.get(name));
    if (typeof style === "string") return style;
    const reading = readPairs({
      name,
      ...style,
      pairs,
      foreign: new Set(),
      properties: undefined,
    });
    if (reading === undefined) return `How \`${name}\` is written is not judged.`;
    if ("malformed" in reading) return refused(`body/${name}`, reading.malformed);
    const [first] = reading.values;
    const parsed = (types & OBJECT) !== 0 && typeof first === "string" ? parseJson(first) : undefined;
    const found = fitting(
      [...reading.values, ...(parsed && isObject(parsed.json) ? [asTexts(parsed.json)] : [])],
      types,
    );
    // A list is divided by what is not escaped, and a text may end there; JSON is read as it is.
    if (reading.unescaped === true && found.some((value) => !isObject(value)))
      return `Reserved characters in \`${name}\` are not percent-encoded.`;
    readings.set(name, found);
  }
  return readings;
}

/** How a field is written; a text says why that is not judged. */
export function styleOfPart(
  encoding: Located | undefined,
): { readonly style: string; readonly explode: boolean; readonly allowReserved: boolean } | string {
  const raw = encoding && isObject(encoding.value) ? encoding.value : {};
  const style = own(raw, "style") ?? "form";
  const type = own(raw, "contentType");
  if (typeof type === "string" && !/^(?:text\/plain|application\/json)\b/.test(normaliseRange(type)))
    return `Fields in \`${type}\` are not judged.`;
  const explode = own(raw, "explode") ?? style === "form";
  return { style: String(style), explode: explode === true, allowReserved: own(raw, "allowReserved") === true };
}

/** Parts of a multipart body: each in the media type that its encoding asks for, or that its type has by default. */
function multipartReadings(text: string, contentType: string, media: MediaType, values: Values, sent: Sent): Fields {
  const parts = readMultipart(text, contentType);
  if (parts === undefined) return refused("body", "It is not divided into parts by the boundary of its media type.");
  if ([...media.encoding.values()].some(isNested)) return "Parts within parts are not judged.";
  const properties = values.properties(media.schema, "wire");
  const readings = new Map<string, Json[][]>();
  for (const { name, headers, text: content } of parts) {
    if (name === undefined) return "Parts without a name are not judged.";
    const type = normaliseRange(headers.get("content-type") ?? "text/plain");
    const wanted = partTypes(media.encoding.get(name), properties.get(name) ?? [], values);
    if (wanted !== undefined && closestRange(wanted, type) === undefined)
      return refused(
        `body/${name}`,
        `The part is \`${type}\`, not ${wanted.map(({ range }) => `\`${range}\``).join(" or ")}.`,
      );
    const described = media.partHeaders.get(media.encoding.get(name)?.value) ?? [];
    for (const remark of judgeHeaders(described, Object.fromEntries(headers), values, sent))
      return { ...remark, at: `body/${name}.${remark.at}` };
    // A file may be anything; what a schema says of a value is said of its text only in media types that are read here.
    const declared = properties.get(name) ?? [];
    if (UNREAD_KINDS.includes(bodyKind(type)) && declared.some((place) => !isBinary(place)))
      return `Parts in \`${type}\` are not judged.`;
    const parsed = bodyKind(type) === "json" ? parseJson(content) : undefined;
    if (bodyKind(type) === "json" && parsed === undefined) return refused(`body/${name}`, "The part is not JSON.");
    readings.set(name, [...(readings.get(name) ?? []), [parsed ? asTexts(parsed.json) : content]]);
  }
  const fields = [...readings].map(([name, each]) => {
    const texts = each.map(([first]) => first as Json);
    const types = values.typesAt(properties.get(name) ?? []);
    return [name, fitting(texts.length === 1 ? [texts[0] as Json, texts] : [texts], types)] as const;
  });
  return new Map(fields);
}

function isNested({ value }: Located): boolean {
  return isObject(value) && ["encoding", "prefixEncoding", "itemEncoding"].some((key) => own(value, key));
}

/** Of some readings those of a type that fits; all where none does, so that one can be refused. */
function fitting(readings: readonly Json[], types: TypeSet): readonly Json[] {
  const found = readings.filter((reading) => (typeOf(reading) & types) !== 0);
  return found.length > 0 ? found : readings;
}

/** Media ranges that a part may have (OpenAPI 3.1.1, section 4.8.15.1); undefined where any will do. */
export function partTypes(
  encoding: Located | undefined,
  declared: readonly Place[],
  values: Values,
): readonly { readonly range: string }[] | undefined {
  const raw = encoding && isObject(encoding.value) ? own(encoding.value, "contentType") : undefined;
  if (typeof raw === "string") return raw.split(",").map((range) => ({ range: normaliseRange(range) }));
  // A file is sent as what it is, whatever is said of files in general.
  if (declared.length === 0 || declared.some(isBinary)) return undefined;
  const types = values.typesAt(declared);
  if (types === OBJECT) return [{ range: "application/json" }];
  return types === TEXT ? [{ range: "text/plain" }] : undefined;
}

function isBinary({ value }: Place): boolean {
  if (!isObject(value)) return false;
  return (
    own(value, "format") === "binary" ||
    own(value, "type") === "file" ||
    own(value, "contentEncoding") !== undefined ||
    own(value, "contentMediaType") !== undefined ||
    own(value, "type") === undefined
  );
}
