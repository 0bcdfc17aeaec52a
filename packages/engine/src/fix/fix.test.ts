import { applyPatch } from "diff";
import { describe, expect, test } from "vitest";
import { type Config, NO_CONFIG } from "../config/read-config.ts";
import type { Catalogue } from "../govern/request.ts";
import { memoryHost } from "../host/memory.ts";
import { defineDiffCheck, defineLintRule, FIX_KINDS, type LintRule, operationName } from "../kit/index.ts";
import { DEFAULT_LOAD } from "../load/description.ts";
import { toLocation } from "../source/location.ts";
import { valueIn } from "../testing/value-in.ts";
import { type FixResult, type FixScope, governFix, planFixes, renderPatch, writeFixes } from "./index.ts";

const FACTS = {
  ...({ theme: "docs", summary: "s", why: "w", fix: "f", exceptions: "e", severity: "warn", source: "x" } as const),
  // Of two, so that findings are told apart by more than their data.
  messages: { wrong: "{what} is wrong.", other: "{what}" },
} as const;

/** Each response is described; a shared one may be met by several operations. */
const described = defineLintRule({
  ...FACTS,
  id: "lint/b-described",
  *run({ api }, hit) {
    for (const { ref, responses } of api.operations)
      for (const { at, status } of responses)
        if ((at.value as { "x-seen"?: unknown })["x-seen"] === undefined)
          yield hit("wrong", { what: `${ref.method} ${ref.path} ${status}` }, at, {
            operations: [ref],
            edits: [{ kind: "set", at: toLocation(at), key: "x-seen", value: true }],
          });
  },
});

/** Operations have tags; those below `/b` another than this one wants, once this one is done. */
const tagged = (id: string, tag: string): LintRule =>
  defineLintRule({
    ...FACTS,
    id,
    *run({ api }, hit) {
      for (const { ref } of api.operations) {
        const { tags = [] } = ref.at.value as { tags?: string[] };
        if (!tags.includes(tag))
          yield hit("wrong", { what: ref.path }, ref.at, {
            operations: [ref],
            edits: [{ kind: "append", at: toLocation(ref.at), key: "tags", value: tag }],
          });
      }
    },
  });

/** Nobody should have `/b`. */
const banned = defineLintRule({
  ...FACTS,
  id: "lint/a-banned",
  *run({ api }, hit) {
    for (const { ref } of api.operations) {
      if (ref.path !== "/b") continue;
      const paths = api.member(api.root, "paths");
      if (paths)
        yield hit("wrong", { what: "/b" }, ref.at, { edits: [{ kind: "remove", at: toLocation(paths), key: "/b" }] });
    }
  },
});

/** What is wrong with it stays wrong. */
const stubborn = defineLintRule({
  ...FACTS,
  id: "lint/z-stubborn",
  *run({ api }, hit) {
    yield hit("wrong", { what: "all" }, api.root, {
      edits: [{ kind: "append", at: toLocation(api.root), key: "tags", value: { name: "more" } }],
    });
  },
});

const gone = defineDiffCheck({
  id: "diff/operation-gone",
  summary: "s",
  why: "w",
  fix: "f",
  mirror: { none: "" },
  about: { area: "operation", aspect: "existence", action: "removed" },
  impact: "major",
  severity: "error",
  audience: "wire",
  messages: { gone: "{operation} is gone." },
  on: "removedOperation",
  *run({ ref }, hit) {
    yield hit("gone", { operation: operationName(ref) }, { base: ref.at });
  },
});

const API = `openapi: 3.1.0
info: { title: t, version: 1.0.0 } # inline
paths:
  /a:
    get:
      responses:
        '200':
          description: ok
        '429':
          $ref: common.yaml#/responses/Wait
  /b:
    get:
      responses:
        '429':
          $ref: common.yaml#/responses/Wait
`;
const COMMON = `responses:\r\n  # shared\r\n  Wait: {description: wait}\r\n`;

const EVERYTHING: FixScope = { kinds: FIX_KINDS };

function world(lint: readonly LintRule[], files: Readonly<Record<string, string>> = {}, config: Partial<Config> = {}) {
  const catalogue: Catalogue = { diff: [gone], lint, pact: [], presets: {} };
  const host = memoryHost({
    cwd: "/w",
    today: "2026-01-01",
    files: { "/w/api.yaml": API, "/w/common.yaml": COMMON, ...files },
  });
  const fix = async (sources = ["api.yaml"], scope = EVERYTHING): Promise<FixResult> => {
    const request = { config: { ...NO_CONFIG, ...config }, sources, scope, asOf: "2026-01-01", load: DEFAULT_LOAD };
    return valueIn(await governFix(request, catalogue, host));
  };
  return { host, fix, catalogue };
}

