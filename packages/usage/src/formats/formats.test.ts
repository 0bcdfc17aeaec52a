import { describe, expect, test } from "vitest";
import type { Call, Row } from "../row.ts";
import { dayText } from "../time.ts";
import { LINE_FORMATS, readOptions } from "./index.ts";

/** What a line says, as texts: `method target|template day errors consumer`, or why it cannot be read. */
function read(log: string, lines: string | readonly string[], consumer?: string, fields: readonly string[] = []) {
  const options = readOptions(log, { consumer, fields });
  if ("failure" in options) throw new Error(options.problems[0]?.message);
  const reader = LINE_FORMATS[log]?.reader(options.value);
  return [lines].flat().flatMap((line) => reader?.(line).map(shown) ?? []);
}

function shown(row: Row): string {
  if (typeof row === "string") return row;
  const { method, target, template, day, calls, errors, consumer }: Call = row;
  return `${method} ${target ?? `{${template}}`} ${dayText(day)} ${calls}/${errors} ${consumer}`;
}

const START = '192.0.2.1 - ann [27/Mar/2026:23:30:00 -0100] "GET /a?b=c HTTP/1.1"';

describe("combined", () => {
  test.each([
    [`${START} 200 5 "-" "app/1.2 (x)"`, "GET /a?b=c 2026-03-28 1/0 ann"],
    [`${START} 503 5`, "GET /a?b=c 2026-03-28 1/1 ann"],
    [`${START} - -`, "GET /a?b=c 2026-03-28 1/0 ann"],
    ['192.0.2.1, 192.0.2.2 - - [27/Mar/2026:10:00:00 +0000] "GET /a HTTP/1.1" 200 5', "GET /a 2026-03-27 1/0 null"],
    ['h - caf\\xC3\\xA9 [27/Mar/2026:10:00:00 +0000] "GET /a HTTP/1.1" 200 5', "GET /a 2026-03-27 1/0 café"],
    [`${START} 600 5`, "its status is not a number from 100 to 599"],
    [START.slice(0, -4), "it is not of the combined format"],
    ['h - - [27/Mar/2026:10:00:00 +0000] "- - -" 400 0', "it names no method"],
    ['h - - [31/Feb/2026:10:00:00 +0000] "GET / HTTP/1.1" 200 0', "it has no time that can be read"],
  ])("%s", (line, row) => expect(read("combined", line)).toEqual([row]));

  test("names the client by the product of its agent where that is asked for", () => {
    expect(read("combined", [`${START} 200 5 "-" "app/1.2 (x)"`, `${START} 200 5 "-" "-"`], "agent")).toEqual([
      "GET /a?b=c 2026-03-28 1/0 app",
      "GET /a?b=c 2026-03-28 1/0 null",
    ]);
  });
});

test("json has the usual names, those that are given, and request lines", () => {
  const lines = [
    '{"ts": 1774656000, "request_method": "GET", "uri": "/a", "status": "000", "client_id": 7}',
    '{"time_iso8601": "2026-03-28T00:00:00Z", "request": "GET /a HTTP/1.1", "status": "500"}',
    '{"time": "2026-03-28", "method": "GET", "path": null}',
    "[]",
  ];
  expect(read("json", lines)).toEqual([
    "GET /a 2026-03-28 1/0 7",
    "GET /a 2026-03-28 1/1 null",
    "it names no path",
    "it is not an object in JSON",
  ]);
  const own = '{"at": "2026-03-28", "method": "GET", "path": "/a", "who": {"id": "x"}}';
  expect(read("json", own, "field:who.id", ["time=at"])).toEqual(["GET /a 2026-03-28 1/0 x"]);
});

test("envoy has text of Envoy and of Istio, and JSON", () => {
  const start = '[2026-03-28T10:00:00.000Z] "GET /a HTTP/2" 200 -';
  const lines = [
    `${start} 0 43 2 1 "192.0.2.5" "curl/8.1" "id" "example.org" "192.0.2.9:80"`,
    `${start} via_upstream - "-" 0 43 2 1 "192.0.2.5" "curl/8.1" "id" "example.org" "192.0.2.9:80"`,
    '{"start_time": "2026-03-28T10:00:00Z", "method": "GET", "x-envoy-origin-path": "/a", "response_code": 0}',
    '[2026-03-28T10:00:00.000Z] "- - -" 0 UF 0 0 0 - "-" "-" "-" "-" "-"',
    '[2026-03-28T10:00:00.000Z] "GET /a?b="c" HTTP/2" 503 UF 0 43 2 1 "-" "curl/8.1" "id" "example.org" "-"',
  ];
  expect(read("envoy", lines)).toEqual([
    "GET /a 2026-03-28 1/0 curl",
    "GET /a 2026-03-28 1/0 curl",
    "GET /a 2026-03-28 1/0 null",
    "it names no method",
    'GET /a?b="c" 2026-03-28 1/1 curl',
  ]);
});

