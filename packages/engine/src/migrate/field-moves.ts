import { escapeToken, isObject, type Located, own } from "@concordat/containment/internal";
import type { Api } from "../model/api.ts";
import { readLifecycle } from "../model/lifecycle.ts";
import type { Demand, FieldMove } from "./move.ts";

/** A description and a schema of it. */
interface Side {
  readonly api: Api;
  readonly schema: Located | undefined;
}

/** What changes in the properties of a body. */
export interface FieldChanges {
  readonly moves: readonly FieldMove[];
  /** Properties that only head requires. */
  readonly demands: readonly Demand[];
  /** Some properties are nested deeper than is looked into. */
  readonly isCut: boolean;
}

/** Objects within objects that are looked into. */
const DEEPEST = 8;

/**
 * The properties that have another name in head, or none: a property is renamed where a description names its replacement among its
 * neighbours, and nowhere else.
 */
export function fieldChanges(base: Side, head: Side): FieldChanges {
  const moves: FieldMove[] = [];
  const demands: Demand[] = [];
  let isCut = false;
  const visit = (before: Side, after: Side, at: readonly string[], around: readonly unknown[]): void => {
    const value = before.schema && before.api.follow(before.schema)?.value;
    if (at.length > DEEPEST) {
      // A schema within itself was looked into already.
      isCut ||= !around.includes(value) && !objectOf(before).isOpaque;
      return;
    }
    const [old, now] = [objectOf(before), objectOf(after)];
    // Of a body that head says nothing of, nothing is known to have changed.
    if (now.isOpaque) return;
    for (const [name, property] of old.properties) {
      const kept = now.properties.get(name);
      const to = [property, kept]
        .map((each) => each && successorOf(each))
        .find((each) => each && now.properties.has(each));
      if (to !== undefined) moves.push({ at, from: name, to });
      else if (kept === undefined) moves.push({ at, from: name, to: null });
      const next = now.properties.get(to ?? name);
      if (next) visit({ ...before, schema: property }, { ...after, schema: next }, [...at, name], [...around, value]);
    }
    const sources = new Set(moves.filter((move) => move.at === at).map(({ to }) => to));
    for (const name of now.required)
      if (!old.required.has(name) && !sources.has(name)) demands.push({ in: "body", name: [...at, name].join(".") });
    if (old.items && now.items)
      visit({ ...before, schema: old.items }, { ...after, schema: now.items }, [...at, "*"], [...around, value]);
  };
  visit(base, head, [], []);
  return { moves, demands, isCut };
}

/** What a schema says of objects and arrays, `allOf` merged. */
interface ObjectSchema {
  readonly properties: Map<string, Located>;
  readonly required: Set<string>;
  readonly items: Located | undefined;
  /** It does not say by itself which properties there are. */
  readonly isOpaque: boolean;
}

function objectOf({ api, schema }: Side): ObjectSchema {
  const properties = new Map<string, Located>();
  const required = new Set<string>();
  let items: Located | undefined;
  const parts: Located[] = schema ? [schema] : [];
  const seen = new Set<unknown>();
  for (let next = parts.pop(); next; next = parts.pop()) {
    const at = api.follow(next);
    if (at === undefined || seen.has(at.value)) continue;
    seen.add(at.value);
    const declared = api.member(at, "properties");
    if (declared && isObject(declared.value))
      for (const [name, value] of Object.entries(declared.value))
        properties.set(name, { ...declared, pointer: `${declared.pointer}/${escapeToken(name)}`, value });
    const names = isObject(at.value) ? own(at.value, "required") : undefined;
    if (Array.isArray(names)) for (const name of names) if (typeof name === "string") required.add(name);
    items ??= api.member(at, "items");
    parts.push(...api.cursor.items(api.member(at, "allOf")));
  }
  return { properties, required, items, isOpaque: properties.size === 0 && items === undefined };
}

function successorOf(property: Located): string | undefined {
  return readLifecycle(property).replacement ?? undefined;
}
