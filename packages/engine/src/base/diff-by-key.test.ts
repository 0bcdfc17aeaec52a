import { expect, test } from "vitest";
import { diffByKey } from "./diff-by-key.ts";

test.each([
  ["", "", "", "", ""],
  ["a1", "", "", "a1", ""],
  ["", "a1", "a1", "", ""],
  ["a1 b1", "b2 c2", "c2", "a1", "b1=b2"],
  // Of equal keys in one list the first counts.
  ["a1 a2", "a3 a4", "", "", "a1=a3"],
  ["b1 a1", "a2 b2", "", "", "b1=b2 a1=a2"],
])("of %j and %j: added %j, removed %j, kept %j", (base, head, added, removed, kept) => {
  const items = (text: string) => text.split(" ").filter(Boolean);
  const diff = diffByKey(items(base), items(head), (item) => item.charAt(0));
  const pairs = diff.kept.map((pair) => `${pair.base}=${pair.head}`);
  expect([diff.added.join(" "), diff.removed.join(" "), pairs.join(" ")]).toEqual([added, removed, kept]);
});
