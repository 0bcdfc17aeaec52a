import type { Direction } from "../../finding/finding.ts";
import type { Description } from "../../load/description.ts";
import { Cursor } from "../../model/cursor.ts";
import { type OperationKey, operationShape } from "../../model/operation-key.ts";
import { isProvoked, type Pact } from "../../model/pact.ts";
import { readRevision } from "../../model/read-revision.ts";
import { askScan, type Scan, siteName } from "../../model/scan.ts";
import { PactJudge } from "./pact.ts";
import { type Changed, type Failure, type Use, useElsewhere } from "./use.ts";

const BOTH: readonly Direction[] = ["request", "response"];

/** What a call of an operation comes to that head no longer has. Each use has a failure of its own, as it is told apart by it. */
function goneFailure(): Failure {
  return { direction: "request", at: "", isNew: true, isWhole: false, isSure: true, witness: undefined };
}

/**
 * How what scans show of base fares with head, as far as something reaches it. A call of an operation that is gone fails for sure.
 * What a call sends and reads no scan tells, so that of any other change nothing is known. An operation that the consumer's pact
 * speaks of goes by the pact.
 */
export function scanUses(
  base: Description,
  head: Description,
  { pacts, scans }: { readonly pacts: readonly Pact[]; readonly scans: readonly Scan[] },
  { reached, readdressed }: Changed,
): readonly Use[] {
  if (scans.length === 0 || reached.length === 0) return [];
  const before = new PactJudge(base);
  const inBase = new Set(before.revision.operations.map(operationShape));
  const inHead = new Set(readRevision(new Cursor(head)).operations.map(operationShape));
  const operations = new Map(
    reached
      .map((reach): [string, OperationKey] => [operationShape(reach), reach])
      .filter(([shape]) => inBase.has(shape)),
  );
  const spoken = shapesInPacts(pacts, before);
  const speaks = ({ consumer }: Scan, shape: string) => spoken.get(consumer)?.has(shape) === true;
  return scans.flatMap((scan) => [
    ...[...operations].flatMap(([shape, operation]) =>
      speaks(scan, shape) ? [] : (useOf(scan, operation, inHead.has(shape)) ?? []),
    ),
    ...readdressed.flatMap((pair) => {
      const use = speaks(scan, operationShape(pair.base)) ? undefined : useOf(scan, pair.base, true);
      return use ? [useElsewhere(use, pair.head)] : [];
    }),
  ]);
}

/** What a consumer's code uses of an operation that something reaches; undefined where it does not use it. */
function useOf(scan: Scan, operation: OperationKey, isInHead: boolean): Use | undefined {
  const { consumer } = scan;
  const answer = askScan(scan, operation);
  const common = { consumer, operations: [operation], status: "" };
  switch (answer.kind) {
    case "unused":
      return undefined;
    case "unknown":
      return { ...common, interaction: "code that no scan has read", failures: [], unread: BOTH };
    case "used": {
      const interaction = `call at ${answer.sites.slice(0, 1).map(siteName).join("")}`;
      return { ...common, interaction, failures: isInHead ? [] : [goneFailure()], unread: isInHead ? BOTH : [] };
    }
  }
}

/** The shapes of the operations that the pacts of each consumer speak of; an error that it provokes says nothing of its other calls. */
function shapesInPacts(pacts: readonly Pact[], judge: PactJudge): ReadonlyMap<string, ReadonlySet<string>> {
  const spoken = new Map<string, Set<string>>();
  for (const { consumer, interactions } of pacts)
    for (const interaction of interactions) {
      if (interaction.kind === "http" && isProvoked(interaction.response)) continue;
      const operation = judge.operationOf(interaction);
      const shapes = spoken.get(consumer) ?? new Set<string>();
      if (operation) spoken.set(consumer, shapes.add(operationShape(operation)));
    }
  return spoken;
}
