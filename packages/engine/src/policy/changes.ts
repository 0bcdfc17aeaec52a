import { formatPointer, isObject } from "@concordat/containment/internal";

/** What happens to a change in head: it waits for approval, or counts at once and is reported. */
export type ChangeRule = "approve" | "announce";

/** What becomes of changes of the policy, and of waivers and ignores that head adds. */
export interface ChangeRules {
  readonly policy: ChangeRule;
  readonly waivers: ChangeRule;
}

export const DEFAULT_CHANGE_RULES: ChangeRules = { policy: "approve", waivers: "announce" };

/** One setting of the configuration that head has otherwise than base. */
export interface PolicyChange {
  /** JSON Pointer into the configuration, contracts by their names: `/contracts/orders/revisions`. */
  readonly path: string;
  /** What base has; undefined where it says nothing. */
  readonly from: unknown;
  /** What head has; undefined where it says nothing. */
  readonly to: unknown;
  /** The contract that it is about; undefined where it is about all. */
  readonly contract: string | undefined;
}

type Plain = Readonly<Record<string, unknown>>;

/** Settings that decide nothing, as who is behind consumers does not either, and those that name waivers, which are reported by themselves. */
const ASIDE = new Set(["/$schema"]);
const ASIDE_OF_CONTRACTS = new Set(["owner", "baseline"]);

/** What head's configuration has otherwise than base's, both as they are written. */
export function findPolicyChanges(base: object, head: object): PolicyChange[] {
  return [...changesBetween(byName(base), byName(head), [])].filter(
    ({ path }) => !ASIDE.has(path) && !path.startsWith("/consumers"),
  );
}

/** Contracts by their names, so that their order says nothing. */
function byName(file: object): Plain {
  const { contracts, ...rest } = file as { readonly contracts?: readonly Plain[] };
  const named = (contracts ?? []).map(({ name, ...entry }) => [
    String(name),
    Object.fromEntries(Object.entries(entry).filter(([key]) => !ASIDE_OF_CONTRACTS.has(key))),
  ]);
  return { ...rest, contracts: Object.fromEntries(named) };
}

function* changesBetween(from: unknown, to: unknown, path: readonly string[]): Generator<PolicyChange> {
  const pointer = formatPointer(path);
  const contract = path[0] === "contracts" ? path[1] : undefined;
  if (!isObject(from) || !isObject(to)) {
    // The order of dials in lists of overrides is a setting too.
    if (JSON.stringify(from) !== JSON.stringify(to)) yield { path: pointer, from, to, contract };
    return;
  }
  let found = false;
  for (const key of new Set([...Object.keys(from), ...Object.keys(to)])) {
    for (const change of changesBetween(from[key], to[key], [...path, key])) {
      found = true;
      yield change;
    }
  }
  // Of dials the last that matches wins, so that their order is a setting too.
  const order = (dials: object) => Object.keys(dials).join("\n");
  if (!found && path.at(-1) === "rules" && order(from) !== order(to)) yield { path: pointer, from, to, contract };
}
