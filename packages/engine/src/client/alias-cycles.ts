import { isObject } from "@concordat/containment/internal";
import type { WrittenSchema } from "./schema-writer.ts";

/*
 * A type may refer to itself within an object or a list, and nowhere else: `type Pet = Cat | Dog` and `type Cat = Pet & { ... }` is
 * an error to TypeScript, while descriptions that inherit by `allOf` from a parent that lists its children say just that. In such
 * a circle a child takes over what its parent says beside the list; an alternative that is the whole again adds nothing.
 */

type Components = Record<string, WrittenSchema>;

const PREFIX = "#/components/schemas/";

/** Cuts the circles among components that no object or list interrupts. */
export function cutCircles(components: Components): Components {
  const inherited = replaced(components, circlesIn(components), "allOf", (name) =>
    withoutAlternatives(components[name]),
  );
  return replaced(inherited, circlesIn(inherited), "anyOf", () => undefined);
}

/** For each component in a circle, the components of that circle. */
type Circles = ReadonlyMap<string, ReadonlySet<string>>;

function circlesIn(components: Components): Circles {
  const edges = new Map(Object.entries(components).map(([name, schema]) => [name, immediate(schema)]));
  const reach = new Map<string, ReadonlySet<string>>();
  // Few components are made of others at once, so that most are told by a glance.
  for (const [name, targets] of edges) if (targets.size > 0) reach.set(name, reachable(name, edges));
  return new Map(
    [...reach].flatMap(([name, reached]) => {
      const circle = [...reached].filter((other) => reach.get(other)?.has(name));
      return circle.length > 0 ? [[name, new Set(circle)] as const] : [];
    }),
  );
}

function reachable(name: string, edges: ReadonlyMap<string, ReadonlySet<string>>): ReadonlySet<string> {
  const reached = new Set<string>();
  const open = [...(edges.get(name) ?? [])];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (reached.has(next)) continue;
    reached.add(next);
    open.push(...(edges.get(next) ?? []));
  }
  return reached;
}

/** The components that a schema is made of at once. */
function immediate(schema: unknown): Set<string> {
  const names = new Set<string>();
  const visit = (at: unknown) => {
    if (!isObject(at)) return;
    const name = nameOf(at);
    if (name !== undefined) names.add(name);
    for (const key of ["allOf", "anyOf", "oneOf"]) for (const part of listOf(at, key)) visit(part);
  };
  visit(schema);
  return names;
}

/** The components with the parts replaced that lead round a circle; an alternative without a replacement is left out. */
function replaced(
  components: Components,
  circles: Circles,
  kind: "allOf" | "anyOf",
  replacement: (name: string) => WrittenSchema | undefined,
): Components {
  if (circles.size === 0) return components;
  const within = (circle: ReadonlySet<string>, schema: WrittenSchema): WrittenSchema => {
    const part = (at: unknown, isOfKind: boolean): unknown[] => {
      const name = isObject(at) ? nameOf(at) : undefined;
      if (name === undefined || !circle.has(name)) return [isObject(at) ? within(circle, at as WrittenSchema) : at];
      if (!isOfKind) return [at];
      const found = replacement(name);
      return found === undefined ? [] : [within(circle, found)];
    };
    const lists = ["allOf", "anyOf", "oneOf"].filter((key) => schema[key] !== undefined);
    const isOfKind = (key: string) => (key === "allOf") === (kind === "allOf");
    return {
      ...schema,
      ...Object.fromEntries(lists.map((key) => [key, listOf(schema, key).flatMap((at) => part(at, isOfKind(key)))])),
    };
  };
  return Object.fromEntries(
    Object.entries(components).map(([name, schema]) => {
      const circle = circles.get(name);
      const isAlias = circle?.has(nameOf(schema) ?? "") === true;
      return [name, circle === undefined ? schema : isAlias && kind === "anyOf" ? {} : within(circle, schema)];
    }),
  );
}

/** What a parent says beside the list of its children. */
function withoutAlternatives(schema: WrittenSchema | undefined): WrittenSchema {
  const { anyOf: _, oneOf: __, ...rest } = schema ?? {};
  const parts = listOf(rest, "allOf").filter((part) => !(isObject(part) && ("anyOf" in part || "oneOf" in part)));
  return rest["allOf"] === undefined ? rest : { ...rest, allOf: parts };
}

function nameOf(schema: object): string | undefined {
  const reference = (schema as WrittenSchema)["$ref"];
  if (typeof reference !== "string") return undefined;
  return reference.slice(PREFIX.length).replaceAll("~1", "/").replaceAll("~0", "~");
}

function listOf(schema: object, key: string): readonly unknown[] {
  const list = (schema as WrittenSchema)[key];
  return Array.isArray(list) ? list : [];
}
