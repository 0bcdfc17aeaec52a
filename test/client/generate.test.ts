import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, describe, expect, test } from "vitest";
import { IDEMPOTENT_METHODS, RETRY_STATUSES } from "../../packages/client/src/safety.ts";
import { typesOf } from "../../packages/client-typescript/src/index.ts";
import { REPEATED_METHODS, REPEATED_STATUSES } from "../../packages/engine/src/client/entry.ts";
import { TYPES_BY } from "../../packages/engine/src/client/plan-client.ts";
import { governClientCheck, governClientGenerate } from "../../packages/engine/src/govern/client.ts";
import { DEFAULT_LOAD, nodeHost } from "../../packages/engine/src/index.ts";
import { valueIn } from "../../packages/engine/src/testing/value-in.ts";
import { typeCheck } from "../support/type-check.ts";

/*
 * Clients of descriptions in every version of OpenAPI, each with what that version spells in its own way: all are generated, and
 * the calls in `uses.ts.txt` type-check or do not, as their comments say.
 */

const FIXTURES = join(import.meta.dirname, "descriptions");
const folder = mkdtempSync(join(tmpdir(), "concordat-client-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const host = nodeHost(folder);
const request = (source: string, out: string) => ({
  source,
  out: join(folder, out),
  load: { ...DEFAULT_LOAD, root: "/" },
});
const generate = (source: string, out: string) => governClientGenerate(request(source, out), typesOf, host);
const textOf = (...path: readonly string[]) => readFileSync(join(folder, ...path), "utf8");

/** A description in a file of its own. */
function describeApi(name: string, description: object): string {
  const path = join(folder, name);
  writeFileSync(path, JSON.stringify({ openapi: "3.1.0", info: { title: "A", version: "1" }, ...description }));
  return path;
}

const ok = { responses: { 200: { description: "ok" } } };

test("clients of all versions type-check, and so do the calls that may be made", async () => {
  mkdirSync(join(folder, "typed"));
  writeFileSync(join(folder, "typed/package.json"), '{ "type": "module" }');
  for (const version of ["2.0", "3.0", "3.1", "3.2"])
    valueIn(await generate(join(FIXTURES, `${version}.yaml`), `typed/v${version}`));
  cpSync(join(import.meta.dirname, "uses.ts.txt"), join(folder, "typed/uses.ts"));
  expect(typeCheck(join(folder, "typed"))).toBe("");
}, 60_000);

describe("a client in its folder", () => {
  test("is the same however often it is generated, and files that are the same are left alone", async () => {
    const source = describeApi("again.json", { paths: { "/a": { get: ok } } });
    valueIn(await generate(source, "again"));
    const texts = () => ["types.ts", "client.ts", "validators.ts"].map((name) => textOf("again", name));
    const before = texts();
    const { files } = valueIn(await generate(source, "again"));
    expect(files.map(({ written }) => written)).toEqual([false, false, false]);
    expect(texts()).toEqual(before);
  });

  test("is up to date until the description or a file changes", async () => {
    const source = describeApi("stale.json", { paths: { "/a": { get: ok } } });
    valueIn(await generate(source, "stale"));
    const staleFiles = async () => valueIn(await governClientCheck(request(source, "stale"), host)).stale;
    expect(await staleFiles()).toEqual([]);
    // As a checkout on Windows may have it.
    writeFileSync(join(folder, "stale/types.ts"), textOf("stale/types.ts").replaceAll("\n", "\r\n"));
    expect(await staleFiles()).toEqual([]);
    writeFileSync(join(folder, "stale/types.ts"), `${textOf("stale/types.ts")}\n`);
    expect(await staleFiles()).toEqual([{ file: "stale/types.ts", reason: "changed" }]);
    valueIn(await generate(source, "stale"));
    describeApi("stale.json", { paths: { "/a": { get: { ...ok, operationId: "a" } } } });
    rmSync(join(folder, "stale/client.ts"));
    expect(await staleFiles()).toEqual([
      { file: "stale/types.ts", reason: "changed" },
      { file: "stale/client.ts", reason: "missing" },
      { file: "stale/validators.ts", reason: "changed" },
    ]);
  });

  test("does not change with what no call depends on", async () => {
    const api = (version: string) => ({ info: { title: "A", version }, paths: { "/a": { get: ok } } });
    const source = describeApi("version.json", api("1.0.0"));
    valueIn(await generate(source, "version"));
    describeApi("version.json", { ...api("2.0.0"), tags: [{ name: "new" }] });
    expect(valueIn(await governClientCheck(request(source, "version"), host)).stale).toEqual([]);
  });

  test("shares its folder with nothing else", async () => {
    const source = describeApi("shared.json", { paths: { "/a": { get: ok } } });
    mkdirSync(join(folder, "shared"));
    writeFileSync(join(folder, "shared/notes.md"), "mine");
    expect(await generate(source, "shared")).toMatchObject({
      failure: "input",
      problems: [{ file: "shared/notes.md" }],
    });
    mkdirSync(join(folder, "theirs"));
    writeFileSync(join(folder, "theirs/client.ts"), "export const mine = 1;\n");
    expect(await generate(source, "theirs")).toMatchObject({
      failure: "input",
      problems: [{ file: "theirs/client.ts" }],
    });
    expect(textOf("theirs/client.ts")).toBe("export const mine = 1;\n");
    mkdirSync(join(folder, "unread/client.ts"), { recursive: true });
    expect(await generate(source, "unread")).toMatchObject({
      problems: [{ message: expect.stringMatching(/^`unread\/client.ts` cannot be read\. /) }],
    });
  });
});

test("what limits no value because it cannot be read is told", async () => {
  const parameters = [{ in: "query", name: "a", schema: { type: "integr" } }];
  const source = describeApi("no-type.json", { paths: { "/a": { get: { ...ok, parameters } } } });
  expect(await generate(source, "no-type")).toMatchObject({
    value: { problems: [{ code: "schema-keyword", message: '"integr" is not a type.', line: expect.any(Number) }] },
  });
});

describe("no client is generated of a description", () => {
  test.each([
    [
      "with a reference that leads nowhere",
      { "/a": { get: { responses: { 200: { $ref: "#/nothing" } } } } },
      "reference-unresolved",
    ],
    [
      "with two operations of one operationId",
      { "/a": { get: { ...ok, operationId: "a" } }, "/b": { get: { ...ok, operationId: "a" } } },
      "operation-id-twice",
    ],
    [
      "with a scheme that is not defined",
      { "/a": { get: { ...ok, security: [{ key: [] }] } } },
      "security-scheme-missing",
    ],
    ["without operations", {}, "no-operations"],
    [
      "that may forbid a repeat in words that cannot be read",
      { "/a": { get: { ...ok, "x-reliability": { retry: "nevr" } } } },
      "reliability-malformed",
    ],
    [
      "with a schema that is none",
      { "/a": { get: { ...ok, parameters: [{ in: "query", name: "a", schema: 1 }] } } },
      "structure",
    ],
  ])("%s", async (name, paths, code) => {
    const source = describeApi(`${name}.json`, { paths });
    const result = await generate(source, "refused");
    expect(result).toMatchObject({
      failure: "input",
      problems: expect.arrayContaining([expect.objectContaining({ code })]),
    });
    expect(await host.realPath(join(folder, "refused"))).toBeUndefined();
  });
});

test("nothing that a description says ends a comment or begins a tag", async () => {
  const description = "ends */ here\u2028\n@deprecated no\r\n\u0007  ";
  const hostile = '\\`${\\\\n"\u2028';
  const parameters = [{ in: "query", name: "q", schema: { enum: [hostile] } }];
  const source = describeApi("hostile.json", {
    info: { title: "*/ A \u2028 B", version: "1" },
    paths: { '/a"${}`': { get: { ...ok, summary: "*/", description, operationId: "*/ x", parameters } } },
    components: {
      schemas: {
        '*/"\\': { type: "object", description, properties: { "*/": { description, enum: ["*/", '"'] } } },
      },
    },
  });
  valueIn(await generate(source, "hostile"));
  writeFileSync(join(folder, "hostile/.gitkeep"), "");
  const text = textOf("hostile/client.ts");
  expect(text).toContain(" * ends *\\/ here\n *\n * \\@deprecated no\n");
  expect(text).toContain("export const x = /* @__PURE__ */ operation<");
  expect(typeCheck(join(folder, "hostile"))).toBe("");
  const { validators } = await import(pathToFileURL(join(folder, "hostile/validators.ts")).href);
  expect(validators.schemas).toContainEqual({ types: 8, values: [hostile] });
}, 60_000);

test("the engine knows what the types are made by", () => {
  const { dependencies } = JSON.parse(
    readFileSync(join(import.meta.dirname, "../../packages/client-typescript/package.json"), "utf8"),
  );
  expect(TYPES_BY).toBe(`openapi-typescript ${dependencies["openapi-typescript"]}`);
});

test("the engine knows what the run-time repeats by itself", () => {
  expect(REPEATED_METHODS).toEqual(new Set(IDEMPOTENT_METHODS));
  expect(REPEATED_STATUSES).toEqual(new Set(RETRY_STATUSES));
});
