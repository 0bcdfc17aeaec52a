import { firstOf, isObject, type JsonObject, parseJson, valueAt } from "../json-value.ts";
import { consumerOf, productOf, type Row, rowOf } from "../row.ts";
import { dayOfTime } from "../time.ts";
import { type ConsumerSource, type LineFormat, LONGEST_BATCH } from "./format.ts";

const USERS = [
  "consumer.username",
  "consumer.custom_id",
  "consumer.id",
  "authenticated_entity.consumer_id.uuid",
  "authenticated_entity.consumer_id",
];
const PATHS = ["request.uri", "request.url"];
const AGENTS = ["request.headers.user-agent", "request.headers.User-Agent"];

/** Log entries of Kong's `http-log` and `file-log`; a line that is an array holds several. */
export const kong: LineFormat = {
  consumer: { kind: "user" },
  offers: ["user", "agent", "field", "none"],
  longest: LONGEST_BATCH,
  reader:
    ({ consumer }) =>
    (line) => {
      const value = parseJson(line);
      return Array.isArray(value) ? value.map((entry) => rowOfEntry(entry, consumer)) : [rowOfEntry(value, consumer)];
    },
};

function rowOfEntry(entry: unknown, consumer: ConsumerSource): Row {
  if (!isObject(entry)) return "it is not an object in JSON";
  return rowOf({
    method: valueAt(entry, "request.method"),
    target: firstOf(entry, PATHS),
    day: dayOfTime(entry["started_at"]),
    status: valueAt(entry, "response.status"),
    consumer: consumerIn(entry, consumer),
  });
}

function consumerIn(entry: JsonObject, consumer: ConsumerSource): string | null {
  if (consumer.kind === "field") return consumerOf(valueAt(entry, consumer.name));
  if (consumer.kind === "agent") return productOf(firstOf(entry, AGENTS));
  if (consumer.kind === "none") return null;
  for (const name of USERS) {
    const found = consumerOf(valueAt(entry, name));
    if (found !== null) return found;
  }
  return null;
}
