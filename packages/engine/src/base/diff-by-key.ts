/** Two lists split by key; pairs are what checks receive, so that none looks anything up. */
export interface KeyedDiff<T> {
  readonly added: readonly T[];
  readonly removed: readonly T[];
  readonly kept: readonly { readonly base: T; readonly head: T }[];
}

/** Splits two lists into what only head has, what only base has, and pairs. Of equal keys in one list the first counts. */
export function diffByKey<T>(base: Iterable<T>, head: Iterable<T>, key: (item: T) => string): KeyedDiff<T> {
  const before = firstByKey(base, key);
  const after = firstByKey(head, key);
  return {
    added: [...after].filter(([name]) => !before.has(name)).map(([, item]) => item),
    removed: [...before].filter(([name]) => !after.has(name)).map(([, item]) => item),
    kept: [...before].flatMap(([name, item]) => {
      const other = after.get(name);
      return other === undefined ? [] : [{ base: item, head: other }];
    }),
  };
}

function firstByKey<T>(items: Iterable<T>, key: (item: T) => string): Map<string, T> {
  const map = new Map<string, T>();
  for (const item of items) if (!map.has(key(item))) map.set(key(item), item);
  return map;
}
