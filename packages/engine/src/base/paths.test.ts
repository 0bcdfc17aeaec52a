import { join } from "node:path";
import { expect, test } from "vitest";
import { isBelow } from "./paths.ts";
import { relativeUri } from "./relative-uri.ts";

test.each([
  ["/w", "/w", true],
  ["/w/a", "/w", true],
  ["/w/..a", "/w", true],
  ["/wider", "/w", false],
  ["/", "/w", false],
  ["/w/../x", "/w", false],
])("%s lies in %s: %s", (path, folder, expected) => {
  expect(isBelow(join(path), join(folder))).toBe(expected);
});

test.each([
  ["file:///w/a.yaml", "file:///w/b.yaml", "a.yaml"],
  ["file:///w/parts/a.yaml", "file:///w/b.yaml", "parts/a.yaml"],
  ["file:///w/a.yaml", "file:///w/parts/b.yaml", "../a.yaml"],
  ["https://a.example/x.yaml", "https://b.example/y.yaml", "https://a.example/x.yaml"],
  ["https://a.example/s/x.yaml", "https://a.example/s/y.yaml", "x.yaml"],
])("%s as seen from %s is %s", (uri, from, expected) => expect(relativeUri(uri, from)).toBe(expected));
