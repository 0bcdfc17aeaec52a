import { expect, test } from "vitest";
import { shownOperations } from "./shown-operations.ts";

const users = { method: "GET", path: "/users", direction: "response" } as const;
const found = { ...users, status: "200", at: "/0/id" };
const failed = { ...users, status: "404", at: "/id" };

test("of several responses the first is shown, or the one that the witness is of", () => {
  expect(shownOperations([found, failed], undefined)).toEqual([found]);
  const witness = {
    value: { id: null },
    acceptedBy: "head",
    refusedBy: "base",
    reason: "`/id` is refused by `type`.",
  } as const;
  expect(shownOperations([found, failed], witness)).toEqual([failed]);
});

test("requests, parameters and other operations stand for themselves", () => {
  const others = [
    { ...users, direction: "request", at: "query.limit" },
    { ...users, direction: "request", at: "query.offset" },
    { ...users, method: "PUT", direction: "request", at: "/id" },
  ] as const;
  expect(shownOperations([found, ...others], undefined)).toEqual([found, ...others]);
});
