import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { ACTION, runNode } from "./command.ts";
import type { Run } from "./scenario.ts";

/** Flags of `check` that the action has an input for. */
const INPUTS: Readonly<Record<string, string>> = { "--base": "BASE", "--config": "CONFIG", "--fail-on": "FAIL-ON" };

/** Whether a run is one that the action can do: `check`, with nothing that it has no input for. */
export function suitsAction({ args }: Run): boolean {
  return args[0] === "check" && args.every((arg) => !arg.startsWith("-") || arg in INPUTS);
}

/** What the action did, and the outputs it left. */
export interface ActionEnded {
  readonly exit: number;
  readonly stdout: string;
  readonly stderr: string;
  readonly outputs: Readonly<Record<string, string>>;
  readonly summary: string;
}

/** Runs the built action as a runner would: inputs as variables, results in files that the runner reads. */
export async function runAction(run: Pick<Run, "args" | "in" | "env">, workspace: string): Promise<ActionEnded> {
  const [outputFile, summaryFile] = ["output", "summary"].map((name) => join(dirname(workspace), name)) as [
    string,
    string,
  ];
  const ended = await runNode(ACTION, [], workspace, {
    ...run.env,
    ...inputsOf(run.args),
    "INPUT_WORKING-DIRECTORY": run.in ?? ".",
    GITHUB_WORKSPACE: workspace,
    GITHUB_OUTPUT: outputFile,
    GITHUB_STEP_SUMMARY: summaryFile,
  });
  const textOf = (file: string) => (existsSync(file) ? readFileSync(file, "utf8") : "");
  const lines = textOf(outputFile).split("\n").filter(Boolean);
  const outputs = Object.fromEntries(lines.map((line) => [line.split("=")[0], line.slice(line.indexOf("=") + 1)]));
  return { ...ended, outputs, summary: textOf(summaryFile) };
}

/** A runner sets every declared input; those that a workflow does not give are empty. */
function inputsOf(args: readonly string[]): Record<string, string> {
  const inputs: Record<string, string> = { INPUT_BASE: "", INPUT_CONFIG: "", "INPUT_FAIL-ON": "error" };
  const contracts: string[] = [];
  for (let i = 1; i < args.length; i++) {
    const input = INPUTS[args[i] as string];
    if (input === undefined) contracts.push(args[i] as string);
    else inputs[`INPUT_${input}`] = args[++i] as string;
  }
  return { ...inputs, INPUT_CONTRACTS: contracts.join(" ") };
}
