import { firstOf, isObject, parseJson, valueAt } from "../json-value.ts";
import { parseRequestLine } from "../request-line.ts";
import { consumerOf, productOf, type Row, rowOf } from "../row.ts";
import { dayOfTime } from "../time.ts";
import { type ConsumerSource, type LineFormat, LONGEST_TEXT } from "./format.ts";

/**
 * `[time] "request" status flags ...`, Envoy's default format and Istio's, which has two words and a text more. Envoy escapes
 * nothing: quotes may stand in the request, which ends before the status.
 */
const LINE = /^\[([^\]]+)\] "(.*?)" (\d+|-) (\S+) (\S+)(.*)$/;
const QUOTED = /"([^"]*)"/g;

const PATHS = ["path", "x-envoy-original-path", "x-envoy-origin-path"];
const AGENTS = ["user_agent", "user-agent"];

/** Access logs of Envoy, Istio and Envoy Gateway; lines of text and of JSON may be mixed. */
export const envoy: LineFormat = {
  consumer: { kind: "agent" },
  offers: ["agent", "field", "none"],
  longest: LONGEST_TEXT,
  reader:
    ({ consumer }) =>
    (line) => [line.trimStart().startsWith("{") ? rowOfJson(line, consumer) : rowOfText(line, consumer)],
};

function rowOfText(line: string, consumer: ConsumerSource): Row {
  const found = LINE.exec(line);
  if (found === null) return "it is not of Envoy's format";
  const [, time, text = "", status, , next = "", rest = ""] = found;
  const request = parseRequestLine(text);
  const quoted = [...rest.matchAll(QUOTED)].map(([, value]) => value);
  // Envoy has bytes next, a number; Istio has details, and the reason of a failure before the addresses.
  const agent = quoted[/^\d+$/.test(next) ? 1 : 2];
  return rowOf({
    method: request?.method,
    target: request?.target,
    day: dayOfTime(time),
    status,
    consumer: consumer.kind === "agent" ? productOf(agent) : null,
  });
}

function rowOfJson(line: string, consumer: ConsumerSource): Row {
  const row = parseJson(line);
  if (!isObject(row)) return "it is not an object in JSON";
  return rowOf({
    method: row["method"],
    target: firstOf(row, PATHS),
    day: dayOfTime(row["start_time"]),
    status: row["response_code"],
    consumer:
      consumer.kind === "field"
        ? consumerOf(valueAt(row, consumer.name))
        : consumer.kind === "agent"
          ? productOf(firstOf(row, AGENTS))
          : null,
  });
}
