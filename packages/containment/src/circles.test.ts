import { expect, test } from "vitest";
import { circles } from "./circles.ts";

const graph: Readonly<Record<string, readonly string[]>> = {
  a: ["b", "e"],
  b: ["c"],
  c: ["b", "d"],
  d: [],
  e: ["a", "f"],
  f: ["f"],
};
const leadsTo = (node: string) => graph[node] ?? [];
const groupsFrom = (start: string, settled: readonly string[] = []) =>
  [...circles(start, leadsTo, (node) => settled.includes(node))].map((group) => [...group].sort().join(""));

test("what leads back to itself is one group, behind the groups that it leads to", () => {
  expect(groupsFrom("a")).toEqual(["d", "bc", "f", "ae"]);
});

test("what is settled is not asked for again", () => {
  expect(groupsFrom("a", ["b"])).toEqual(["f", "ae"]);
  expect(groupsFrom("d", ["d"])).toEqual([]);
});

test("a long chain exhausts no stack", () => {
  const length = 200_000;
  const next = (node: number) => (node < length ? [node + 1] : []);
  expect([...circles(0, next, () => false)].length).toBe(length + 1);
});
