import { memoryHost } from "../../packages/engine/src/host/memory.ts";
import {
  DEFAULT_LOAD,
  DEFAULT_POLICY,
  governDiff,
  governLint,
  NO_CONFIG,
  nodeHost,
  type Outcome,
  type Ruling,
  rulesOf,
} from "../../packages/engine/src/index.ts";
import { type ReportInput, type ReportName, reporters } from "../../packages/engine/src/report/index.ts";
import { valueIn } from "../../packages/engine/src/testing/value-in.ts";
import { catalogue } from "../../packages/rules/src/index.ts";

/** A day for all judgements; nothing that is tested with it depends on which. */
export const TODAY = "2026-01-01";

/**
 * Judges two descriptions as `concordat diff` does.
 * @param folder what the paths are relative to, and what files may be read from
 * @throws where one cannot be judged, with all problems in the message
 */
export async function judgePair(folder: string, base: string, head: string): Promise<Outcome> {
  return valueIn(await governDiff({ base, head, asOf: TODAY, load: DEFAULT_LOAD }, catalogue, nodeHost(folder)));
}

/**
 * Judges one description by the lint rules of a preset.
 * @throws where it cannot be judged
 */
export async function lintFile(folder: string, file: string, preset = "recommended"): Promise<Outcome> {
  const config = { ...NO_CONFIG, policy: { ...DEFAULT_POLICY, preset } };
  const request = { config, sources: [file], asOf: TODAY, load: DEFAULT_LOAD };
  const [outcome] = valueIn(await governLint(request, catalogue, nodeHost(folder)));
  if (outcome === undefined) throw new Error(`${file} was not linted`);
  return outcome;
}

/** Judges two descriptions that are plain data. */
export async function judgeData(base: object, head: object): Promise<Outcome> {
  return judgeTexts(JSON.stringify(base, null, 1), JSON.stringify(head, null, 1));
}

/** Judges two descriptions that are texts, in JSON or YAML. */
export async function judgeTexts(base: string, head: string): Promise<Outcome> {
  const files = { "/base.yaml": base, "/head.yaml": head };
  const request = { base: "/base.yaml", head: "/head.yaml", asOf: TODAY, load: DEFAULT_LOAD };
  return valueIn(await governDiff(request, catalogue, memoryHost({ cwd: "/", today: TODAY, files })));
}

/** The text of a report. */
export async function render(name: ReportName, input: ReportInput): Promise<string> {
  const reporter = await reporters[name]();
  return reporter(input, { rules: rulesOf(catalogue), colour: false });
}

/** The report that scripts read. */
export function renderJson(outcome: Outcome): Promise<string> {
  return render("json", { kind: "diff", outcome });
}

/** Open findings that break consumers on the wire. */
export function breaksOf({ rulings }: Outcome): readonly Ruling[] {
  return rulings.filter(
    ({ standing, audience, impact }) => standing === "open" && audience === "wire" && impact === "major",
  );
}

/** A ruling in one line, for messages of tests. */
export function lineOf({ rule, impact, audience, subject, message }: Ruling): string {
  return `${rule} ${impact} ${audience} ${subject}: ${message}`;
}
