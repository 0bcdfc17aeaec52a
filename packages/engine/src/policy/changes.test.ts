import { expect, test } from "vitest";
import { findPolicyChanges } from "./changes.ts";

const orders = { name: "orders", spec: "api.yaml" };

test.each([
  ["nothing", { contracts: [orders], rules: { a: "off" } }, { rules: { a: "off" }, contracts: [orders] }, []],
  ["a setting", { policy: { preset: "core" } }, { policy: { preset: "strict" } }, ["/policy/preset core strict"]],
  ["a new part", {}, { rules: { a: "off" } }, ['/rules undefined {"a":"off"}']],
  ["a dial", { rules: { a: "off", b: "warn" } }, { rules: { a: "off" } }, ["/rules/b warn undefined"]],
  ["an id with a slash", { rules: { "a/b": "off" } }, { rules: { "a/b": "warn" } }, ["/rules/a~1b off warn"]],
  ["the order of dials", { rules: { a: 1, b: 2 } }, { rules: { b: 2, a: 1 } }, ['/rules {"a":1,"b":2} {"b":2,"a":1}']],
  [
    "overrides",
    { overrides: [{ rules: { a: 1, b: 2 } }] },
    { overrides: [{ rules: { b: 2, a: 1 } }] },
    [expect.stringMatching(/^\/overrides /)],
  ],
  [
    "the order of contracts",
    { contracts: [orders, { name: "b", spec: "b" }] },
    { contracts: [{ name: "b", spec: "b" }, orders] },
    [],
  ],
  [
    "a contract's base",
    { contracts: [orders] },
    { contracts: [{ ...orders, base: "x" }] },
    ["/contracts/orders/base undefined x"],
  ],
  ["a contract", { contracts: [orders] }, { contracts: [] }, ['/contracts/orders {"spec":"api.yaml"} undefined']],
  [
    "who answers, and where waivers are",
    { contracts: [orders] },
    { contracts: [{ ...orders, owner: "a", baseline: "b" }] },
    [],
  ],
])("%s", (_, base, head, expected) => {
  const text = (value: unknown) => (typeof value === "string" ? value : JSON.stringify(value));
  const found = findPolicyChanges(base, head).map(({ path, from, to }) => `${path} ${text(from)} ${text(to)}`);
  expect(found).toEqual(expected);
});
