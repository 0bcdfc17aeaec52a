import { daysBetween } from "../base/date.ts";
import { noticeDaysFor } from "../base/notice.ts";
import type { Edit, Finding, Impact, RawFinding, Severity, Span } from "../finding/finding.ts";
import type { IsoDate } from "../host/host.ts";
import type { LintRule } from "../kit/lint-rule.ts";
import { sunsetHasPassed } from "../model/lifecycle.ts";
import { operationName } from "../model/operation-key.ts";
import type { Affected } from "./consumers.ts";
import { type DialsContext, decideDials, type Origins } from "./dials.ts";
import { matchesGlob } from "./glob.ts";
import { type Ignore, isAt } from "./ignores.ts";
import type { Policy, Waiver } from "./policy.ts";
import type { RemovalFact, RemovalUse } from "./removal.ts";

/** Whether a finding counts, and if not, why not. */
export type Standing = "open" | "baselined" | "waived" | "unused" | "past-sunset";

/** A finding after policy. What the check said stays as it was; dials and standing are policy's. */
export interface Ruling extends Finding {
  readonly standing: Standing;
  /** Which extended configuration changed a dial, if one did. */
  readonly origins?: Origins;
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

/** What policy knows beside a finding. */
export interface RulingContext extends DialsContext {
  readonly asOf: IsoDate;
  readonly waivers: readonly Waiver[];
  readonly ignores: readonly Ignore[];
  /** Fingerprints of what base had already. */
  readonly known: ReadonlySet<string>;
  /** What is known of the operations that head no longer has, by name. */
  readonly removals: ReadonlyMap<string, RemovalFact>;
}

/** Rules on a finding: its dials, and whether it stands. */
export function decideRuling<F extends RawFinding & { readonly fingerprint: string; readonly consumers?: Affected }>(
  finding: F,
  context: RulingContext,
): F & Pick<Ruling, "standing" | "use" | "origins"> {
  const { dials, origins } = decideDials(finding, context);
  const dialled = { ...finding, ...dials, ...(Object.keys(origins).length > 0 && { origins }) };
  const removal = context.ruleOf(finding.rule)?.endsAtSunset ? removalOf(finding, context) : undefined;
  return { ...dialled, standing: standingOf(dialled, context, removal), ...(removal?.use && { use: removal.use }) };
}

/** What is known of the operation whose end a finding is about. */
function removalOf({ operations: [operation] }: RawFinding, { removals }: RulingContext): RemovalFact | undefined {
  return operation && removals.get(operationName(operation));
}

function standingOf(
  finding: RawFinding & { readonly fingerprint: string; readonly consumers?: Affected },
  context: RulingContext,
  removal: RemovalFact | undefined,
): Standing {
  const { policy, asOf, waivers, ignores, known, ruleOf } = context;
  if (waivers.some(({ fingerprint, expires }) => fingerprint === finding.fingerprint && asOf <= expires))
    return "baselined";
  if (known.has(finding.fingerprint)) return "baselined";
  if (
    ignores.some(
      (ignore) => ignore.until >= asOf && matchesGlob(finding.rule, ignore.rule) && isAt(finding.subject, ignore.at),
    )
  )
    return "waived";
  if (ruleOf(finding.rule)?.endsAtSunset && isPastSunset(finding, noticeFor(finding, context), asOf, removal))
    return "past-sunset";
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

/** The days of notice that the operation of a finding gets. */
function noticeFor({ operations: [reach], compatibility }: RawFinding, { policy, stabilityOf }: RulingContext): number {
  return noticeDaysFor(policy.noticeDays, reach ? stabilityOf(reach, compatibility) : "stable");
}

/** A removal is no break once its sunset has passed and the notice period was kept. */
function isPastSunset(
  { data }: RawFinding,
  noticeDays: number,
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