describe("mending", () => {
  test("what is shared is fixed once, in the file that it stands in", async () => {
    const { fix, host } = world([described]);
    const result = await fix();
    expect(result.applied).toEqual([{ rule: "lint/b-described", count: 3 }]);
    expect(result.suggestions).toEqual([]);
    expect(result.files.map(({ name, after }) => [name, after])).toEqual([
      ["api.yaml", API.replace("description: ok\n", "description: ok\n          x-seen: true\n")],
      ["common.yaml", COMMON.replace("wait}", "wait, x-seen: true}")],
    ]);
    expect(await writeFixes(result, host)).toEqual([]);
    expect(host.written.get("/w/common.yaml")).toContain("x-seen");
    expect((await fix()).files).toEqual([]);
  });

  test("a patch shows it, and a file that has changed since is left alone", async () => {
    const { fix, host } = world([described]);
    const result = await fix();
    expect(renderPatch(result)).toBe(
      [
        ...["--- a/api.yaml", "+++ b/api.yaml", "@@ -6,6 +6,7 @@", "       responses:", "         '200':"],
        ...["           description: ok", "+          x-seen: true", "         '429':"],
        ...["           $ref: common.yaml#/responses/Wait", "   /b:", "--- a/common.yaml", "+++ b/common.yaml"],
        ...["@@ -1,3 +1,3 @@", " responses:\r", "   # shared\r", "-  Wait: {description: wait}\r"],
        ...["+  Wait: {description: wait, x-seen: true}\r", ""],
      ].join("\n"),
    );
    await host.writeText("/w/common.yaml", "responses: {}");
    expect((await writeFixes(result, host)).map(({ code, file }) => [code, file])).toEqual([
      ["file-changed", "common.yaml"],
    ]);
    expect(await host.readText("/w/common.yaml")).toEqual({ value: "responses: {}" });
  });

  test("what would break consumers is left to people, and the rest is done", async () => {
    const { fix } = world([banned, described]);
    const { applied, suggestions, files } = await fix();
    expect(applied).toEqual([{ rule: "lint/b-described", count: 3 }]);
    expect(suggestions).toEqual([
      {
        rule: "lint/a-banned",
        subject: "/paths/~1b/get",
        message: "/b is wrong.",
        reason: "it would break consumers: GET /b is gone.",
      },
    ]);
    expect(files.map(({ after }) => after).join("")).toContain("/b:");
  });
});

describe("the scope of fixes", () => {
  const restating = { ...tagged("lint/x", "p"), fixes: "restates" } as const;
  const rules = [restating, { ...described, fixes: "removes" } as const, tagged("lint/y", "q")];

  test.each<[FixScope, string[], FixResult["outside"]]>([
    [
      { kinds: ["restates"] },
      ["lint/x"],
      [
        { rule: "lint/b-described", count: 3, kind: "removes" },
        { rule: "lint/y", count: 2, kind: "promises" },
      ],
    ],
    [
      { kinds: ["restates", "promises"] },
      ["lint/x", "lint/y"],
      [{ rule: "lint/b-described", count: 3, kind: "removes" }],
    ],
    [
      { only: ["lint/b-described"] },
      ["lint/b-described"],
      [
        { rule: "lint/x", count: 2, kind: "restates" },
        { rule: "lint/y", count: 2, kind: "promises" },
      ],
    ],
  ])("%j", async (scope, applied, outside) => {
    const result = await world(rules).fix(undefined, scope);
    expect(result.applied.map(({ rule }) => rule)).toEqual(applied);
    expect(result.outside).toEqual(outside);
  });
});

