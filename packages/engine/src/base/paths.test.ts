import { posix, win32 } from "node:path";
import { expect, test } from "vitest";
import { globParts, isBelow, pathFrom, slashed } from "./paths.ts";
import { relativeUri } from "./relative-uri.ts";

test.each([
  ["/w", "/w", true],
  ["/w/a", "/w", true],
  ["/w/..a", "/w", true],
  ["/w", "/", true],
  ["/wider", "/w", false],
  ["/", "/w", false],
  ["/w/../x", "/w", false],
])("%s lies in %s: %s", (path, folder, expected) => {
  expect(isBelow(path, folder, posix)).toBe(expected);
  expect(isBelow(win32.join("C:\\", path), win32.join("C:\\", folder), win32)).toBe(expected);
});

test("nothing of another drive lies in a folder", () => {
  expect(isBelow("D:\\w\\a", "C:\\w", win32)).toBe(false);
  expect(isBelow("c:\\W\\a", "C:\\w", win32)).toBe(true);
});

test.each([
  [posix, "/w", "/w/a/b.yaml", "a/b.yaml"],
  [posix, "/w/a", "/w/b.yaml", "../b.yaml"],
  [posix, "/w", "/w", ""],
  // There it is part of a name.
  [posix, "/w", "/w/a\\b.yaml", "a\\b.yaml"],
  [win32, "C:\\w", "C:\\w\\a\\b.yaml", "a/b.yaml"],
  [win32, "C:\\w\\a", "C:\\w\\b.yaml", "../b.yaml"],
  [win32, "C:\\w", "D:\\b.yaml", "D:/b.yaml"],
  [win32, "\\\\server\\share\\w", "\\\\server\\share\\w\\b.yaml", "b.yaml"],
])("%#: from %s, %s is %s", (on, folder, path, expected) => expect(pathFrom(folder, path, on)).toBe(expected));

test("a path has slashes between names, and keeps the rest of what it has", () => {
  expect(slashed("a\\b", posix)).toBe("a\\b");
  expect(slashed("a\\b/c", win32)).toBe("a/b/c");
});

test.each([
  [posix, "/w/pacts/*.json", "/w/pacts", "*.json"],
  [posix, "/w/{a,b}/x/*.json", "/w", "{a,b}/x/*.json"],
  [posix, "/*/x.json", "/", "*/x.json"],
  [posix, "/w/a/x.json", "/w/a", "x.json"],
  [win32, "C:\\w\\pacts\\*.json", "C:\\w\\pacts", "*.json"],
  [win32, "C:\\**\\x.json", "C:\\", "**/x.json"],
])("%#: the glob %s starts from %s with %s", (on, path, folder, pattern) =>
  expect(globParts(path, on)).toEqual({ folder, pattern }),
);

test.each([
  ["file:///w/a.yaml", "file:///w/b.yaml", "a.yaml"],
  ["file:///w/parts/a.yaml", "file:///w/b.yaml", "parts/a.yaml"],
  ["file:///w/a.yaml", "file:///w/parts/b.yaml", "../a.yaml"],
  ["https://a.example/x.yaml", "https://b.example/y.yaml", "https://a.example/x.yaml"],
  ["https://a.example/s/x.yaml", "https://a.example/s/y.yaml", "x.yaml"],
  ["file:///C:/w/a.yaml", "file:///C:/b.yaml", "w/a.yaml"],
  ["file:///D:/a.yaml", "file:///C:/b.yaml", "file:///D:/a.yaml"],
])("%s as seen from %s is %s", (uri, from, expected) => expect(relativeUri(uri, from)).toBe(expected));
