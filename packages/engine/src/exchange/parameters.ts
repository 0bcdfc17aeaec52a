import { type Json, jsonEqual } from "@concordat/containment/internal";
import { isJsonRange } from "../model/media-range.ts";
import type { Header, Operation, Parameter, Serialisation } from "../model/revision.ts";
import { parseJson } from "../source/json-value.ts";
import { type Headers, headerOf, missing, type Remark, refused, unclear } from "./exchange.ts";
import type { Parts } from "./message.ts";
import { decodeFormText, decodeText, type Reading, readHeaderText, readPairs, readPathText } from "./styles.ts";
import { asTexts, OBJECT, type Sent, type Values } from "./values.ts";

/** Styles that the places know (OpenAPI 3.2, section 4.12.2.2.3; `tabDelimited` stands for `tsv` of 2.0). */
const STYLES: Readonly<Record<string, readonly string[]>> = {
  path: ["simple", "label", "matrix", "spaceDelimited", "pipeDelimited", "tabDelimited"],
  query: ["form", "spaceDelimited", "pipeDelimited", "tabDelimited", "deepObject"],
  cookie: ["form", "cookie"],
};

/** Judges the parameters of a request: those that must be there are, and each is written and has a value as described. */
export function* judgeParameters(
  parameters: readonly Parameter[],
  parts: Parts,
  values: Values,
  sent: Sent,
): Generator<Remark> {
  for (const parameter of parameters) {
    const at = `${parameter.in}.${parameter.name}`;
    const reading = readParameter(parameter, parts, foreignNames(parameter, parameters), values);
    if (parameter.allowsEmpty && holdsNothing(reading)) continue;
    if (reading !== undefined) yield* judgeReading(at, parameter.serialisation, reading, values, sent);
    // A path parameter that the path does not name cannot be sent.
    else if (parameter.required && parameter.in !== "path") yield missing(at);
  }
}

/** Whether a parameter was sent without a value. */
function holdsNothing(reading: Reading | string | undefined): boolean {
  return typeof reading === "object" && "values" in reading && reading.values.includes("");
}

/** Whether a request is read to hold a value of a parameter, in one of the ways in which it may be read. */
export function isReadAs(
  value: Json,
  parameter: Parameter,
  { parameters }: Pick<Operation, "parameters">,
  parts: Parts,
  values: Values,
): boolean {
  const reading = readParameter(parameter, parts, foreignNames(parameter, parameters), values);
  return reading !== undefined && holds(reading, value);
}

/** Whether a response is read to hold a value of a header, in one of the ways in which it may be read. */
export function isHeaderReadAs(value: Json, { name, serialisation }: Header, headers: Headers): boolean {
  const text = headerOf(headers, name);
  const reading = text === undefined ? undefined : headerReading(text, serialisation);
  return reading !== undefined && holds(reading, value);
}

function holds(reading: Reading | string, value: Json): boolean {
  if (typeof reading === "string" || "malformed" in reading) return false;
  return reading.values.some((each) => jsonEqual(asTexts(each), asTexts(value)));
}

function foreignNames(parameter: Parameter, parameters: readonly Parameter[]): ReadonlySet<string> {
  return new Set(parameters.flatMap((other) => (other.in === parameter.in && other !== parameter ? other.name : [])));
}

/** Judges the headers of a response. */
export function* judgeHeaders(
  described: readonly Header[],
  headers: Headers,
  values: Values,
  sent: Sent,
): Generator<Remark> {
  for (const { name, required, serialisation } of described) {
    const text = headerOf(headers, name);
    const at = `header.${name}`;
    if (text !== undefined) yield* judgeReading(at, serialisation, headerReading(text, serialisation), values, sent);
    else if (required) yield missing(at);
  }
}

function* judgeReading(
  at: string,
  { kind, schema }: Serialisation,
  reading: Reading | string,
  values: Values,
  sent: Sent,
): Generator<Remark> {
  if (typeof reading === "string") yield unclear(at, reading);
  else if ("malformed" in reading) yield refused(at, reading.malformed);
  else {
    const remark = values.remark(at, schema, kind === "content" ? "json" : "wire", reading.values, sent);
    if (remark) yield remark;
    else if (reading.unescaped === true) yield unclear(at, "Reserved characters in it are not percent-encoded.");
  }
}

/** How a parameter may be read; a text says why that is not known. Undefined where it was not sent. */
function readParameter(
  parameter: Parameter,
  parts: Parts,
  foreign: ReadonlySet<string>,
  values: Values,
): Reading | string | undefined {
  const { in: place, name, serialisation } = parameter;
  if (place === "header") {
    const text = headerOf(parts.request.headers, name);
    return text === undefined ? undefined : headerReading(text, serialisation);
  }
  if (place === "querystring")
    return parts.target.query === "" ? undefined : document(parts.target.query, serialisation);
  const pairs = place === "cookie" ? parts.cookies : parts.query;
  if (serialisation.kind === "content") {
    const raw = place === "path" ? parts.path.get(name) : pairs.find(([key]) => decodeFormText(key) === name)?.[1];
    return raw === undefined ? undefined : document(raw, serialisation);
  }
  const { style, explode, allowReserved, schema } = serialisation;
  if (!STYLES[place]?.includes(style)) return `Style \`${style}\` is not defined there.`;
  if (place === "path") {
    const raw = parts.path.get(name);
    return raw === undefined ? undefined : readPathText(raw, style, explode, name);
  }
  const isObject = (values.types(schema, "wire") & OBJECT) !== 0;
  const properties = isObject && schema ? new Set(values.properties(schema, "wire").keys()) : undefined;
  return readPairs({ name, style, explode, allowReserved, pairs, foreign, properties });
}

function headerReading(text: string, serialisation: Serialisation): Reading | string {
  if (serialisation.kind === "content") return jsonReading(text, serialisation.mediaType);
  return readHeaderText(text, serialisation.style, serialisation.explode);
}

/** A parameter that is a document: percent-encoded as a whole. */
function document(raw: string, serialisation: Serialisation): Reading | string {
  const mediaType = serialisation.kind === "content" ? serialisation.mediaType : "";
  return jsonReading(mediaType.startsWith("application/x-www-form-urlencoded") ? raw : decodeText(raw), mediaType);
}

function jsonReading(text: string, mediaType: string): Reading | string {
  if (!isJsonRange(mediaType)) return `Documents in \`${mediaType}\` are not judged.`;
  const parsed = parseJson(text);
  return parsed ? { values: [parsed.json] } : { malformed: "It is not JSON." };
}