describe("what is held on to while mending", () => {
  test("a file that another contract shares is held to its promises too", async () => {
    const shared = "paths:\n  /b:\n    get:\n      responses: {}\n";
    const other = "openapi: 3.1.0\ninfo: {title: o, version: 1.0.0}\npaths:\n  /o:\n    $ref: shared.yaml#/paths/~1b\n";
    const emptied = defineLintRule({
      ...FACTS,
      id: "lint/emptied",
      *run({ api }, hit) {
        const [operation] = api.operations.filter(({ ref }) => ref.path === "/b");
        const at = operation?.ref.at;
        if (!at?.document.uri.endsWith("shared.yaml")) return;
        const item = { ...at, pointer: at.pointer.replace(/\/get$/, "") };
        yield hit("wrong", { what: "it" }, at, { edits: [{ kind: "remove", at: toLocation(item), key: "get" }] });
      },
    });
    const api = API.replace(/ {2}\/b:[\s\S]*/, "  /b:\n    $ref: shared.yaml#/paths/~1b\n");
    const files = { "/w/api.yaml": api, "/w/shared.yaml": shared, "/w/other.yaml": other };
    const contract = { name: "other", spec: "/w/other.yaml", policy: NO_CONFIG.policy };
    const contracts = [{ ...contract, revisions: undefined, base: undefined, baseline: undefined }];
    const { suggestions } = await world([emptied], files, { contracts }).fix();
    expect(suggestions.map(({ reason }) => reason)).toEqual(["it would break consumers: GET /o is gone."]);
  });

  test("rules that ask for one place in different ways get their turns", async () => {
    const { fix } = world([tagged("lint/y", "q"), tagged("lint/x", "p")]);
    const { applied, files } = await fix();
    expect(applied).toEqual([
      { rule: "lint/x", count: 2 },
      { rule: "lint/y", count: 2 },
    ]);
    expect(files[0]?.after.match(/tags:\n +- p\n +- q\n/g)).toHaveLength(2);
  });

  test("what stays wrong is fixed once", async () => {
    const { files, applied } = await world([stubborn]).fix();
    expect(files[0]?.after).toBe(`${API}tags:\n  - name: more\n`);
    expect(applied).toEqual([{ rule: "lint/z-stubborn", count: 1 }]);
  });

  test("what cannot be edited does not keep the rest from being fixed", async () => {
    const anchored = `${COMMON.replace("Wait: {", "Wait: &w {")}  Other: *w\r\n`;
    const { applied, suggestions } = await world([described], { "/w/common.yaml": anchored }).fix();
    expect(applied).toEqual([{ rule: "lint/b-described", count: 1 }]);
    expect(suggestions.map(({ reason }) => reason)).toEqual([
      "at `/responses/Wait` the value is anchored, as `&w`",
      "at `/responses/Wait` the value is anchored, as `&w`",
    ]);
  });

  test("waived and silenced findings are left alone", async () => {
    const ignore = "x-concordat-ignore: [{rule: lint/b-described, reason: r, until: 2027-01-01}]\n";
    const { files } = await world([described], { "/w/api.yaml": ignore + API }).fix();
    // The ignore holds for what stands in its own file.
    expect(files.map(({ name }) => name)).toEqual(["common.yaml"]);
    const off = { ...NO_CONFIG.policy, overrides: [{ rules: ["lint/*"], severity: "off" as const }] };
    expect((await world([described], {}, { policy: off }).fix()).files).toEqual([]);
  });

  test.each(["git:HEAD:api.yaml", "https://example.com/api.yaml", "none.yaml"])("%s is refused", async (source) => {
    await expect(world([described]).fix([source])).rejects.toThrow("fix-no-file");
  });
});

test("a patch of a long text is put together from pieces", () => {
  const lines = Array.from({ length: 60_000 }, (_, i) => `line ${i % 7 === 0 ? i : "of many"}\n`);
  const edited = lines.map((line, i) => (i % 5_001 === 0 ? `${line}added ${i}\n` : i % 20_011 === 0 ? "" : line));
  const [before, after] = [lines.join(""), edited.join("").trimEnd()];
  expect(before.length).toBeGreaterThan(500_000);
  const patch = renderPatch({ files: [{ path: "/a", name: "a", before, after }] });
  expect(applyPatch(before, patch)).toBe(after);
  expect(patch.match(/^[-+](?![-+])/gm)?.length).toBe(12 + 2 + 2);
});

describe("a plan", () => {
  const at = (pointer: string) => ({ uri: "file:///a", pointer });
  const finding = (rule: string, edits: Parameters<typeof planFixes>[0][number]["edits"]) => ({
    ...{ rule, subject: "", message: "", edits },
  });

  test("has rules in order; who asks for the same joins, who asks for another thing waits", () => {
    const set = (rule: string, value: number) => finding(rule, [{ kind: "set", at: at("/p"), key: "k", value }]);
    const [one, same, other, none] = [set("lint/b", 1), set("lint/c", 1), set("lint/a", 2), finding("lint/a", [])];
    expect(planFixes([one, same, none, other])).toEqual({
      batches: [{ rule: "lint/a", findings: [other] }],
      waiting: [one, same],
    });
    expect(planFixes([one, same]).batches.map(({ rule }) => rule)).toEqual(["lint/b", "lint/c"]);
  });

  test("an edit inside of what another sets waits, and the other way round", () => {
    const outer = finding("lint/a", [{ kind: "remove", at: at(""), key: "p" }]);
    const inner = finding("lint/b", [{ kind: "set", at: at("/p/q"), key: "k", value: 1 }]);
    expect(planFixes([outer, inner]).waiting).toEqual([inner]);
    const later = { ...outer, rule: "lint/c" };
    expect(planFixes([inner, later]).waiting).toEqual([later]);
  });

  test("items of one list come together only from one rule", () => {
    const item = (rule: string, value: number) => finding(rule, [{ kind: "append", at: at("/p"), key: "l", value }]);
    expect(planFixes([item("lint/a", 1), item("lint/a", 2), item("lint/b", 3)]).waiting).toEqual([item("lint/b", 3)]);
  });
});
