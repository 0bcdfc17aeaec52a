import type { Deprecation } from "../analyze/deprecation/deprecation.ts";
import { type CodeMigration, codeMigrations } from "../analyze/usage/code.ts";
import {
  type ConsumerMigration,
  consumerMigrations,
  type DayCalls,
  daysOf,
  forecastOf,
  progressOf,
  type UsageWindow,
} from "../analyze/usage/migration.ts";
import type { Problem } from "../base/problem.ts";
import { failed, type Result, together } from "../base/result.ts";
import type { Contact, ContractConfig } from "../config/config.ts";
import type { Host } from "../host/host.ts";
import { type LoadOptions, loadDescription } from "../load/description.ts";
import { sunsetHasPassed } from "../model/lifecycle.ts";
import { type OperationKey, operationName, parseOperationName } from "../model/operation-key.ts";
import type { Scan } from "../model/scan.ts";
import { codeUses, decideRemoval, isOverLimit, type RemovalTerms } from "../policy/removal.ts";
import { distinctEvidence, readConsumers, readNamed } from "./consumers.ts";
import { knownDeprecations } from "./deprecations.ts";
import { type DescribedUsage, describedUsage } from "./described-usage.ts";
import { type FieldMigration, fieldMigrations, operationsWith } from "./field-migrations.ts";
import { type UsageEvidence, usageWindow } from "./usage-store.ts";

export type { ConsumerMigration, UsageWindow } from "../analyze/usage/migration.ts";
export { type MaxUse, parseMaxUse } from "../policy/removal.ts";
export { isUsageReport, openUsage, readUsageReport } from "./usage-report.ts";
export { askUsage, type OpenStore, type OpenUsage } from "./usage-store.ts";

/** What migrations are judged by. */
export interface MigrationTerms extends RemovalTerms {
  /** Whole days before `asOf` that count. */
  readonly windowDays: number;
  /** Consumers whose calls do not count. */
  readonly exclude: readonly string[];
  /** Who is behind consumers, by their names. */
  readonly contacts?: Readonly<Record<string, Contact>> | undefined;
}

/** The move of all consumers away from one deprecated operation. */
export interface Migration {
  /** JSON Pointer of the operation. */
  readonly subject: string;
  readonly operation: OperationKey;
  readonly deprecated: string | null;
  readonly sunset: string | null;
  readonly replacement: string | null;
  /** Each with who is behind it, where that is known. */
  readonly consumers: readonly (ConsumerMigration & Contact)[];
  /** The consumers whose code calls it or its successor, or may, by their scans. */
  readonly code: readonly CodeMigration[];
  /** The share of consumers that have migrated, from 0 to 1. */
  readonly progress: number;
  /** The share of calls within the window that go to the successor; null where there are none. */
  readonly traffic: number | null;
  /** The day on which use ends if it goes on as within the window. */
  readonly forecast: string | null;
  readonly removable: boolean;
  readonly because: readonly string[];
  /** Whether its sunset has passed and it is used more than is let pass. */
  readonly late: boolean;
}

/** The state of all migrations. */
export interface MigrationStatus {
  readonly asOf: string;
  readonly window: UsageWindow;
  /** Who is responsible for the contract; null where nobody is named. */
  readonly owner: string | null;
  readonly migrations: readonly Migration[];
  /** The same of parameters, properties and values, where pacts or scans show who uses them. */
  readonly fields: readonly FieldMigration[];
  /** What keeps days of deprecations unknown. */
  readonly problems: readonly Problem[];
}

/** What migrations are read of. */
export interface MigrationSource {
  readonly source: string;
  /** The contract that the description is of: what is known of its consumers is read as well. */
  readonly contract?: ContractConfig | undefined;
  /** Paths and globs of further pacts, and of further scans. */
  readonly pacts?: readonly string[];
  readonly scans?: readonly string[];
}

