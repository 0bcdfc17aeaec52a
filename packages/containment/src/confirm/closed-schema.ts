import { isObject, type Json, type JsonObject, own, setOwn } from "../json.ts";
import { type DialectTraits, dialectOfSchemaUri, traitsOf } from "../lower/dialect.ts";
import { type Discriminated, Discriminators, tagLimits } from "../lower/discriminator.ts";
import { dialectAt, type Library, type Located, type ReferenceKeyword, resolveReference } from "../lower/document.ts";
import { formatKeywords } from "../lower/formats.ts";
import { inheritanceOf } from "../lower/inheritance.ts";
import { mayBeSchema } from "../lower/schema-places.ts";
import type { Mode } from "../mode.ts";
import { escapeToken } from "../pointer.ts";
import { Steps } from "../steps.ts";
import { isFound, unicodeSource } from "../types/pattern.ts";
import { spellOutConstants } from "./constants.ts";
import { inlineDefinitions } from "./inline.ts";
import { boundKeywords, hasForm, typeKeyword } from "./keywords.ts";
import { Refusals } from "./refusals.ts";
import { partsOfValue, UnsentNames } from "./unsent-names.ts";

/** A schema of draft 2020-12 that needs nothing from outside. */
export type ClosedSchema = JsonObject;

/** A schema that cannot be written as a closed one, because a reference in it does not resolve. */
export class NotClosed extends Error {}

/** A schema that is too large to be written within the budget. */
export class TooLarge extends Error {}

/** Steps of the run that it takes to write one schema for some values. */
const STEPS_OF_EACH = 10;

/**
 * Writes a schema of any dialect, as far as some values touch it, as one closed schema of draft 2020-12 that judges these
 * values as the original does. It works on the raw text and shares nothing with lowering but the reading of
 * references and of tags, so that what a validator says of the result checks lowering too. Formats are annotations, and left out.
 *
 * @param steps the budget of the run
 * @throws NotClosed, TooLarge
 */
export function closedSchema(
  from: Located,
  values: readonly Json[],
  library: Library,
  direction: Mode["direction"],
  steps: Steps = new Steps(),
): ClosedSchema {
  const writer = new Writer(library, direction, steps);
  const main = writer.write(from, values, new Set());
  const closed = spellOutConstants(inlineDefinitions(main, writer.writeDefinitions())) as JsonObject;
  return { $schema: "https://json-schema.org/draft/2020-12/schema", ...closed };
}

/** What a reference leads to, with the values that reach it. */
interface Definition {
  readonly name: string;
  readonly target: Located;
  readonly unsent: ReadonlySet<string>;
  readonly traits: DialectTraits;
  /** Whether only what the schema says itself is written, and not the union that it is. */
  readonly ownOnly: boolean;
  readonly values: Set<Json>;
}

type Written = boolean | Record<string, Json>;

const LISTS = ["allOf", "anyOf", "oneOf"] as const;
const SINGLE = ["not", "if", "then", "else"] as const;
const COPIED = [
  "enum",
  "const",
  "minLength",
  "maxLength",
  "minItems",
  "maxItems",
  "uniqueItems",
  "minProperties",
  "maxProperties",
  "minContains",
  "maxContains",
  "multipleOf",
] as const;

class Writer {
  readonly #library: Library;
  readonly #direction: Mode["direction"];
  readonly #steps: Steps;
  readonly #definitions = new Map<string, Definition>();
  /** Definitions to be written, or written again because further values reach them. */
  readonly #open = new Set<Definition>();
  readonly #discriminators: Discriminators;
  readonly #unsent: UnsentNames;
  readonly #refusals: Refusals;

  constructor(library: Library, direction: Mode["direction"], steps: Steps) {
    this.#library = library;
    this.#steps = steps;
    this.#discriminators = new Discriminators(library);
    this.#direction = direction;
    this.#unsent = new UnsentNames(library, direction);
    this.#refusals = new Refusals((located, traits) => partsOfValue(located, traits, library));
  }

  writeDefinitions(): Record<string, Json> {
    const written: Record<string, Json> = {};
    for (const definition of this.#open) {
      this.#open.delete(definition);
      const { name, target, values, unsent, traits, ownOnly } = definition;
      written[name] = this.write(ownOnly ? withoutUnion(target) : target, [...values], unsent, traits);
    }
    return written;
  }

