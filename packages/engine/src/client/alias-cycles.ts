import { circles } from "@concordat/containment/internal";
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
  const inherited = changed(components, (name, circle) => takingOver(name, circle, components));
  return changed(inherited, (name, circle) => withoutOwn(inherited[name] as WrittenSchema, circle));
}

/** The components, those in circles changed. */
function changed(
  components: Components,
  change: (name: string, circle: ReadonlySet<string>) => WrittenSchema,
): Components {
  const circles = circlesIn(components);
  return Object.fromEntries(
    Object.entries(components).map(([name, schema]) => {
      const circle = circles.get(name);
      return [name, circle === undefined ? schema : change(name, circle)];
    }),
  );
}

/** For each component in a circle, the components of that circle. */
type Circles = ReadonlyMap<string, ReadonlySet<string>>;

function circlesIn(components: Components): Circles {
  const found = new Map<string, ReadonlySet<string>>();
  const seen = new Set<string>();
  const leadsTo = (name: string) => [...immediate(components[name] ?? {})];
  for (const start of Object.keys(components))
    for (const group of circles(start, leadsTo, (name) => seen.has(name))) {
      for (const name of group) seen.add(name);
      const [only = ""] = group;
      const circle = new Set(group);
      // What stands alone is a circle where it leads to itself.
      if (group.length > 1 || leadsTo(only).includes(only)) for (const name of group) found.set(name, circle);
    }
  return found;
}

/** The components that a schema is made of at once. */
function immediate(schema: WrittenSchema): Set<string> {
  const names = new Set<string>();
  const visit = (at: WrittenSchema) => {
    const name = nameOf(at);
    if (name !== undefined) names.add(name);
    for (const key of ["allOf", "anyOf", "oneOf"]) for (const part of listOf(at, key)) visit(part);
  };
  visit(schema);
  return names;
}

/** Schemas that one schema takes over at most; where more lead round a circle, what they say is left out. */
const MOST_TAKEN_OVER = 100;

/** A schema in a circle, with what its parents say in place of the references to them, each parent once. */
function takingOver(name: string, circle: ReadonlySet<string>, components: Components): WrittenSchema {
  const taken = new Set([name]);
  const within = (schema: WrittenSchema): WrittenSchema =>
    withParts(schema, (part, key) => {
      const parent = nameOf(part);
      if (parent === undefined) return [within(part)];
      if (key !== "allOf" || !circle.has(parent)) return [part];
      if (taken.has(parent) || taken.size > MOST_TAKEN_OVER) return [];
      taken.add(parent);
      return [within(withoutAlternatives(components[parent]))];
    });
  return within(components[name] as WrittenSchema);
}

/** A schema in a circle without the alternatives that lead round it. */
function withoutOwn(schema: WrittenSchema, circle: ReadonlySet<string>): WrittenSchema {
  const isOwn = (part: WrittenSchema) => circle.has(nameOf(part) ?? "");
  if (isOwn(schema)) return {};
  return withParts(schema, (part) => (isOwn(part) ? [] : [withoutOwn(part, circle)]));
}

/** A schema with its parts and alternatives replaced, each by any number of others. */
function withParts(
  schema: WrittenSchema,
  replace: (part: WrittenSchema, key: string) => readonly WrittenSchema[],
): WrittenSchema {
  const keys = ["allOf", "anyOf", "oneOf"].filter((key) => schema[key] !== undefined);
  const lists = keys.map((key) => [key, listOf(schema, key).flatMap((part) => replace(part, key))]);
  return { ...schema, ...Object.fromEntries(lists) };
}

/** What a parent says beside the list of its children. */
function withoutAlternatives(schema: WrittenSchema | undefined): WrittenSchema {
  const { anyOf: _, oneOf: __, ...rest } = schema ?? {};
  const parts = listOf(rest, "allOf").filter((part) => !("anyOf" in part || "oneOf" in part));
  return rest["allOf"] === undefined ? rest : { ...rest, allOf: parts };
}

function nameOf(schema: WrittenSchema): string | undefined {
  const reference = schema["$ref"];
  if (typeof reference !== "string") return undefined;
  return reference.slice(PREFIX.length).replaceAll("~1", "/").replaceAll("~0", "~");
}

function listOf(schema: WrittenSchema, key: string): readonly WrittenSchema[] {
  return (schema[key] as readonly WrittenSchema[] | undefined) ?? [];
}
