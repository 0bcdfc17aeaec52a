import { existsSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { CLI, runNode } from "./scenarios/harness/command.ts";
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
        const start = () => runNode(CLI, run.args, join(workspace, run.in ?? ""), run.env, run.stdin);
        const ended = await start();
        expectRun(ended, run, workspace);
        if (run.again) expect(await start()).toEqual(ended);
      });
    }
  }
});

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
