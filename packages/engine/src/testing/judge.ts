import { isObject } from "@concordat/containment/internal";
import { governDiff } from "../govern/diff.ts";
import type { Catalogue } from "../govern/request.ts";
import { memoryHost } from "../host/memory.ts";
import { DEFAULT_LOAD } from "../load/description.ts";
import { operationName } from "../model/operation-key.ts";
import type { Outcome } from "../outcome.ts";
import { DEFAULT_POLICY, type Policy } from "../policy/policy.ts";
import type { Ruling } from "../policy/ruling.ts";
import { isSame } from "./case-file.ts";
import type { Case, Expectation } from "./cases.ts";
import { completeFragment, type Fragment } from "./fragment.ts";
import { valueIn } from "./value-in.ts";

/** A day for all cases; none depends on which. */
const TODAY = "2026-01-01";

/**
 * Judges two fragments as `concordat diff` judges two files, by all rules of a catalogue: no preset turns one off, so that a new
 * rule is active in its own cases. Throws where they are not even descriptions.
 */
export async function judgeFragments(
  base: Fragment,
  head: Fragment,
  catalogue: Catalogue,
  policy: Partial<Policy> = {},
): Promise<Outcome> {
  const files = { "/base.json": textOf(base), "/head.json": textOf(head) };
  const outcome = await governDiff(
    {
      base: "/base.json",
      head: "/head.json",
      asOf: TODAY,
      load: DEFAULT_LOAD,
      policy: { ...DEFAULT_POLICY, ...policy },
    },
    { ...catalogue, presets: {} },
    memoryHost({ cwd: "/", today: TODAY, files }),
  );
  return valueIn(outcome);
}

/** Judges the pair of a case. */
export function judgeCase({ base, head, policy }: Case, catalogue: Catalogue): Promise<Outcome> {
  return judgeFragments(base, head, catalogue, policy);
}

/** Where the findings about a case are not those that it expects of its rule and of others; nothing where they are. */
export function mismatches(
  { expect, also = [], problems: meant = [] }: Case,
  rule: string,
  { rulings, problems }: Outcome,
): string[] {
  const left = rulings.filter((ruling) => ruling.rule === rule);
  const lacking = expect.filter((expectation) => {
    const found = left.findIndex((ruling) => isExpected(ruling, expectation));
    if (found >= 0) left.splice(found, 1);
    return found < 0;
  });
  const others = new Set(rulings.map((ruling) => ruling.rule).filter((id) => id !== rule));
  return [
    // A defect of a fragment takes part of it out of judgement, so that the case shows less than it seems to.
    ...problems
      .filter(({ code }) => !meant.includes(code))
      .map(({ message }) => `the fragments have a problem: ${message}`),
    ...lacking.map((expectation) => `nothing found that is ${JSON.stringify(expectation)}`),
    ...left.map((ruling) => `found, and not expected: ${textOfRuling(ruling)}`),
    ...[...others.difference(new Set(also))].map(
      (id) => `${id} fires too: remove the overlap, or allow it with \`also\``,
    ),
    ...[...new Set(also).difference(others)].map((id) => `${id} does not fire, though \`also\` says so`),
  ];
}

function isExpected(ruling: Ruling, { says, data, subject, operations, impact, witness }: Expectation): boolean {
  const reached = ruling.operations.map(operationName);
  return (
    (says === undefined || ruling.message.includes(says)) &&
    (data === undefined || Object.entries(data).every(([name, value]) => isSame(ruling.data[name], value))) &&
    (subject === undefined || ruling.subject === subject) &&
    (operations === undefined || isSame(reached, operations)) &&
    (impact === undefined || ruling.impact === impact) &&
    (witness === undefined || (ruling.witness !== null && holds({ ...ruling.witness }, witness)))
  );
}

/** Whether a value has all the members of another, which may leave out what is of no concern. */
function holds(value: unknown, part: unknown): boolean {
  if (!isObject(part)) return isSame(value, part);
  return isObject(value) && Object.entries(part).every(([key, member]) => holds(value[key], member));
}

function textOfRuling({ message, data, subject, operations, impact, witness }: Ruling): string {
  const reached = operations.map(operationName);
  return JSON.stringify({ message, data, subject, operations: reached, impact, witness });
}

function textOf(fragment: Fragment): string {
  return JSON.stringify(completeFragment(fragment));
}
