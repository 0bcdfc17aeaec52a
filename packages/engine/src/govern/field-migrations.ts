import type { FoundDeprecation } from "../analyze/deprecation/find-deprecations.ts";
import { type MigrationState, progressOf } from "../analyze/usage/migration.ts";
import { fieldUses } from "../migrate/field-uses.ts";
import { pactCalls } from "../migrate/pact-calls.ts";
import type { Api } from "../model/api.ts";
import { type OperationKey, operationName } from "../model/operation-key.ts";
import { isProvoked, type Pact } from "../model/pact.ts";
import type { CallSite, Scan } from "../model/scan.ts";
import { decideRemoval, type RemovalTerms } from "../policy/removal.ts";
import { codePlaces, shownOf } from "./field-code.ts";

/** How far a consumer has come from a deprecated parameter or property, by its pacts and the scan of its code. */
export interface FieldConsumer {
  readonly consumer: string;
  readonly state: MigrationState;
  /** Interactions and call sites that use what is deprecated. */
  readonly oldCalls: number;
  /** Interactions and call sites that use its replacement. */
  readonly newCalls: number;
  /** Null: neither has days. */
  readonly lastOldCall: null;
}

/** The move of all consumers away from one deprecated parameter, property or value. */
export interface FieldMigration {
  /** JSON Pointer of what is deprecated. */
  readonly subject: string;
  readonly kind: string;
  readonly name: string;
  readonly operation: OperationKey | null;
  readonly deprecated: string | null;
  readonly sunset: string | null;
  readonly replacement: string | null;
  readonly consumers: readonly FieldConsumer[];
  readonly progress: number;
  readonly forecast: null;
  readonly removable: boolean;
  readonly because: readonly string[];
}

/** What fields are judged by. */
export interface FieldEvidence {
  readonly pacts: readonly Pact[];
  readonly scans: readonly Scan[];
  /** Who called which operations within the window, by name; null: nobody knows who. */
  readonly callers: ReadonlyMap<string, ReadonlySet<string | null>>;
}

const KINDS: ReadonlySet<string> = new Set(["parameter", "property", "enum-value"]);

/**
 * Judges how far consumers have moved away from deprecated parameters, properties and written-out values. There is an entry where a
 * pact or a scan shows that one uses what is deprecated, or its replacement. Who may use it unseen stops its removal.
 */
export function fieldMigrations(
  found: readonly FoundDeprecation[],
  evidence: FieldEvidence,
  terms: RemovalTerms,
  api: Api,
): FieldMigration[] {
  const shown = readUses(evidence.pacts, api);
  const places = codePlaces(evidence.scans, api);
  const usesOf = (subject = "") => joinUses(shown.uses.get(subject), places.get(subject));
  return found.flatMap((each): FieldMigration[] => {
    if (!KINDS.has(each.kind)) return [];
    const consumers = consumersOf(usesOf(each.subject), usesOf(successorOf(each, api)));
    if (consumers.length === 0) return [];
    const { subject, kind, name, operation, deprecated, sunset, stability, replacement } = each;
    const code = [...(places.get(subject) ?? [])].map(([consumer, sites]) => ({ consumer, sites }));
    // Pacts and scans show the use of parts, so that no row has to.
    const unused = { use: 0, all: 0, missingDays: [], isCounted: true, code };
    const { because } = decideRemoval({ deprecated, sunset, stability, ...unused }, terms);
    const using = [...(shown.uses.get(subject)?.keys() ?? [])].sort();
    const reasons = [
      ...because,
      ...(using.length > 0 ? [`in-use: the pacts of ${using.join(", ")} use it`] : []),
      ...unseenReasons(each, evidence, shown, api),
    ];
    const facts = { subject, kind, name, operation, deprecated, sunset, replacement, consumers };
    return [
      { ...facts, progress: progressOf(consumers), forecast: null, removable: reasons.length === 0, because: reasons },
    ];
  });
}

/** Who may use a part without being seen. Of a consumer with a pact that speaks of the operation, the pact tells. */
function unseenReasons(
  part: FoundDeprecation,
  { pacts, scans, callers }: FieldEvidence,
  { spoken, unread }: ShownUses,
  api: Api,
): string[] {
  const { operation } = part;
  const withPact: ReadonlySet<string | null> =
    operation === null ? new Set(pacts.map(({ consumer }) => consumer)) : consumersIn(spoken, operation);
  const scanned = scans.filter(({ consumer }) => !withPact.has(consumer));
  const shownBy = new Map<string | null, string>(scanned.map((scan) => [scan.consumer, shownOf(scan, part, api)]));
  const unseen = consumersOfPart(part, callers).filter(
    (consumer) => !withPact.has(consumer) && (shownBy.get(consumer) ?? "none") === "none",
  );
  const partly = consumersOfPart(part, unread);
  const dim = scanned.map(({ consumer }) => consumer).filter((consumer) => shownBy.get(consumer) === "some");
  const names = unseen.map((consumer) => consumer ?? "anonymous callers").join(", ");
  return [
    ...(unseen.length > 0 ? [`no-evidence: no pact or scan shows what ${names} use`] : []),
    ...(partly.length > 0 ? [`no-evidence: not all is read of the pacts of ${partly.join(", ")}`] : []),
    ...(dim.length > 0 ? [`no-evidence: not all is shown by the scans of ${[...dim].sort().join(", ")}`] : []),
  ];
}

