import { type FindingDocument, impactRank, type PageRule, type Severity, severityRank } from "@concordat/engine/page";
import { type Entry, isBreaking } from "./entries.ts";
import { componentOf, operationName } from "./places.ts";

/** How a finding is shown in the list: by its loudness, or as one that does not count. */
export type Kind = Exclude<Severity, "off"> | "settled";
export const KINDS: readonly Kind[] = ["error", "warn", "info", "settled"];

/** A finding as the list has it. */
export interface Item {
  readonly key: string;
  readonly entry: Entry;
  readonly finding: FindingDocument;
  readonly kind: Kind;
  readonly isBreaking: boolean;
  /** The message, without the consumer and the interaction that stand in front of it: these are shown by themselves. */
  readonly title: string;
  /** Where it is, in words: an operation, a schema, or what it is about. */
  readonly place: string;
  /** The name of its contract, where there are several. */
  readonly contract: string | undefined;
  /** Its contract where there are several, its consumer, and the operations that it reaches; empty where there is none of them. */
  readonly reach: string;
  /** The theme of its lint rule. */
  readonly theme: string | undefined;
  /** Consumers that it hurts, or whose use it is about. */
  readonly consumers: readonly string[];
  /** All that a search looks at, in small letters. */
  readonly text: string;
}

/** All findings of a page, what breaks first, then the loudest. */
export function itemsOf(entries: readonly Entry[], rules: Readonly<Record<string, PageRule>>): Item[] {
  const items = entries.flatMap((entry) =>
    entry.judged.findings.map((finding) => itemOf(entry, finding, rules[finding.rule], entries.length === 1)),
  );
  return items
    .map((item, i) => ({ item, i, weight: weightOf(item) }))
    .sort((a, b) => b.weight - a.weight || a.i - b.i)
    .map(({ item }) => item);
}

function itemOf(entry: Entry, finding: FindingDocument, rule: PageRule | undefined, isAlone: boolean): Item {
  const { standing, severity, message, rule: id, subject, operations, fingerprint, members = [] } = finding;
  const contract = isAlone ? undefined : entry.name;
  const kind = standing !== "open" || severity === "off" ? "settled" : severity;
  const consumers = new Set([
    ...(finding.consumer === undefined ? [] : [finding.consumer]),
    ...(finding.consumers?.affected ?? []),
    ...(finding.consumers?.unknown ?? []),
    ...(finding.use?.callers ?? []).flatMap(({ consumer }) => consumer ?? []),
  ]);
  const searched = [
    ...[message, id, subject, fingerprint, entry.name, ...consumers],
    ...operations.map(({ method, path, status, at }) => `${method} ${path} ${status ?? ""} ${at ?? ""}`),
    ...members.map((member) => `${member.message} ${member.subject}`),
  ];
  return {
    key: `${entry.key}:${fingerprint}`,
    entry,
    finding,
    kind,
    isBreaking: isBreaking(entry, finding),
    title: titleOf(finding),
    place: placeOf(finding),
    contract,
    reach: [contract, finding.consumer, reachOf(finding)].filter((part) => part !== undefined).join(" · "),
    theme: rule?.theme,
    consumers: [...consumers],
    text: searched.join("\n").toLowerCase(),
  };
}

function titleOf({ message, consumer, interaction }: FindingDocument): string {
  const whose = `\`${consumer}\` (\`${interaction}\`): `;
  return message.startsWith(whose) ? message.slice(whose.length) : message;
}

function weightOf({ kind, isBreaking, finding }: Item): number {
  const counted = kind === "settled" ? 0 : isBreaking ? 200 : 100;
  return counted + 10 * severityRank(finding.severity) + impactRank(finding.impact);
}

/** The one operation that it reaches, the component that several share, or what else it is about. */
function placeOf({ subject, operations, members }: FindingDocument): string {
  if (members !== undefined) return "Several places";
  const [first, ...others] = new Set(operations.map(operationName));
  const component = first !== undefined && others.length === 0 ? undefined : componentOf(subject);
  return component ?? first ?? (subject || "The description");
}

function reachOf({ operations }: FindingDocument): string | undefined {
  const [first, ...others] = new Set(operations.map(operationName));
  return others.length > 0 ? `${first} and ${others.length} more` : first;
}
