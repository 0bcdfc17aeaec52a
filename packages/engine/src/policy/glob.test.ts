import { expect, test } from "vitest";
import { isNamedBy, matchesGlob } from "./glob.ts";

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

test.each([
  ["/users", ["/users", "/teams"], true],
  ["/keys", ["/users", "/teams"], false],
  ["/public/users", ["!/public/**"], false],
  ["/users", ["!/public/**"], true],
  ["/admin/keys", ["/admin/**", "!/admin/keys"], false],
  ["/admin/users", ["!/admin/keys", "/admin/**"], true],
  ["/users", ["/admin/**", "!/admin/keys"], false],
  ["/users", [], false],
])("%j is named by %j: %s", (text, globs, expected) => {
  expect(isNamedBy(text, globs)).toBe(expected);
});

test.each([
  ["/users", ["!/public/**"], true],
  ["/public/users", ["!/public/**"], false],
  ["orderPaid", ["!/public/**"], false],
  ["{$request.body#/url}", ["!/public/**"], false],
  ["orderPaid", ["**", "!/public/**"], true],
])("of paths alone, %j is named by %j: %s", (text, globs, expected) => {
  expect(isNamedBy(text, globs, "/**")).toBe(expected);
});