test("kong has batches, and consumers by name or id", () => {
  const entry = { request: { method: "GET", uri: "/a" }, response: { status: 200 }, started_at: 1774656000000 };
  const batch = [
    { ...entry, consumer: { username: "ann", id: "1" } },
    { ...entry, authenticated_entity: { consumer_id: { uuid: "2" } } },
    7,
  ];
  expect(read("kong", [JSON.stringify(batch), "[]"])).toEqual([
    "GET /a 2026-03-28 1/0 ann",
    "GET /a 2026-03-28 1/0 2",
    "it is not an object in JSON",
  ]);
});

test("aws-apigw has paths, templates and route keys, bare or nested, and lines of text", () => {
  const start = '"requestTime": "28/Mar/2026:10:00:00 +0000", "status": "200"';
  const lines = [
    `{${start}, "httpMethod": "GET", "resourcePath": "/a/{id}", "apiKeyId": "-", "sub": "ann"}`,
    `{${start}, "routeKey": "GET /a/{id}", "apiKeyId": "-", "context": {"identity": {"apiKeyId": "k"}}}`,
    `{${start}, "httpMethod": "GET", "path": "/a/7", "resourcePath": "/{proxy+}"}`,
    'h - ann [28/Mar/2026:10:00:00 +0000]"GET /a/{id} HTTP/1.1" 200 5 id',
  ];
  expect(read("aws-apigw", lines)).toEqual([
    "GET {/a/{id}} 2026-03-28 1/0 ann",
    "GET {/a/{id}} 2026-03-28 1/0 k",
    "GET /a/7 2026-03-28 1/0 null",
    "GET {/a/{id}} 2026-03-28 1/0 ann",
  ]);
});

test("aws-alb has what the client got, not what the target said", () => {
  const line = (request: string) =>
    `https 2026-03-28T10:00:00.1Z app/a 192.0.2.1:9 192.0.2.2:80 0.1 0.1 0.1 400 500 1 1 "${request}" "app/1" - - arn "-" "-" "-" 0`;
  expect(read("aws-alb", [line("GET https://a.example:443/a?b HTTP/1.1"), line("- - -"), "alb"])).toEqual([
    "GET https://a.example:443/a?b 2026-03-28 1/0 app",
    "it names no method",
    "it is not of the load balancer's format",
  ]);
});

test("otlp has server spans of HTTP, in exports and alone", () => {
  const attribute = (key: string, stringValue: string) => ({ key, value: { stringValue } });
  const span = (kind: unknown, ...attributes: object[]) => ({
    kind,
    startTimeUnixNano: "1774656000000000000",
    attributes,
  });
  const get = attribute("http.request.method", "GET");
  const spans = [
    span(2, get, attribute("url.path", "/a"), { key: "http.response.status_code", value: { intValue: "503" } }),
    span("SPAN_KIND_SERVER", get, attribute("http.route", "/a/{id}"), attribute("user_agent.original", "app/1")),
    span(3, get, attribute("url.full", "https://b.example/")),
    span(2, attribute("rpc.system", "grpc")),
    span(2, get),
  ];
  const resource = { resource: { attributes: [attribute("tenant", "t")] }, scopeSpans: [{ spans }] };
  const rows = ["GET /a 2026-03-28 1/1 null", "GET {/a/{id}} 2026-03-28 1/0 app", "it names no path"];
  expect(read("otlp", JSON.stringify({ resourceSpans: [resource] }))).toEqual(rows);
  expect(read("otlp", [JSON.stringify(resource), '{"resourceLogs": []}', "7"])).toEqual([
    ...rows,
    "it is not an object in JSON",
  ]);
  expect(read("otlp", JSON.stringify(resource), "field:tenant")[0]).toBe("GET /a 2026-03-28 1/1 t");
});

test("counts has CSV and JSON lines, and paths that may be templates", () => {
  const csv = ["day,consumer,method,path,calls,errors", '2026-03-28,"a ""b"", c",GET,/a,5,2', "2026-03-28,,GET,/a,x,0"];
  expect(read("counts", [...csv, "2026-03-28,,GET,/a,1,2", "1,2"])).toEqual([
    'GET /a 2026-03-28 5/2 a "b", c',
    "its calls are not a whole number",
    "its errors are not a whole number up to its calls",
    "it has 2 columns, and the header 6",
  ]);
  const line = '{"day": "2026-03-28", "method": "GET", "template": "/a/{id}", "calls": 3}';
  expect(read("counts", line)).toEqual(["GET {/a/{id}} 2026-03-28 3/0 null"]);
});

test.each([
  ["syslog", undefined, [], "There is no log format `syslog`"],
  ["combined", "field:x", [], "is not in logs of `combined`"],
  ["json", "who", [], "`--consumer who` is not in logs of `json`"],
  ["json", undefined, ["when=at"], "`--field when=at` names no fact"],
  ["kong", undefined, ["time=at"], "The names in logs of `kong` are fixed"],
])("what %s does not have is refused", (log, consumer, fields, message) => {
  const options = readOptions(log, { consumer, fields });
  expect("failure" in options && options.problems[0]?.message).toContain(message);
});
