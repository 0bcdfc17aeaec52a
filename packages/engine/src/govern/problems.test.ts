import { expect, test } from "vitest";
import { TextIndex } from "../finding/text-index.ts";
import { memoryHost } from "../host/memory.ts";
import { loadDescription } from "../load/description.ts";
import { onSide } from "../model/met-problem.ts";
import { findDangling } from "../model/references.ts";
import { toLocation } from "../source/location.ts";
import { valueIn } from "../testing/value-in.ts";
import { problemsOf, ruleProblems } from "./problems.ts";

/* Whether a problem of head is new, by what base has: places count, lines do not. */

const GONE = { $ref: "#/components/parameters/Gone" };
const get = (...parameters: readonly object[]) => ({ get: { parameters, responses: { 200: { description: "A" } } } });

async function severities(base: object, head: object): Promise<string[]> {
  const side = async (name: "base" | "head", paths: object) => {
    const document = { openapi: "3.1.0", info: { title: "T", version: "1" }, paths };
    const files = { [`/${name}/api.json`]: JSON.stringify(document, null, 1) };
    const host = memoryHost({ cwd: `/${name}`, today: "2026-01-01", files });
    const description = valueIn(await loadDescription("api.json", host));
    const met = onSide(name, findDangling(description));
    const locations = met.map(({ at }) => ({ side: name, ...toLocation(at) }));
    return problemsOf(name, description, met, new TextIndex({ [name]: description }, locations));
  };
  return ruleProblems(await side("base", base), await side("head", head)).map(({ severity }) => severity);
}

test.each([
  ["at the same place", { "/a": get(GONE) }, { "/a": get(GONE) }, ["warn"]],
  ["with lines before it", { "/a": get(GONE) }, { "/0": get(), "/a": get(GONE) }, ["warn"]],
  ["further down its list", { "/a": get(GONE) }, { "/a": get({ name: "q", in: "query" }, GONE) }, ["warn"]],
  ["where a path variable has another name", { "/a/{x}": get(GONE) }, { "/a/{y}": get(GONE) }, ["warn"]],
  ["in another operation", { "/a": get(GONE) }, { "/a": get(GONE), "/b": get(GONE) }, ["warn", "error"]],
  ["once more in its list", { "/a": get(GONE) }, { "/a": get(GONE, GONE) }, ["warn", "error"]],
  ["in another operation instead", { "/a": get(GONE) }, { "/a": get(), "/b": get(GONE) }, ["error", "warn"]],
  ["once less in its list", { "/a": get(GONE, GONE) }, { "/a": get(GONE) }, ["warn"]],
  ["no more", { "/a": get(GONE) }, { "/a": get() }, ["warn"]],
  ["for the first time", { "/a": get() }, { "/a": get(GONE) }, ["error"]],
])("a reference that leads nowhere, %s", async (_, base, head, expected) => {
  expect(await severities(base, head)).toEqual(expected);
});

test("a dynamic reference that leads nowhere is told of, too", async () => {
  const sends = (schema: object) => get({ name: "q", in: "query", schema });
  const paths = { "/a": sends({ $dynamicRef: "#gone" }), "/b": sends({ $dynamicRef: "#b", $dynamicAnchor: "b" }) };
  expect(await severities(paths, paths)).toEqual(["warn"]);
});
