import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { runHere } from "../scenarios/harness/command.ts";
import { type Run, readScenarios, type Scenario } from "../scenarios/harness/scenario.ts";
import { makeWorkspace, removeWorkspace, writeFiles } from "../scenarios/harness/workspace.ts";
import { runStep } from "./harness/runner.ts";

/* Each scenario that runs `check` comes to the same in the action: exit code, counts, and the report byte for byte. */

/** Flags of `check` that the action has an input for. */
const INPUTS: Readonly<Record<string, string>> = {
  "--base": "base",
  "--compatibility": "compatibility",
  "--config": "config",
  "--fail-on": "fail-on",
};

const made: string[] = [];
afterAll(() => made.forEach(removeWorkspace), 60_000);

const runs = readScenarios(join(import.meta.dirname, "../scenarios")).flatMap((scenario) =>
  scenario.runs
    // A run that goes on where another has ended is not one by itself.
    .filter((run, i) => !run.then && !scenario.runs[i + 1]?.then && suits(run))
    .map((run, i) => ({ name: `${scenario.name}: ${run.name}`, scenario, run, isFirst: i === 0 })),
);

test("some scenarios suit the action", () => expect(runs.length).toBeGreaterThan(30));

describe("through the action", () => {
  test.concurrent.each(runs)("$name", async ({ scenario, run, isFirst }) => {
    const workspace = workspaceFor(scenario, run);
    const folder = join(workspace, run.in ?? "");
    const [step, shell] = await Promise.all([
      runStep({
        workspace,
        inputs: { ...inputsOf(run.args), "working-directory": run.in ?? "." },
        ...(run.env && { env: run.env }),
        // A process takes longer to start than to judge: one for each scenario shows that the built action does the same.
        ...(!isFirst && { program: "source" }),
      }),
      runHere([...run.args, "--format", "json"], folder, run.env),
    ]);
    expect({ exit: step.exit, stderr: step.stderr }, step.stdout).toEqual({ exit: shell.exit, stderr: "" });
    if (shell.exit >= 2) {
      expect(step.outputs).toEqual({ result: "error" });
      // A flag that the command line refuses itself is an input that the action refuses in its own words.
      if (shell.stderr.startsWith("error: option")) return;
      // What the command line says is said here too, whatever stands before it.
      const [first = ""] = shell.stderr.split("\n");
      expect(step.stdout.replaceAll("%25", "%")).toContain(first.replace(/^\S+:\d+:\d+: |^[^\s`]+: /, ""));
      return;
    }
    const { verdict, contracts } = JSON.parse(shell.stdout);
    const open = contracts
      .flatMap(({ findings }: { findings: readonly Finding[] }) => findings)
      .filter(({ standing }: Finding) => standing === "open") as readonly Finding[];
    const breaking = open.filter(({ audience, impact }) => audience === "wire" && impact === "major");
    expect(step.outputs["report-json"]).toBe(shell.stdout.trimEnd());
    expect(step.outputs).toMatchObject({
      result: shell.exit === 0 ? "pass" : "fail",
      "semver-bump": verdict.requiredBump,
      "breaking-count": String(breaking.length),
      approved: "false",
    });
  });
});

type Finding = Readonly<Record<"standing" | "audience" | "impact", string>>;

function workspaceFor(scenario: Scenario, run: Run): string {
  const workspace = makeWorkspace(scenario);
  made.push(workspace);
  writeFiles(workspace, run.files);
  return workspace;
}

/** Whether a run is one that the action can do: `check`, with nothing that it has no input for. */
function suits({ args }: Run): boolean {
  return args[0] === "check" && args.every((arg) => !arg.startsWith("-") || arg in INPUTS);
}

/** A runner sets every declared input; those that a workflow does not give are empty. */
function inputsOf(args: readonly string[]): Record<string, string> {
  const inputs: Record<string, string> = { base: "", config: "", "fail-on": "error" };
  const contracts: string[] = [];
  for (let i = 1; i < args.length; i++) {
    const input = INPUTS[args[i] as string];
    if (input === undefined) contracts.push(args[i] as string);
    else inputs[input] = args[++i] as string;
  }
  return { ...inputs, contracts: contracts.join(" ") };
}
