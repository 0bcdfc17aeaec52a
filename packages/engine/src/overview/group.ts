import { ABOUT_ALL } from "../finding/about.ts";
import type { FindingData, Reach } from "../finding/finding.ts";
import { fingerprintOf } from "../finding/fingerprint.ts";
import { renderMessage } from "../finding/message.ts";
import type { LintRule } from "../kit/lint-rule.ts";
import { operationName } from "../model/operation-key.ts";
import type { Member, Ruling } from "../policy/ruling.ts";

type Grouping = NonNullable<LintRule["grouped"]>;

/**
 * Tells findings of a rule that says so as one, with a list. It comes last: each member was ruled on by itself, so that
 * one new offender is new, and one that is waived is not in the list of those that count.
 */
export function groupRulings(rulings: readonly Ruling[], rules: readonly LintRule[]): Ruling[] {
  const grouping = new Map(rules.flatMap(({ id, grouped }) => (grouped ? [[id, grouped] as const] : [])));
  const groups = new Map<string, Ruling[]>();
  for (const ruling of rulings) {
    const { rule, severity, standing, fingerprint } = ruling;
    const grouped = grouping.get(rule);
    const key = grouped ? JSON.stringify([rule, severity, standing, sharedBy(ruling, grouped)]) : fingerprint;
    const group = groups.get(key);
    if (group) group.push(ruling);
    else groups.set(key, [ruling]);
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group as [Ruling, ...Ruling[]];
    const grouped = grouping.get(first.rule);
    return grouped === undefined || group.length === 1 ? group : [asOne(first, group, grouped)];
  });
}

/** What the members of a group have in common beside the rule. */
function sharedBy({ data }: Ruling, { by }: Grouping): FindingData {
  const value = by === undefined ? undefined : data[by];
  return by === undefined || value === undefined ? {} : { [by]: value };
}

function asOne({ edits: _, ...first }: Ruling, group: readonly Ruling[], grouped: Grouping): Ruling {
  const shared = sharedBy(first as Ruling, grouped);
  const data = { ...shared, count: group.length };
  const operations = new Map<string, Reach>();
  for (const ruling of group)
    for (const reach of ruling.operations) operations.set(`${operationName(reach)} ${reach.direction}`, reach);
  return {
    ...first,
    fingerprint: fingerprintOf(first.rule, "", { ...shared, standing: first.standing }),
    message: renderMessage(grouped.summary, data),
    data,
    ...ABOUT_ALL,
    operations: [...operations.values()],
    members: group.map(memberOf),
  };
}

function memberOf({ fingerprint, subject, message, head, operations, edits }: Ruling): Member {
  const [reach] = operations;
  const operation = reach ? { method: reach.method, path: reach.path } : null;
  return { fingerprint, subject, message, head, operation, ...(edits && { edits }) };
}
