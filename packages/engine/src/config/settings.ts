import { formatPointer, isObject } from "@concordat/containment/internal";
import { locatePointers, parseText } from "../source/parse.ts";
import type { Config } from "./config.ts";
import type { ConfigLayer } from "./layers.ts";

/** One thing that a configuration settles, and where it says so. */
export interface Setting {
  /** Keys from the top: `policy`, `preset`. Contracts go by their names. */
  readonly path: readonly string[];
  readonly value: unknown;
  /** The file as people know it, and the 1-based position in it. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** Parts whose members are settings of their own; all else is one setting as a whole. */
const MAPS = new Set(["policy", "consumers", "usage", "rules", "lint", "lint.options", "policyChanges"]);
/** What settles nothing about how things are judged. */
const ASIDE = new Set(["$schema", "extends", "contracts"]);
/** Settings that add to those before them instead of taking their place. */
const ADDING = /^(?:rules\b|overrides$|remoteRefs$|rulePackages$|lint\.rulesets$|contracts\b)/;

/** All that a configuration settles, in the order in which it holds; what a later file settles otherwise is left out. */
export function settingsOf({ layers }: Config): readonly Setting[] {
  const all = layers.flatMap((layer) => located(layer, [...settingsIn(layer.file, []), ...dialsOfContracts(layer)]));
  const last = new Map(all.map((setting) => [setting.path.join("\n"), setting]));
  return all.filter((setting) => ADDING.test(setting.path.join(".")) || last.get(setting.path.join("\n")) === setting);
}

/** A setting with its place in the file. */
interface Written {
  readonly path: readonly string[];
  readonly value: unknown;
  readonly pointer: string;
}

function* settingsIn(value: object, path: readonly string[]): Generator<Written> {
  for (const [key, member] of Object.entries(value)) {
    const inside = [...path, key];
    if (path.length === 0 && ASIDE.has(key)) continue;
    if (isObject(member) && MAPS.has(inside.join("."))) yield* settingsIn(member, inside);
    else if (member !== undefined) yield { path: inside, value: member, pointer: formatPointer(inside) };
  }
}

/** Contracts have dials of their own. */
function dialsOfContracts({ file }: ConfigLayer): Written[] {
  return (file.contracts ?? []).flatMap(({ name, rules = {} }, i) =>
    Object.entries(rules).map(([rule, value]): Written => {
      const pointer = formatPointer(["contracts", String(i), "rules", rule]);
      return { path: ["contracts", name, "rules", rule], value, pointer };
    }),
  );
}

function located({ source }: ConfigLayer, settings: readonly Written[]): Setting[] {
  const text = { ...source, ...parseText(source) };
  const places = locatePointers(
    text,
    settings.map(({ pointer }) => pointer),
  );
  return settings.map(({ path, value, pointer }) => {
    const { line, column } = places.get(pointer) ?? { line: 1, column: 1 };
    return { path, value, file: source.name, line, column };
  });
}
