import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { ENGINE, PACKAGES, PURE_MODULES, RIM, SPECTRAL } from "./architecture/law.ts";
import { lintOverrides } from "./architecture/lint.ts";
import { type Module, readModule, readModules } from "./architecture/modules.ts";

const ROOT = join(import.meta.dirname, "..");
/** The law as settings of the linter, which `vitest -u` writes anew. */
const LINT_SETTINGS = "test/architecture/lint.gen.json";
const ENGINE_SRC = "packages/engine/src/";
const everything = readModules({ tests: true });
const sources = everything.filter(({ path }) => !path.endsWith(".test.ts"));
const pure = sources.filter(({ path }) => !RIM.some((folder) => path.startsWith(folder)));

test("the sources are found, with what they import", () => {
  expect(sources.length).toBeGreaterThan(200);
  expect(sources.flatMap(({ imports }) => imports).length).toBeGreaterThan(500);
});

test("an import is seen in whichever form it is written", () => {
  const text = [
    'import type { A } from "./a.ts"; import { type B } from "./b.ts"; import { type C, d } from "./c.ts";',
    'export { e } from "./e.ts"; export type { F } from "./f.ts"; export * from "./g.ts"; import "./h.ts";',
    'type I = import("./i.ts").I; const j = () => import("./j.ts"); import k from "node:k";',
  ].join("\n");
  const seen = readModule("packages/x/src/m.ts", text).imports.map(({ target, typeOnly }) => [target, typeOnly]);
  expect(seen).toEqual([
    ["packages/x/src/a.ts", true],
    ["packages/x/src/b.ts", true],
    ["packages/x/src/c.ts", false],
    ["packages/x/src/e.ts", false],
    ["packages/x/src/f.ts", true],
    ["packages/x/src/g.ts", false],
    ["packages/x/src/h.ts", false],
    ["packages/x/src/i.ts", true],
    ["packages/x/src/j.ts", false],
    ["node:k", false],
  ]);
});

describe("packages", () => {
  test("each imports of the others what the law lets it", () => {
    const breaches = everything.flatMap(({ path, imports }) => {
      const { imports: always, tests = [] } = PACKAGES[packageOf(path)] ?? { imports: [] };
      const allowed = path.endsWith(".test.ts") ? [...always, ...tests] : always;
      return imports
        .filter(({ target }) => target.startsWith("@concordat/") && !allowed.includes(target))
        .map(({ target }) => `${path} imports ${target}`);
    });
    expect(breaches).toEqual([]);
  });

  test("none reaches into the sources of another", () => {
    const breaches = everything.flatMap(({ path, imports }) =>
      imports
        .filter(({ target }) => target.startsWith("packages/") && packageOf(target) !== packageOf(path))
        .map(({ target }) => `${path} imports ${target}`),
    );
    expect(breaches).toEqual([]);
  });

  test("the law names all there are", () => {
    expect([...new Set(everything.map(({ path }) => packageOf(path)))].sort()).toEqual(Object.keys(PACKAGES).sort());
  });
});

describe("parts of the engine", () => {
  const engine = sources.filter(({ path }) => path.startsWith(ENGINE_SRC));

  test("each imports what the law lets it", () => {
    expect(engine.flatMap(partBreaches)).toEqual([]);
  });

  test("analyses do not import one another", () => {
    const analysisOf = (path: string) => new RegExp(`^${ENGINE_SRC}analyze/([^/]+)`).exec(path)?.[1];
    const breaches = engine.flatMap(({ path, imports }) =>
      imports
        .filter(({ target }) => analysisOf(path) && analysisOf(target) && analysisOf(target) !== analysisOf(path))
        .map(({ target }) => `${path} imports ${target}`),
    );
    expect(breaches).toEqual([]);
  });

  test("Spectral is imported where it has its place, and nowhere else", () => {
    const importing = sources.filter(({ imports }) =>
      imports.some(({ target }) => /^@stoplight\/|^nimma/.test(target)),
    );
    const places = SPECTRAL.filter((folder) => importing.some(({ path }) => path.startsWith(folder)));
    expect(places).toEqual(SPECTRAL);
    expect(importing.filter(({ path }) => !SPECTRAL.some((folder) => path.startsWith(folder)))).toEqual([]);
  });

  test("the law knows each file, and names nothing that is not there", () => {
    expect(engine.filter(({ path }) => partOf(path) === undefined).map(({ path }) => path)).toEqual([]);
    expect(Object.keys(ENGINE).filter((part) => !existsSync(join(ROOT, ENGINE_SRC, part)))).toEqual([]);
  });

  test("a breach would be seen", () => {
    const breach = (path: string, text: string) => partBreaches(readModule(`${ENGINE_SRC}${path}`, text));
    expect(breach("source/a.ts", 'import { x } from "../model/b.ts";')).toHaveLength(1);
    expect(breach("policy/a.ts", 'import { loadDescription } from "../load/description.ts";')).toHaveLength(1);
    expect(breach("policy/a.ts", 'import type { Description } from "../load/description.ts";')).toEqual([]);
    expect(breach("model/a.ts", 'import type { Finding } from "../finding/finding.ts";')).toHaveLength(1);
  });
});

