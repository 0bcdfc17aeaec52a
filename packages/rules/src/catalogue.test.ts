import { readdirSync } from "node:fs";
import { join } from "node:path";
import { changeOf, type DiffRule, matterOf } from "@concordat/engine/kit";
import { type Case, judgeCase, judgeFragments } from "@concordat/engine/testing";
import { beforeAll, describe, expect, it } from "vitest";
import { readRuleCases, readWaivers } from "../../../scripts/case-files.ts";
import { caseFileNames } from "../../../scripts/gen-catalogue.ts";
import { staleFiles } from "../../../scripts/generated-files.ts";
import { facetRules } from "./facets/facet-rules.ts";
import { catalogue } from "./index.ts";

type Outcome = Awaited<ReturnType<typeof judgeCase>>;

/** A case as one more pair that all rules judge. */
interface Fixture {
  readonly name: string;
  readonly case: Case;
  readonly forth: Outcome;
  /** Base and head swapped. */
  readonly back: Outcome;
}

const folder = join(import.meta.dirname, "diff");
const withCases = readRuleCases();
const rules = new Map(catalogue.diff.map((rule) => [rule.id, rule]));
const fixtures: Fixture[] = [];

beforeAll(async () => {
  for (const { rule, cases } of withCases) {
    for (const each of cases) {
      const forth = await judgeCase(each, catalogue);
      const back = await judgeCase({ ...each, base: each.head, head: each.base }, catalogue);
      fixtures.push({ name: `${shortName(rule.id)}, ${each.name}`, case: each, forth, back });
    }
  }
});

describe("the catalogue", () => {
  const names = readdirSync(folder)
    .filter((file) => file.endsWith(".ts"))
    .map((file) => file.slice(0, -".ts".length))
    .sort();

  it("names each rule as its file", async () => {
    const ids = await Promise.all(
      names.map(async (name) => ((await import(join(folder, `${name}.ts`))) as { default: DiffRule }).default.id),
    );
    expect(ids).toEqual(names.map((name) => `diff/${name}`));
  });

  it("lists every rule file and every cell of the facets, by id", () => {
    const facets = facetRules.map(({ id }) => id);
    expect(catalogue.diff.map(({ id }) => id)).toEqual([...names.map((name) => `diff/${name}`), ...facets].sort());
    expect(new Set(facets).size).toBe(facets.length);
  });

  it("has generated files that are up to date", async () => {
    expect(await staleFiles()).toEqual([]);
  });
});

describe("the cases", () => {
  it("belong to a rule each", () => {
    expect(caseFileNames("diff").filter((name) => !rules.has(`diff/${name}`))).toEqual([]);
  });

  it.each(withCases)("of $rule.id show it firing and silent, and one of each at most in the docs", ({ cases }) => {
    const marked = (docs: Case["docs"]) => cases.filter((each) => each.docs === docs);
    expect({ firing: cases.some(fires), silent: cases.some((each) => !fires(each)) }).toEqual({
      firing: true,
      silent: true,
    });
    expect({ bad: marked("bad").map(fires), good: marked("good").map(fires) }).toEqual({
      bad: [true],
      good: marked("good").length === 0 ? [] : [false],
    });
  });

  it.each(withCases)("of $rule.id make it say each of its messages", ({ rule, cases }) => {
    const said = fixtures
      .filter((fixture) => cases.includes(fixture.case))
      .flatMap(({ forth }) => forth.rulings.filter((ruling) => ruling.rule === rule.id))
      .map(({ message }) => message.replace(/ It could not be decided: .*$/s, ""));
    const unsaid = Object.entries(rule.messages).filter(
      ([, template]) => !said.some((message) => patternOf(template).test(message)),
    );
    expect(unsaid).toEqual([]);
  });

  it("fill every message from its data", () => {
    // What a template lacks shows as a dash, an empty list as nothing at all.
    const gaps = fixtures
      .flatMap(({ forth, back }) => [...forth.rulings, ...back.rulings])
      .filter(({ message }) => /–|undefined|\s\s|\s[.,]|\[object/.test(message));
    expect(gaps.map(({ rule, message }) => `${rule} ${message}`)).toEqual([]);
  });

  it("say nothing where base equals head", async () => {
    const noise: string[] = [];
    const seen = new Set<string>();
    for (const { name, case: each } of fixtures) {
      for (const side of [each.base, each.head]) {
        const text = JSON.stringify(side);
        if (seen.has(text)) continue;
        seen.add(text);
        const { rulings } = await judgeFragments(side, structuredClone(side), catalogue);
        noise.push(...rulings.map(({ rule, message }) => `${name}: ${rule} ${message}`));
      }
    }
    expect(noise).toEqual([]);
  });

  it("turn into their mirror images when base and head are swapped", () => {
    const lacking = fixtures.flatMap(({ name, forth, back }) =>
      forth.rulings
        .filter(({ rule }) => !isMirrored(rule, back))
        .map(({ rule }) => (name.startsWith(`${shortName(rule)}, `) ? name : `${name}, for ${shortName(rule)}`)),
    );
    // A waiver that is needed no longer has to go as well.
    expect([...new Set(lacking)].sort()).toEqual([...readWaivers("mirror-waivers.txt").keys()].sort());
  });

  it("come to what the matrix says", async () => {
    const lines = fixtures.map(
      ({ name, forth }) =>
        `${name}\n  ${[...new Set(forth.rulings.map(({ rule }) => shortName(rule)))].sort().join(" ") || "-"}\n`,
    );
    await expect(lines.join("")).toMatchFileSnapshot("test-data/rules-by-case.txt");
  });
});

function fires({ expect: expectations }: Case): boolean {
  return expectations.length > 0;
}

/**
 * Whether the swapped pair shows the mirror of a rule. Where several rules share one mirror, any of them will do. And one
 * cause is one finding: of what a change does in both directions, or does both ways at once, the worst stands for all.
 */
function isMirrored(id: string, { rulings }: Outcome): boolean {
  const mirror = mirrorOf(rules.get(id));
  if (mirror === undefined) return true;
  return rulings.some(({ rule, impact }) => {
    const fired = rules.get(rule);
    if (fired === undefined) return false;
    if (fired.mirror === id || changeOf(fired.about) === changeOf(mirror.about)) return true;
    return impact === "major" && matterOf(fired.about) === matterOf(mirror.about);
  });
}

function mirrorOf(rule: DiffRule | undefined): DiffRule | undefined {
  return typeof rule?.mirror === "string" ? rules.get(rule.mirror) : undefined;
}

function shortName(id: string): string {
  return id.slice(id.indexOf("/") + 1);
}

/** What a filled template looks like. */
function patternOf(template: string): RegExp {
  const parts = template.split(/\{\w+\}/).map((part) => part.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&"));
  return new RegExp(`^${parts.join(".+")}$`, "s");
}
