import { expect, test } from "vitest";
import { matchesFileGlob } from "./file-glob.ts";

const FILES = [".hid/x.yaml", "a/.b/x.yaml", "a/c/x.yaml", "a/c/y.yml", ".x.yaml", "x.yaml", "node_modules/p/x.yaml"];

test.each([
  ["**/*.yaml", ["a/c/x.yaml", "x.yaml"]],
  ["*/x.yaml", []],
  ["*.yaml", ["x.yaml"]],
  ["./*.yaml", ["x.yaml"]],
  ["a/*/x.yaml", ["a/c/x.yaml"]],
  ["a/{b,c}/*.{yaml,yml}", ["a/c/x.yaml", "a/c/y.yml"]],
  ["[ax].yaml", ["x.yaml"]],
  ["a/**", ["a/c/x.yaml", "a/c/y.yml"]],
  [".hid/*", [".hid/x.yaml"]],
  ["**/x.yaml", ["a/c/x.yaml", "x.yaml"]],
  ["a/c/[!x]*", ["a/c/y.yml"]],
  ["a/c/?.y?ml", ["a/c/x.yaml"]],
  ["[w-z].yaml", ["x.yaml"]],
  ["[z-w].yaml", []],
  ["[!z-w].yaml", ["x.yaml"]],
  ["[xz-w-0\\].yaml", ["x.yaml"]],
  ["x+yaml", []],
])("%s finds what the disk is searched for", (glob, found) =>
  expect(FILES.filter((file) => matchesFileGlob(file, glob))).toEqual(found),
);
