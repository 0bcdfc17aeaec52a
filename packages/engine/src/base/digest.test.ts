import { createHash } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { sha256 } from "./digest.ts";

const byNode = (text: string) => createHash("sha256").update(text).digest("hex");

test("a digest is the one that Node computes, whatever the text", () => {
  fc.assert(fc.property(fc.string({ unit: "binary", maxLength: 300 }), (text) => sha256(text) === byNode(text)));
});

test.each([0, 1, 54, 55, 56, 57, 63, 64, 65, 119, 120, 128, 100_000])(
  "a text of %i bytes fills its last block",
  (length) => {
    expect(sha256("a".repeat(length))).toBe(byNode("a".repeat(length)));
  },
);

test("half a character is written as Node writes it", () => {
  expect(sha256("\ud83d")).toBe(byNode("\ud83d"));
});
