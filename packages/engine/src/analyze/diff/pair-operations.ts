import { append } from "@concordat/containment/internal";
import { operationName, operationShape } from "../../model/operation-key.ts";
import type { OperationRef, Revision } from "../../model/revision.ts";

/** The operations of two revisions: which of them are one for consumers. */
export interface PairedOperations {
  readonly added: readonly OperationRef[];
  readonly removed: readonly OperationRef[];
  readonly kept: readonly { readonly base: OperationRef; readonly head: OperationRef }[];
  /** Same `operationId`, other path or method. */
  readonly moved: readonly { readonly base: OperationRef; readonly head: OperationRef }[];
}

/** What of a revision is paired. */
export type OperationLists = Pick<Revision, "operations" | "webhooks">;

/** The full URLs under which an operation answers, with the names of parameters taken out. */
export type UrlsOf = (ref: OperationRef) => readonly string[];

/**
 * Pairs operations by method and path, then by the shape of the path, then by full URL (a base path may have moved from
 * the servers into the paths), then by `operationId`.
 */
export function pairOperations(
  base: OperationLists,
  head: OperationLists,
  urlsOfBase: UrlsOf,
  urlsOfHead: UrlsOf,
): PairedOperations {
  const kept: { base: OperationRef; head: OperationRef }[] = [];
  let removed: readonly OperationRef[] = [...base.operations, ...base.webhooks];
  let added: readonly OperationRef[] = [...head.operations, ...head.webhooks];
  const pairBy = (
    keysOfBase: (ref: OperationRef) => readonly string[],
    keysOfHead = keysOfBase,
  ): { base: OperationRef; head: OperationRef }[] => {
    const result = match(removed, added, keysOfBase, keysOfHead);
    const [before, after] = [new Set(result.map(({ base: ref }) => ref)), new Set(result.map(({ head: ref }) => ref))];
    removed = removed.filter((ref) => !before.has(ref));
    added = added.filter((ref) => !after.has(ref));
    return result;
  };
  append(
    kept,
    pairBy((ref) => [`${ref.kind} ${operationName(ref)}`]),
  );
  append(
    kept,
    // The expression of a callback says where its URL stands; it has no names that say nothing.
    pairBy((ref) => (ref.kind === "callback" ? [] : [`${ref.kind} ${operationShape(ref)}`])),
  );
  if (removed.length === 0 || added.length === 0) return { added, removed, kept, moved: [] };
  const withMethod = (urlsOf: UrlsOf) => (ref: OperationRef) =>
    ref.kind === "path" ? urlsOf(ref).map((url) => `${ref.method} ${url}`) : [];
  append(kept, pairBy(withMethod(urlsOfBase), withMethod(urlsOfHead)));
  const ids = (refs: readonly OperationRef[]) => {
    const counts = new Map<string, number>();
    for (const { operationId } of refs) if (operationId) counts.set(operationId, (counts.get(operationId) ?? 0) + 1);
    return (ref: OperationRef) => (ref.operationId && counts.get(ref.operationId) === 1 ? [ref.operationId] : []);
  };
  const moved = pairBy(ids([...base.operations, ...base.webhooks]), ids([...head.operations, ...head.webhooks]));
  return { added, removed, kept, moved };
}

/** Pairs refs that share a key; each is paired once, in the order of base. */
function match(
  base: readonly OperationRef[],
  head: readonly OperationRef[],
  keysOfBase: (ref: OperationRef) => readonly string[],
  keysOfHead: (ref: OperationRef) => readonly string[],
): { base: OperationRef; head: OperationRef }[] {
  const byKey = new Map<string, OperationRef>();
  for (const ref of head) for (const key of keysOfHead(ref)) if (!byKey.has(key)) byKey.set(key, ref);
  const taken = new Set<OperationRef>();
  return base.flatMap((ref) => {
    const other = keysOfBase(ref)
      .map((key) => byKey.get(key))
      .find((found) => found !== undefined && !taken.has(found));
    if (other === undefined) return [];
    taken.add(other);
    return [{ base: ref, head: other }];
  });
}
