import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { unsupportedNode } from "./node-version.ts";

test.each([
  ["18.20.8", false],
  ["20.20.2", false],
  ["22.18.0", false],
  ["22.19.0", true],
  ["24.0.0", true],
  ["100.1.0", true],
])("Node %s can be used: %s", (version, can) => {
  const told = unsupportedNode(version);
  expect(told === undefined).toBe(can);
  if (told !== undefined) expect(told).toContain(`this is Node ${version}.`);
});

test("the oldest is the one that the package names", () => {
  const { engines } = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8"));
  const oldest = engines.node.replace(/^>=/, "");
  expect(unsupportedNode(`${oldest}.0`)).toBeUndefined();
  expect(unsupportedNode("0.0.0")).toContain(`Node ${oldest} or later`);
});
