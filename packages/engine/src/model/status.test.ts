import { expect, test } from "vitest";
import { maySucceed, responseFor } from "./status.ts";

const responses = (statuses: string) => statuses.split(" ").map((status) => ({ status }));

test.each([
  ["200 2XX default", "200", "200"],
  ["2XX default", "200", "2XX"],
  ["404 default", "200", "default"],
  ["2XX 4XX", "404", "4XX"],
  ["200", "201", undefined],
  ["200", "default", undefined],
])("of %s, %s is described by %s", (declared, status, expected) => {
  expect(responseFor(responses(declared), status)?.status).toBe(expected);
});

test.each([
  ["200", "200 default", true],
  ["2XX", "2XX", true],
  ["default", "default", true],
  ["default", "default 404", true],
  ["default", "default 201", false],
  ["404", "404", false],
])("%s of %s may be a success: %s", (status, declared, expected) => {
  expect(maySucceed(status, responses(declared))).toBe(expected);
});