describe("cycles", () => {
  test("no module imports itself by way of others", () => {
    expect(cyclesOf(sources, ({ typeOnly }) => !typeOnly)).toEqual([]);
  });

  test("nor do types go round", () => {
    expect(cyclesOf(sources, () => true)).toEqual([]);
  });

  test("rooms do not either: folders of the engine, of the rules and of the command line", () => {
    const rooms = roomsOf(sources.filter(({ path }) => !path.startsWith("packages/containment/")));
    expect(cyclesOf(rooms, () => true)).toEqual([]);
  });
});

describe("the world", () => {
  test("is touched by the host and the shells alone", () => {
    expect(pure.flatMap(({ path, worldly }) => worldly.map((name) => `${path} uses ${name}`))).toEqual([]);
  });

  test("is not imported by the others", () => {
    const breaches = pure.flatMap(({ path, imports }) =>
      imports
        .filter(({ target }) => target.startsWith("node:") && !PURE_MODULES.includes(target))
        .map(({ target }) => `${path} imports ${target}`),
    );
    expect(breaches).toEqual([]);
  });

  test("is seen in each of its forms", () => {
    const text =
      "Date.now(); new Date(); new Date(0); process.env; console.log(); fetch(u); io.process; ({ fetch: 1 }); Math.random()";
    const seen = ["Date.now", "new Date()", "process", "console", "fetch", "Math.random"];
    expect(readModule("packages/x/src/m.ts", text).worldly).toEqual(seen);
  });
});

describe("the linter", () => {
  /** Texts as if they were files of the tree: those that break the law, and those that keep it. */
  const breaches: Readonly<Record<string, string>> = {
    "packages/engine/src/source/a.ts": 'export { b } from "../model/b.ts";',
    "packages/engine/src/analyze/diff/a.ts": 'import type { b } from "../pact/b.ts";\nexport type C = b;',
    "packages/engine/src/govern/judge.ts": 'export { catalogue } from "@concordat/rules";',
    "packages/containment/src/a.ts": 'export const b = () => import("@concordat/engine");',
    "packages/rules/src/diff/a.ts": 'export { governDiff } from "@concordat/engine";',
    "packages/cli/src/a.ts": 'export { run } from "../../github-action/src/action.ts";',
    "packages/engine/src/policy/a.ts": 'export { readFileSync } from "node:fs";',
    "packages/engine/src/report/a.ts": "export const here = process.cwd();",
  };
  const lawful: Readonly<Record<string, string>> = {
    "packages/engine/src/analyze/diff/b.ts": 'export { b } from "../../kit/b.ts";',
    "packages/engine/src/govern/judge.test.ts": 'export { readFileSync } from "node:fs";',
    "packages/engine/src/host/b.ts": 'export { readFileSync } from "node:fs";',
    "packages/rules/src/diff/b.ts": 'export { defineDiffCheck } from "@concordat/engine/kit";',
    "packages/rules/src/diff/b.test.ts": 'export { readCases } from "@concordat/engine/testing";',
  };

  test("has the law among its settings", async () => {
    const { extends: settings } = JSON.parse(readFileSync(join(ROOT, "biome.json"), "utf8"));
    expect(settings).toContain(`./${LINT_SETTINGS}`);
    const lines = lintOverrides().map((override) => JSON.stringify(override));
    await expect(`{ "overrides": [\n${lines.join(",\n")}\n] }\n`).toMatchFileSnapshot(join(ROOT, LINT_SETTINGS));
  });

  test("refuses breaches and accepts what is lawful", () => {
    expect(refusedByLint({ ...breaches, ...lawful })).toEqual(Object.keys(breaches).sort());
  });
});

