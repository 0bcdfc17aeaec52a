import type { Entry } from "../../data/entries.ts";
import type { Item } from "../../data/items.ts";
import type { Shown } from "../parts/shown.ts";

/** What becomes of a consumer. */
interface ConsumerState {
  readonly name: string;
  readonly state: "affected" | "unknown" | "unaffected";
  /** Findings that are about it, or that hurt it. */
  readonly count: number;
}

const STATES: Readonly<Record<ConsumerState["state"], string>> = {
  affected: "Hurt",
  unknown: "Perhaps hurt",
  unaffected: "Not hurt",
};
const ORDER = Object.keys(STATES);

/** All consumers that the documents know, those that are hurt first. */
export function consumersOf(entries: readonly Entry[], items: readonly Item[]): ConsumerState[] {
  const states = new Map<string, ConsumerState["state"]>();
  const known = entries.flatMap(({ judged }) => (judged.consumers ? [judged.consumers] : []));
  for (const state of ["unaffected", "unknown", "affected"] as const)
    for (const name of known.flatMap((each) => each[state])) states.set(name, state);
  const named = items.flatMap(({ consumers }) => consumers);
  for (const { finding, kind } of items)
    if (finding.consumer !== undefined && kind === "error") states.set(finding.consumer, "affected");
  for (const name of named) if (!states.has(name)) states.set(name, "unknown");
  return [...states]
    .map(([name, state]) => ({ name, state, count: named.filter((each) => each === name).length }))
    .sort((a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state) || (a.name < b.name ? -1 : 1));
}

/** Who is hurt, and by how many findings. */
export function ConsumersView({
  consumers,
  show,
}: Pick<Shown, "show"> & { readonly consumers: readonly ConsumerState[] }) {
  return (
    <div class="sections">
      <table>
        <thead>
          <tr>
            <th scope="col">Consumer</th>
            <th scope="col">What becomes of it</th>
            <th scope="col" class="number">
              Findings
            </th>
          </tr>
        </thead>
        <tbody>
          {consumers.map(({ name, state, count }) => (
            <tr key={name}>
              <th scope="row">
                <button type="button" class="link" disabled={count === 0} onClick={() => show({ consumer: name })}>
                  <bdi>{name}</bdi>
                </button>
              </th>
              <td>
                <span class={`state ${state}`}>{STATES[state]}</span>
              </td>
              <td class="number">{count}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
