import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Mode } from "../../packages/containment/src/internal.ts";
import {
  corpusPairs,
  decide,
  type Question,
  type Questions,
  READINGS,
  type RevisionPair,
  readQuestions,
  settle,
  type Verdict,
} from "../../test/support/component-pairs.ts";
import { bench } from "../surroundings.ts";

/** One question, answered. */
export interface Answered {
  readonly source: string;
  readonly reading: Mode["extras"];
  readonly name: string;
  readonly direction: Question["direction"];
  readonly verdict: Verdict;
  /** Until the verdict was found, and until it was confirmed. */
  readonly decidedMs: number;
  readonly confirmedMs: number;
}

const GHES = ["3.17", "3.18", "3.19"];

/** Questions that are asked once before time is taken, so that code is compiled. */
const WARM_UP = 10;

/** The real pairs at hand: steps of GitHub Enterprise Server, and the corpus. */
export function revisionPairs(): RevisionPair[] {
  const folder = join(bench, "node_modules/@octokit/openapi/generated");
  const entry = (version: string) => ({ folder, file: `ghes-${version}.json` });
  const steps = GHES.slice(1).map((version, i) => {
    const before = GHES[i] as string;
    return { name: `GHES ${before} → ${version}`, base: entry(before), head: entry(version) };
  });
  return [...(existsSync(folder) ? steps : []), ...corpusPairs()];
}

/** Asks about all changed schemas of a pair in both readings, each question alone. */
export async function answerAll(pair: RevisionPair): Promise<Answered[]> {
  const questions = await readQuestions(pair);
  const readings = Object.keys(READINGS) as Mode["extras"][];
  const answered: Answered[] = [];
  for (const reading of readings)
    for (const question of questions.list.slice(0, WARM_UP)) await answer(question, questions, reading);
  for (const reading of readings)
    for (const question of questions.list)
      answered.push({ source: pair.name, ...(await answer(question, questions, reading)) });
  return answered;
}

async function answer(
  question: Question,
  { space, library }: Questions,
  reading: Mode["extras"],
): Promise<Omit<Answered, "source">> {
  const { name, direction } = question;
  const start = performance.now();
  const found = decide(question, space, READINGS[reading]);
  const decidedMs = performance.now() - start;
  const verdict = await settle(found, question, library, READINGS[reading]);
  const confirmedMs = performance.now() - start;
  return { reading, name, direction, verdict, decidedMs, confirmedMs };
}
