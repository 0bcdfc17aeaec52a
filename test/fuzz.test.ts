import { describe, expect, test } from "vitest";
import { runs } from "../packages/containment/src/testing/effort.ts";
import { memoryHost } from "../packages/engine/src/host/memory.ts";
import { DEFAULT_LOAD, failed, governDiff, governLint, NO_CONFIG } from "../packages/engine/src/index.ts";
import { catalogue } from "../packages/rules/src/index.ts";
import { type Fixture, readFixtures } from "./support/fuzz-fixtures.ts";
import { lineOf, render, TODAY } from "./support/judging.ts";
import { mutateData, mutateText, randomOf } from "./support/mutations.ts";

/*
 * Damaged descriptions, whatever is wrong with them: nothing is thrown, what is compared with itself has no finding, and the
 * same input comes to the same bytes. `CONCORDAT_TEST_EFFORT` sets how many are tried, `CONCORDAT_FUZZ_SEED` where they begin.
 */

const MINUTE = 60_000;
const PARTS = 8;
const EACH = runs(250);
const FIRST = Number(process.env["CONCORDAT_FUZZ_SEED"] ?? 1);
const fixtures = readFixtures();

describe.each(Array.from({ length: PARTS }, (_, part) => FIRST + part * EACH))(
  "from seed %i",
  { timeout: EACH * MINUTE },
  (first) => {
    test("no damage is too much", async () => {
      const faults: string[] = [];
      for (let seed = first; seed < first + EACH; seed++) {
        const fault = await judgeDamaged(seed);
        if (fault !== undefined) faults.push(`seed ${seed}: ${fault}`);
      }
      expect(faults).toEqual([]);
    });
  },
);

/** What is wrong with how a damaged description is judged; nothing where all is well. */
async function judgeDamaged(seed: number): Promise<string | undefined> {
  const random = randomOf(seed);
  const fixture = fixtures[seed % fixtures.length] as Fixture;
  const isText = random() < 0.3;
  const damaged = isText ? mutateText(fixture.text, random) : JSON.stringify(mutateData(fixture.data, random));
  const files = { "/sound.yaml": fixture.text, "/base.yaml": damaged, "/head.yaml": damaged };
  try {
    const [forth, again] = [
      await diff("/sound.yaml", "/base.yaml", files),
      await diff("/sound.yaml", "/base.yaml", files),
    ];
    if (forth.report !== again.report) return "the same input came to other bytes";
    await diff("/base.yaml", "/sound.yaml", files);
    const self = await diff("/base.yaml", "/head.yaml", files);
    if (self.lines.length > 0) return `it differs from itself: ${self.lines.join("; ")}`;
    await lint("/base.yaml", files);
    return undefined;
  } catch (error) {
    return (error instanceof Error ? error.stack : String(error)) ?? "";
  }
}

async function diff(
  base: string,
  head: string,
  files: Readonly<Record<string, string>>,
): Promise<{ readonly report: string; readonly lines: readonly string[] }> {
  const request = { base, head, asOf: TODAY, load: DEFAULT_LOAD };
  const judged = await governDiff(request, catalogue, memoryHost({ cwd: "/", today: TODAY, files }));
  if (failed(judged)) return { report: JSON.stringify(judged), lines: [] };
  const outcome = judged.value;
  return { report: await render("json", { kind: "diff", outcome }), lines: outcome.rulings.map(lineOf) };
}

async function lint(source: string, files: Readonly<Record<string, string>>): Promise<void> {
  const host = memoryHost({ cwd: "/", today: TODAY, files });
  await governLint({ config: NO_CONFIG, sources: [source], asOf: TODAY, load: DEFAULT_LOAD }, catalogue, host);
}
