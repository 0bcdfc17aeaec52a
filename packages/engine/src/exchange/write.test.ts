import { expect, test } from "vitest";
import { writePairs } from "./write.ts";

test.each([
  [true, ["q=a:b/c%26d"]],
  [false, ["q=a%3Ab%2Fc%26d"]],
])("reserved characters allowed: %s", (allowReserved, pairs) => {
  const serialisation = { kind: "style", style: "form", explode: true, allowReserved, schema: undefined } as const;
  expect(writePairs({ name: "q", serialisation }, "a:b/c&d")).toEqual(pairs);
});
