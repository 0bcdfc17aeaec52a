import { expect, test } from "vitest";
import { statusesOf, typesOfRange } from "./samples.ts";

test.each([
  ["404", ["404"], "404"],
  ["2XX", ["200"], "201"],
  ["4XX", ["4XX"], "400"],
  // Where no success is described, `default` stands for one.
  ["default", ["404"], "200"],
  ["default", ["200"], "500"],
  ["default", ["200", "5XX"], "400"],
])("the plainest status of %s beside %j is %s", (status, others, first) => {
  expect(statusesOf(status, others)[0]).toBe(first);
});

test.each([
  ["text/csv", "text/csv"],
  ["text/*;q=1", "text/plain;q=1"],
  ["application/*+json", "application/a+json"],
  ["*/*", "application/json"],
])("the plainest type of %s is %s", (range, first) => {
  expect(typesOfRange(range)[0]).toBe(first);
});
