import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { DEFAULT_POLICY, type Policy } from "../packages/engine/src/index.ts";
import { parseText } from "../packages/engine/src/source/parse.ts";

/** Pairs from the tests of oasdiff, kept beside the repository. */
export const CASES = join(import.meta.dirname, "../../shared/oasdiff-cases");

type Level = "ERR" | "WARN" | "INFO";

/** What a test of oasdiff says of a pair. */
interface Expected {
  readonly source: { readonly test: string };
  readonly config: { readonly threshold: Level; readonly flags: readonly string[] };
  /** "Today", for what depends on dates. */
  readonly as_of: string;
  /** Ids of the checks that the test turns on. */
  readonly scope_ids: readonly string[] | "all";
  readonly levels: Readonly<Record<string, Level>>;
  readonly expect: { readonly present: readonly string[] };
  /** What oasdiff says of the pair with all checks on: 3 is ERR. */
  readonly reference: { readonly changes: readonly { readonly id: string; readonly level: number }[] | null };
}

/** A pair with what oasdiff makes of it. */
export interface OasdiffCase {
  readonly id: string;
  readonly test: string;
  readonly asOf: string;
  readonly policy: Policy;
  /** Whether the test expects a change of level ERR, of those it looks at. */
  readonly breaking: boolean;
  /** Whether oasdiff finds one itself, with all its checks on. */
  readonly breakingByTool: boolean;
  /** Ids that the test expects. */
  readonly present: readonly string[];
  /** All ids that the case speaks of. */
  readonly ids: readonly string[];
}

/** All cases; none where they are not at hand. */
export function readCases(): OasdiffCase[] {
  if (!existsSync(CASES)) return [];
  return readdirSync(CASES)
    .sort()
    .map((id) => readCase(id, JSON.parse(readFileSync(join(CASES, id, "expected.json"), "utf8")) as Expected));
}

function readCase(id: string, expected: Expected): OasdiffCase {
  const { source, config, as_of: asOf, scope_ids: scope, levels, expect, reference } = expected;
  const changes = reference.changes ?? [];
  const looksAt = (check: string, level: Level) =>
    (scope === "all" || scope.includes(check)) && rank(level) >= rank(config.threshold);
  return {
    id,
    test: source.test,
    asOf,
    policy: policyOf(config.flags),
    breaking: Object.entries(levels).some(([check, level]) => level === "ERR" && looksAt(check, level)),
    breakingByTool: changes.some(({ level }) => level === 3),
    present: expect.present,
    ids: [
      ...new Set([
        ...(scope === "all" ? [] : scope),
        ...Object.keys(levels),
        ...expect.present,
        ...changes.map((change) => change.id),
      ]),
    ],
  };
}

function rank(level: Level): number {
  return ["INFO", "WARN", "ERR"].indexOf(level);
}

/** The policy that stands for flags of oasdiff. */
function policyOf(flags: readonly string[]): Policy {
  const given = new Map(flags.map((flag) => flag.split("=") as [string, string]));
  const levels = ["draft", "alpha", "beta", "stable"];
  const least = given.get("--stability-level");
  return {
    ...DEFAULT_POLICY,
    noticeDays: Number(given.get("--deprecation-days-stable") ?? 0),
    ...(least !== undefined && { unstable: levels.slice(0, levels.indexOf(least)) }),
  };
}

/** Cases that Concordat judges otherwise, for one reason. */
export interface Difference {
  /** Who says that the pair breaks. */
  readonly breaking: "oasdiff" | "concordat";
  readonly reason: string;
  /** Set where oasdiff itself finds a break, which the test does not look at. */
  readonly beyondTheTest?: true;
  readonly cases: readonly string[];
}

/** The reviewed list of differences. */
export function readDifferences(): Difference[] {
  const name = "oasdiff-differences.yaml";
  const text = readFileSync(join(import.meta.dirname, name), "utf8");
  return (parseText({ name, uri: name, text }).data as { readonly differences: Difference[] }).differences;
}
