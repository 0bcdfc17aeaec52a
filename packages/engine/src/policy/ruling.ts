import { daysBetween } from "../base/date.ts";
import type { Edit, Finding, Impact, RawFinding, Reach, Severity, Span } from "../finding/finding.ts";
import type { IsoDate } from "../host/host.ts";
import type { LintRule } from "../kit/lint-rule.ts";
import type { DiffRule } from "../kit/rule.ts";
import { sunsetHasPassed } from "../model/lifecycle.ts";
import { operationName } from "../model/operation-key.ts";
import type { Affected } from "./consumers.ts";
import { matchesGlob } from "./glob.ts";
import { type Ignore, isAt } from "./ignores.ts";
import type { Policy, Waiver } from "./policy.ts";
import type { RemovalFact, RemovalUse } from "./removal.ts";

/** Whether a finding counts, and if not, why not. */
export type Standing = "open" | "baselined" | "waived" | "unused" | "past-sunset";

/** A finding after policy. What the check said stays as it was; dials and standing are policy's. */
export interface Ruling extends Finding {
  readonly standing: Standing;
  /** The consumers that a change hurts, where consumers are known. */
  readonly consumers?: Affected;
  /** How the operation was called whose end it is about, where calls are counted. */
  readonly use?: RemovalUse;
  /** The findings that this one stands for, if it stands for several. */
  readonly members?: readonly Member[];
}

/** One of several findings that are reported as one. */
export interface Member {
  readonly fingerprint: string;
  readonly subject: string;
  readonly message: string;
  readonly head: Span | null;
  readonly operation: { readonly method: string; readonly path: string } | null;
  readonly edits?: readonly Edit[];
}

/** What policy asks of a rule. */
export type RuleTraits = Pick<DiffRule, "about" | "direction" | "endsAtSunset">;

/** What policy knows beside a finding. */
export interface RulingContext {
  readonly policy: Policy;
  readonly contract: string;
  readonly asOf: IsoDate;
  /** Severities by rule id, of the preset. */
  readonly preset: ReadonlyMap<string, Severity>;
  readonly waivers: readonly Waiver[];
  readonly ignores: readonly Ignore[];
  /** Fingerprints of what base had already. */
  readonly known: ReadonlySet<string>;
  /** The traits of a rule of the diff family, by its id. */
  ruleOf(id: string): RuleTraits | undefined;
  /** The stability level that an operation has for the consumers who rely on it: in base, or in head for those of head. */
  stabilityOf(reach: Reach, compatibility: RawFinding["compatibility"]): string;
  /** What is known of the operations that head no longer has, by name. */
  readonly removals: ReadonlyMap<string, RemovalFact>;
}

/** Rules on a finding: its dials, and whether it stands. */
export function decideRuling<F extends RawFinding & { readonly fingerprint: string; readonly consumers?: Affected }>(
  finding: F,
  context: RulingContext,
): F & Pick<Ruling, "standing" | "use"> {
  const dialled = applyOverrides(applyOptions(finding, context), context);
  const removal = context.ruleOf(finding.rule)?.endsAtSunset ? removalOf(finding, context) : undefined;
  return { ...dialled, standing: standingOf(dialled, context, removal), ...(removal?.use && { use: removal.use }) };
}

/** What is known of the operation whose end a finding is about. */
function removalOf({ operations: [operation] }: RawFinding, { removals }: RulingContext): RemovalFact | undefined {
  return operation && removals.get(operationName(operation));
}

/** Options of the policy that change the dials of a kind of finding. */
function applyOptions<F extends RawFinding>(finding: F, { policy, preset, ruleOf, stabilityOf }: RulingContext): F {
  const severity = preset.get(finding.rule) ?? finding.severity;
  let ruled: F = { ...finding, severity };
  const rule = ruleOf(finding.rule);
  if (policy.servers === "deployment" && rule?.about.area === "server")
    ruled = { ...ruled, severity: "info", impact: "none", audience: "docs" };
  if (rule && isEnumGrowth(rule) && isExtensible(finding.subject, policy))
    ruled = { ...ruled, severity: "info", impact: "minor", audience: "client" };
  if (finding.proof === "undecided" && policy.undecided === "warning")
    ruled = { ...ruled, severity: "warn", impact: "none" };
  const reaches = finding.operations;
  if (
    reaches.length > 0 &&
    reaches.every((reach) => policy.unstable.includes(stabilityOf(reach, finding.compatibility)))
  )
    ruled = { ...ruled, severity: "info", impact: lesser(ruled.impact) };
  return ruled;
}

