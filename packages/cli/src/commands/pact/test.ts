import { dirname, join, relative, resolve } from "node:path";
import {
  type Config,
  failed,
  type Host,
  hostFailure,
  inputFailure,
  nodeHost,
  type Result,
  readConfig,
  rulesOf,
} from "@concordat/engine";
import { answerJson, escapeMarkdown, oneLine, type ReportName } from "@concordat/engine/report";
import {
  comparePacts,
  type PactChanges,
  type PactFile,
  parsePactFile,
  runConsumerTests,
  type TestedPact,
} from "@concordat/pact";
import { catalogue } from "@concordat/rules";
import type { ExitCode, Surroundings } from "../../io.ts";
import type { FormatOptions, FormatTarget } from "../../output/formats.ts";
import { writeTexts } from "../../output/write.ts";
import { complain, failureCode } from "../../session/problems.ts";
import { type ProblemReport, renderProblems } from "./problem-report.ts";

/** The flags of `test`. */
export interface TestFlags {
  readonly into?: string;
  readonly write?: boolean;
  readonly config?: string;
  readonly failOn: "error" | "warn" | "never";
  readonly quiet?: boolean;
}

/** A pact that tests wrote, beside the one that is kept. */
interface Compared extends PactChanges {
  readonly consumer: string;
  readonly provider: string;
  /** Where it is kept. */
  readonly file: string;
  readonly state: "same" | "new" | "changed" | "written";
  readonly overwritten: readonly string[];
}

/** `concordat pact test`: runs the tests of a consumer, and compares the pacts that they write with those that are kept. */
export async function test(
  command: readonly string[],
  flags: TestFlags,
  formats: FormatOptions,
  io: Surroundings,
): Promise<ExitCode> {
  const host = nodeHost(io.cwd());
  const config =
    flags.into === undefined ? await readConfig(host, flags.config, [...rulesOf(catalogue).keys()]) : undefined;
  if (config && failed(config)) return failureCode(config, io);
  const run = await runConsumerTests(command, host.cwd);
  if (failed(run)) return failureCode(run, io);
  if (run.value.kind === "failed")
    return complain(
      [{ code: "tests-failed", message: `The tests failed (${run.value.because}). No pact was compared.` }],
      io,
      1,
    );
  const compared: Compared[] = [];
  for (const tested of run.value.pacts) {
    const path = pathOf(tested.pact, flags, config?.value, host);
    const each = failed(path) ? path : await compare(tested, path.value, flags.write === true, host);
    if (failed(each)) return failureCode(each, io);
    compared.push(each.value);
  }
  const pass = compared.every(
    ({ state, overwritten }) => (state === "same" || state === "written") && overwritten.length === 0,
  );
  const render = (target: FormatTarget<ReportName>) => {
    if (target.format === "json") return answerJson({ pass, pacts: compared });
    if (target.format === "stylish") return textOf(compared);
    if (target.format === "markdown") return markdownOf(compared);
    const problems = compared.flatMap(problemsOf);
    return renderProblems({ source: command.join(" "), version: null, pass, problems }, target, io, flags);
  };
  const unwritten = await writeTexts(formats.targets<ReportName>("stylish"), render, host, io, flags.quiet === true);
  return unwritten ?? (pass || flags.failOn === "never" ? 0 : 1);
}

/** Where a pact is kept: beside the description of its provider, or in the folder that a flag names. */
function pathOf(
  { file, consumer, provider }: PactFile,
  { into }: TestFlags,
  config: Config | undefined,
  host: Host,
): Result<string> {
  const contract = config?.contracts.find((each) => (each.provider ?? each.name) === provider);
  if (/^\.|[\\/\0]/.test(consumer))
    return inputFailure("consumer-name", `The consumer \`${consumer}\` has a name that no folder can have.`, { file });
  const folder =
    into !== undefined
      ? resolve(host.cwd, into)
      : contract && (contract.consumers ?? join(dirname(contract.spec), "consumers"));
  if (folder !== undefined) return { value: join(folder, consumer, "pact.json") };
  return inputFailure(
    "pact-homeless",
    `No contract of the configuration has the provider \`${provider}\`. Write \`provider: ${provider}\` into its contract, or name a folder with --into.`,
  );
}

async function compare(
  { pact, overwritten }: TestedPact,
  path: string,
  write: boolean,
  host: Host,
): Promise<Result<Compared>> {
  const file = relative(host.cwd, path);
  const text = await host.readText(path);
  if (failed(text) && text.failure !== "missing")
    return hostFailure(text, "pact-unreadable", `\`${file}\`: ${text.message}`);
  const kept = failed(text) ? undefined : parsePactFile(file, text.value);
  if (kept && failed(kept)) return kept;
  const same = !failed(text) && text.value === pact.text;
  if (!same && write) {
    const written = await host.writeText(path, pact.text);
    if (failed(written)) return hostFailure(written, "output");
  }
  const state = same ? "same" : write ? "written" : kept === undefined ? "new" : "changed";
  const { consumer, provider } = pact;
  return { value: { consumer, provider, file, state, ...comparePacts(kept?.value, pact), overwritten } };
}

const STATES = {
  same: "as it is kept",
  new: "is not kept yet. Add it with --write",
  changed: "is not as it is kept. Update it with --write",
  written: "written",
} as const;

/** What a pact differs in, a line each. */
function changesOf({ added, changed, stale, overwritten }: Compared): string[] {
  return [
    ...added.map((name) => `new: ${name}`),
    ...changed.map((name) => `changed: ${name}`),
    ...stale.map((name) => `stale, as no test writes it any more: ${name}`),
    ...overwritten.map(
      (name) =>
        `overwritten: two tests write \`${name}\` with different content, and only the last is kept. Give one another description or state.`,
    ),
  ];
}

/** What is wrong with a pact as reports have it. */
function problemsOf(compared: Compared): ProblemReport["problems"] {
  const { state, file, overwritten } = compared;
  if ((state === "same" || state === "written") && overwritten.length === 0) return [];
  const verb = state === "same" ? "is " : state === "written" ? "was " : "";
  const message = [`The pact ${verb}${STATES[state]}.`, ...changesOf(compared)].join(" ");
  return [{ code: "pact-differs", message, severity: "error", file }];
}

function textOf(compared: readonly Compared[]): string {
  const lines = compared.flatMap((each) => [
    `${oneLine(each.file)}: ${STATES[each.state]} (${oneLine(each.consumer)} → ${oneLine(each.provider)})`,
    ...changesOf(each).map((line) => `  ${oneLine(line)}`),
  ]);
  return `${lines.join("\n")}\n`;
}

/** The same for a page or a comment. */
function markdownOf(compared: readonly Compared[]): string {
  const lines = compared.flatMap((each) => [
    `- **${escapeMarkdown(each.file)}** (${escapeMarkdown(each.consumer)} → ${escapeMarkdown(each.provider)}): ${STATES[each.state]}`,
    ...changesOf(each).map((line) => `  - ${escapeMarkdown(line)}`),
  ]);
  return `${lines.join("\n")}\n`;
}