/** Judges how far consumers have moved away from the deprecated operations of a description. */
export async function governMigrations(
  { source, contract, pacts = [], scans = [] }: MigrationSource,
  load: LoadOptions,
  store: UsageEvidence,
  terms: MigrationTerms,
  host: Host,
): Promise<Result<MigrationStatus>> {
  const { asOf, windowDays, exclude } = terms;
  const asked = usageWindow(asOf, windowDays);
  if (failed(asked)) return asked;
  const window = asked.value;
  const loaded = await loadDescription(source, host, load);
  if (failed(loaded)) return loaded;
  const known = await knownDeprecations(loaded.value, contract, { load, removed: false }, host);
  if (failed(known)) return known;
  const { api, found, problems } = known.value;
  const deprecated = found.filter(isOperation);
  const keys = deprecated.flatMap((each) => {
    const successor = successorOf(each);
    return successor ? [each.operation, successor] : [each.operation];
  });
  const counts = (consumer: string | null) => consumer === null || !exclude.includes(consumer);
  // Before all calls: of a day that is imported meanwhile, calls may count, and never their absence.
  const days = await store.daysWithRows(window.from, window.to);
  const usage = await describedUsage(
    api.operations.map(({ ref }) => ref),
    store,
    window.to,
  );
  const cells = (await usage.cellsOf(keys)).filter(({ consumer }) => counts(consumer));
  const byConsumer = await usage.callsByConsumer(window.from, window.to);
  const all = [...byConsumer].filter(([consumer]) => counts(consumer)).reduce((sum, [, calls]) => sum + calls, 0);
  const isCounted = byConsumer.size > 0;
  const read = together([
    await readNamed({ pacts, scans, provider: contract?.provider }, host),
    ...(contract === undefined ? [] : [await readConsumers(contract, host)]),
  ]);
  if (failed(read)) return read;
  const { pacts: shown, scans: named } = distinctEvidence(read.value);
  const scanned = named.filter(({ consumer }) => counts(consumer));
  const facts: Facts = { cells: Map.groupBy(cells, operationName), all, days, window, isCounted, scans: scanned };
  const migrations = deprecated.map((each) => migrationOf(each, facts, terms));
  const callers =
    shown.length + scanned.length === 0
      ? new Map()
      : await callersWithin(operationsWith(found, api), usage, window, counts);
  const fields = fieldMigrations(found, { pacts: shown, scans: scanned, callers }, terms, api);
  return { value: { asOf, window, owner: contract?.owner ?? null, migrations, fields, problems } };
}

/** Who called each operation within a window, by the name of the operation. */
async function callersWithin(
  operations: readonly OperationKey[],
  usage: DescribedUsage,
  { from }: UsageWindow,
  counts: (consumer: string | null) => boolean,
): Promise<ReadonlyMap<string, ReadonlySet<string | null>>> {
  const cells = await usage.cellsOf(operations);
  const within = cells.filter(({ day, consumer }) => day >= from && counts(consumer));
  const byName = Map.groupBy(within, operationName);
  return new Map([...byName].map(([name, those]) => [name, new Set(those.map(({ consumer }) => consumer))]));
}

type DeprecatedOperation = Deprecation & { readonly operation: OperationKey };

function isOperation<D extends Deprecation>(found: D): found is D & DeprecatedOperation {
  return found.kind === "operation" && found.operation !== null;
}

function successorOf({ replacement }: Deprecation): OperationKey | undefined {
  return replacement === null ? undefined : parseOperationName(replacement);
}

/** What is known of all operations alike. */
interface Facts {
  readonly cells: ReadonlyMap<string, readonly DayCalls[]>;
  readonly all: number;
  readonly days: ReadonlySet<string>;
  readonly window: UsageWindow;
  /** Whether any call within the window counts for any operation. */
  readonly isCounted: boolean;
  /** Of consumers that count. */
  readonly scans: readonly Scan[];
}

function migrationOf(
  found: DeprecatedOperation,
  { cells, all, days, window, isCounted, scans }: Facts,
  terms: MigrationTerms,
): Migration {
  const { subject, operation, deprecated, sunset, stability, replacement } = found;
  const successor = successorOf(found);
  const oldCalls = cells.get(operationName(operation)) ?? [];
  const newCalls = (successor && cells.get(operationName(successor))) ?? [];
  const consumers = consumerMigrations(oldCalls, newCalls, window);
  const use = consumers.reduce((sum, each) => sum + each.oldCalls, 0);
  const moved = consumers.reduce((sum, each) => sum + each.newCalls, 0);
  const missingDays = daysOf(window).filter((day) => !days.has(day));
  const code = codeUses(scans, operation, []);
  const verdict = decideRemoval({ deprecated, sunset, stability, use, all, missingDays, isCounted, code }, terms);
  return {
    subject,
    operation,
    deprecated,
    sunset,
    replacement,
    consumers: consumers.map((each) => ({ ...each, ...(each.consumer !== null && terms.contacts?.[each.consumer]) })),
    code: codeMigrations(scans, operation, successor),
    progress: progressOf(consumers),
    traffic: use + moved === 0 ? null : moved / (use + moved),
    forecast: forecastOf(oldCalls, window, days),
    ...verdict,
    late: sunset !== null && sunsetHasPassed(sunset, terms.asOf) && isOverLimit({ use, all }, terms.maxUse),
  };
}
