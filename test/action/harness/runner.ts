import { existsSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { run } from "../../../packages/github-action/src/action.ts";
import { ACTION, type Ended, runNode } from "../../scenarios/harness/command.ts";
import type { Checkout } from "./checkout.ts";

/** The action that only comments, as its `action.yml` starts it. */
export const COMMENT_ACTION = join(dirname(ACTION), "../comment/main.mjs");

/** What set a workflow off: its name, and what the runner has written of it. */
export interface EventGiven {
  readonly name: string;
  readonly payload: object;
}

export interface Step {
  readonly workspace: string;
  readonly inputs?: Readonly<Record<string, string>>;
  readonly event?: EventGiven;
  /** Where the API is; there is none where it is left out. */
  readonly api?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** What is run: the built action where nothing is said; `source` runs it within this process, from its sources. */
  readonly program?: string;
}

/** What a step did, as its runner sees it. */
export interface StepEnded extends Ended {
  readonly outputs: Readonly<Record<string, string>>;
  readonly summary: string;
}

/** Runs the action as a runner does: inputs and event handed over, results taken from the files that it names. */
export async function runStep({ workspace, inputs, event, api, env, program = ACTION }: Step): Promise<StepEnded> {
  const folder = mkdtempSync(join(dirname(workspace), "step-"));
  const [output, summary, payload] = ["output", "summary", "event.json"].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ];
  if (event) writeFileSync(payload, JSON.stringify(event.payload));
  const given = Object.entries({ ...(api && { "github-token": "ghs_test" }), ...inputs });
  const surroundings = {
    ...Object.fromEntries(given.map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value])),
    GITHUB_WORKSPACE: workspace,
    GITHUB_OUTPUT: output,
    GITHUB_STEP_SUMMARY: summary,
    GITHUB_SERVER_URL: "https://git.example",
    GITHUB_REPOSITORY: "acme/shop",
    ...(event && { GITHUB_EVENT_NAME: event.name, GITHUB_EVENT_PATH: payload }),
    ...(api && { GITHUB_API_URL: api }),
    ...env,
  };
  const ended = await (program === "source" ? runSource(surroundings) : runNode(program, [], workspace, surroundings));
  return { ...ended, outputs: readOutputs(textOf(output)), summary: textOf(summary) };
}

async function runSource(env: Readonly<Record<string, string>>): Promise<Ended> {
  let stdout = "";
  const write = (text: string) => {
    stdout += text;
  };
  const files = { outputFile: env["GITHUB_OUTPUT"], summaryFile: env["GITHUB_STEP_SUMMARY"] };
  return { exit: await run(env, { write, ...files }), stdout, stderr: "" };
}

/** Outputs as a runner reads them; throws where it would refuse them. */
function readOutputs(text: string): Record<string, string> {
  const outputs: Record<string, string> = {};
  const lines = text.split("\n");
  if (lines.pop() !== "") throw new Error("the file of outputs does not end with a line break");
  for (let line = lines.shift(); line !== undefined; line = lines.shift()) {
    const [, name = "", kind = "", rest = ""] = /^([\w-]+)(=|<<)(.*)$/.exec(line) ?? [];
    if (name === "" || name in outputs) throw new Error(`\`${line}\` is no output, or there is another of its name`);
    const end = kind === "<<" ? lines.indexOf(rest) : -1;
    if (kind === "<<" && end < 0) throw new Error(`the end of \`${name}\` is missing`);
    outputs[name] =
      kind === "<<"
        ? lines
            .splice(0, end + 1)
            .slice(0, -1)
            .join("\n")
        : rest;
  }
  return outputs;
}

/** Workflow commands in a log, as a runner finds them. */
export function commandsIn(
  stdout: string,
): { readonly name: string; readonly properties: string; readonly text: string }[] {
  return stdout.split(/\r\n|\r|\n/).flatMap((line) => {
    const [, name = "", properties = "", text = ""] = /^\s*::([\w-]+)(?: ([^:]*))?::(.*)$/.exec(line) ?? [];
    const [, old = ""] = name === "" ? (/##\[([\w-]+)[^\]]*\]/.exec(line) ?? []) : [];
    return name === "" && old === "" ? [] : [{ name: name || old, properties, text }];
  });
}

/** The event of a pull request. */
export function pullRequestEvent({ base, head }: Checkout, name = "pull_request", number = 7): EventGiven {
  return {
    name,
    payload: { action: "synchronize", number, pull_request: { number, base: { sha: base }, head: { sha: head } } },
  };
}

function textOf(file: string): string {
  return existsSync(file) ? readFileSync(file, "utf8") : "";
}
