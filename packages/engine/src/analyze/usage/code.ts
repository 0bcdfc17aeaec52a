import { compareBy } from "../../base/order.ts";
import type { OperationKey } from "../../model/operation-key.ts";
import { askScan, type CallSite, placeOfSite, type Scan, type ScanAnswer } from "../../model/scan.ts";
import type { MigrationState } from "./migration.ts";

/** How far the code of a consumer has come from a deprecated operation to its successor, by a scan. */
export interface CodeMigration {
  readonly consumer: string;
  /** `unknown`: the scan could not read every place, and those that it read do not call the operation. */
  readonly state: Exclude<MigrationState, "silent"> | "unknown";
  /** Where it calls the deprecated operation. */
  readonly oldSites: readonly CallSite[];
  /** Where it calls the successor. */
  readonly newSites: readonly CallSite[];
}

/** How far the code of each consumer has come, by name; one whose code calls neither is not listed. */
export function codeMigrations(
  scans: readonly Scan[],
  operation: OperationKey,
  successor: OperationKey | undefined,
): CodeMigration[] {
  const moves = scans.flatMap((scan): CodeMigration[] => {
    const old = askScan(scan, operation);
    const [oldSites, newSites] = [sitesOf(old), successor ? sitesOf(askScan(scan, successor)) : []];
    if (old.kind === "unused" && newSites.length === 0) return [];
    return [{ consumer: scan.consumer, state: stateOf(old, newSites), oldSites, newSites }];
  });
  return moves.sort(compareBy(({ consumer }) => consumer));
}

function stateOf({ kind }: ScanAnswer, newSites: readonly CallSite[]): CodeMigration["state"] {
  switch (kind) {
    case "used":
      return newSites.length > 0 ? "dual-running" : "not-started";
    case "unused":
      return "migrated";
    case "unknown":
      return "unknown";
  }
}

function sitesOf(answer: ScanAnswer): readonly CallSite[] {
  return answer.kind === "used" ? answer.sites.map(placeOfSite) : [];
}
