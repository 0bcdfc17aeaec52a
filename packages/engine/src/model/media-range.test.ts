import { expect, test } from "vitest";
import { closestRange, isJsonRange, isXmlRange, normaliseRange, rangesOf } from "./media-range.ts";

test.each([
  ["Application/JSON", "application/json"],
  [" text/plain ; Charset = UTF-8 ", "text/plain;charset=utf-8"],
  ['text/plain;charset="UTF-8"', "text/plain;charset=utf-8"],
  ["a/b;version=V1", "a/b;version=V1"],
  ["a/b; z=1; a=2", "a/b;a=2;z=1"],
  ["a/b;", "a/b"],
])("%s is %s", (range, normal) => expect(normaliseRange(range)).toBe(normal));

test.each([
  ["application/json", ["*/*", "application/*", "application/json"], "application/json"],
  ["application/json", ["*/*", "application/*"], "application/*"],
  ["application/json;charset=utf-8", ["application/json"], "application/json"],
  ["application/json;v=1", ["application/json", "application/json;v=1"], "application/json;v=1"],
  ["application/json", ["application/json;v=1"], undefined],
  ["application/hal+json", ["application/*", "application/*+json"], "application/*+json"],
  ["text/hal+json", ["application/*+json"], undefined],
  ["application/json", ["text/*"], undefined],
])("%s of %j: %s", (range, candidates, closest) =>
  expect(
    closestRange(
      candidates.map((each) => ({ range: each })),
      range,
    )?.range,
  ).toBe(closest),
);

test.each([
  ["application/json, text/*;q=0.5", ["application/json", "text/*"]],
  ["application/json;q=0, */*", ["*/*"]],
  ["text/plain; q=0.000,", []],
])("%s accepts %j", (accept, ranges) => expect(rangesOf(accept)).toEqual(ranges));

test.each([
  ["application/json;v=1", true, false],
  ["application/problem+json", true, false],
  ["application/jsonp", false, false],
  ["application/x-ndjson", true, false],
  ["text/xml", false, true],
  ["image/svg+xml", false, true],
  ["application/xmlish", false, false],
])("%s: JSON %s, XML %s", (range, json, xml) => expect([isJsonRange(range), isXmlRange(range)]).toEqual([json, xml]));
