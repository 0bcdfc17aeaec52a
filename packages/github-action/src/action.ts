import { resolve } from "node:path";
import {
  CHECKS,
  type CheckOutcome,
  type Config,
  exitCodeOf,
  type Failure,
  failed,
  governCheck,
  type Host,
  inputFailure,
  joinOutcomes,
  nodeHost,
  type Problem,
  partingFrom,
  pathFrom,
  type Result,
  readConfig,
  rulesOf,
} from "@concordat/engine";
import { pageDataOf, reporters } from "@concordat/engine/report";
import { reportPage } from "@concordat/report-page";
import { catalogue } from "@concordat/rules";
import { type Approval, type Labelled, readApproval } from "./approval.ts";
import { findBase, namedBase } from "./base.ts";
import { changedFiles } from "./changed.ts";
import { clientOf, isRefusal } from "./client.ts";
import { keepComment, roomFor, unwritten } from "./comment.ts";
import { type Event, readEvent } from "./event.ts";
import { type Environment, type Inputs, readInputs } from "./inputs.ts";
import { linksOf } from "./links.ts";
import { fitChangelog, fitReport, type Outputs } from "./outputs.ts";
import {
  type Channels,
  publishAnnotations,
  publishNotice,
  publishOutputs,
  publishProblems,
  publishSummary,
  reviewText,
  type Told,
} from "./publish.ts";
import { Rooted } from "./rooted.ts";
import { countOpen, crowded, isApprovable } from "./verdict.ts";

/** As of the command line: 0 passes, 1 fails, 2 the input is wrong, 3 a tool failed. */
export type ExitCode = 0 | 1 | 2 | 3;

/** What reports say about rules, by their ids. */
export const rules: Told["rules"] = rulesOf(catalogue);

/** Runs the action: inputs in; annotations, summary, comment and outputs out; answers the exit code. */
export async function run(env: Environment, channels: Channels): Promise<ExitCode> {
  try {
    const inputs = readInputs(env);
    if (failed(inputs)) return refuse(inputs.problems, channels);
    const event = await readEvent(env);
    if (failed(event)) return refuse(event.problems, channels);
    return await new Run(env, inputs.value, event.value, channels).check();
  } catch (error) {
    return collapse(error, channels);
  }
}

/** Says what is wrong with the input of a run. */
export function refuse(problems: readonly Problem[], channels: Channels): ExitCode {
  publishProblems(problems, channels);
  publishOutputs({ result: "error" }, channels);
  return 2;
}

/** Says that a run has ended by a fault of ours. */
export function collapse(error: unknown, channels: Channels): ExitCode {
  const message = `Concordat failed: ${error instanceof Error ? error.message : String(error)}. This is a fault of Concordat; please report it.`;
  publishProblems([{ code: "internal", message }], channels);
  publishOutputs({ result: "error" }, channels);
  return 3;
}

/** What was judged, and what else there is to say of it. */
interface Judged {
  readonly outcome: CheckOutcome;
  readonly touched: ReadonlySet<string>;
}

/** One run of the action. */
class Run {
  readonly #env: Environment;
  readonly #inputs: Inputs;
  readonly #event: Event | undefined;
  readonly #channels: Channels;
  /** The root of the checkout, and the folder of it to work in. */
  readonly #root: string;
  readonly #host: Host;
  readonly #rooted: Rooted;
  /** Checks that are asked for and cannot run here. */
  readonly #notes: string[] = [];

  constructor(env: Environment, inputs: Inputs, event: Event | undefined, channels: Channels) {
    this.#env = env;
    this.#inputs = inputs;
    this.#event = event;
    this.#channels = channels;
    this.#root = resolve(env["GITHUB_WORKSPACE"] ?? process.cwd());
    this.#host = nodeHost(resolve(this.#root, inputs.workingDirectory));
    this.#rooted = new Rooted(this.#root, this.#host.cwd);
  }

