import type { Evidence } from "../analyses/analysis.ts";
import { daysOf, type UsageWindow } from "../analyze/usage/migration.ts";
import { asksForNotice } from "../base/notice.ts";
import { failed, type Result } from "../base/result.ts";
import type { UsageConfig } from "../config/read-config.ts";
import { storeName } from "../config/store.ts";
import type { Host } from "../host/host.ts";
import { Cursor } from "../model/cursor.ts";
import { type OperationKey, operationName, operationShape } from "../model/operation-key.ts";
import { readRevision } from "../model/read-revision.ts";
import type { OperationRef } from "../model/revision.ts";
import type { Scan } from "../model/scan.ts";
import type { Policy } from "../policy/policy.ts";
import { callersOf, codeUses, decideRemoval, type RemovalFact, type RemovalTerms } from "../policy/removal.ts";
import { type KnownDeprecations, knownDeprecations } from "./deprecations.ts";
import { describedUsage } from "./described-usage.ts";
import type { Placed } from "./past.ts";
import type { RunOptions } from "./request.ts";
import { openUsage } from "./usage-report.ts";
import { askUsage, type OpenStore, type OpenUsage, usageWindow } from "./usage-store.ts";

/** What removals are judged by beside the descriptions. */
export interface RemovalSources {
  readonly contract: Placed | undefined;
  readonly policy: Policy;
  /** Where calls are counted; undefined where nobody counts them. */
  readonly usage: UsageConfig | undefined;
  /** Where usage reports are read, if not from the working tree. */
  readonly texts?: Host | undefined;
}

/**
 * What is known of the operations that head no longer has, by their names: since when they are deprecated, and who calls them. The
 * past is looked into where the policy asks for a notice or usage is known, and the store where an operation is gone.
 */
export async function readRemovals(
  { base, head, scans = [] }: Pick<Evidence, "base" | "head" | "scans">,
  { contract, policy, usage, texts }: RemovalSources,
  options: RunOptions,
  host: Host,
): Promise<Result<ReadonlyMap<string, RemovalFact>>> {
  const operations = base === undefined ? [] : readOperations(base);
  const gone = base === undefined ? [] : goneFrom(operations, readOperations(head));
  if (base === undefined || gone.length === 0 || (!asksForNotice(policy.noticeDays) && usage === undefined))
    return { value: new Map() };
  const known = await knownDeprecations(base, contract, { load: options.load, removed: false }, host);
  if (failed(known)) return known;
  const lives = livesOf(gone, known.value);
  if (usage === undefined) return { value: new Map(lives.map((life) => [operationName(life.operation), life])) };
  const terms = {
    asOf: options.asOf,
    ...usage,
    scans,
    noticeDays: policy.noticeDays,
    datesRequired: asksForNotice(policy.noticeDays),
  };
  return usesOf({ lives, operations }, usage, terms, options.openStore, texts ?? host);
}

/** An operation that is gone, with its days. */
type Life = Required<Pick<RemovalFact, "deprecated">> & {
  readonly operation: OperationKey;
  readonly sunset: string | null;
  readonly stability: string;
};

/** What use is judged by. */
type UseTerms = RemovalTerms & Pick<UsageConfig, "exclude"> & { readonly scans: readonly Scan[] };

/** Why nothing is known of calls, by the code of the problem. */
const NO_DATA: Readonly<Record<string, string>> = {
  "store-missing": "does not exist",
  "store-unsupported": "cannot be read here, a usage report can (`concordat usage report --format json`)",
};

/** What use is judged of. */
interface Judged {
  readonly lives: readonly Life[];
  /** All operations of base. */
  readonly operations: readonly OperationKey[];
}

async function usesOf(
  judged: Judged,
  { store, windowDays }: UsageConfig,
  terms: UseTerms,
  openStore: OpenStore | undefined,
  texts: Host,
): Promise<Result<ReadonlyMap<string, RemovalFact>>> {
  const asked = usageWindow(terms.asOf, windowDays);
  if (failed(asked)) return asked;
  const window = asked.value;
  const opened = await openUsage(store, openStore, texts);
  if (failed(opened)) {
    const [reason] = opened.problems.flatMap(({ code }) => NO_DATA[code] ?? []);
    if (reason === undefined) return opened;
    const because = [`no-data: the usage store \`${storeName(store, texts.cwd)}\` ${reason}`];
    const use = { window, callers: [], removable: false, because };
    return { value: new Map(judged.lives.map((life) => [operationName(life.operation), { ...life, use }])) };
  }
  return askUsage(opened.value, async (usage) => ({ value: await countUses(judged, usage, window, terms) }));
}

async function countUses(
  { lives, operations }: Judged,
  store: OpenUsage,
  window: UsageWindow,
  terms: UseTerms,
): Promise<ReadonlyMap<string, RemovalFact>> {
  const { exclude, scans } = terms;
  const counts = (consumer: string | null) => consumer === null || !exclude.includes(consumer);
  // Before all calls: of a day that is imported meanwhile, calls may count, and never their absence.
  const days = await store.daysWithRows(window.from, window.to);
  const usage = await describedUsage(operations, store, window.to);
  const cells = (await usage.cellsOf(lives.map(({ operation }) => operation))).filter(
    ({ consumer, day }) => counts(consumer) && day >= window.from,
  );
  const byConsumer = await usage.callsByConsumer(window.from, window.to);
  const all = [...byConsumer].filter(([consumer]) => counts(consumer)).reduce((sum, [, calls]) => sum + calls, 0);
  const missingDays = daysOf(window).filter((day) => !days.has(day));
  const isCounted = byConsumer.size > 0;
  const byOperation = Map.groupBy(cells, operationName);
  return new Map(
    lives.map(({ operation, deprecated, sunset, stability }) => {
      const callers = callersOf(byOperation.get(operationName(operation)) ?? []);
      const use = callers.reduce((sum, { calls }) => sum + calls, 0);
      const code = codeUses(scans, operation, exclude);
      const verdict = decideRemoval({ deprecated, sunset, stability, use, all, missingDays, isCounted, code }, terms);
      return [operationName(operation), { deprecated, use: { window, callers, ...verdict } }];
    }),
  );
}

function readOperations(description: Evidence["head"]): readonly OperationRef[] {
  return readRevision(new Cursor(description)).operations;
}

/** The operations of base that no request of head can reach. */
function goneFrom(base: readonly OperationRef[], head: readonly OperationRef[]): readonly OperationRef[] {
  const kept = new Set(head.map(operationShape));
  return base.filter((ref) => !kept.has(operationShape(ref)));
}

function livesOf(gone: readonly OperationRef[], { found }: KnownDeprecations): Life[] {
  const operations = found.filter(({ kind }) => kind === "operation");
  return gone.map(({ method, path }) => {
    const life = operations.find(({ operation }) => operation?.method === method && operation.path === path);
    const { deprecated = null, sunset = null, stability = "stable" } = life ?? {};
    return { operation: { method, path }, deprecated, sunset, stability };
  });
}
