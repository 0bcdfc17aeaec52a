import { expect, test } from "vitest";
import { pointerName } from "./pointer-name.ts";

test.each([
  ["", "The description"],
  ["/info", "`info`"],
  ["/paths/~1users", "`/users`"],
  ["/paths/~1users/get/parameters/2", "An item of `parameters`"],
  ["/paths/~1users/get/responses/200", "`200`"],
])("the place %j is called %s", (pointer, name) => {
  expect(pointerName(pointer)).toBe(name);
});
