import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { SHARED } from "./support/paths.ts";

/** What a finding or a problem must be; texts are regular expressions without case. */
export interface Wanted {
  readonly rule?: string;
  readonly code?: string;
  readonly says?: string;
  readonly subject?: string;
  readonly witness?: string;
  readonly operation?: string;
  readonly at?: string | readonly string[];
  readonly severity?: string | readonly string[];
  readonly impact?: string | readonly string[];
  readonly audience?: string | readonly string[];
  readonly proof?: string | readonly string[];
}

/** What is right of a pair. */
export interface Expected {
  readonly truth: "breaking" | "non-breaking" | "undecidable";
  readonly requiredBump?: string;
  readonly declaredBump?: string;
  readonly exit?: number;
  readonly findings?: "none";
  readonly must?: readonly Wanted[];
  readonly mustNot?: readonly Wanted[];
  readonly problems?: readonly Wanted[];
  readonly mustNotProblems?: readonly Wanted[];
  /** What a finding or a problem says. */
  readonly told?: readonly Wanted[];
  readonly command?: "diff" | "schema" | "lint";
  readonly args?: readonly string[];
  readonly baseWithinHead?: string;
  readonly headWithinBase?: string;
  /** `true`: a good engineer could say either; `verdict`: of the verdict. */
  readonly contested?: true | "verdict";
}

/** A pair in a folder of its own. */
export interface FaultCase {
  readonly id: string;
  readonly folder: string;
  /** Paths from the folder. */
  readonly base: string;
  readonly head: string;
  readonly expected: Expected;
}

const STARTS = ["base.yaml", "base.json", "base/spec.yaml", "base/spec.json"];

/** All pairs that are not contested; none where they are not at hand. */
export function readFaultCases(): FaultCase[] {
  const top = join(SHARED, "fault-cases");
  if (!existsSync(top)) return [];
  const folders = readdirSync(top, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name }) => readdirSync(join(top, name)).map((each) => `${name}/${each}`))
    .filter((id) => existsSync(join(top, id, "expect.json")));
  return folders
    .sort()
    .map((id) => {
      const folder = join(top, id);
      const base = STARTS.find((start) => existsSync(join(folder, start))) ?? "base.yaml";
      const expected = JSON.parse(readFileSync(join(folder, "expect.json"), "utf8")) as Expected;
      return { id, folder, base, head: base.replace("base", "head"), expected };
    })
    .filter(({ expected }) => expected.contested !== true);
}

/** A finding or a problem as the JSON report has it. */
export interface Told {
  readonly rule?: string;
  readonly code?: string;
  readonly message: string;
  readonly subject?: string;
  readonly severity?: string;
  readonly impact?: string;
  readonly audience?: string;
  readonly proof?: string;
  readonly witness?: { readonly reason?: string } | null;
  readonly operations?: readonly { readonly method: string; readonly path: string; readonly at?: string }[];
}

const EXACT = ["severity", "impact", "audience", "proof"] as const;

/** Whether something told is what is wanted. */
export function isTold(wanted: Wanted, told: Told): boolean {
  const matches = (pattern: string | undefined, text: string) =>
    pattern === undefined || new RegExp(pattern, "iu").test(text);
  const isOne = (choice: string | readonly string[] | undefined, text: string | undefined) =>
    choice === undefined || [choice].flat().includes(text ?? "");
  const operations = told.operations ?? [];
  const name = wanted.operation?.toLowerCase();
  return (
    matches(wanted.rule, told.rule ?? told.code ?? "") &&
    matches(wanted.code, told.code ?? told.rule ?? "") &&
    matches(wanted.says, [told.message, told.witness?.reason ?? ""].join(" | ")) &&
    matches(wanted.subject, told.subject ?? "") &&
    matches(wanted.witness, JSON.stringify(told.witness ?? null)) &&
    (wanted.at === undefined || operations.some(({ at }) => isOne(wanted.at, at ?? ""))) &&
    (name === undefined || operations.some(({ method, path }) => `${method} ${path}`.toLowerCase() === name)) &&
    EXACT.every((key) => isOne(wanted[key], told[key]))
  );
}
