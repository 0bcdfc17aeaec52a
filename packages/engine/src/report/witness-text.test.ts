import type { Json } from "@concordat/containment/internal";
import { expect, test } from "vitest";
import type { Reach, Witness } from "../finding/finding.ts";
import type { Ruling } from "../policy/ruling.ts";
import { showWitness } from "./witness-text.ts";

const REQUEST: Reach = { method: "POST", path: "/orders", direction: "request", mediaType: "application/json" };
const RESPONSE: Reach = { method: "GET", path: "/orders", direction: "response", status: "200" };

interface Case {
  readonly value: Json;
  readonly reason?: string;
  readonly reach?: Partial<Reach> & Pick<Reach, "direction">;
  readonly data?: Ruling["data"];
  readonly parameter?: { readonly in: string; readonly name: string };
  readonly proof?: Ruling["proof"];
  readonly sides?: Pick<Witness, "acceptedBy" | "refusedBy">;
}

function shown({
  value,
  reason = "It is refused.",
  reach = REQUEST,
  data = {},
  parameter,
  proof = "witness",
  sides,
}: Case) {
  const operation = reach.direction === "request" ? REQUEST : RESPONSE;
  const { mediaType: _, ...bare } = { ...operation, ...reach };
  const ruling = {
    proof,
    data,
    address: { file: undefined, steps: parameter ? ["paths", "/orders", "get", "parameters", parameter] : [] },
    operations: [parameter ? bare : { ...operation, ...reach }],
    witness: { value, reason, acceptedBy: "base", refusedBy: "head", ...sides },
  };
  const { lead, what, answer, message } = showWitness(ruling as unknown as Ruling) ?? {};
  return [[lead, what].filter(Boolean).join(" "), answer, message];
}

const NARROWED = "was accepted, is refused now";
const WIDENED = "may be sent now, was not before";
const head = { acceptedBy: "head", refusedBy: "base" } as const;

test.each<[string, Case, readonly (string | undefined)[]]>([
  [
    "a place in a request, and the request",
    { value: { items: [{ size: 9 }] }, reach: { ...REQUEST, at: "/items/0/size" } },
    ["items[0].size = 9", NARROWED, 'POST /orders {"items":[{"size":9}]}'],
  ],
  [
    "a place in a response",
    { value: { state: "gone" }, reach: { ...RESPONSE, at: "/state" }, sides: head },
    ['state = "gone"', WIDENED, '200 of GET /orders {"state":"gone"}'],
  ],
  [
    "what is missing",
    { value: { a: 1 }, data: { name: "id" }, reason: "The value is refused by `required` (`id`)." },
    ["a request without id", NARROWED, 'POST /orders {"a":1}'],
  ],
  [
    "what is missing further in",
    {
      value: { user: {} },
      data: { name: "id" },
      reason: "`/user` is refused by `required` (`id`).",
      reach: { ...REQUEST, at: "/user" },
    },
    ["a request without user.id", NARROWED, 'POST /orders {"user":{}}'],
  ],
  [
    "what may not be there",
    { value: { tip: 7 }, data: { name: "tip" }, reason: "The value is refused by `additionalProperties` (`tip`)." },
    ["tip = 7", NARROWED, 'POST /orders {"tip":7}'],
  ],
  ["a whole body", { value: null }, ["null", NARROWED, undefined]],
  [
    "a query parameter",
    { value: 51, parameter: { in: "query", name: "limit" } },
    ["query.limit = 51", NARROWED, "POST /orders?limit=51"],
  ],
  [
    "an item of a query parameter",
    {
      value: ["a b"],
      parameter: { in: "query", name: "tags" },
      reach: { ...REQUEST, at: "/0" },
    },
    ['query.tags[0] = "a b"', NARROWED, "POST /orders?tags=a%20b"],
  ],
  [
    "a query parameter whose style decides how it is written",
    { value: ["a", "b"], parameter: { in: "query", name: "tags" } },
    ['query.tags = ["a","b"]', NARROWED, undefined],
  ],
  [
    "a name that is no word",
    { value: { "a b": 1 }, reach: { ...REQUEST, at: "/a b" } },
    ['["a b"] = 1', NARROWED, 'POST /orders {"a b":1}'],
  ],
  [
    "a request of HTTP",
    { value: { method: "DELETE", url: "/orders/1", headers: { accept: "text/csv" } }, proof: "rule" },
    ["DELETE /orders/1 (accept: text/csv)", "— It is refused.", undefined],
  ],
  [
    "a response of HTTP",
    { value: { status: "200", headers: {}, body: "[]" }, proof: "rule" },
    ["response 200 ([])", "— It is refused.", undefined],
  ],
  [
    "what a pact accepts",
    { value: 1, sides: { acceptedBy: "pact", refusedBy: "head" } },
    ["1", "the pact accepts it, head refuses it", undefined],
  ],
])("a witness shows %s", (_, given, texts) => expect(shown(given)).toEqual(texts));

test("a long value is told by its size", () => {
  const at = (value: Json) => shown({ value: { a: value }, reach: { ...REQUEST, at: "/a" } })[0];
  expect(at("x".repeat(201))).toBe(`a = "${"x".repeat(20)}…" (201 characters)`);
  expect(at(Array.from({ length: 99 }, () => 1))).toBe("a = a list of 99");
  expect(at({ text: "x".repeat(90) })).toBe("a = an object with 1 member");
});

test("no witness shows nothing", () => expect(showWitness({ witness: null } as Ruling)).toBeUndefined());