/** Whether a rule reports values that readers do not expect. */
function isEnumGrowth({ about, direction }: RuleTraits): boolean {
  return direction === "response" && about.aspect === "enum" && about.action === "widened";
}

function isExtensible(subject: string, { extensibleEnums }: Policy): boolean {
  return typeof extensibleEnums === "boolean"
    ? extensibleEnums
    : extensibleEnums.some((glob) => matchesGlob(subject, glob));
}

/** What is promised to nobody breaks nobody. */
function lesser(impact: Impact): Impact {
  return impact === "major" ? "minor" : impact;
}

function applyOverrides<F extends RawFinding>(finding: F, { policy, contract }: RulingContext): F {
  let ruled = finding;
  for (const { rules, contracts, paths, severity, impact, audience } of policy.overrides) {
    if (!rules.some((glob) => matchesGlob(finding.rule, glob))) continue;
    if (contracts && !contracts.some((glob) => matchesGlob(contract, glob))) continue;
    // A finding that also reaches an operation elsewhere keeps its dials.
    if (
      paths &&
      !(
        finding.operations.length > 0 &&
        finding.operations.every(({ path }) => paths.some((glob) => matchesGlob(path, glob)))
      )
    )
      continue;
    ruled = { ...ruled, ...(severity && { severity }), ...(impact && { impact }), ...(audience && { audience }) };
  }
  return ruled;
}

function standingOf(
  finding: RawFinding & { readonly fingerprint: string; readonly consumers?: Affected },
  { policy, asOf, waivers, ignores, known, ruleOf }: RulingContext,
  removal: RemovalFact | undefined,
): Standing {
  if (waivers.some(({ fingerprint, expires }) => fingerprint === finding.fingerprint && asOf <= expires))
    return "baselined";
  if (known.has(finding.fingerprint)) return "baselined";
  if (
    ignores.some(
      (ignore) => ignore.until >= asOf && matchesGlob(finding.rule, ignore.rule) && isAt(finding.subject, ignore.at),
    )
  )
    return "waived";
  if (ruleOf(finding.rule)?.endsAtSunset && isPastSunset(finding, policy, asOf, removal)) return "past-sunset";
  return policy.unusedBreaks === "pass" && hurtsNobody(finding) ? "unused" : "open";
}

/** Whether it is certain of every known consumer that a break does not hurt it; where none is known, it is not. */
function hurtsNobody({ impact, consumers }: { readonly impact: Impact; readonly consumers?: Affected }): boolean {
  if (impact !== "major" || consumers === undefined || consumers.unaffected.length === 0) return false;
  return consumers.affected.length === 0 && consumers.unknown.length === 0;
}

/** Whether a rule can report anything: its preset or some setting turns it on. */
export function isHeard(
  { id, severity }: Pick<LintRule, "id" | "severity">,
  preset: ReadonlyMap<string, Severity>,
  { overrides }: Policy,
): boolean {
  const settings = overrides.filter(({ rules }) => rules.some((glob) => matchesGlob(id, glob)));
  const everywhere = settings.findLast(
    (setting) => setting.severity !== undefined && !setting.contracts && !setting.paths,
  );
  const start = everywhere?.severity ?? preset.get(id) ?? severity;
  return start !== "off" || settings.some((setting) => setting.severity !== undefined && setting.severity !== "off");
}

/** A removal is no break once its sunset has passed and the notice period was kept. */
function isPastSunset(
  { data }: RawFinding,
  { noticeDays }: Policy,
  asOf: IsoDate,
  removal: RemovalFact | undefined,
): boolean {
  // Where usage is counted, it decides as well.
  if (removal?.use?.removable === false) return false;
  const { deprecated, sunset } = data;
  const announced = data["announced"] ?? removal?.deprecated;
  if (deprecated !== true || typeof sunset !== "string" || !sunsetHasPassed(sunset, asOf)) return false;
  if (noticeDays === 0) return true;
  return typeof announced === "string" && daysBetween(announced, sunset) >= noticeDays;
}
