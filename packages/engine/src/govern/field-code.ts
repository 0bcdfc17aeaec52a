import type { FoundDeprecation } from "../analyze/deprecation/find-deprecations.ts";
import { givenUses } from "../migrate/field-uses.ts";
import type { Api } from "../model/api.ts";
import { operationShape } from "../model/operation-key.ts";
import { askScan, type CallSite, placeOfSite, type Scan } from "../model/scan.ts";

/** Where the code of each consumer uses what, by subject and consumer. */
export type CodePlaces = ReadonlyMap<string, ReadonlyMap<string, readonly CallSite[]>>;

/** Finds the parameters, properties and written-out values that call sites give, as far as scans show them. */
export function codePlaces(scans: readonly Scan[], api: Api): CodePlaces {
  const places = new Map<string, Map<string, CallSite[]>>();
  const byShape = new Map(api.operations.map((operation) => [operationShape(operation.ref), operation]));
  for (const { consumer, used } of scans)
    for (const { sites, ...key } of used) {
      const operation = byShape.get(operationShape(key));
      if (operation === undefined) continue;
      for (const site of sites)
        for (const subject of site.sends ? givenUses(site.sends, operation, api) : []) {
          const found = places.get(subject) ?? new Map<string, CallSite[]>();
          places.set(subject, found.set(consumer, [...(found.get(consumer) ?? []), placeOfSite(site)]));
        }
    }
  return places;
}

/** What a scan shows of a part: all that its consumer's code does with it, some, or nothing as it calls no operation with it. */
export function shownOf(
  scan: Scan,
  { kind, operation }: FoundDeprecation,
  { operations }: Api,
): "all" | "some" | "none" {
  const asked = operation === null ? operations.map(({ ref }) => ref) : [operation];
  const answers = asked.map((each) => askScan(scan, each)).filter((answer) => answer.kind !== "unused");
  if (answers.length === 0) return "none";
  // What is read of answers no call site tells, nor which values are passed from elsewhere.
  const isAll = (answer: (typeof answers)[number]) =>
    answer.kind === "used" && kind === "parameter" && answer.sites.every(({ sends }) => sends?.isWhole === true);
  return answers.every(isAll) ? "all" : "some";
}
