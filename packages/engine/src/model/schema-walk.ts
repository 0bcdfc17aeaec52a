import { append, escapeToken, isObject, type Located, own } from "@concordat/containment/internal";
import type { Cursor } from "./cursor.ts";

/** Who sends the values of a schema. */
export interface Usage {
  readonly request: boolean;
  readonly response: boolean;
}

/** A schema of a description, met once however often it is referred to. */
export interface ApiSchema {
  /** The schema itself, never a reference. */
  readonly at: Located;
  readonly usage: Usage;
  /** The name of the property it is the schema of, where it stands in `properties`. */
  readonly property: string | undefined;
  /** The schema that holds it, where it stands in one. */
  readonly parent: Located | undefined;
}

/** Keywords that hold one schema, a list of them, or a map of them. */
const SINGLE = [
  ...["items", "additionalItems", "additionalProperties", "propertyNames", "contains", "not", "if", "then", "else"],
  ...["unevaluatedItems", "unevaluatedProperties"],
];
const LISTS = ["allOf", "anyOf", "oneOf", "prefixItems", "items"];
const MAPS = ["properties", "patternProperties", "dependentSchemas", "$defs", "definitions"];

/** Where a walk starts. */
export interface SchemaRoot {
  readonly at: Located;
  readonly usage: keyof Usage | "none";
}

/** All schemas that can be reached, each once, in the order they are met; component schemas that nobody uses too. */
export function walkSchemas(roots: Iterable<SchemaRoot>, cursor: Cursor): ApiSchema[] {
  const found = new Map<object, { schema: ApiSchema; usage: { request: boolean; response: boolean } }>();
  const visit = (given: Located, usage: keyof Usage | "none", property?: string, parent?: Located): void => {
    const open: { at: Located; property: string | undefined; parent: Located | undefined }[] = [
      { at: given, property, parent },
    ];
    for (let next = open.pop(); next; next = open.pop()) {
      const at = cursor.follow(next.at);
      if (at === undefined || !isObject(at.value)) continue;
      const isReferred = at.value !== next.at.value;
      const known = found.get(at.value);
      if (known) {
        if (usage === "none" || known.usage[usage]) continue;
        known.usage[usage] = true;
      } else {
        const entry = { request: usage === "request", response: usage === "response" };
        const place = isReferred ? { property: undefined, parent: undefined } : next;
        found.set(at.value, {
          schema: { at, usage: entry, property: place.property, parent: place.parent },
          usage: entry,
        });
      }
      const below = [...subschemas(at)].map(({ at: child, property: name }) => ({
        at: child,
        property: name,
        parent: at,
      }));
      append(open, below.reverse());
    }
  };
  for (const { at, usage } of roots) visit(at, usage);
  return [...found.values()].map(({ schema }) => schema);
}

/** The schemas directly within a schema, as they stand: references are not followed. */
function* subschemas(at: Located): Generator<{ readonly at: Located; readonly property: string | undefined }> {
  const value = at.value;
  if (!isObject(value)) return;
  const child = (suffix: string, member: unknown, property?: string) => ({
    at: { document: at.document, pointer: at.pointer + suffix, value: member },
    property,
  });
  for (const keyword of MAPS) {
    const map = own(value, keyword);
    if (!isObject(map)) continue;
    for (const [name, member] of Object.entries(map))
      if (isObject(member))
        yield child(`/${keyword}/${escapeToken(name)}`, member, keyword === "properties" ? name : undefined);
  }
  for (const keyword of SINGLE) {
    const member = own(value, keyword);
    if (isObject(member)) yield child(`/${keyword}`, member);
  }
  for (const keyword of LISTS) {
    const list = own(value, keyword);
    if (!Array.isArray(list)) continue;
    for (const [i, member] of list.entries()) if (isObject(member)) yield child(`/${keyword}/${i}`, member);
  }
}
