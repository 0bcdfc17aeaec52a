import { changeOf, type DiffRule, matterOf } from "@concordat/engine/kit";
import { type Case, isUnfilled, judgeCase, judgeFragments, mismatches, patternOf } from "@concordat/engine/testing";
import { describe, expect, it } from "vitest";
import { readRuleCases, readWaivers } from "../../../scripts/case-files.ts";
import { catalogue } from "./index.ts";

/*
 * What holds for each diff rule and its cases, rule by rule: `vitest -t diff/request-enum-narrowed` judges no others.
 */

type Outcome = Awaited<ReturnType<typeof judgeCase>>;

const rules = new Map(catalogue.diff.map((rule) => [rule.id, rule]));
const waivers = [...readWaivers("mirror-waivers.txt").keys()];
const all = readRuleCases();

/** Cases are judged when a test first asks. */
const forth = new Map<Case, Promise<Outcome>>();
const back = new Map<Case, Promise<Outcome>>();

function judged(each: Case): Promise<Outcome> {
  return memoised(forth, each, () => judgeCase(each, catalogue));
}

function judgedBack(each: Case): Promise<Outcome> {
  return memoised(back, each, () => judgeCase({ ...each, base: each.head, head: each.base }, catalogue));
}

function memoised(known: Map<Case, Promise<Outcome>>, each: Case, judge: () => Promise<Outcome>): Promise<Outcome> {
  const outcome = known.get(each) ?? judge();
  known.set(each, outcome);
  return outcome;
}

describe.each(all)("$rule.id", ({ rule, cases }) => {
  it.each(cases)("$name", async (each) => {
    expect(mismatches(each, rule.id, await judged(each))).toEqual([]);
  });

  it("has cases that fire and cases that stay silent, and one of each at most in the docs", () => {
    const marked = (docs: Case["docs"]) => cases.filter((each) => each.docs === docs).map(fires);
    expect({ firing: cases.some(fires), silent: !cases.every(fires) }).toEqual({ firing: true, silent: true });
    expect({ bad: marked("bad"), good: marked("good") }).toEqual({
      bad: [true],
      good: marked("good").length === 0 ? [] : [false],
    });
  });

  it("has cases that make it say each of its messages", async () => {
    const outcomes = await Promise.all(cases.map(judged));
    const said = outcomes
      .flatMap(({ rulings }) => rulings.filter((ruling) => ruling.rule === rule.id))
      .map(({ message }) => message.replace(/ It could not be decided: .*$/s, ""));
    const unsaid = Object.values(rule.messages).filter(
      (template) => !said.some((message) => patternOf(template).test(message)),
    );
    expect(unsaid).toEqual([]);
  });

  it("has cases whose messages are all filled from their data", async () => {
    const outcomes = await Promise.all([...cases.map(judged), ...cases.map(judgedBack)]);
    const gaps = outcomes.flatMap(({ rulings }) => rulings).filter(({ message }) => isUnfilled(message));
    expect(gaps.map((gap) => `${gap.rule} ${gap.message}`)).toEqual([]);
  });

  it("has cases of which nothing is said where base equals head", async () => {
    const sides = new Map(cases.flatMap(({ base, head }) => [base, head]).map((side) => [JSON.stringify(side), side]));
    const outcomes = [...sides.values()].map((side) => judgeFragments(side, structuredClone(side), catalogue));
    const noise = (await Promise.all(outcomes)).flatMap(({ rulings }) => rulings);
    expect(noise.map((finding) => `${finding.rule} ${finding.message}`)).toEqual([]);
  });

  it("has cases that turn into their mirror images when base and head are swapped", async () => {
    const lacking = await Promise.all(cases.map((each) => unmirrored(rule, each)));
    // A waiver that is needed no longer has to go as well.
    const waived = waivers.filter((waiver) => waiver.startsWith(`${shortName(rule.id)}, `));
    expect([...new Set(lacking.flat())].sort()).toEqual(waived.sort());
  });
});

describe("waivers of mirrors", () => {
  it("are of rules that there are", () => {
    const strangers = waivers.filter((waiver) => !all.some(({ rule }) => waiver.startsWith(`${shortName(rule.id)}, `)));
    expect(strangers).toEqual([]);
  });
});

function fires({ expect: expectations }: Case): boolean {
  return expectations.length > 0;
}

/** Findings of a case without a mirror image, as waivers name them: the case, and the rule where it is another than its own. */
async function unmirrored({ id }: DiffRule, each: Case): Promise<string[]> {
  const [{ rulings }, swapped] = [await judged(each), await judgedBack(each)];
  const name = `${shortName(id)}, ${each.name}`;
  return rulings
    .filter(({ rule }) => !isMirrored(rule, swapped))
    .map(({ rule }) => (rule === id ? name : `${name}, for ${shortName(rule)}`));
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