/** How many interactions and call sites of each consumer use something. */
function joinUses(interactions: Uses = new Map(), places: CodeUses = new Map()): Uses {
  const counts = new Map(interactions);
  for (const [consumer, sites] of places) counts.set(consumer, (counts.get(consumer) ?? 0) + sites.length);
  return counts;
}

/** The operations that have a deprecated part: all where one is shared. */
export function operationsWith(found: readonly FoundDeprecation[], { operations }: Api): readonly OperationKey[] {
  const parts = found.filter(({ kind }) => KINDS.has(kind));
  if (parts.some(({ operation }) => operation === null)) return operations.map(({ ref }) => ref);
  return parts.flatMap(({ operation }) => operation ?? []);
}

type Uses = ReadonlyMap<string, number>;
type CodeUses = ReadonlyMap<string, readonly CallSite[]>;

/** What pacts show of the parts of operations. */
interface ShownUses {
  /** How many interactions of each consumer use what, by subject. */
  readonly uses: ReadonlyMap<string, Uses>;
  /** Whose interactions speak of an operation, by its name, other than by errors that they provoke. */
  readonly spoken: ReadonlyMap<string, ReadonlySet<string>>;
  /** Whose interactions are not all read, by the name of their operation. */
  readonly unread: ReadonlyMap<string, ReadonlySet<string>>;
}

function readUses(pacts: readonly Pact[], api: Api): ShownUses {
  const uses = new Map<string, Map<string, number>>();
  const spoken = new Map<string, Set<string>>();
  const unread = new Map<string, Set<string>>();
  for (const { consumer, interaction, operation } of pactCalls(pacts, api).calls) {
    const { used, isRead } = fieldUses(interaction, operation, api);
    for (const subject of used) {
      const counts = uses.get(subject) ?? new Map<string, number>();
      uses.set(subject, counts.set(consumer, (counts.get(consumer) ?? 0) + 1));
    }
    const name = operationName(operation.ref);
    if (!isProvoked(interaction.response)) spoken.set(name, (spoken.get(name) ?? new Set()).add(consumer));
    if (!isRead) unread.set(name, (unread.get(name) ?? new Set()).add(consumer));
  }
  return { uses, spoken, unread };
}

function consumersOf(old: Uses = new Map(), successor: Uses = new Map()): FieldConsumer[] {
  return [...new Set([...old.keys(), ...successor.keys()])].sort().map((consumer) => {
    const [oldCalls, newCalls] = [old.get(consumer) ?? 0, successor.get(consumer) ?? 0];
    const state = oldCalls === 0 ? "migrated" : newCalls > 0 ? "dual-running" : "not-started";
    return { consumer, state, oldCalls, newCalls, lastOldCall: null };
  });
}

/** The subject of the neighbour that a replacement names: a property of the same object, a parameter of the same operation. */
function successorOf({ kind, replacement, subject, operation }: FoundDeprecation, api: Api): string | undefined {
  if (replacement === null) return undefined;
  if (kind === "property")
    return subject.replace(/[^/]*$/, () => replacement.replaceAll("~", "~0").replaceAll("/", "~1"));
  if (kind !== "parameter" || operation === null) return undefined;
  const owner = api.operations.find(({ ref }) => operationName(ref) === operationName(operation));
  return owner?.parameters.find(({ name }) => name === replacement)?.at.pointer;
}

/** The consumers of one operation. */
function consumersIn<Consumer extends string | null>(
  byOperation: ReadonlyMap<string, ReadonlySet<Consumer>>,
  operation: OperationKey,
): ReadonlySet<Consumer> {
  return byOperation.get(operationName(operation)) ?? new Set();
}

/** The consumers of what has a part: of its operation, or of any where several have it. Sorted; null: nobody knows who. */
function consumersOfPart<Consumer extends string | null>(
  { operation }: FoundDeprecation,
  byOperation: ReadonlyMap<string, ReadonlySet<Consumer>>,
): Consumer[] {
  const all = operation === null ? [...byOperation.values()] : [consumersIn(byOperation, operation)];
  return [...new Set(all.flatMap((each) => [...each]))].sort((a, b) => ((a ?? "") < (b ?? "") ? -1 : 1));
}
