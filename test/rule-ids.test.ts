import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

/*
 * A rule that is renamed must not lose what policy and reports do for it. What a rule is about is among its traits, so that no
 * code asks its id.
 */

const ROOT = join(import.meta.dirname, "..");

/** Where ids are at home: the families are told apart, and the engine speaks of a rule that failed or was stopped. */
const HOMES: ReadonlySet<string> = new Set([
  "packages/engine/src/finding/rule-id.ts",
  "packages/engine/src/analyze/lint/lint.ts",
]);

/** Where the rules of Spectral are named, which have no traits. */
const SPECTRAL = "packages/engine/src/spectral/";

/** What tests share, which has rules of its own as tests do. */
const TESTING = "packages/engine/src/testing/";

/** Ways to ask an id: a whole id, an end of one, and a look into what a finding names as its rule. */
const ASKING: readonly RegExp[] = [
  /["'`](?:diff|lint)\/[a-z0-9]+-[a-z0-9-]+["'`]/,
  /-(?:\(\?:)?[\w|-]*(?:added|removed|changed|deprecated|narrowed|widened|renamed|moved)\)?\$\//,
  /\brule(?:\.id|Id)?\.(?:startsWith|endsWith|includes|match|matchAll|search|indexOf|slice|split|replace)\(/,
  /[/\]]\.(?:test|exec|includes)\((?:\w+\.)*rule(?:\.id|Id)?\)/,
  /(?<!typeof )\brule(?:\.id|Id)? [=!]== ["'`]/,
];

function asksAnId(line: string): boolean {
  return !/^\s*(?:\/?\*|\/\/)/.test(line) && ASKING.some((way) => way.test(line));
}

test("no code asks the id of a rule what it is about", () => {
  const asking = globSync(["packages/{engine,cli,github-action}/src/**/*.ts", "packages/rules/src/{presets/*,*}.ts"], {
    cwd: ROOT,
  })
    .filter((path) => !/\.(?:test|gen|d)\.ts$/.test(path) && !HOMES.has(path))
    .filter((path) => ![SPECTRAL, TESTING].some((folder) => path.startsWith(folder)))
    .sort()
    .flatMap((path) =>
      readFileSync(join(ROOT, path), "utf8")
        .split("\n")
        .flatMap((line, i) => (asksAnId(line) ? [`${path}:${i + 1} ${line.trim()}`] : [])),
    );
  expect(asking).toEqual([]);
});

test.each([
  'if (finding.rule === "diff/response-enum-widened") return;',
  'if (!["diff/operation-removed", rule].includes(rule)) return;',
  'if (policy.servers === "deployment" && finding.rule.startsWith("diff/server-")) return;',
  "const side = /-(?:deprecated|sunset-changed)$/.test(rule) ? head : base;",
  '[/request-(?:\\w+-)*(?:became-required|required-added)$/, "Always send it."],',
  'breaking.some(({ rule }) => rule.includes("-enum-"))',
])("it would be seen: %s", (line) => {
  expect(asksAnId(line)).toBe(true);
});

test.each([
  'isOfFamily("lint", ruling.rule)',
  "const rule = ruleOf(finding.rule);",
  "if (!rules.some((glob) => matchesGlob(finding.rule, glob))) continue;",
  'v.description("Dials by rule id, or by a glob of ids such as `diff/response-*`."),',
])("and this is none: %s", (line) => {
  expect(asksAnId(line)).toBe(false);
});
