import { dirname, join } from "node:path";
import { matchesFileGlob } from "../base/file-glob.ts";
import { pathFrom } from "../base/paths.ts";
import { failed, hostFailure, inputFailure, type Result } from "../base/result.ts";
import type { Config } from "../config/read-config.ts";
import type { TextEdit } from "../edit/changes.ts";
import type { Host, IsoDate } from "../host/host.ts";
import type { Outcome } from "../outcome.ts";
import type { Acceptance } from "../policy/baseline.ts";
import { type Choice, chooseFindings } from "./choose-findings.ts";
import { writeBaseline } from "./write-baseline.ts";

/** Which findings of a check are to be accepted, by whom, and until when. */
export interface AcceptRequest {
  readonly config: Config;
  /** What the check of the contracts came to. */
  readonly outcomes: readonly Outcome[];
  /** Beginnings of fingerprints; undefined for all open findings. */
  readonly fingerprints: readonly string[] | undefined;
  readonly reason: string;
  /** Who answers for it; the owner of each contract where it is undefined. */
  readonly owner: string | undefined;
  readonly until: IsoDate;
  readonly asOf: IsoDate;
}

/** What was accepted of one contract. */
export interface AcceptedFindings {
  readonly contract: string;
  /** The baseline file, from the folder that one stands in. */
  readonly file: string;
  readonly messages: readonly string[];
}

/** Where waivers of a contract go. */
interface Target extends Choice {
  readonly acceptance: Acceptance;
  /** Absolute. */
  readonly baseline: string;
  /** What names the file in the configuration, where nothing did. */
  readonly edit: TextEdit | undefined;
}

/**
 * Writes waivers for findings into the baselines of their contracts. A contract without a baseline gets one, and its entry
 * in the configuration names it. Either all can be accepted or nothing is written.
 */
export async function acceptFindings(request: AcceptRequest, host: Host): Promise<Result<readonly AcceptedFindings[]>> {
  const chosen = chooseFindings(request.outcomes, request.fingerprints);
  if (failed(chosen)) return chosen;
  const targets: Target[] = [];
  for (const choice of chosen.value) {
    const target = targetOf(choice, request, host);
    if (failed(target)) return target;
    targets.push(target.value);
  }
  const config = await configText(request.config, targets, host);
  if (failed(config)) return config;
  for (const { baseline, rulings, acceptance } of targets) {
    const written = await writeBaseline(baseline, rulings, acceptance, request.asOf, host);
    if (failed(written)) return written;
  }
  if (config.value !== undefined) {
    const written = await host.writeText(request.config.path ?? "", config.value);
    if (failed(written)) return hostFailure(written, "output");
  }
  return {
    value: targets.map(({ contract, baseline, rulings }) => ({
      contract,
      file: pathFrom(host.cwd, baseline),
      messages: rulings.flatMap(({ message, members }) => members?.map((member) => member.message) ?? [message]),
    })),
  };
}

function targetOf(choice: Choice, { config, owner, reason, until }: AcceptRequest, host: Host): Result<Target> {
  const { contract } = choice;
  const known = config.contracts.find(({ name }) => name === contract);
  const index = (config.file.contracts ?? []).findIndex(
    ({ name }) => name === contract || contract.startsWith(`${name}/`),
  );
  const entry = config.file.contracts?.[index];
  if (known === undefined || entry === undefined || config.path === undefined)
    return inputFailure(
      "contract-unknown",
      `The configuration has no contract \`${contract}\`, so its findings have no baseline to be accepted in.`,
    );
  const answers = owner ?? known.owner;
  if (answers === undefined)
    return inputFailure(
      "owner-missing",
      `Nobody answers for \`${contract}\`. Name someone with \`--owner\`, or give the contract an \`owner\` in the configuration.`,
    );
  const acceptance = { reason, owner: answers, expires: until };
  if (known.baseline !== undefined)
    return { value: { ...choice, acceptance, baseline: known.baseline, edit: undefined } };
  const path = `baselines/${entry.name}.yaml`;
  if (matchesFileGlob(path, entry.spec))
    return inputFailure(
      "baseline-missing",
      `\`${contract}\` has no \`baseline\` in the configuration. Name a file that \`${entry.spec}\` does not match.`,
      { file: pathFrom(host.cwd, config.path) },
    );
  const edit = { kind: "set", pointer: `/contracts/${index}`, key: "baseline", value: path } as const;
  return { value: { ...choice, acceptance, baseline: join(dirname(config.path), path), edit } };
}

/** The configuration with the baselines that were not named in it; undefined where all were. */
async function configText(
  { path = "" }: Config,
  targets: readonly Target[],
  host: Host,
): Promise<Result<string | undefined>> {
  const edits = new Map(targets.flatMap(({ edit }) => (edit === undefined ? [] : [[edit.pointer, edit] as const])));
  if (edits.size === 0) return { value: undefined };
  const name = pathFrom(host.cwd, path);
  const text = await host.readText(path);
  if (failed(text))
    return inputFailure("config-missing", `The configuration cannot be read. ${text.message}`, { file: name });
  const { editText } = await import("../edit/edit-text.ts");
  const edited = editText({ name, text: text.value }, [...edits.values()]);
  return "refused" in edited
    ? inputFailure(
        "config-unwritable",
        `The configuration names no \`baseline\` for a contract, and it cannot be added: ${edited.refused}. Add it by hand.`,
        { file: name },
      )
    : { value: edited.text };
}
