import { describe, expect, test } from "vitest";
import { judgeByFragment, requestOf } from "../testing/exchange.ts";

const INTEGERS = { type: "array", items: { type: "integer" } };
const POINT = { type: "object", properties: { x: { type: "integer" }, y: { type: "integer" } }, required: ["x"] };
const CLOSED = { ...POINT, additionalProperties: false };
const FORM = { type: "object", required: ["n"], properties: { n: { type: "integer" }, tags: INTEGERS, at: CLOSED } };
const part = (name: string, type: string | undefined, text: string, more = "") =>
  `--b\r\ncontent-disposition: form-data; name="${name}"\r\n${type ? `content-type: ${type}\r\n` : ""}${more}\r\n${text}\r\n`;
const HEADED = {
  "multipart/form-data": {
    schema: FORM,
    encoding: { n: { headers: { "X-Size": { required: true, schema: { type: "integer" } }, "X-Note": {} } } },
  },
};
const ANY = { schema: {} };

/** Content of a body, a `Content-Type`, a body, and what is said of it. */
const BODIES: readonly (readonly [string, object, string, string | undefined, string])[] = [
  ["JSON", { "application/json": { schema: CLOSED } }, "application/json", '{"x":1}', "accepted"],
  [
    "JSON in UTF-8",
    { "application/json": { schema: CLOSED } },
    "application/json; charset=UTF-8",
    '{"x":1}',
    "accepted",
  ],
  ["JSON of another type", { "application/json": { schema: CLOSED } }, "application/json", '{"x":"a"}', "body/x"],
  ["JSON that is none", { "application/json": {} }, "application/json", "{", "body"],
  ["no body", { "application/json": {} }, "application/json", undefined, "body"],
  ["another media type", { "application/json": {} }, "text/csv", "a", "content-type"],
  ["a range", { "text/*": {} }, "text/csv", "a", "accepted"],
  ["the closest range", { "*/*": { schema: false }, "text/*": {} }, "text/csv", "a", "accepted"],
  ["a suffix", { "application/*+json": { schema: CLOSED } }, "application/a+json", '{"x":"a"}', "body/x"],
  ["text", { "text/plain": { schema: { type: "integer" } } }, "text/plain", "7", "accepted"],
  ["text of another type", { "text/plain": { schema: { type: "integer" } } }, "text/plain", "a", "body"],
  [
    "lines",
    { "application/x-ndjson": { itemSchema: CLOSED } },
    "application/x-ndjson",
    '{"x":1}\n{"x":"a"}\n',
    "body/1/x",
  ],
  ["XML", { "application/xml": { schema: CLOSED } }, "application/xml", "<a/>", "body?"],
  ["XML of which nothing is said", { "application/xml": {} }, "application/xml", "<a/>", "accepted"],
  [
    "a form",
    { "application/x-www-form-urlencoded": { schema: FORM } },
    "application/x-www-form-urlencoded",
    "n=1&tags=1&tags=2",
    "accepted",
  ],
  [
    "a form with JSON",
    { "application/x-www-form-urlencoded": { schema: FORM } },
    "application/x-www-form-urlencoded",
    'n=1&at={"x":1}',
    "accepted",
  ],
  [
    "a form of another type",
    { "application/x-www-form-urlencoded": { schema: FORM } },
    "application/x-www-form-urlencoded",
    "n=a",
    "body/n",
  ],
  [
    "a form that lacks a field",
    { "application/x-www-form-urlencoded": { schema: FORM } },
    "application/x-www-form-urlencoded",
    "tags=1",
    "body",
  ],
  [
    "parts",
    { "multipart/form-data": { schema: FORM } },
    "multipart/form-data; boundary=b",
    `${part("n", undefined, "1")}${part("at", "application/json", '{"x":1}')}--b--`,
    "accepted",
  ],
  [
    "a part in another media type",
    { "multipart/form-data": { schema: FORM } },
    "multipart/form-data; boundary=b",
    `${part("n", "image/png", "1")}--b--`,
    "body/n",
  ],
  [
    "a part in the media type of its encoding",
    { "multipart/form-data": { schema: FORM, encoding: { n: { contentType: "image/png, text/x" } } } },
    "multipart/form-data; boundary=b",
    `${part("n", "text/x", "1")}--b--`,
    "accepted",
  ],
  [
    "a part with its header",
    HEADED,
    "multipart/form-data; boundary=b",
    `${part("n", undefined, "1", "x-size: 5\r\n")}--b--`,
    "accepted",
  ],
  [
    "a part with another value in its header",
    HEADED,
    "multipart/form-data; boundary=b",
    `${part("n", undefined, "1", "X-SIZE: five\r\n")}--b--`,
    "body/n.header.X-Size",
  ],
  [
    "a part without its header",
    HEADED,
    "multipart/form-data; boundary=b",
    `${part("n", undefined, "1")}--b--`,
    "body/n.header.X-Size",
  ],
  [
    "a part in XML",
    { "multipart/form-data": { schema: FORM, encoding: { at: { contentType: "application/xml" } } } },
    "multipart/form-data; boundary=b",
    `${part("n", undefined, "1")}${part("at", "application/xml", "<at/>")}--b--`,
    "body?",
  ],
  [
    "a file in XML",
    {
      "multipart/form-data": {
        schema: { type: "object", properties: { file: { type: "string", format: "binary" } } },
      },
    },
    "multipart/form-data; boundary=b",
    `${part("file", "application/xml", "<at/>")}--b--`,
    "accepted",
  ],
  ["YAML", { "application/yaml": ANY }, "application/yaml", "a", "body?"],
  ["YAML as text", { "text/yaml": { schema: { type: "string" } } }, "text/yaml", "a", "body?"],
  ["YAML of a vendor", { "text/vnd.yaml": ANY }, "text/vnd.yaml", "a", "body?"],
  ["YAML by its suffix", { "application/a+yaml": ANY }, "application/a+yaml", "a", "body?"],
  ["XML as text", { "text/xml": { schema: { type: "string" } } }, "text/xml; charset=utf-8", "a", "body?"],
  ["CBOR", { "application/cbor": { schema: { type: "string" } } }, "application/cbor", "a", "body?"],
  ["CBOR by its suffix", { "application/a+cbor": ANY }, "application/a+cbor", "a", "body?"],
  ["MessagePack", { "application/msgpack": { schema: { type: "string" } } }, "application/msgpack", "a", "body?"],
  [
    "a sequence that is not read",
    { "application/json-seq": { itemSchema: CLOSED } },
    "application/json-seq",
    "",
    "body?",
  ],
  ["events", { "text/event-stream": { itemSchema: CLOSED } }, "text/event-stream", "data: 1", "body?"],
  ["items of XML", { "application/xml": { itemSchema: CLOSED } }, "application/xml", "<a/>", "body?"],
  ["items of JSON", { "application/json": { itemSchema: CLOSED } }, "application/json", "[1]", "body?"],
  ["items of text", { "text/plain": { itemSchema: { type: "integer" } } }, "text/plain", "a", "body?"],
  ["parts without a boundary", { "multipart/form-data": { schema: FORM } }, "multipart/form-data", "", "body"],
  [
    "what is not sent in a request",
    {
      "application/json": {
        schema: { type: "object", required: ["id"], properties: { id: { type: "integer", readOnly: true } } },
      },
    },
    "application/json",
    "{}",
    "accepted",
  ],
];

describe("the body of a request", () => {
  test.each(BODIES)("%s", async (_, content, type, body, expected) => {
    const fragment = { "post /": { requestBody: { required: true, content } } };
    const sent = requestOf("POST /", { headers: { "Content-Type": type }, ...(body !== undefined && { body }) });
    expect(await judgeByFragment(fragment, { request: sent, response: null })).toBe(expected);
  });

  test("is refused where none is described", async () => {
    expect(
      await judgeByFragment({ "post /": {} }, { request: requestOf("POST /", { body: "a" }), response: null }),
    ).toBe("body");
  });
});
