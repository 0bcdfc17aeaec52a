import { expect, test } from "vitest";
import { failed } from "../base/result.ts";
import { memoryHost } from "../host/memory.ts";
import { DEFAULT_LOAD } from "../load/description.ts";
import { loadSides } from "./load-sides.ts";

const described = (paths: object) => JSON.stringify({ openapi: "3.1.0", info: { title: "t", version: "1" }, paths });

async function load(files: Readonly<Record<string, string>>) {
  const host = memoryHost({ cwd: "/", today: "2026-01-01", files });
  const loaded = await loadSides("/base/api.json", "/head/api.json", host, DEFAULT_LOAD);
  if (failed(loaded)) throw new Error(JSON.stringify(loaded));
  return loaded.value;
}

test("a text that both sides have is parsed once", async () => {
  const text = described({ "/a": {} });
  const { base, head } = await load({ "/base/api.json": text, "/head/api.json": text });
  expect(head.root.root).toBe(base?.root.root);
  expect([base?.root.uri, head.root.uri]).toEqual(["file:///base/api.json", "file:///head/api.json"]);
});

test.each(["$ref", "$dynamicRef"])(
  "texts that refer to other files by `%s` are parsed each: the same reference may lead to something else",
  async (keyword) => {
    const text = described({ "/a": { [keyword]: "a.json#b" } });
    const files = {
      "/base/api.json": text,
      "/base/a.json": "{}",
      "/head/api.json": text,
      "/head/a.json": '{ "get": {} }',
    };
    const { base, head } = await load(files);
    expect(head.root.root).toEqual(base?.root.root);
    expect(head.root.root).not.toBe(base?.root.root);
    expect([base, head].map((each) => each?.library.document(each.root.uri.replace("api", "a"))?.root)).toEqual([
      {},
      { get: {} },
    ]);
  },
);

test("texts of which something is wrong are parsed each: it is said of each", async () => {
  const text = described({}).replace("{", '{ "openapi": "3.0.3", ');
  const { base, head } = await load({ "/base/api.json": text, "/head/api.json": text });
  const files = [base, head].map((each) => each?.problems.map(({ file }) => file));
  expect(files).toEqual([["base/api.json"], ["head/api.json"]]);
});

test("a text that is YAML is not shared with a file that says to be JSON", async () => {
  const text = '{ openapi: 3.1.0, info: { title: t, version: "1" }, paths: {} }';
  const host = memoryHost({ cwd: "/", today: "2026-01-01", files: { "/api.yaml": text, "/api.json": text } });
  const problems = [{ code: "json-syntax", file: "api.json" }];
  for (const [base, head] of [
    ["/api.yaml", "/api.json"],
    ["/api.json", "/api.yaml"],
  ] as const)
    expect(await loadSides(base, head, host, DEFAULT_LOAD)).toMatchObject({ failure: "input", problems });
});
