import { oneLine } from "../base/plain-text.ts";
import type { Reach, Span } from "../finding/finding.ts";
import { operationName } from "../model/operation-key.ts";
import type { Outcome } from "../outcome.ts";
import type { Affected } from "../policy/consumers.ts";
import type { RemovalUse } from "../policy/removal.ts";
import type { Ruling } from "../policy/ruling.ts";
import { fixOf } from "./fix.ts";
import type { ReportContext } from "./report.ts";

/** Operations that a text names before it counts the rest. */
const MOST_OPERATIONS = 3;
/** Characters of a witness that a text shows. */
const LONGEST_WITNESS = 160;

export { countOf } from "../base/plain-text.ts";
export { sortByWeight } from "../finding/order.ts";

/** `orders 1.4.0 → 1.5.0`, or the two sources where there is no contract. */
export function versionText({ contract, base, head }: Outcome): string {
  const version = head.version ?? "no version";
  if (base === null) return oneLine(`${contract ?? head.source} ${version}`);
  const name = contract ?? (base.source === head.source ? head.source : `${base.source} → ${head.source}`);
  return oneLine(`${name}  ${base.version ?? "no version"} → ${version}`);
}

/** As much of a fingerprint as people copy; `concordat accept` takes it. */
export function shortFingerprint(fingerprint: string): string {
  return fingerprint.slice(0, 8);
}

/** What a verdict was asked for, behind what it came to: `, compatibility: full`; empty where it was the usual. */
export function compatibilityText({ compatibility }: Outcome): string {
  return compatibility === undefined ? "" : `, compatibility: ${compatibility}`;
}

/** What to do about a finding; undefined where nobody knows its rule. */
export function fixText(ruling: Ruling, rules: ReportContext["rules"]): string | undefined {
  return fixOf(ruling, rules.get(ruling.rule));
}

/** The consumers that the breaks of an outcome hurt, by the worst break; undefined where no consumer is known, or nothing breaks. */
export function hurtBy(rulings: readonly Ruling[]): Omit<Affected, "shown"> | undefined {
  const known = rulings.flatMap(({ standing, impact, consumers }) =>
    consumers && impact === "major" && (standing === "open" || standing === "unused") ? consumers : [],
  );
  if (known.length === 0) return undefined;
  const affected = new Set(known.flatMap((each) => each.affected));
  const unknown = new Set(known.flatMap((each) => each.unknown)).difference(affected);
  const all = new Set(known.flatMap((each) => [...each.affected, ...each.unaffected, ...each.unknown]));
  const unaffected = all.difference(affected).difference(unknown);
  return { affected: [...affected].sort(), unaffected: [...unaffected].sort(), unknown: [...unknown].sort() };
}

/** The same in a few words: `breaks web and 2 others; 5 not affected`. */
export function consumersText(rulings: readonly Ruling[]): string | undefined {
  const hurt = hurtBy(rulings);
  if (hurt === undefined) return undefined;
  const { affected, unaffected, unknown } = hurt;
  const [first, ...others] = affected;
  const more = others.length === 0 ? "" : ` and ${others.length} other${others.length === 1 ? "" : "s"}`;
  return [
    first === undefined ? "breaks no known consumer" : `breaks ${first}${more}`,
    ...(unknown.length > 0 ? [`${unknown.length} unknown`] : []),
    ...(unaffected.length > 0 ? [`${unaffected.length} not affected`] : []),
  ].join("; ");
}

/** The consumers that a change hurts, by name and calls; undefined where it hurts no known consumer. */
export function affectedText({ consumers, use }: Ruling): string | undefined {
  const known = [hurtText(consumers), use && callersText(use)].filter((part) => part !== undefined);
  return known.length === 0 ? undefined : known.join("; ");
}

/** Callers that a text names before it counts the rest. */
const MOST_CALLERS = 5;

