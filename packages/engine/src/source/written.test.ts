import { expect, test } from "vitest";
import { parseText } from "./parse.ts";
import { writtenScalar } from "./written.ts";

test.each([
  ["info: { version: 1.10 }", "1.10"],
  ["info: { version: 1.10, title: x }", "1.10"],
  ["info:\n  version: 2.0 # a comment", "2.0"],
  ["info:\n  version:    1e3\n  title: x", "1e3"],
  ["info:\n  'version': 0x1F", "0x1F"],
  ["info:\n  version: !!float 1.10", "1.10"],
  ["info:\n  version: &v 1.10", "1.10"],
  ["info:\n  version:\n    1.10\n", "1.10"],
  ["info:\n  ? version\n  : 1.10\n", "1.10"],
  ['{ "info": { "version": 1.10 } }', "1.10"],
  ['{ "info": {\n "version":1.0\n} }', "1.0"],
  ["info: { version: '1.10' }", undefined],
  ["info: { version: a b }", undefined],
  ["x: &v 1.10\ninfo: { version: *v }", undefined],
  ["info: { title: x }", undefined],
])("%j has the version %s", (text, written) => {
  const source = { uri: "", name: "a", text };
  expect(writtenScalar({ ...source, ...parseText(source) }, "/info/version")).toBe(written);
});
