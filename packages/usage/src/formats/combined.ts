import { parseRequestLine, unescapeTarget, unescapeText } from "../request-line.ts";
import { consumerOf, productOf, type Row, rowOf } from "../row.ts";
import { dayOfTime } from "../time.ts";
import { type ConsumerSource, type LineFormat, LONGEST_TEXT } from "./format.ts";

/** From the time on: `[time] "request" status bytes "referer" "agent"`; what comes after the agent is a team's own. */
const REST =
  /\[([^\]]{1,60})\] ?"([^"\\]*(?:\\.[^"\\]*)*)" (\S+)(?: \S+)?(?: (?:"[^"\\]*(?:\\.[^"\\]*)*"|\S+))?(?: "([^"\\]*(?:\\.[^"\\]*)*)")?/y;

/** What a line of the common or combined format says. */
export interface CommonLine {
  readonly ident: string;
  readonly user: string;
  readonly time: string;
  readonly request: string;
  readonly status: string;
  readonly agent: string | undefined;
}

/**
 * Takes a line of NGINX, httpd, or API Gateway's common log format apart; undefined where it is of another form. Before the
 * time stand two words, `ident user`, and before these addresses, which may be a list with blanks.
 */
export function parseCommonLine(line: string): CommonLine | undefined {
  for (let at = line.indexOf(" ["); at >= 0; at = line.indexOf(" [", at + 1)) {
    REST.lastIndex = at + 1;
    const found = REST.exec(line);
    if (found === null) continue;
    const [, time = "", request = "", status = "", agent] = found;
    const [ident = "", user = ""] = line.slice(0, at).split(" ").slice(-2);
    return { ident, user, time, request, status, agent };
  }
  return undefined;
}

/** Access logs of NGINX and httpd. */
export const combined: LineFormat = {
  consumer: { kind: "user" },
  offers: ["user", "agent", "none"],
  longest: LONGEST_TEXT,
  reader:
    ({ consumer }) =>
    (line) => [rowOfLine(line, consumer)],
};

function rowOfLine(line: string, consumer: ConsumerSource): Row {
  const parsed = parseCommonLine(line);
  if (parsed === undefined) return "it is not of the combined format";
  const request = parseRequestLine(parsed.request);
  return rowOf({
    method: request?.method,
    target: request && unescapeTarget(request.target),
    day: dayOfTime(parsed.time),
    status: parsed.status,
    consumer: consumerIn(parsed, consumer),
  });
}

function consumerIn({ user, agent = "" }: CommonLine, { kind }: ConsumerSource): string | null {
  if (kind === "user") return user === '""' ? null : consumerOf(unescapeText(user));
  return kind === "agent" ? productOf(unescapeText(agent)) : null;
}
