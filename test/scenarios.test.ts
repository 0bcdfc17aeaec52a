import { existsSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { CLI, runHere, runNode } from "./scenarios/harness/command.ts";
import { expectRun } from "./scenarios/harness/expectations.ts";
import { type Run, readScenarios, type Scenario } from "./scenarios/harness/scenario.ts";
import { makeWorkspace, removeWorkspace, writeFiles } from "./scenarios/harness/workspace.ts";

const scenarios = readScenarios(join(import.meta.dirname, "scenarios"));
const made: string[] = [];

afterAll(() => made.forEach(removeWorkspace), 60_000);

test("there are scenarios, and the command line is built", () => {
  expect(scenarios.length).toBeGreaterThan(20);
  expect(existsSync(CLI), "run `pnpm run build` first").toBe(true);
});

describe.each(scenarios)("$name", (scenario) => {
  // Runs that go on where another has ended belong to its workspace, and wait for it.
  for (const series of seriesOf(scenario.runs)) {
    const workspaceOf = once(() => workspaceFor(scenario));
    for (const run of series) {
      const define = series.length > 1 ? test : test.concurrent;
      define(run.name, async () => {
        const workspace = workspaceOf();
        writeFiles(workspace, run.files);
        const folder = join(workspace, run.in ?? "");
        const start = () =>
          isAlone(run, scenario)
            ? runNode(CLI, run.args, folder, run.env, run.stdin)
            : runHere(run.args, folder, run.env);
        const ended = await start();
        expectRun(ended, run, workspace);
        if (run.again) expect(await start()).toEqual(ended);
      });
    }
  }
});

/**
 * Whether a run has a process of its own, as users start it. A start takes longer than most runs, so that the others of a scenario
 * are within this process; what a variable or standard input changes, it may change before anything of ours runs.
 */
function isAlone({ alone, env, stdin, ...run }: Run, { runs }: Scenario): boolean {
  return alone === true || env !== undefined || stdin !== undefined || runs[0]?.name === run.name;
}

function workspaceFor(scenario: Scenario): string {
  const workspace = makeWorkspace(scenario);
  made.push(workspace);
  return workspace;
}

function seriesOf(runs: readonly Run[]): Run[][] {
  const series: Run[][] = [];
  for (const run of runs) {
    if (run.then) series.at(-1)?.push(run);
    else series.push([run]);
  }
  return series;
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}
