import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { failed } from "../packages/engine/src/base/result.ts";
import { NO_CONFIG } from "../packages/engine/src/config/read-config.ts";
import { governPactCheck } from "../packages/engine/src/govern/pact-check.ts";
import { nodeHost } from "../packages/engine/src/host/node.ts";
import { DEFAULT_LOAD } from "../packages/engine/src/load/description.ts";
import { exitCodeOf } from "../packages/engine/src/policy/verdict.ts";
import { catalogue } from "../packages/rules/src/index.ts";
import { readComparisons } from "./pact-cases.ts";
import { SHARED } from "./support/paths.ts";
import { readReasons } from "./support/reasons.ts";

/*
 * Fixtures of another comparator of pacts with descriptions. Each passes or fails as it does there, or pact-differences.yaml
 * says why not. A case that agrees again must leave the list, so that the list stays true.
 */

const FOLDER = join(SHARED, "pact-cases");
const cases = existsSync(FOLDER) ? readComparisons(FOLDER) : [];
const reasons = readReasons("pact-differences.yaml");

test.skipIf(cases.length === 0)("the cases are here, and all that differ", () => {
  expect(cases.length).toBeGreaterThan(30);
  expect([...reasons.keys()].filter((id) => !cases.some((each) => each.id === id))).toEqual([]);
});

describe.skipIf(cases.length === 0).each(cases)("$id", ({ id, folder, passes }) => {
  test(`${passes ? "passes" : "fails"}, or there is a reason why not`, async () => {
    const { answer, text } = await check(folder);
    expect(answer !== passes, text).toBe(reasons.has(id));
  });
});

/** Whether a pact passes by its description, and what is said of it. */
async function check(folder: string): Promise<{ readonly answer: boolean; readonly text: string }> {
  const spec = readdirSync(folder).find((name) => name === "oas.yaml") ?? "asyncapi.yaml";
  const files = { spec, pacts: ["pact.json"] };
  const request = { config: NO_CONFIG, files, asOf: "2026-01-01", load: DEFAULT_LOAD };
  const outcomes = await governPactCheck(request, catalogue, nodeHost(folder));
  if (failed(outcomes)) return { answer: false, text: outcomes.problems.map(({ message }) => message).join("\n") };
  const lines = outcomes.value.flatMap(({ rulings, problems }) => [
    ...rulings.map(({ rule, severity, message, interaction }) => `${severity} ${rule} [${interaction}] ${message}`),
    ...problems.map(({ message }) => `problem ${message}`),
  ]);
  return { answer: exitCodeOf(outcomes.value, "error") === 0, text: lines.join("\n") };
}
