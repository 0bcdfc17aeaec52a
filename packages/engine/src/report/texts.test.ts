import { expect, test } from "vitest";
import type { Reach } from "../finding/finding.ts";
import type { Outcome } from "../outcome.ts";
import type { Ruling } from "../policy/ruling.ts";
import { fixText, operationText, placeText, reachText, sortByWeight, versionText, witnessText } from "./texts.ts";

const ruling = (more: object) =>
  ({ rule: "diff/x", base: null, head: null, witness: null, proof: "rule", ...more }) as unknown as Ruling;
const reach = (path: string, more: Partial<Reach> = {}): Reach => ({
  method: "GET",
  path,
  direction: "response",
  ...more,
});
const side = (source: string, version?: string) => ({ source, version, openapi: "3.1.0" });

test.each([
  [{ contract: "orders", base: side("a", "1.0.0"), head: side("b", "1.1.0") }, "orders 1.0.0 → 1.1.0"],
  [{ base: side("a", "1.0.0"), head: side("b") }, "a → b 1.0.0 → no version"],
  [{ base: side("a", "1"), head: side("a", "2") }, "a 1 → 2"],
  [{ base: null, head: side("a", "2") }, "a 2"],
])("%j is called %s", (outcome, text) => {
  expect(versionText(outcome as unknown as Outcome).replace(/\s+/g, " ")).toBe(text);
});

test.each([
  [[], ""],
  [["/a"], "GET /a"],
  [["/a", "/b", "/c"], "GET /a, GET /b, GET /c"],
  [["/a", "/b", "/c", "/d", "/e"], "GET /a, GET /b, GET /c and 2 more"],
])("%j are told as %j", (paths, text) => expect(reachText(paths.map((path) => reach(path)))).toBe(text));

test("an operation is told with its status and the place in what it sends", () => {
  expect(operationText(reach("/a", { status: "200", at: "/0/b" }))).toBe("GET /a (200, at /0/b)");
  expect(operationText(reach("/a", { at: "/0/b" }))).toBe("GET /a (at /0/b)");
});

const span = (file: string) => ({ file, line: 2, column: 3 });
test.each([
  ["head", { head: span("h"), base: span("b") }, "h:2:3"],
  ["a text beside head", { base: span("b"), places: { pact: span("p") } }, "p:2:3"],
  ["base, where it is nowhere today", { base: span("b") }, "b:2:3"],
  ["nowhere", {}, ""],
])("a finding is shown in %s", (_, places, text) => expect(placeText(ruling(places))).toBe(text));

test("the loudest comes first, then what demands most, then what came first", () => {
  const texts = ["warn major a", "error none b", "error major c", "warn major d"];
  const rulings = texts.map((text) => {
    const [severity, impact, fingerprint] = text.split(" ");
    return ruling({ severity, impact, fingerprint });
  });
  expect(sortByWeight(rulings).map(({ fingerprint }) => fingerprint)).toEqual(["c", "b", "a", "d"]);
});

test("a witness is told in one line, and a long one is cut", () => {
  const witness = { value: { a: "x".repeat(300) }, acceptedBy: "base", refusedBy: "head", reason: "Too long." };
  const text = witnessText(ruling({ witness }));
  expect(text).toMatch(/^\{"a":"x+…: base accepts it, head refuses it\. Too long\.$/);
  expect(text.length).toBeLessThan(220);
  expect(witnessText(ruling({}))).toBe("");
  expect(witnessText(ruling({ proof: "undecided" }))).toBe("none: it could not be decided");
});

test("what to do is what the rule says, but for consumers of head on base", () => {
  const rules = new Map([["diff/x", { severity: "error", summary: "", why: "", fix: "Keep it." } as const]]);
  expect(fixText(ruling({}), rules)).toBe("Keep it.");
  expect(fixText(ruling({ rule: "diff/unknown" }), rules)).toBeUndefined();
  expect(fixText(ruling({ compatibility: "forward" }), rules)).not.toBe("Keep it.");
});