  /** @param unsent names that the direction does not send at this place */
  write(from: Located, values: readonly Json[], unsent: ReadonlySet<string>, within = dialectTraits(from)): Written {
    const raw = from.value;
    if (!isObject(raw)) return raw !== false;
    if (values.length === 0) return true;
    if (!this.#steps.take(STEPS_OF_EACH)) throw new TooLarge(from.pointer);
    const traits = typeof own(raw, "$schema") === "string" ? dialectTraits(from) : within;
    const here = unsent.union(this.#unsent.at(from, traits));
    const reference = own(raw, "$ref");
    if (typeof reference === "string" && traits.refHidesSiblings) return this.#reference(reference, from, values, here);
    const nullable = traits.nullable !== undefined && own(raw, traits.nullable) === true;
    const combined =
      LISTS.some((keyword) => own(raw, keyword) !== undefined) ||
      own(raw, "not") !== undefined ||
      own(raw, "if") !== undefined ||
      this.#discriminators.union(from, traits) !== undefined;
    const schema = this.#keywords(raw, from, values, here, traits, nullable && !combined);
    return nullable && combined ? { anyOf: [{ type: "null" }, schema] } : schema;
  }

  #keywords(
    raw: Record<string, unknown>,
    from: Located,
    values: readonly Json[],
    unsent: ReadonlySet<string>,
    traits: DialectTraits,
    orNull: boolean,
  ): Record<string, Json> {
    const get = (keyword: string) => (traits.without.has(keyword) ? undefined : own(raw, keyword));
    const at = (suffix: string, value: unknown): Located => ({ ...from, pointer: from.pointer + suffix, value });
    const refusal = this.#refusals.find(raw, at, values, traits, (name) => !unsent.has(name));
    if (refusal !== undefined) return refusal;
    const schema: Record<string, Json> = {};
    for (const keyword of COPIED) {
      const value = get(keyword);
      if (hasForm(keyword, value)) schema[keyword] = value;
    }
    Object.assign(schema, typeKeyword(get("type"), orNull), boundKeywords(get, traits.exclusiveFlags));
    const pattern = get("pattern");
    if (typeof pattern === "string") schema["pattern"] = unicodeSource(pattern) ?? pattern;
    const same = (suffix: string, value: unknown): Json => this.write(at(suffix, value), values, unsent, traits);
    const union = get("discriminator") === undefined ? undefined : this.#discriminators.union(from, traits);
    for (const keyword of LISTS) {
      const list = get(keyword);
      if (!Array.isArray(list) || (keyword === union?.keyword && keyword !== "allOf")) continue;
      const parts = list.map((part, i) => same(`/${keyword}/${i}`, part));
      schema[keyword] = keyword === "allOf" ? parts : this.#refusals.merge(parts);
    }
    for (const keyword of SINGLE) if (get(keyword) !== undefined) schema[keyword] = same(`/${keyword}`, get(keyword));
    const references = (["$ref", "$dynamicRef", "$recursiveRef"] as const).flatMap((keyword) => {
      const value = get(keyword);
      if (value !== undefined && typeof value !== "string") throw new NotClosed(keyword);
      return value !== undefined ? [this.#reference(value, from, values, unsent, keyword)] : [];
    });
    const objects = values.filter(isObject) as JsonObject[];
    if (objects.length > 0) this.#object(schema, get, at, same, objects, unsent, traits);
    const arrays = values.filter((value) => Array.isArray(value)) as Json[][];
    if (arrays.length > 0) this.#array(schema, get, at, arrays, traits);
    const [reference, ...more] = references;
    if (union !== undefined)
      more.push({ anyOf: tagLimits(union).map((each) => this.#tagged(each, values, unsent, traits)) });
    const format = formatKeywords(get("format"), from.document.formats);
    if (format !== undefined) more.push({ ...format });
    if (isObject(reference)) {
      if (more.length === 0 && Object.keys(schema).length === 0) return reference;
      Object.assign(schema, reference);
    }
    if (more.length > 0) schema["allOf"] = [...((schema["allOf"] as Json[] | undefined) ?? []), ...more];
    return schema;
  }

  #object(
    schema: Record<string, Json>,
    get: (keyword: string) => unknown,
    at: (suffix: string, value: unknown) => Located,
    same: (suffix: string, value: unknown) => Json,
    objects: readonly JsonObject[],
    unsent: ReadonlySet<string>,
    traits: DialectTraits,
  ): void {
    const child = (suffix: string, value: unknown, values: readonly Json[]): Json =>
      this.write(at(suffix, value), values, new Set(), traits);
    const names = [...new Set(objects.flatMap((object) => Object.keys(object)))];
    const members = (accept: (name: string) => boolean) =>
      objects.flatMap((object) =>
        Object.entries(object)
          .filter(([name]) => accept(name))
          .map(([, value]) => value),
      );
    const sent = (listed: readonly unknown[]) =>
      listed.filter((name): name is string => typeof name === "string" && !unsent.has(name));
    const required = get("required");
    if (Array.isArray(required)) schema["required"] = sent(required);
    const named = (
      keyword: string,
      keys: readonly string[] | undefined,
      write: (key: string, suffix: string, value: unknown) => Json | undefined,
    ) => {
      const map = get(keyword);
      if (!isObject(map)) return;
      const written: Record<string, Json> = {};
      for (const key of keys ?? Object.keys(map)) {
        if (!Object.hasOwn(map, key)) continue;
        const result = write(key, `/${keyword}/${escapeToken(key)}`, map[key]);
        if (result !== undefined)
          setOwn(written, keyword === "patternProperties" ? (unicodeSource(key) ?? key) : key, result);
      }
      schema[keyword] = written;
    };
    named("properties", names, (key, suffix, value) => {
      const mine = objects.filter((object) => Object.hasOwn(object, key)).map((object) => object[key] as Json);
      return unsent.has(key) ? true : child(suffix, value, mine);
    });
    named("patternProperties", undefined, (key, suffix, value) =>
      child(
        suffix,
        value,
        members((name) => isFound(key, name)),
      ),
    );
    named("dependentSchemas", undefined, (_, suffix, value) => same(suffix, value));
    named("dependentRequired", undefined, (_, __, value) => (Array.isArray(value) ? sent(value) : undefined));
    this.#dependencies(schema, get("dependencies"), same, sent);
    for (const keyword of ["additionalProperties", "unevaluatedProperties"]) {
      if (get(keyword) !== undefined)
        schema[keyword] = child(
          `/${keyword}`,
          get(keyword),
          members(() => true),
        );
    }
    if (get("propertyNames") !== undefined)
      schema["propertyNames"] = child("/propertyNames", get("propertyNames"), names);
  }

  #dependencies(
    schema: Record<string, Json>,
    dependencies: unknown,
    same: (suffix: string, value: unknown) => Json,
    sent: (listed: readonly unknown[]) => string[],
  ): void {
    if (!isObject(dependencies)) return;
    const required: Record<string, Json> = { ...((schema["dependentRequired"] as JsonObject | undefined) ?? {}) };
    const schemas: Record<string, Json> = { ...((schema["dependentSchemas"] as JsonObject | undefined) ?? {}) };
    for (const [key, value] of Object.entries(dependencies)) {
      if (Array.isArray(value)) setOwn(required, key, sent(value));
      else setOwn(schemas, key, same(`/dependencies/${escapeToken(key)}`, value));
    }
    Object.assign(schema, { dependentRequired: required, dependentSchemas: schemas });
  }

  #array(
    schema: Record<string, Json>,
    get: (keyword: string) => unknown,
    at: (suffix: string, value: unknown) => Located,
    arrays: readonly Json[][],
    traits: DialectTraits,
  ): void {
    const items = arrays.flat();
    const child = (suffix: string, value: unknown): Json => this.write(at(suffix, value), items, new Set(), traits);
    const list = traits.itemsMayBeList && Array.isArray(get("items")) ? "items" : "prefixItems";
    const prefix = get(list);
    if (Array.isArray(prefix) && prefix.length > 0)
      schema["prefixItems"] = prefix.map((item, i) => child(`/${list}/${i}`, item));
    const rest = list === "items" ? "additionalItems" : "items";
    if (get(rest) !== undefined) schema["items"] = child(`/${rest}`, get(rest));
    for (const keyword of ["contains", "unevaluatedItems"])
      if (get(keyword) !== undefined) schema[keyword] = child(`/${keyword}`, get(keyword));
    if (schema["contains"] !== undefined && !traits.containsEvaluates) hideContains(schema);
  }

  /** References become definitions, one for each set of names that is not sent. */
  #reference(
    reference: string,
    from: Located,
    values: readonly Json[],
    unsent: ReadonlySet<string>,
    keyword: ReferenceKeyword = "$ref",
  ): Written {
    const target = resolveReference(reference, from, this.#library, keyword);
    if ("problem" in target || !mayBeSchema(target)) throw new NotClosed(reference);
    const ownOnly = keyword === "$ref" && inheritanceOf(this.#library).leadsToParent(from, target);
    return this.#definition(target, values, unsent, ownOnly);
  }

  /** An alternative of a union with a discriminator; one whose tags none of the values has refuses them by that alone. */
  #tagged(
    { alternative: { at, isParent, isOpen }, union, tag }: Discriminated,
    values: readonly Json[],
    unsent: ReadonlySet<string>,
    traits: DialectTraits,
  ): Json {
    const { property } = union;
    const sent = !unsent.has(property) && (this.#direction === "none" || !this.#unsent.at(at, traits).has(property));
    const tags = !isOpen && sent ? (tag["enum"] as readonly Json[]) : undefined;
    if (tags && values.every((value) => isObject(value) && !tags.includes(own(value, property) as Json))) return false;
    const part =
      union.keyword === "allOf"
        ? this.#definition(at, values, unsent, isParent)
        : this.write(at, values, unsent, traits);
    return { allOf: [part], properties: { [property]: sent ? tag : true }, required: tags ? [property] : [] };
  }

  /** @param ownOnly whether only what the schema says itself counts, not the union that it is */
  #definition(target: Located, values: readonly Json[], unsent: ReadonlySet<string>, ownOnly: boolean): Written {
    const within = dialectTraits(target);
    const at = (suffix: string, value: unknown) => ({ ...target, pointer: target.pointer + suffix, value });
    const isSent = (name: string) => !unsent.has(name) && !this.#unsent.at(target, within).has(name);
    const refusal = isObject(target.value) ? this.#refusals.find(target.value, at, values, within, isSent) : undefined;
    if (refusal !== undefined) return refusal;
    const key = `${target.document.uri}#${target.pointer} ${[...unsent].sort().join()} ${target.scope?.key ?? ""} ${ownOnly}`;
    let definition = this.#definitions.get(key);
    if (definition === undefined) {
      definition = {
        name: `d${this.#definitions.size}`,
        target,
        unsent,
        traits: within,
        ownOnly,
        values: new Set<Json>(),
      };
      this.#definitions.set(key, definition);
      this.#open.add(definition);
    }
    const before = definition.values.size;
    for (const value of values) definition.values.add(value);
    if (definition.values.size > before) this.#open.add(definition);
    const { name } = definition;
    return { $ref: `#/$defs/${name}` };
  }
}

/** What a parent says itself: a schema without its alternatives. */
function withoutUnion(from: Located): Located {
  if (!isObject(from.value)) return from;
  const { oneOf: _, anyOf: __, discriminator: ___, ...value } = from.value;
  return { ...from, value };
}

/** Before 2020-12, what `contains` finds does not count as evaluated. */
function hideContains(schema: Record<string, Json>): void {
  const found: Record<string, Json> = {};
  for (const keyword of ["contains", "minContains", "maxContains"]) {
    const said = schema[keyword];
    if (said !== undefined) found[keyword] = said;
    delete schema[keyword];
  }
  // What stands behind a negation evaluates nothing.
  schema["allOf"] = [...((schema["allOf"] as Json[] | undefined) ?? []), { not: { not: found } }];
}

/** How a schema is read: as its `$schema` says, or as the resource that holds it does. */
function dialectTraits({ document, pointer, value }: Located): DialectTraits {
  const uri = isObject(value) ? own(value, "$schema") : undefined;
  return traitsOf((typeof uri === "string" && dialectOfSchemaUri(uri)) || dialectAt({ document, pointer }));
}
