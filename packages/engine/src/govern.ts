import { isAbsolute, relative } from "node:path";
import type { Located } from "@concordat/containment";
import { diffDescriptions } from "./analyze/diff/diff.ts";
import { compareBy } from "./base/order.ts";
import type { Problem } from "./base/problem.ts";
import type { Config, ContractConfig } from "./config/read-config.ts";
import { readBaseline } from "./config/read-config.ts";
import type { Impact, RawFinding, Severity, Span } from "./finding/finding.ts";
import { greatestImpact } from "./finding/finding.ts";
import { fingerprintOf } from "./finding/fingerprint.ts";
import { resolveSpans } from "./finding/spans.ts";
import { failed, type Host, type IsoDate } from "./host/host.ts";
import { lifecycleOf } from "./kit/lifecycle.ts";
import type { DiffRule } from "./kit/rule.ts";
import { type Description, type LoadFailure, type LoadOptions, loadDescription } from "./load/description.ts";
import { reportDangling } from "./model/references.ts";
import type { Revision } from "./model/revision.ts";
import {
  type CheckOutcome,
  type Failure,
  isFailure,
  type Outcome,
  type RevisionInfo,
  type RuledProblem,
} from "./outcome.ts";
import { findIgnores, type PlacedProblem } from "./policy/ignores.ts";
import { DEFAULT_POLICY, type Policy, type Waiver } from "./policy/policy.ts";
import { decideRuling, type Ruling, type RulingContext } from "./policy/ruling.ts";
import { decideVerdict } from "./policy/verdict.ts";
import { declaredBump } from "./policy/versions.ts";
import { newestRevision } from "./revisions.ts";

/** The rules of a run, and the severities that presets give them. */
export interface Catalogue {
  readonly diff: readonly DiffRule[];
  readonly presets: Readonly<Record<string, ReadonlyMap<string, Severity>>>;
}

/** What is common to all runs. */
export interface RunOptions {
  readonly asOf: IsoDate;
  readonly load: LoadOptions;
}

/** A pair to judge. */
export interface DiffRequest extends RunOptions {
  readonly base: string;
  readonly head: string;
  /** The contract that the pair belongs to, if any. */
  readonly contract?: ContractConfig | undefined;
  readonly policy?: Policy | undefined;
}

/** Judges two revisions: findings, rulings and the verdict. */
export async function governDiff(request: DiffRequest, catalogue: Catalogue, host: Host): Promise<Outcome | Failure> {
  const [base, head] = await Promise.all([
    loadDescription(request.base, host, request.load),
    loadDescription(request.head, host, request.load),
  ]);
  if ("kind" in base || "kind" in head) return loadFailure([base, head]);
  const waivers = await readWaivers(request.contract, host);
  if (isFailure(waivers)) return waivers;
  return judge(base, head, waivers, request, catalogue, host);
}

/** A check of contracts. */
export interface CheckRequest extends RunOptions {
  readonly config: Config;
  /** Names of contracts; all where none is named. */
  readonly contracts: readonly string[];
  /** A git revision to compare with, instead of the merge base with the default branch. */
  readonly baseRevision?: string | undefined;
  /** The commit where the head parted from the default branch, where the caller knows it. */
  readonly baseCommit?: string | undefined;
}

