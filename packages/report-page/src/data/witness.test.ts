import type { FindingDocument } from "@concordat/engine/page";
import { expect, test } from "vitest";
import { findingOf } from "../testing/documents.ts";
import { reachWords, showWitness, witnessParts } from "./witness.ts";

type Reach = FindingDocument["operations"][number];
const witnessOf = (value: unknown) => ({ value, acceptedBy: "base", refusedBy: "head", reason: "" }) as const;
const body: Reach = { method: "POST", path: "/bookings", direction: "request", at: "/stay/guests" };
const response: Reach = { ...body, direction: "response", status: "200", at: "" };
const texts = (value: unknown, reach: Reach | undefined) => {
  const { title, lines, curl } = showWitness(witnessOf(value), reach);
  return { title, lines: lines.map(({ text, isMarked }) => (isMarked ? `${text} <` : text)), curl };
};

test("a value within a body marks what the finding is about", () => {
  expect(texts({ a: [], stay: { guests: 13, "x/y": "z" } }, body)).toEqual({
    title: "Request body of POST /bookings",
    lines: ["{", '  "a": [],', '  "stay": {', '    "guests": 13, <', '    "x/y": "z"', "  }", "}"],
    curl: undefined,
  });
});

test("a parameter is called by its place", () => {
  expect(texts(7, { ...body, at: "query.limit" })).toMatchObject({
    title: "Query parameter limit of POST /bookings",
    lines: ["7"],
  });
});

test("a request is shown as it is sent, and can be sent from a shell", () => {
  const value = {
    method: "POST",
    url: "/a?q='",
    headers: { "content-type": "application/json" },
    body: { it: "it's" },
  };
  expect(texts(value, body)).toEqual({
    title: "Request",
    lines: ["POST /a?q='", "content-type: application/json", "", "{", '  "it": "it\'s"', "}"],
    curl: `curl -X 'POST' '/a?q='\\''' -H 'content-type: application/json' --data-raw '{"it":"it'\\''s"}'`,
  });
});

test("a response is shown with its status; a value that only looks like one is a value", () => {
  expect(texts({ status: "404", headers: { etag: ["a", "b"] } }, response)).toMatchObject({
    title: "Response of POST /bookings",
    lines: ["HTTP 404", "etag: a", "etag: b"],
  });
  expect(texts({ status: "404", name: "x" }, response).title).toBe("Response body of POST /bookings (200)");
  expect(texts({ status: "404" }, body).title).toBe("Request body of POST /bookings");
});

test("of a long witness the lines around what is marked are shown", () => {
  const value = { ...Object.fromEntries(Array.from({ length: 100 }, (_, i) => [`k${i}`, i])), stay: { guests: 13 } };
  const { lines } = showWitness(witnessOf(value), body);
  const parts = witnessParts(lines);
  expect(parts).toMatchObject([{ leftOut: 0, lines: { length: 3 } }, { leftOut: 93 }]);
  expect(parts[1]?.lines.some(({ isMarked }) => isMarked)).toBe(true);
  expect(witnessParts(lines.slice(0, 20))).toHaveLength(1);
});

test.each([
  [body, "request body, at /stay/guests"],
  [{ ...response, mediaType: "application/json" }, "response 200, application/json"],
  [{ ...body, at: "header.X-Key" }, "header parameter X-Key"],
  [{ ...response, at: "header.ETag" }, "header ETag"],
] as const)("where something is, in words: %j", (reach, words) => {
  expect(reachWords(reach)).toBe(words);
});

test("a finding without operations shows a value", () => {
  const { witness } = findingOf();
  expect(witness && showWitness(witness, undefined).title).toBe("Value");
});
