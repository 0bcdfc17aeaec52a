import { parseRequestLine, unescapeTarget, unescapeText } from "../request-line.ts";
import { productOf, type Row, rowOf } from "../row.ts";
import { dayOfTime } from "../time.ts";
import { type ConsumerSource, type LineFormat, LONGEST_TEXT } from "./format.ts";

/** Type, time, balancer, client, target, three durations, `elb_status_code`, the target's status, bytes, request, agent. */
const LINE = /^\S+ (\S+) (?:\S+ ){6}(\S+) (?:\S+ ){3}"((?:[^"\\]|\\.)*)"(?: "((?:[^"\\]|\\.)*)")?/;

/** Access logs of AWS Application Load Balancers. */
export const awsAlb: LineFormat = {
  consumer: { kind: "agent" },
  offers: ["agent", "none"],
  longest: LONGEST_TEXT,
  reader:
    ({ consumer }) =>
    (line) => [rowOfLine(line, consumer)],
};

function rowOfLine(line: string, { kind }: ConsumerSource): Row {
  const found = LINE.exec(line);
  if (found === null) return "it is not of the load balancer's format";
  const [, time, status, text = "", agent = ""] = found;
  const request = parseRequestLine(text);
  return rowOf({
    method: request?.method,
    target: request && unescapeTarget(request.target),
    day: dayOfTime(time),
    status,
    consumer: kind === "agent" ? productOf(unescapeText(agent)) : null,
  });
}
