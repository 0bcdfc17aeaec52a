import { expect, test } from "vitest";
import { matchesGlob } from "./glob.ts";

test.each([
  ["lint/doc-operation", "lint/*", true],
  ["lint/doc/operation", "lint/*", false],
  ["/users/{id}/keys", "/users/**", true],
  ["/users", "/users/**", false],
  ["/users", "**/users", true],
  ["/a/b/users", "/a/**/users", true],
  ["/a/users", "/a/**/users", true],
  ["/v1", "/v?", true],
  ["/v10", "/v?", false],
  ["/a.b+(c)", "/a.b+(c)", true],
  ["/axb", "/a.b", false],
  ["a\nb", "**", true],
  ["diff/x", "*", false],
])("%j is named by %s: %s", (text, glob, expected) => {
  expect(matchesGlob(text, glob)).toBe(expected);
});
