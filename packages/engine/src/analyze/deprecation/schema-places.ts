import { escapeToken, isObject, type Located, own } from "@concordat/containment/internal";
import type { Api } from "../../model/api.ts";

/** Something in a schema that is deprecated. */
interface SchemaPlace {
  readonly at: Located;
  readonly name: string;
  readonly knows?: (name: string) => boolean;
}

/** Dialects in which what stands beside `$ref` says nothing (OpenAPI 3.0.4, section 4.8.23.1). */
const BARE_REFERENCES: ReadonlySet<string> = new Set(["openapi-2.0", "openapi-3.0"]);

/** Properties that say of themselves that they are deprecated, each where it is declared. */
export function* propertyPlaces(api: Api): Generator<SchemaPlace> {
  const bare = BARE_REFERENCES.has(api.revision.dialect);
  for (const { at } of api.schemas) {
    const properties = isObject(at.value) ? own(at.value, "properties") : undefined;
    if (!isObject(properties)) continue;
    for (const [name, value] of Object.entries(properties)) {
      if (!isDeprecated(value) || (bare && isObject(value) && own(value, "$ref") !== undefined)) continue;
      const pointer = `${at.pointer}/properties/${escapeToken(name)}`;
      yield { at: { ...at, pointer, value }, name, knows: (other) => Object.hasOwn(properties, other) };
    }
  }
}

/** Alternatives of one value each that say that they are deprecated: the members of an enumeration, written one by one. */
export function* enumValuePlaces(api: Api): Generator<SchemaPlace> {
  for (const { at, parent } of api.schemas) {
    if (parent === undefined || !isDeprecated(at.value) || !/\/(?:oneOf|anyOf)\/\d+$/.test(at.pointer)) continue;
    const value = onlyValue(at.value);
    if (value !== undefined) yield { at, name: JSON.stringify(value) };
  }
}

function onlyValue(schema: unknown): unknown {
  if (!isObject(schema)) return undefined;
  const members = own(schema, "enum");
  return own(schema, "const") ?? (Array.isArray(members) && members.length === 1 ? members[0] : undefined);
}

function isDeprecated(value: unknown): boolean {
  return isObject(value) && own(value, "deprecated") === true;
}
