import type { Deprecation } from "../analyze/deprecation/deprecation.ts";
import { type FoundDeprecation, findDeprecations } from "../analyze/deprecation/find-deprecations.ts";
import { findDeprecationFaults, type NoticeTerms } from "../analyze/deprecation/find-faults.ts";
import { withHistory } from "../analyze/deprecation/history.ts";
import { findTimelineFaults, removedByTimeline } from "../analyze/deprecation/timeline.ts";
import type { Problem } from "../base/problem.ts";
import { failed, type Result } from "../base/result.ts";
import { TextIndex } from "../finding/text-index.ts";
import type { Host } from "../host/host.ts";
import { type Description, type LoadOptions, loadDescription } from "../load/description.ts";
import { Api } from "../model/api.ts";
import { onSide } from "../model/met-problem.ts";
import { type OperationKey, operationName } from "../model/operation-key.ts";
import { basePath } from "../model/origin.ts";
import { toLocation } from "../source/location.ts";
import { readHistory } from "./history.ts";
import { type Placed, pastOf, withTimelineOf } from "./past.ts";
import { problemsOf } from "./problems.ts";

export type { Deprecation } from "../analyze/deprecation/deprecation.ts";
export type { NoticeTerms } from "../analyze/deprecation/find-faults.ts";
export { daysBetween, startOfDay } from "../base/date.ts";
export { asksForNotice } from "../base/notice.ts";
export type { OperationKey } from "../model/operation-key.ts";

/** What a description deprecates, and what is wrong with how it says so. */
export interface DeprecationsAnswer {
  readonly deprecations: readonly Deprecation[];
  /** All operations, deprecated or not, and what stands before their templates in URLs. */
  readonly routes: readonly OperationKey[];
  readonly basePaths: readonly string[];
  /** Faults of the deprecations, each with its line. */
  readonly faults: readonly Problem[];
  /** What else is wrong with the description, as far as it was read. */
  readonly problems: readonly Problem[];
}

/** What is known of the deprecations of a description, its timeline and its past included. */
export interface KnownDeprecations {
  readonly api: Api;
  readonly found: readonly FoundDeprecation[];
  /** What its timeline or its past knows of operations and parts that it no longer has. */
  readonly removed: readonly Deprecation[];
  /** What keeps unknown what the past might tell. */
  readonly problems: readonly Problem[];
}

/**
 * Finds what a description deprecates, with the days that it says, else those of its timeline, else those of its past.
 * @param contract the contract that it is of, if any
 * @param wanted whether what was removed is looked for as well, which takes the whole past
 */
export async function knownDeprecations(
  description: Description,
  contract: Placed | undefined,
  wanted: { readonly load: LoadOptions; readonly removed: boolean },
  host: Host,
): Promise<Result<KnownDeprecations>> {
  const dated = await withTimelineOf(description, contract, host);
  if (failed(dated)) return dated;
  const api = new Api(dated.value);
  const found = findDeprecations(api);
  const removed = removedByTimeline(api);
  const located = await pastOf(description, contract, host);
  if (failed(located)) return located;
  const past = located.value;
  if (past === undefined) return { value: { api, found, removed, problems: [] } };
  const operations = new Set(api.revision.operations.map(operationName));
  const search = { found, operations, removed: wanted.removed };
  const history = await readHistory(past, search, wanted.load, host);
  if (failed(history)) return history;
  const isListed = ({ operation }: Deprecation) =>
    removed.some((each) => each.operation && operation && operationName(each.operation) === operationName(operation));
  const complete = found.map((each) => withHistory(each, history.value));
  const lost = [
    ...(complete.some(({ deprecated }) => deprecated === null) ? ["some deprecations have no day"] : []),
    ...(wanted.removed ? ["operations that were removed before may be missing"] : []),
  ];
  return {
    value: {
      api,
      found: complete,
      removed: [...removed, ...history.value.removed.filter((each) => !isListed(each))],
      problems: history.value.isComplete || lost.length === 0 ? [] : [cutHistory(description, lost)],
    },
  };
}

function cutHistory({ source }: Description, lost: readonly string[]): Problem {
  const message = `Not all of the history of \`${source}\` is here, or it is longer than is read, so ${lost.join(", and ")}. In a shallow checkout, fetch more history.`;
  return { code: "history-cut", message };
}

/** Reads the deprecations of a description, and judges them. */
export async function governDeprecations(
  source: string,
  terms: NoticeTerms & { readonly load: LoadOptions; readonly contract?: Placed | undefined },
  host: Host,
): Promise<Result<DeprecationsAnswer>> {
  const { load, contract } = terms;
  const loaded = await loadDescription(source, host, load);
  if (failed(loaded)) return loaded;
  const description = loaded.value;
  const known = await knownDeprecations(description, contract, { load, removed: true }, host);
  if (failed(known)) return known;
  const { api, found, removed } = known.value;
  const faults = findDeprecationFaults(found, terms);
  const codes = new Set(faults.map(({ code }) => code));
  const met = onSide("head", [...faults, ...api.cursor.problems]);
  const index = new TextIndex(
    { head: description },
    met.map(({ at }) => ({ side: "head" as const, ...toLocation(at) })),
  );
  const placed = problemsOf("head", description, met, index).map(({ key: _, ...problem }) => problem);
  return {
    value: {
      deprecations: [...found.map(entryOf), ...removed],
      routes: api.operations.map(({ ref: { method, path } }) => ({ method, path })),
      basePaths: [...new Set(api.operations.flatMap(({ servers }) => servers.urls.map(basePath)))],
      faults: [...placed.filter(({ code }) => codes.has(code)), ...findTimelineFaults(api, found)],
      problems: [...placed.filter(({ code }) => !codes.has(code)), ...known.value.problems],
    },
  };
}

function entryOf({ at: _, name: __, days: ___, replacementExists: ____, ...entry }: FoundDeprecation): Deprecation {
  return entry;
}