  async check(): Promise<ExitCode> {
    const judged = await this.#judge();
    if (failed(judged)) return this.#fail(judged);
    const { outcome, touched } = judged.value;
    const approval = await readApproval(this.#client(), this.#labelled(), this.#inputs);
    const { result, code } = this.#resultOf(outcome, approval);
    const written = await this.#writeFiles(outcome);
    if (failed(written)) return this.#fail(written);
    const rooted = this.#rooted.outcome(outcome);
    if (approval.note && (approval.approved || isApprovable(outcome, this.#inputs.failOn)))
      this.#notes.push(approval.note);
    const told: Told = { outcome: rooted, result, approval, notes: this.#notes, rules, links: this.#links() };
    const commentId = await this.#comment(told, outcome.contracts.length > 0);
    await this.#publish(told, touched);
    const { breaking, errors, warnings } = countOpen(outcome);
    publishOutputs(
      {
        result,
        "semver-bump": outcome.verdict.requiredBump,
        "breaking-count": breaking,
        "error-count": errors,
        "warning-count": warnings,
        approved: approval.approved,
        "policy-changes": JSON.stringify(outcome.gate?.changes ?? []),
        changelog: fitChangelog(await this.#render("changelog", outcome)),
        "report-json": fitReport(written.value, this.#inputs.reportFile),
        "sarif-file": this.#inputs.sarifFile === undefined ? "" : this.#rooted.file(this.#inputs.sarifFile),
        "comment-id": commentId,
      },
      this.#channels,
    );
    return code;
  }

  async #judge(): Promise<Result<Judged>> {
    const host = this.#host;
    if ((await host.realPath(host.cwd)) === undefined)
      return inputFailure(
        "usage",
        `The input \`working-directory\` is \`${this.#inputs.workingDirectory}\`; this folder does not exist.`,
      );
    const read = await this.#config();
    if (failed(read)) return read;
    const config = read.value;
    // Whatever contracts are compared with, the policy is that of the commit which the event is about.
    const base = await findBase(host.cwd, this.#event);
    if (this.#inputs.base === undefined) {
      if (base.problem) return { failure: "input", problems: [base.problem] };
      this.#notes.push(...base.notes);
    }
    const baseRevision = this.#inputs.base && (await namedBase(host.cwd, this.#inputs.base));
    const asOf = host.today();
    const compared = baseRevision ?? base.commit ?? (await this.#parting(config));
    const root = await host.gitRoot(host.cwd);
    const files = root !== undefined && compared !== undefined ? await changedFiles(root, compared) : undefined;
    const touched = new Set([...(files?.changed ?? [])].map((file) => pathFrom(this.#root, file)));
    const onlyChanged = this.#inputs.onlyChanged && !files?.hasLinks ? files : undefined;
    if (this.#inputs.onlyChanged && onlyChanged === undefined)
      this.#notes.push("What changed is not known here, so all contracts are judged.");
    const load = { allowRemote: [], allowPrivateNetwork: false };
    const { failOn, compatibility, config: configFile } = this.#inputs;
    const named = this.#inputs.checks;
    const checks = named && CHECKS.filter((name) => named.includes(name));
    const baseCommit = base.commit;
    const request = { config, configFile, contracts: this.#inputs.contracts, baseRevision, baseCommit, asOf, load };
    const excerpts = this.#inputs.pageFile !== undefined;
    const refuseCode = foreignCode(this.#event);
    const outcome = await governCheck(
      { ...request, compatibility, failOn, checks, onlyChanged, refuseCode, excerpts },
      catalogue,
      host,
    );
    if (failed(outcome)) return outcome;
    if (outcome.value.contracts.length === 0) this.#notes.push("No contract has a file that changed.");
    return { value: { outcome: outcome.value, touched } };
  }

  /** The configuration of the working directory. */
  async #config(): Promise<Result<Config>> {
    return readConfig(this.#host, this.#inputs.config, [...rules.keys()]);
  }

  /** Where HEAD left the default branch. */
  async #parting({ baseBranch }: Config): Promise<string | undefined> {
    const root = await this.#host.gitRoot(this.#host.cwd);
    if (root === undefined) return undefined;
    const branch = baseBranch === undefined ? await this.#host.gitDefaultBranch(root) : { value: baseBranch };
    const parting = failed(branch) ? branch : await partingFrom(root, branch.value, this.#host);
    return failed(parting) ? undefined : parting.value.commit;
  }

  #resultOf(outcome: CheckOutcome, { approved }: Approval): { result: Outputs["result"]; code: ExitCode } {
    const { failOn } = this.#inputs;
    const passes = exitCodeOf(outcome.contracts, failOn) === 0 || (approved && isApprovable(outcome, failOn));
    return passes ? { result: "pass", code: 0 } : { result: "fail", code: 1 };
  }

  async #render(name: "json" | "sarif" | "changelog", outcome: CheckOutcome): Promise<string> {
    return (await reporters[name]())({ kind: "check", outcome }, { rules, colour: false });
  }

  /** Writes the files that the workflow names. */
  async #writeFiles(outcome: CheckOutcome): Promise<Result<string>> {
    const { reportFile, sarifFile, pageFile } = this.#inputs;
    const json = await this.#render("json", outcome);
    const sarif = sarifFile === undefined ? "" : await this.#render("sarif", this.#rooted.outcome(outcome));
    for (const [file, text] of [
      [reportFile, json],
      [sarifFile, sarif],
      [pageFile, pageFile === undefined ? "" : reportPage(await pageDataOf({ kind: "check", outcome }, { rules }))],
    ] as const) {
      if (file === undefined) continue;
      const written = await this.#host.writeText(resolve(this.#host.cwd, file), text);
      if (failed(written)) return { failure: "tool", problems: [{ code: "output", message: written.message }] };
    }
    return { value: json };
  }

  async #publish(told: Told, touched: ReadonlySet<string>): Promise<void> {
    const { annotations, maxAnnotations } = this.#inputs;
    const most = annotations ? maxAnnotations : 0;
    await publishAnnotations(told.outcome, rules, { most, touched }, this.#channels);
    const uncounted = annotations ? crowded(told.outcome, most) : [];
    await publishSummary({ ...told, notes: [...told.notes, ...uncounted] }, this.#inputs, this.#channels);
    if (this.#notes.length > 0) publishNotice(this.#notes.join(" "), this.#channels);
  }

  #links(): Told["links"] {
    return linksOf(this.#env, this.#event, rules);
  }

  /** Keeps the comment of the pull request, where there is one; what hinders it is a note, and no more. */
  async #comment(told: Told, make: boolean): Promise<number | undefined> {
    const number = this.#event?.kind === "pull-request" ? this.#event.number : undefined;
    if (!this.#inputs.comment || number === undefined) return undefined;
    const { commentId } = this.#inputs;
    const client = this.#client();
    const text = await reviewText(told, this.#inputs, roomFor(commentId));
    const written = isRefusal(client) ? client : await keepComment(client, number, commentId, text, make);
    if (!isRefusal(written)) return written.value;
    this.#notes.push(unwritten(written));
    return undefined;
  }

  /** Says why nothing could be judged: to the log, the summary and the pull request. */
  async #fail({ failure, problems }: Failure): Promise<ExitCode> {
    const placed = problems.map((each) => this.#rooted.problem(each));
    publishProblems(placed, this.#channels);
    const outcome = joinOutcomes([], this.#host.today());
    const notes = [...placed.map(({ message, file }) => (file ? `\`${file}\`: ${message}` : message)), ...this.#notes];
    const told: Told = { outcome, result: "error", approval: { approved: false }, notes, rules, links: this.#links() };
    const commentId = await this.#comment(told, true);
    await publishSummary(told, this.#inputs, this.#channels);
    if (this.#notes.length > 0) publishNotice(this.#notes.join(" "), this.#channels);
    publishOutputs({ result: "error", "comment-id": commentId }, this.#channels);
    return failure === "tool" ? 3 : 2;
  }

  #labelled(): Labelled {
    const event = this.#event;
    if (event?.kind === "pull-request") return event;
    return { number: event?.kind === "merge-group" ? event.number : undefined };
  }

  #client() {
    return clientOf(this.#env, this.#inputs.token);
  }
}

/** Events of which the run has the repository's own rights, whoever's code is checked out. */
const TRUSTED_EVENTS = ["pull_request_target", "workflow_run", "issue_comment"];

/** Why code of rulesets is not run; undefined where it may be. */
function foreignCode(event: Event | undefined): string | undefined {
  const name = event?.name ?? "";
  return TRUSTED_EVENTS.includes(name)
    ? `runs of the event \`${name}\` have the rights of the repository, which code of a pull request must not get`
    : undefined;
}
