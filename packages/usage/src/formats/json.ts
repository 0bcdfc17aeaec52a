import { firstOf, isObject, type JsonObject, parseJson, valueAt } from "../json-value.ts";
import { parseRequestLine } from "../request-line.ts";
import { consumerOf, productOf, type Row, rowOf } from "../row.ts";
import { dayOfTime } from "../time.ts";
import { type ConsumerSource, type FieldName, type LineFormat, LONGEST_BATCH, type ReadOptions } from "./format.ts";

/** Names that each fact usually has; the first that is there holds. */
const USUAL: Readonly<Record<FieldName, readonly string[]>> = {
  time: ["time", "timestamp", "@timestamp", "ts", "time_iso8601", "time_local", "msec", "start_time"],
  method: ["method", "request_method", "http_method"],
  path: ["path", "uri", "request_uri", "url", "target"],
  status: ["status", "status_code", "response_code"],
  agent: ["user_agent", "http_user_agent", "user-agent", "agent"],
  consumer: ["consumer", "consumer_id", "client_id", "api_key_id"],
};
/** Names of who was authenticated. */
export const USER_NAMES: readonly string[] = ["user", "remote_user"];

/** The names of each fact, a team's own instead of the usual. */
export function namesOf(fields: ReadOptions["fields"]): Readonly<Record<FieldName, readonly string[]>> {
  const own = Object.entries(fields).map(([fact, name]) => [fact, [name]]);
  return { ...USUAL, ...Object.fromEntries(own) };
}

/** JSON lines: an object for each request. */
export const json: LineFormat = {
  consumer: { kind: "usual" },
  offers: ["user", "agent", "field", "none", "usual"],
  longest: LONGEST_BATCH,
  reader: (options) => {
    const read = objectReader(options);
    return (line) => [read(parseJson(line))];
  },
};

/** Reads an object as a request. */
export function objectReader({ consumer, fields }: ReadOptions): (value: unknown) => Row {
  const names = namesOf(fields);
  const who = consumerReader(consumer, names);
  return (value) => {
    if (!isObject(value)) return "it is not an object in JSON";
    const [method, target] = [firstOf(value, names.method), firstOf(value, names.path)];
    const line = value["request"];
    const request =
      (method === undefined || target === undefined) && typeof line === "string" ? parseRequestLine(line) : undefined;
    return rowOf({
      method: method ?? request?.method,
      target: target ?? request?.target,
      day: dayOfTime(firstOf(value, names.time)),
      status: firstOf(value, names.status),
      consumer: who(value),
    });
  };
}

/** Reads who sent a request. */
export function consumerReader(
  consumer: ConsumerSource,
  names: Readonly<Record<FieldName, readonly string[]>>,
): (value: JsonObject) => string | null {
  switch (consumer.kind) {
    case "field":
      return (value) => consumerOf(valueAt(value, consumer.name));
    case "agent":
      return (value) => productOf(firstOf(value, names.agent));
    case "user":
      // A name that says that there is nobody leaves it to the next one.
      return (value) =>
        USER_NAMES.map((name) => consumerOf(valueAt(value, name))).find((found) => found !== null) ?? null;
    case "usual":
      return (value) => consumerOf(firstOf(value, names.consumer));
    case "none":
      return () => null;
  }
}