/** Judges the working tree's contracts against what each is to be compared with. */
export async function governCheck(
  request: CheckRequest,
  catalogue: Catalogue,
  host: Host,
): Promise<CheckOutcome | Failure> {
  const { config, contracts: names, asOf } = request;
  const unknown = names.filter((name) => !config.contracts.some((contract) => contract.name === name));
  if (unknown.length > 0)
    return inputFailure("contract-unknown", `There is no contract \`${unknown.join("`, `")}\` in the configuration.`);
  const chosen = names.length === 0 ? config.contracts : config.contracts.filter(({ name }) => names.includes(name));
  if (chosen.length === 0)
    return inputFailure(
      "no-contracts",
      "There is no contract to check. Write concordat.yaml (`concordat init` does), or compare two files with `concordat diff`.",
    );
  const outcomes: Outcome[] = [];
  for (const contract of chosen) {
    const outcome = await checkContract(contract, request, catalogue, host);
    if (isFailure(outcome)) return outcome;
    outcomes.push(outcome);
  }
  const verdicts = outcomes.map(({ verdict }) => verdict);
  const requiredBump = greatestImpact(verdicts.map((each) => each.requiredBump));
  // The whole is told by the contracts that demand most, and by the one of them that declares least.
  const deciding = verdicts.filter((each) => each.requiredBump === requiredBump);
  const verdict = {
    pass: verdicts.every(({ pass }) => pass),
    declaredBump: leastImpact(deciding.map((each) => each.declaredBump)),
    requiredBump,
    because: [...new Set(deciding.flatMap(({ because }) => because))],
  };
  return { asOf, verdict, contracts: outcomes };
}

async function checkContract(
  contract: ContractConfig,
  request: CheckRequest,
  catalogue: Catalogue,
  host: Host,
): Promise<Outcome | Failure> {
  const head = relative(host.cwd, contract.spec) || contract.spec;
  const base = await baseOf(contract, request, host);
  if (typeof base === "object" && base !== null) return base;
  const shared = { asOf: request.asOf, load: request.load };
  if (base !== null) {
    const outcome = await governDiff({ ...shared, base, head, contract, policy: contract.policy }, catalogue, host);
    return isFailure(outcome) ? outcome : { ...outcome, contract: contract.name };
  }
  const description = await loadDescription(head, host, request.load);
  if ("kind" in description) return loadFailure([description]);
  return newContract(contract, description);
}

/** What a contract is compared with: what it says itself, its newest released revision, or git. Null: it is new. */
async function baseOf(
  contract: ContractConfig,
  { baseRevision, baseCommit, config }: CheckRequest,
  host: Host,
): Promise<string | null | Failure> {
  if (baseRevision === undefined && contract.base !== undefined)
    return isAbsolute(contract.base) ? relative(host.cwd, contract.base) || contract.base : contract.base;
  if (baseRevision === undefined && contract.revisions !== undefined) {
    if ((await host.realPath(contract.revisions)) === undefined)
      return inputFailure(
        "revisions-missing",
        `The folder \`${relative(host.cwd, contract.revisions)}\`, where \`${contract.name}\` keeps its released revisions, is not there. Make it, or mend \`revisions\` in the configuration.`,
      );
    const newest = await newestRevision(contract.revisions, host);
    return newest && (relative(host.cwd, newest) || newest);
  }
  const root = await host.gitRoot(host.cwd);
  if (root === undefined)
    return inputFailure(
      "base-unknown",
      `There is nothing to compare \`${contract.name}\` with: this is no git checkout. Name a base, or a folder of revisions, in the configuration.`,
    );
  const revision = await comparedRevision(baseRevision ?? baseCommit, config, root, host);
  if (failed(revision))
    return {
      failure: revision.failure === "tool" ? "tool" : "input",
      problems: [{ code: "base-unknown", message: revision.message }],
    };
  const path = relative(root, (await host.realPath(contract.spec)) ?? contract.spec).replaceAll("\\", "/");
  const text = await host.gitShow(root, revision.value, path);
  if (failed(text) && text.failure === "missing") return null;
  return `git:${revision.value}:${relative(host.cwd, contract.spec) || contract.spec}`;
}

async function comparedRevision(given: string | undefined, { baseBranch }: Config, root: string, host: Host) {
  if (given !== undefined) return host.gitResolve(root, given);
  const branch = baseBranch === undefined ? await host.gitDefaultBranch(root) : ({ value: baseBranch } as const);
  return failed(branch) ? branch : host.gitMergeBase(root, branch.value, "HEAD");
}

