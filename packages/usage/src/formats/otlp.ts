import { isObject, type JsonObject, parseJson } from "../json-value.ts";
import { consumerOf, productOf, type Row, rowOf } from "../row.ts";
import { dayOfNanoseconds } from "../time.ts";
import { type ConsumerSource, type LineFormat, LONGEST_BATCH } from "./format.ts";

/** Names of OpenTelemetry's semantic conventions for HTTP, those of today before those of old. */
export const METHODS = ["http.request.method", "http.method"];
export const PATHS = ["url.path", "http.target", "url.full", "http.url"];
export const STATUSES = ["http.response.status_code", "http.status_code"];
export const AGENTS = ["user_agent.original", "http.user_agent"];
export const TEMPLATES = ["http.route"];

/** What other exports of OpenTelemetry hold: they have no rows. */
const NO_SPANS = ["resourceLogs", "resourceMetrics"];

/** OTLP in JSON lines: an export, or what one resource sent. Spans of kind SERVER with an HTTP method are rows. */
export const otlp: LineFormat = {
  consumer: { kind: "agent" },
  offers: ["agent", "field", "none"],
  longest: LONGEST_BATCH,
  reader:
    ({ consumer }) =>
    (line) => {
      const value = parseJson(line);
      if (!isObject(value)) return ["it is not an object in JSON"];
      const resources = value["resourceSpans"] ?? (isResource(value) ? [value] : undefined);
      if (Array.isArray(resources)) return resources.flatMap((each) => rowsOfResource(each, consumer));
      return NO_SPANS.some((key) => key in value) || Object.keys(value).length === 0
        ? []
        : ["it is not an export of OpenTelemetry"];
    },
};

function isResource(value: JsonObject): boolean {
  return "scopeSpans" in value || "instrumentationLibrarySpans" in value;
}

function rowsOfResource(resource: unknown, consumer: ConsumerSource): Row[] {
  if (!isObject(resource)) return ["what a resource sent is not an object"];
  const common = attributesOf(resource["resource"]);
  return [resource["scopeSpans"], resource["instrumentationLibrarySpans"]]
    .flatMap((scopes) => (Array.isArray(scopes) ? scopes : []))
    .flatMap((scope) => (isObject(scope) && Array.isArray(scope["spans"]) ? scope["spans"] : []))
    .flatMap((span) => (isServer(span) ? rowsOfSpan(span, common, consumer) : []));
}

function isServer(span: unknown): span is JsonObject {
  return isObject(span) && (span["kind"] === 2 || span["kind"] === "SPAN_KIND_SERVER");
}

type Attributes = ReadonlyMap<string, unknown>;

function rowsOfSpan(span: JsonObject, common: Attributes, consumer: ConsumerSource): Row[] {
  const attributes = attributesOf(span);
  const method = firstIn(attributes, METHODS);
  if (method === undefined) return [];
  return [
    rowOf({
      method,
      target: firstIn(attributes, PATHS),
      template: firstIn(attributes, TEMPLATES),
      day: dayOfNanoseconds(span["startTimeUnixNano"]),
      status: numberOf(firstIn(attributes, STATUSES)),
      consumer: consumerIn(attributes, common, consumer),
    }),
  ];
}

function consumerIn(attributes: Attributes, common: Attributes, consumer: ConsumerSource): string | null {
  if (consumer.kind === "agent") return productOf(firstIn(attributes, AGENTS));
  return consumer.kind === "field" ? consumerOf(attributes.get(consumer.name) ?? common.get(consumer.name)) : null;
}

function firstIn(attributes: Attributes, names: readonly string[]): unknown {
  return names.map((name) => attributes.get(name)).find((value) => value !== undefined);
}

/** Integers are written as numbers, or as texts (protobuf's JSON mapping). */
export function numberOf(value: unknown): unknown {
  return typeof value === "string" && /^\d{1,3}$/.test(value) ? Number(value) : value;
}

function attributesOf(holder: unknown): Attributes {
  const list = isObject(holder) ? holder["attributes"] : undefined;
  const found = new Map<string, unknown>();
  for (const entry of Array.isArray(list) ? list : []) {
    if (!isObject(entry) || typeof entry["key"] !== "string" || !isObject(entry["value"])) continue;
    const { stringValue, intValue, doubleValue, boolValue } = entry["value"];
    found.set(entry["key"], stringValue ?? intValue ?? doubleValue ?? boolValue);
  }
  return found;
}
