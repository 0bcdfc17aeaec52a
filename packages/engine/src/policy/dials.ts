import type { Impact, RawFinding, Reach, Severity } from "../finding/finding.ts";
import type { DiffRule } from "../kit/rule.ts";
import { isNamedBy, matchesGlob } from "./glob.ts";
import type { Policy } from "./policy.ts";

/** How loud a finding is, which bump it demands, and whom it concerns. */
export type Dials = Pick<RawFinding, "severity" | "impact" | "audience">;

/** The file of an extended configuration, as people know it, that changed a dial; nothing of dials that none changed. */
export type Origins = Partial<Readonly<Record<keyof Dials, string>>>;

/** What policy asks of a rule. */
export type RuleTraits = Pick<DiffRule, "about" | "direction" | "endsAtSunset">;

/** What the dials of a finding depend on. */
export interface DialsContext {
  readonly policy: Policy;
  readonly contract: string;
  /** Severities by rule id, of the preset. */
  readonly preset: ReadonlyMap<string, Severity>;
  /** The traits of a rule of the diff family, by its id. */
  ruleOf(id: string): RuleTraits | undefined;
  /** The stability level that an operation has for the consumers who rely on it: in base, or in head for those of head. */
  stabilityOf(reach: Reach, compatibility: RawFinding["compatibility"]): string;
}

/** Dials as far as they are settled. */
interface Settled {
  readonly dials: Dials;
  readonly origins: Origins;
}

/** The dials of a finding after policy, and which extended configuration changed them. */
export function decideDials(finding: RawFinding, context: DialsContext): Settled {
  return applyOverrides(finding, applyOptions(finding, context), context);
}

/** Turns dials; one that is said again by the configuration itself has no other origin any more. */
function turn({ dials, origins }: Settled, to: Partial<Dials>, from: string | undefined): Settled {
  const turned: Partial<Record<string, string>> = { ...origins };
  for (const dial of Object.keys(to) as (keyof Dials)[]) {
    if (from === undefined) delete turned[dial];
    else if (to[dial] !== dials[dial] || dial in turned) turned[dial] = from;
  }
  return { dials: { ...dials, ...to }, origins: turned };
}

/** Options of the policy that change the dials of a kind of finding. */
function applyOptions(finding: RawFinding, { policy, preset, ruleOf, stabilityOf }: DialsContext): Settled {
  const { severity, impact, audience, operations: reaches } = finding;
  const { origins = {} } = policy;
  const start: Settled = { dials: { severity, impact, audience }, origins: {} };
  let settled = turn(start, { severity: preset.get(finding.rule) ?? severity }, origins.preset);
  const rule = ruleOf(finding.rule);
  if (policy.servers === "deployment" && rule?.about.area === "server")
    settled = turn(settled, { severity: "info", impact: "none", audience: "docs" }, origins.servers);
  if (rule && isEnumGrowth(rule) && isExtensible(finding.subject, policy))
    settled = turn(settled, { severity: "info", impact: "minor", audience: "client" }, origins.extensibleEnums);
  if (finding.proof === "undecided" && policy.undecided === "warning")
    settled = turn(settled, { severity: "warn", impact: "none" }, origins.undecided);
  if (
    reaches.length > 0 &&
    reaches.every((reach) => policy.unstable.includes(stabilityOf(reach, finding.compatibility)))
  )
    settled = turn(settled, { severity: "info", impact: lesser(settled.dials.impact) }, origins.unstable);
  return settled;
}

/** A glob of all paths; neither of webhooks, which have names, nor of callbacks, which have expressions. */
const PATHS = "/**";

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

function applyOverrides({ rule, operations }: RawFinding, start: Settled, { policy, contract }: DialsContext): Settled {
  let settled = start;
  for (const { rules, contracts, paths, severity, impact, audience, from } of policy.overrides) {
    if (!rules.some((glob) => matchesGlob(rule, glob))) continue;
    if (contracts && !isNamedBy(contract, contracts)) continue;
    // A finding that also reaches an operation elsewhere keeps its dials.
    if (paths && !(operations.length > 0 && operations.every(({ path }) => isNamedBy(path, paths, PATHS)))) continue;
    settled = turn(
      settled,
      { ...(severity && { severity }), ...(impact && { impact }), ...(audience && { audience }) },
      from,
    );
  }
  return settled;
}
