import { firstOf, isObject, type JsonObject, parseJson, valueAt } from "../json-value.ts";
import { parseRequestLine } from "../request-line.ts";
import { consumerOf, productOf, type Row, rowOf } from "../row.ts";
import { dayOfTime } from "../time.ts";
import { parseCommonLine } from "./combined.ts";
import { type ConsumerSource, type LineFormat, LONGEST_TEXT } from "./format.ts";

/** Where a fact stands: bare, or as `$context` nests it. */
const nested = (...names: readonly string[]) => [...names, ...names.map((name) => `context.${name}`)];

/** Who called, the most certain first. */
const USERS = [
  ...nested("apiKeyId", "identity.apiKeyId"),
  ...nested("sub", "authorizer.claims.sub", "authorizer.jwt.claims.sub"),
  ...nested("principalId", "authorizer.principalId"),
  ...nested("user", "identity.user"),
  ...nested("caller", "identity.caller"),
];
const AGENTS = nested("userAgent", "identity.userAgent");

/** Access logs of AWS API Gateway, in JSON and in the common log format; lines of both may be mixed. */
export const awsApigw: LineFormat = {
  consumer: { kind: "user" },
  offers: ["user", "agent", "field", "none"],
  longest: LONGEST_TEXT,
  reader:
    ({ consumer }) =>
    (line) => [line.trimStart().startsWith("{") ? rowOfJson(line, consumer) : rowOfText(line, consumer)],
};

function rowOfJson(line: string, consumer: ConsumerSource): Row {
  const row = parseJson(line);
  if (!isObject(row)) return "it is not an object in JSON";
  // HTTP APIs have one text for both: `GET /users/{id}`.
  const route = routeOf(firstOf(row, nested("routeKey")));
  return rowOf({
    method: firstOf(row, nested("httpMethod")) ?? route?.method,
    target: firstOf(row, nested("path")),
    template: firstOf(row, nested("resourcePath")) ?? route?.path,
    day: dayOfTime(firstOf(row, nested("requestTime", "requestTimeEpoch"))),
    status: firstOf(row, nested("status")),
    consumer: consumerIn(row, consumer),
  });
}

function routeOf(key: unknown): { readonly method: string; readonly path: string } | undefined {
  const [, method, path] = typeof key === "string" ? (/^(\S+) (\/.*)$/.exec(key) ?? []) : [];
  return method === undefined || path === undefined ? undefined : { method, path };
}

function consumerIn(row: JsonObject, consumer: ConsumerSource): string | null {
  if (consumer.kind === "field") return consumerOf(valueAt(row, consumer.name));
  if (consumer.kind === "agent") return productOf(firstOf(row, AGENTS));
  if (consumer.kind === "none") return null;
  for (const name of USERS) {
    const found = consumerOf(valueAt(row, name));
    if (found !== null) return found;
  }
  return null;
}

/** The request line of the text form has `$context.resourcePath`, a template, or where a team prefers it the path. */
function rowOfText(line: string, { kind }: ConsumerSource): Row {
  const parsed = parseCommonLine(line);
  if (parsed === undefined) return "it is neither JSON nor of the common log format";
  const request = parseRequestLine(parsed.request);
  const row = rowOf({
    method: request?.method,
    target: request?.target,
    day: dayOfTime(parsed.time),
    status: parsed.status,
    consumer: kind === "user" ? (consumerOf(parsed.user) ?? consumerOf(parsed.ident)) : null,
  });
  if (typeof row === "string") return row;
  return { ...row, target: row.target?.includes("{") ? undefined : row.target, template: row.target };
}
