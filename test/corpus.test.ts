import { describe, expect, test } from "vitest";
import { DEFAULT_LOAD, governDiff, nodeHost, type Outcome, type Ruling } from "../packages/engine/src/index.ts";
import { catalogue } from "../packages/rules/src/index.ts";
import { CORPUS, readCorpus } from "./support/corpus.ts";
import { breaksOf, judgePair, lineOf, renderJson, TODAY } from "./support/judging.ts";

/*
 * Real descriptions in pairs, kept beside the workspace: every one is judged, says nothing against itself, and is
 * answered with the same bytes each time.
 */

/** Pairs that are judged six times; each shows one format. */
const SIX_TIMES = ["box", "alertmanager"];
const LARGEST_REPORT = 10e6;

const pairs = readCorpus();

/** Whether a witness is a request or a response, as facts of HTTP have it. */
function isMessage(value: unknown): boolean {
  return typeof value === "object" && value !== null && (("method" in value && "url" in value) || "status" in value);
}

/** What is wrong with the proof of a ruling; nothing where it is as it says. */
function faultOfProof({ proof, witness }: Ruling): string | undefined {
  switch (proof) {
    case "witness":
      return witness === null ? "proven by a witness that is not there" : undefined;
    case "rule":
      return witness === null || isMessage(witness.value) ? undefined : "proven by a rule, with a value for a witness";
    case "undecided":
      return witness === null ? undefined : "undecided, and yet there is a witness";
    default:
      return proof satisfies never;
  }
}

test.skipIf(pairs.length === 0)("the corpus is here", () => expect(pairs.length).toBeGreaterThan(10));

describe.skipIf(pairs.length === 0).each(pairs)("$vendor", ({ vendor, base, head }) => {
  let outcome: Outcome;

  test("is judged, and every claim of a break says what it rests on", async () => {
    outcome = await judgePair(CORPUS, base, head);
    const faults = outcome.rulings.flatMap((ruling) => faultOfProof(ruling)?.concat(": ", lineOf(ruling)) ?? []);
    expect(faults).toEqual([]);
    expect(outcome.verdict.requiredBump === "major").toBe(breaksOf(outcome).length > 0);
  });

  test("has findings and problems that name a place, each finding once", () => {
    for (const ruling of outcome.rulings) {
      expect(ruling.base ?? ruling.head, lineOf(ruling)).not.toBeNull();
      for (const span of [ruling.base, ruling.head]) if (span) expect(span.line).toBeGreaterThan(0);
    }
    for (const { file, line, message } of outcome.problems)
      expect({ file, line }, message).toEqual({ file: expect.any(String), line: expect.any(Number) });
    const fingerprints = outcome.rulings.map(({ fingerprint }) => fingerprint);
    expect(new Set(fingerprints).size).toBe(fingerprints.length);
  });

  test("says nothing against itself", async () => {
    for (const side of [base, head]) {
      const { rulings, verdict } = await judgePair(CORPUS, side, side);
      expect(rulings.map(lineOf)).toEqual([]);
      expect(verdict.requiredBump).toBe("none");
    }
  });

  test(`is answered with the same bytes${SIX_TIMES.includes(vendor) ? ", six times" : ""}`, async () => {
    const json = await renderJson(outcome);
    const more = SIX_TIMES.includes(vendor) ? 5 : 1;
    for (let run = 0; run < more; run++)
      expect((await renderJson(await judgePair(CORPUS, base, head))) === json, "the same bytes").toBe(true);
    expect(json.length).toBeLessThan(LARGEST_REPORT);
  });
});

describe.skipIf(pairs.length === 0)("what is no description", () => {
  test("is refused with the file and what to do", async () => {
    const path = "manifest.json";
    const outcome = await governDiff(
      { base: path, head: path, asOf: TODAY, load: DEFAULT_LOAD },
      catalogue,
      nodeHost(CORPUS),
    );
    expect(outcome).toMatchObject({ failure: "input", problems: [{ file: path }] });
  });
});