function callersText({ callers, window, because }: RemovalUse): string | undefined {
  const [unread] = because.filter((reason) => reason.startsWith("no-data"));
  if (unread !== undefined) return oneLine(unread);
  if (callers.length === 0) return undefined;
  const named = callers.slice(0, MOST_CALLERS).map(({ consumer, calls }) => `${consumer ?? "(anonymous)"} ${calls}`);
  const more = callers.length > MOST_CALLERS ? ` and ${callers.length - MOST_CALLERS} more` : "";
  return oneLine(`calls from ${window.from} to ${window.to}: ${named.join(", ")}${more}`);
}

/** The evidence by which a removal passes, in a sentence; undefined where no usage lets one pass. */
export function unusedText({ standing, use, message }: Ruling): string | undefined {
  if (standing !== "past-sunset" || use?.removable !== true) return undefined;
  const { callers, window } = use;
  const calls = callers.reduce((sum, each) => sum + each.calls, 0);
  const called = calls === 0 ? "Nobody called it" : `It was called ${calls} times, no more than is allowed,`;
  return oneLine(`${message} ${called} from ${window.from} to ${window.to}, and its sunset has passed.`);
}

function hurtText(consumers: Affected | undefined): string | undefined {
  if (consumers === undefined || consumers.affected.length + consumers.unknown.length === 0) return undefined;
  const names = (list: readonly string[]) => oneLine(list.join(", "));
  return [
    ...(consumers.affected.length > 0 ? [names(consumers.affected)] : []),
    ...(consumers.unknown.length > 0 ? [`perhaps ${names(consumers.unknown)}`] : []),
  ].join("; ");
}

/** Where to look today: in head, or in a text beside it; null where it is in base alone. */
export function spanToday({ head, places }: Ruling): Span | null {
  return head ?? places?.pact ?? places?.timeline ?? places?.usage ?? null;
}

/** A file as people name it: of a commit no more than tells it from others. */
export function fileText(file: string): string {
  return file.replace(/^git:([0-9a-f]{12})[0-9a-f]+:/, "git:$1:");
}

/** Where to look, or where it was in base. */
export function placeText(ruling: Ruling): string {
  const span = spanToday(ruling) ?? ruling.base;
  return span === null ? "" : oneLine(`${fileText(span.file)}:${span.line}:${span.column}`);
}

/** An operation with the place in what it sends: `GET /users (200, at /0/email)`. */
export function operationText({ method, path, status, at }: Reach): string {
  const details = [status, at && `at ${at}`].filter(Boolean).join(", ");
  return oneLine(`${operationName({ method, path })}${details ? ` (${details})` : ""}`);
}

/** What is said where consumers were asked for what they do not use, and there is nothing. */
export const ALL_USED = "Consumers use all operations and fields.";

/** What no consumer uses, operations first; undefined where that was not asked for. */
export function unusedParts({ sections: { unused } }: Outcome): readonly string[] | undefined {
  return (
    unused && [...unused.operations.map((each) => oneLine(operationName(each))), ...unused.fields.map(operationText)]
  );
}

/** The operations that a finding reaches, the first by name. */
export function reachText(operations: readonly Reach[]): string {
  const named = operations.slice(0, MOST_OPERATIONS).map(operationText).join(", ");
  return operations.length > MOST_OPERATIONS ? `${named} and ${operations.length - MOST_OPERATIONS} more` : named;
}

/** The witness in a line: what it is, which side refuses it, and why. */
export function witnessText({ witness, proof }: Ruling): string {
  if (witness === null) return proof === "undecided" ? "none: it could not be decided" : "";
  const value = JSON.stringify(witness.value);
  const shown = value.length > LONGEST_WITNESS ? `${value.slice(0, LONGEST_WITNESS - 1)}…` : value;
  return oneLine(`${shown}: ${witness.acceptedBy} accepts it, ${witness.refusedBy} refuses it. ${witness.reason}`);
}