/** A problem that reading met, before its line is known. */
interface MetProblem {
  readonly side: "base" | "head";
  readonly code: string;
  readonly message: string;
  readonly at: Located;
}

/** Gathers what is met, each thing once: a reference that leads nowhere is met by all who follow it. */
class Met {
  readonly #known = new Set<string>();
  readonly all: MetProblem[] = [];

  add(side: "base" | "head", code: string, message: string, at: Located): void {
    const key = `${side} ${code} ${at.document.uri}#${at.pointer.replace(/\/\$ref$/, "")}`;
    if (this.#known.has(key)) return;
    this.#known.add(key);
    this.all.push({ side, code, message, at });
  }
}

async function judge(
  base: Description,
  head: Description,
  waivers: readonly Waiver[],
  request: DiffRequest,
  catalogue: Catalogue,
  host: Host,
): Promise<Outcome> {
  const policy = request.policy ?? DEFAULT_POLICY;
  const met = new Met();
  reportDangling(base, (...args) => met.add("base", ...args));
  reportDangling(head, (...args) => met.add("head", ...args));
  const result = await diffDescriptions(base, head, catalogue.diff, policy, (...args) => met.add(...args));
  const ignored = [base, head].map((description) => findIgnores(description, request.asOf));
  const context: RulingContext = {
    policy,
    contract: request.contract?.name ?? "",
    asOf: request.asOf,
    preset: catalogue.presets[policy.preset] ?? new Map(),
    waivers,
    ignores: ignored.flatMap(({ ignores }) => ignores),
    stabilityOf: stabilities(result.base),
  };
  const ruled = result.findings
    .map((finding) => ({ ...finding, fingerprint: fingerprintOf(finding.rule, finding.subject, finding.data) }))
    .map((finding) => decideRuling(finding, context))
    .filter(({ severity }) => severity !== "off");
  const sides = { base: placer("base", base, ruled, met.all), head: placer("head", head, ruled, met.all) };
  const rulings = ruled.map(
    (finding): Ruling => ({
      ...finding,
      base: sides.base.spanOf(finding.base),
      head: sides.head.spanOf(finding.head),
      witness: finding.witness ?? null,
    }),
  );
  const { versionStyle, initialDevelopment } = policy;
  const declared = declaredBump(result.base.version, result.head.version, versionStyle, initialDevelopment);
  const endedIgnores = placeProblems(ignored[1]?.problems ?? [], head);
  return {
    contract: request.contract?.name,
    base: infoOf(result.base),
    head: infoOf(result.head),
    verdict: decideVerdict(rulings, declared, policy),
    rulings,
    problems: [
      ...ruleProblems(sides.base.problems, sides.head.problems),
      ...[...endedIgnores, ...expiredWaivers(waivers, request, host)].map((problem) => ({
        ...problem,
        severity: "error" as const,
      })),
    ],
  };
}

/** The lines of one side: of its findings, and of the problems met in it. */
function placer(
  side: "base" | "head",
  description: Description,
  findings: readonly RawFinding[],
  met: readonly MetProblem[],
): { readonly problems: readonly Problem[]; spanOf(place: Located | undefined): Span | null } {
  const mine = met.filter((problem) => problem.side === side);
  const spanOf = resolveSpans([...findings.map((finding) => finding[side]), ...mine.map(({ at }) => at)], description);
  const problems = mine.map(({ code, message, at }) => ({ code, message, ...spanOf(at) }));
  const all = [...description.problems, ...problems].toSorted(
    compareBy(
      ({ file }) => file ?? "",
      ({ line }) => line ?? 0,
      ({ column }) => column ?? 0,
    ),
  );
  return { problems: all, spanOf };
}

/** Problems of both sides, each once: those that only head has are errors. */
function ruleProblems(base: readonly Problem[], head: readonly Problem[]): RuledProblem[] {
  // The first sentence says what is wrong; what follows may name files, which differ between the sides.
  const key = ({ code, message }: Problem) => `${code} ${message.split(". ")[0]}`;
  const known = new Set(base.map(key));
  const inHead = new Set(head.map(key));
  const ruled = [
    ...head.map((problem): RuledProblem => ({ ...problem, severity: known.has(key(problem)) ? "warn" : "error" })),
    ...base
      .filter((problem) => !inHead.has(key(problem)))
      .map((problem): RuledProblem => ({ ...problem, severity: "warn" })),
  ];
  return [...new Map(ruled.map((problem) => [JSON.stringify(problem), problem])).values()];
}

function placeProblems(problems: readonly PlacedProblem[], description: Description): Problem[] {
  const located = problems.map(({ uri, pointer }) => {
    const document = description.library.document(uri);
    return document && { document, pointer, value: undefined };
  });
  const spans = resolveSpans(located, description);
  return problems.map(({ code, message }, i) => ({ code, message, ...spans(located[i]) }));
}

function expiredWaivers(waivers: readonly Waiver[], { asOf, contract }: DiffRequest, host: Host): Problem[] {
  const baseline = contract?.baseline && relative(host.cwd, contract.baseline);
  return waivers
    .filter(({ expires }) => expires < asOf)
    .map(({ fingerprint, owner, expires }) => {
      const message = `The waiver of \`${fingerprint}\` by ${owner} ended on ${expires}. Mend what it covers, or give it a new end.`;
      return { code: "waiver-expired", message, file: baseline };
    });
}

async function readWaivers(contract: ContractConfig | undefined, host: Host): Promise<readonly Waiver[] | Failure> {
  if (contract?.baseline === undefined) return [];
  const { value, problems } = await readBaseline(host, contract.baseline);
  return value ?? { failure: "input", problems };
}

function newContract(contract: ContractConfig, head: Description): Outcome {
  const { root } = head;
  const met = new Met();
  reportDangling(head, (...args) => met.add("head", ...args));
  const raw = root.root as {
    readonly info?: { readonly version?: unknown };
    readonly openapi?: unknown;
    readonly swagger?: unknown;
  };
  const version = raw.info?.version;
  return {
    contract: contract.name,
    base: null,
    head: {
      source: head.source,
      version: version === undefined ? null : String(version),
      openapi: String(raw.openapi ?? raw.swagger),
    },
    verdict: { pass: true, declaredBump: "none", requiredBump: "none", because: [] },
    rulings: [],
    problems: placer("head", head, [], met.all).problems.map((problem) => ({ ...problem, severity: "error" })),
  };
}

function stabilities({ operations, webhooks }: Revision): (reach: RawFinding["operations"][number]) => string {
  const levels = new Map(
    [...operations, ...webhooks].map((ref) => [`${ref.method} ${ref.shape}`, lifecycleOf(ref).stability]),
  );
  return ({ method, path }) => levels.get(`${method} ${path.replace(/\{[^{}]*\}/g, "{}")}`) ?? "stable";
}

function infoOf({ description, version, openapi }: Revision): RevisionInfo {
  return { source: description.source, version: version ?? null, openapi };
}

function loadFailure(sides: readonly (Description | LoadFailure)[]): Failure {
  const failures = sides.filter((side): side is LoadFailure => "kind" in side);
  const problems = [
    ...new Map(
      failures.flatMap((failure) => failure.problems).map((problem) => [JSON.stringify(problem), problem]),
    ).values(),
  ];
  return { failure: failures.some(({ kind }) => kind === "tool") ? "tool" : "input", problems };
}

function inputFailure(code: string, message: string): Failure {
  return { failure: "input", problems: [{ code, message }] };
}

function leastImpact(impacts: readonly Impact[]): Impact {
  return (["none", "patch", "minor", "major"] as const).find((impact) => impacts.includes(impact)) ?? "none";
}
