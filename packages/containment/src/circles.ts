/**
 * The nodes of a graph that are reached from one of them, in groups that lead back to themselves, each group behind those it leads
 * to: strongly connected components (Tarjan 1972), without recursion, as chains of references may be long.
 *
 * @param leadsTo the nodes that a node leads to
 * @param isSettled whether a node is known already, so that neither it nor what it leads to is asked for
 * @param keyOf what tells nodes apart
 */
export function* circles<T>(
  start: T,
  leadsTo: (node: T) => readonly T[],
  isSettled: (node: T) => boolean,
  keyOf: (node: T) => unknown = (node) => node,
): Generator<readonly T[]> {
  const met = new Map<unknown, Met>();
  const group: T[] = [];
  const path: { readonly node: T; readonly mine: Met; readonly targets: readonly T[]; next: number }[] = [];
  const enter = (node: T): void => {
    const mine = { order: met.size, lowest: met.size, start: group.length, isOpen: true };
    met.set(keyOf(node), mine);
    group.push(node);
    path.push({ node, mine, targets: leadsTo(node), next: 0 });
  };
  if (!isSettled(start)) enter(start);
  for (let at = path.at(-1); at; at = path.at(-1)) {
    const { mine } = at;
    if (at.next < at.targets.length) {
      const target = at.targets[at.next++] as T;
      const known = met.get(keyOf(target));
      if (known?.isOpen) mine.lowest = Math.min(mine.lowest, known.order);
      else if (known === undefined && !isSettled(target)) enter(target);
      continue;
    }
    path.pop();
    const above = path.at(-1)?.mine;
    if (above) above.lowest = Math.min(above.lowest, mine.lowest);
    if (mine.lowest < mine.order) continue;
    const members = group.splice(mine.start);
    for (const member of members) (met.get(keyOf(member)) as Met).isOpen = false;
    yield members;
  }
}

/** A node that was met: its place in the order, the first node that it leads back to, and its place in the open group. */
interface Met {
  readonly order: number;
  lowest: number;
  readonly start: number;
  isOpen: boolean;
}
