import { describe, expect, test } from "vitest";
import { memoryHost } from "../host/memory.ts";
import { valueIn } from "../testing/value-in.ts";
import { readConfig } from "./read-config.ts";
import { parseStore, storeName } from "./store.ts";

const server = { engine: "clickhouse", database: "default", user: "default", password: undefined, cluster: undefined };

describe("a store by one text", () => {
  test.each([
    ["usage.db", { engine: "duckdb", path: "/w/usage.db" }],
    ["/a/b.db", { engine: "duckdb", path: "/a/b.db" }],
    ["clickhouse:http://h:8123", { ...server, url: "http://h:8123/" }],
    ["clickhouse:https://h/calls", { ...server, url: "https://h/", database: "calls" }],
    ["clickhouse:https://h/proxy/calls", { ...server, url: "https://h/proxy/", database: "calls" }],
    [
      "clickhouse:https://h/proxy?database=calls&cluster=c",
      { ...server, url: "https://h/proxy", database: "calls", cluster: "c" },
    ],
    [
      "clickhouse:https://h?user=ann&password=env:P",
      { ...server, url: "https://h/", user: "ann", password: { variable: "P" } },
    ],
    ["clickhouse:https://a%40b:p%3Aw@h/", { ...server, url: "https://h/", user: "a@b", password: { value: "p:w" } }],
  ])("%s", (text, expected) => expect(valueIn(parseStore(text, "/w"))).toEqual(expected));

  test("is called by no secret", () => {
    expect(storeName(valueIn(parseStore("clickhouse:https://ann:s3cr3t@h:1/calls", "/w")), "/w")).toBe(
      "clickhouse:https://h:1/calls",
    );
  });
});

describe("a store by a configuration", () => {
  const read = (usage: string, more = "") =>
    readConfig(
      memoryHost({
        cwd: "/w",
        today: "2026-01-01",
        files: { "/w/concordat.yaml": `usage: ${usage}\n${more}`, "/w/a.json": "{}" },
      }),
      undefined,
      [],
    );

  test.each([
    ["{ store: u.db }", { engine: "duckdb", path: "/w/u.db" }],
    ["{ store: 'clickhouse:http://h/d' }", { ...server, url: "http://h/", database: "d" }],
    [
      "{ engine: clickhouse, url: 'http://h:8123', user: ann, password: 'env:P', cluster: c }",
      { ...server, url: "http://h:8123", user: "ann", password: { variable: "P" }, cluster: "c" },
    ],
    ["{ engine: duckdb, url: 'http://h:8123', store: u.db }", { engine: "duckdb", path: "/w/u.db" }],
    ["{ window: 7 }", undefined],
  ])("%s", async (usage, expected) => expect(valueIn(await read(usage)).usage?.store).toEqual(expected));

  test("of one contract", async () => {
    const config = valueIn(
      await read(
        "{ engine: clickhouse, url: 'http://h' }",
        "contracts: [{ name: a, spec: a.json, usage: { database: a } }]",
      ),
    );
    expect(config.contracts.map(({ usage }) => usage?.store)).toEqual([{ ...server, url: "http://h", database: "a" }]);
  });

  test("that an extended file does not say whole is refused with the line there", async () => {
    const files = {
      "/w/concordat.yaml": "extends: ./all.yaml",
      "/w/all.yaml": "checks: [diff]\nusage: { engine: clickhouse }",
    };
    const refused = await readConfig(memoryHost({ cwd: "/w", today: "2026-01-01", files }), undefined, []);
    expect("problems" in refused && refused.problems).toMatchObject([{ file: "all.yaml", line: 2 }]);
  });

  test("that a contract names counts, whatever engine keeps that of the others", async () => {
    const config = valueIn(
      await read(
        "{ engine: clickhouse, url: 'http://h' }",
        "contracts: [{ name: a, spec: a.json, usage: { store: a.db } }]",
      ),
    );
    expect(config.contracts.map(({ usage }) => usage?.store)).toEqual([{ engine: "duckdb", path: "/w/a.db" }]);
  });

  test("of a contract, whose server has no engine, is refused beside the store of all", async () => {
    const refused = await read("{ store: u.db }", "contracts: [{ name: a, spec: a.json, usage: { url: 'http://h' } }]");
    const message = expect.stringContaining("Write `engine: clickhouse` beside it");
    expect(refused).toMatchObject({ failure: "input", problems: [{ message, line: 2 }] });
  });

  test.each([
    ["{ store: 'http://ann:s3cr3t@h/d' }", "is not one of a ClickHouse server"],
    ["{ engine: clickhouse }", "no `usage.url` says where its server is"],
    ["{ url: 'http://h' }", "Write `engine: clickhouse` beside it"],
    ["{ engine: clickhouse, url: 'http://ann:s3cr3t@h' }", "user and password have keys of their own"],
    ["{ engine: clickhouse, url: 'h:8123' }", "write the http or https URL"],
    ["{ engine: clickhouse, url: 'http://h', password: s3cr3t }", "the secret stays in the environment"],
    ["{ store: 'clickhouse:http://h?password=s3cr3t' }", "not of the form `env:VARIABLE`"],
  ])("%s is refused with its line, and no secret is told", async (usage, said) => {
    const refused = await read(usage);
    const problems = "problems" in refused ? refused.problems : [];
    expect(problems).toMatchObject([{ message: expect.stringContaining(said), file: "concordat.yaml", line: 1 }]);
    expect(JSON.stringify(problems)).not.toContain("s3cr3t");
  });
});