function packageOf(path: string): string {
  return path.split("/")[1] as string;
}

function partOf(path: string): string | undefined {
  const inside = path.slice(ENGINE_SRC.length);
  return Object.keys(ENGINE)
    .filter((part) => inside === part || inside.startsWith(`${part}/`))
    .sort((a, b) => b.length - a.length)[0];
}

function partBreaches({ path, imports }: Module): string[] {
  const from = partOf(path);
  const { imports: allowed, types = [] } = ENGINE[from ?? ""] ?? { imports: [] };
  return imports
    .filter(({ target }) => target.startsWith(ENGINE_SRC))
    .filter(({ target, typeOnly }) => {
      const to = partOf(target);
      return to !== from && !(to && (allowed.includes(to) || (typeOnly && types.includes(to))));
    })
    .map(({ target, typeOnly }) => `${path} imports ${typeOnly ? "types of " : ""}${target}`);
}

/** Folders as modules: what any file of one imports of another. A file beside folders is a room by itself. */
function roomsOf(modules: readonly Module[]): Module[] {
  const roomOf = (path: string) => (/^packages\/[^/]+\/src\/[^/]+$/.test(path) ? path : dirname(path));
  return [...Map.groupBy(modules, ({ path }) => roomOf(path))].map(([path, files]) => ({
    path,
    worldly: [],
    imports: files
      .flatMap(({ imports }) => imports)
      .map((each) => ({ ...each, target: roomOf(each.target) }))
      .filter(({ target }) => target !== path),
  }));
}

/** Groups of modules that import one another in a circle. */
function cyclesOf(modules: readonly Module[], counts: (each: Module["imports"][number]) => boolean): string[][] {
  const graph = new Map(modules.map(({ path, imports }) => [path, imports.filter(counts).map(({ target }) => target)]));
  const reach = (start: string): Set<string> => {
    const seen = new Set<string>();
    const open = [...(graph.get(start) ?? [])];
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      if (seen.has(at)) continue;
      seen.add(at);
      open.push(...(graph.get(at) ?? []));
    }
    return seen;
  };
  const reached = new Map([...graph.keys()].map((path) => [path, reach(path)]));
  const inCycle = [...graph.keys()].filter((path) => reached.get(path)?.has(path));
  const groups = Map.groupBy(inCycle, (path) =>
    inCycle.filter((other) => reached.get(path)?.has(other) && reached.get(other)?.has(path)).join(" "),
  );
  return [...groups.values()];
}

/** Which of some files the linter refuses for what they import or use. */
function refusedByLint(files: Readonly<Record<string, string>>): string[] {
  const folder = mkdtempSync(join(tmpdir(), "concordat-lint-"));
  try {
    const settings = { root: true, extends: ["./settings.json"], linter: { rules: { preset: "none" } } };
    const all = {
      ...files,
      "biome.json": JSON.stringify(settings),
      "settings.json": readFileSync(join(ROOT, LINT_SETTINGS), "utf8"),
    };
    for (const [path, text] of Object.entries(all)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    const args = ["lint", "--reporter=github", "--max-diagnostics=none", "packages"];
    const { stdout } = spawnSync(join(ROOT, "node_modules/.bin/biome"), args, { cwd: folder, encoding: "utf8" });
    const refused = stdout.matchAll(/^::error title=lint\/style\/noRestricted(?:Imports|Globals),file=([^,]+)/gm);
    return [...new Set([...refused].map(([, path = ""]) => path.replace(`${folder}/`, "")))].sort();
  } finally {
    rmSync(folder, { recursive: true });
  }
}
