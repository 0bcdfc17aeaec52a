import { expect, test } from "vitest";
import type { Subject } from "../model/subject.ts";
import type { Ruling } from "../policy/ruling.ts";
import { placesOf } from "./changelog-places.ts";
import { groupByResource } from "./changelog-resources.ts";

const RULING: Omit<Ruling, "address"> = {
  rule: "diff/a-changed",
  severity: "info",
  impact: "none",
  audience: "wire",
  proof: "rule",
  message: "It changed.",
  data: {},
  subject: "",
  base: null,
  head: null,
  operations: [],
  witness: null,
  fingerprint: "f",
  standing: "open",
};
const LIMIT = { in: "query", name: "limit" };
const SCHEMA = ["requestBody", "content", "application/json", "schema"];

const cases: readonly [steps: Subject["steps"], file: string | undefined, place: string, resource: string][] = [
  [["paths", "/orders", "get"], undefined, "", "`/orders`"],
  [["paths", "/orders", "get", "parameters", LIMIT, "schema"], undefined, " `query.limit`", "`/orders`"],
  [["paths", "/#Action=Run", "get", "parameters", LIMIT], undefined, " `query.limit`", "`/`"],
  [["paths", "/a", "post", ...SCHEMA, "properties", "b", "items"], undefined, " `b[]`", "`/a`"],
  [["components", "schemas", "A", "oneOf", "0", "properties", "b"], undefined, " `A.b`", "The API as a whole"],
  [["components", "schemas", "A"], "parts.yaml", " `parts.yaml#/components/schemas/A`", "The API as a whole"],
  [["webhooks", "paid", "post"], undefined, "", "Webhooks"],
  [["servers", "0"], undefined, "", "The API as a whole"],
];

test.each(cases)("%j of %s is told as%s, among those of %s", (steps, file, place, resource) => {
  const ruling: Ruling = { ...RULING, address: { file, steps } };
  expect(placesOf(ruling)).toBe(place);
  expect(groupByResource([ruling]).map(({ title }) => title)).toEqual([resource]);
});
