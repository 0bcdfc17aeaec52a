import {
  Discriminators,
  ExactNumber,
  escapeToken,
  isObject,
  type Json,
  type Located,
  own,
  resolveReference,
  traitsOf,
} from "@concordat/containment/internal";
import type { Cursor } from "../model/cursor.ts";
import type { ComponentNames } from "./component-names.ts";

/*
 * Schemas of all dialects as schemas of OpenAPI 3.1, with as much of them as types can tell. What is referred to becomes a
 * component, wherever it stood, so that every reference leads to a component as a whole.
 */

/** An object of a description. */
export type Plain = Readonly<Record<string, unknown>>;

/** A schema as it is written out. */
export type WrittenSchema = Record<string, unknown>;

/** Keywords that are documentation, and are written as comments. */
const TEXTS = ["title", "description", "format"];
const LISTS = ["allOf", "anyOf", "oneOf", "prefixItems"];
/** Keywords of a reference's object that say more about the value than the reference does. */
const BESIDE_REFERENCES = [
  "type",
  "enum",
  "const",
  "properties",
  "required",
  "items",
  ...LISTS,
  "additionalProperties",
];

/** Writes the schemas of one description. */
export class SchemaWriter {
  readonly #cursor: Cursor;
  readonly #names: ComponentNames;
  /** Referred to and not yet written. */
  readonly #open: Located[] = [];
  readonly #discriminators: Discriminators;
  readonly #written = new Map<string, WrittenSchema>();
  readonly #is2: boolean;
  readonly #is3: boolean;

  constructor(cursor: Cursor, names: ComponentNames) {
    this.#cursor = cursor;
    this.#names = names;
    this.#discriminators = new Discriminators(cursor.description.library);
    const { dialect } = cursor.description.root;
    this.#is2 = dialect === "openapi-2.0";
    this.#is3 = dialect === "openapi-3.0";
  }

  /** Takes a schema into the components, and answers its name there. */
  component(at: Located): string {
    const { name, isNew } = this.#names.of(at);
    if (isNew) this.#open.push(at);
    return name;
  }

  /** All schemas that are components, each written; in the order of their names. */
  components(): Record<string, WrittenSchema> {
    for (let at = this.#open.pop(); at !== undefined; at = this.#open.pop())
      this.#written.set(this.#names.of(at).name, this.write(at));
    return Object.fromEntries([...this.#written].sort(([a], [b]) => (a < b ? -1 : 1)));
  }

  /** The schema at a place. */
  write(at: Located): WrittenSchema {
    const { value } = at;
    if (typeof value === "boolean") return value ? {} : { enum: [] };
    if (!this.#cursor.expect(at, isObject(value), "a schema")) return {};
    const reference = own(value as Plain, "$ref") ?? own(value as Plain, "$dynamicRef");
    return typeof reference === "string" ? this.#reference(at, reference) : this.#schema(at, value as Plain);
  }

  #reference(at: Located, reference: string): WrittenSchema {
    const target = resolveReference(reference, at, this.#cursor.description.library);
    if ("problem" in target) {
      this.#cursor.follow(at);
      return {};
    }
    const written: WrittenSchema = { $ref: `#/components/schemas/${escapeToken(this.component(target))}` };
    const beside = at.value as Plain;
    const docs = textsOf(beside, ["description"]);
    if (this.#is2 || this.#is3) return { ...written, ...docs };
    const narrows = BESIDE_REFERENCES.some((key) => own(beside, key) !== undefined);
    if (!narrows) return { ...written, ...docs, ...this.#marks(beside) };
    const rest = Object.fromEntries(Object.entries(beside).filter(([key]) => key !== "$ref" && key !== "$dynamicRef"));
    const { allOf = [], ...others } = this.#schema({ ...at, value: rest }, rest);
    return { ...others, allOf: [written, ...(allOf as unknown[])] };
  }

  #schema(at: Located, value: Plain): WrittenSchema {
    const schema: WrittenSchema = {
      ...textsOf(value, TEXTS),
      ...this.#marks(value),
      ...this.#type(value),
      ...this.#values(value),
      ...this.#object(at, value),
    };
    const items = this.#cursor.member(at, "items");
    if (Array.isArray(items?.value)) schema["prefixItems"] = this.#list(items);
    else if (items) schema["items"] = this.write(items);
    const union = this.#unionOf(at, value);
    for (const key of LISTS) {
      const list = this.#cursor.member(at, key);
      const written = list && this.#list(list);
      if (written) schema[key] = union?.keyword === key ? tagged(written, union) : written;
    }
    return joined(schema);
  }

  /** What a discriminator says of alternatives; it changes nothing where none are listed. */
  #unionOf(at: Located, value: Plain): TaggedUnion | undefined {
    if (own(value, "discriminator") === undefined || (own(value, "oneOf") ?? own(value, "anyOf")) === undefined)
      return undefined;
    return this.#discriminators.union(at, traitsOf(at.document.dialect));
  }

  #list(at: Located): WrittenSchema[] {
    if (!this.#cursor.expect(at, Array.isArray(at.value), "a list of schemas")) return [];
    return (at.value as unknown[]).map((value, i) => this.write({ ...at, pointer: `${at.pointer}/${i}`, value }));
  }

  #marks(value: Plain): WrittenSchema {
    return Object.fromEntries(
      ["readOnly", "writeOnly", "deprecated"].filter((key) => own(value, key) === true).map((key) => [key, true]),
    );
  }

  /** `null` is told by `nullable`, which is written once behind all else. */
  #type(value: Plain): WrittenSchema {
    const said = own(value, "type");
    if (said === "file") return { type: "string", format: "binary" };
    const types = (Array.isArray(said) ? said : [said]).filter((type): type is string => typeof type === "string");
    const others = types.filter((type) => type !== "null");
    const nullable =
      (types.length > others.length && others.length > 0) ||
      own(value, this.#is2 ? "x-nullable" : this.#is3 ? "nullable" : "") === true;
    const type = others.length === 0 ? types[0] : others.length === 1 ? others[0] : others;
    return { ...(type !== undefined && { type }), ...(nullable && { nullable }) };
  }

  #values(value: Plain): WrittenSchema {
    const only = own(value, "const");
    const listed = own(value, "enum");
    const fallback = own(value, "default");
    return {
      ...(fallback !== undefined && { default: plain(fallback) }),
      // `const: null` is not read where the types are made.
      ...(only !== undefined && (only === null ? { enum: [null] } : { const: plain(only) })),
      ...(Array.isArray(listed) && only === undefined && { enum: [...new Set(listed.map(plain))] }),
    };
  }

  #object(at: Located, value: Plain): WrittenSchema {
    const properties = this.#properties(this.#cursor.member(at, "properties"));
    const patterns = this.#cursor.member(at, "patternProperties");
    const further = this.#cursor.member(at, "additionalProperties");
    const required = own(value, "required");
    // Beside named properties an index signature must hold for those too: nothing is said of what else there may be.
    const isMap = properties === undefined && isObject(further?.value);
    const isOpen = patterns !== undefined || (further !== undefined && further.value !== false);
    return {
      ...(properties && { properties }),
      ...(isOpen && { additionalProperties: isMap && further ? this.write(further) : true }),
      ...(Array.isArray(required) && { required: required.filter((name) => typeof name === "string") }),
    };
  }

  #properties(at: Located | undefined): WrittenSchema | undefined {
    if (at === undefined || !this.#cursor.expect(at, isObject(at.value), "an object")) return undefined;
    const names = Object.keys(at.value as Plain);
    if (names.length === 0) return undefined;
    return Object.fromEntries(
      names.map((name) => {
        const member = this.#cursor.member(at, name) as Located;
        // Whether it is only read or only written may be said where a reference leads.
        const target = isObject(member.value) ? this.#cursor.follow(member)?.value : undefined;
        return [name, { ...this.write(member), ...(isObject(target) && this.#directions(target)) }];
      }),
    );
  }

  #directions(value: Plain): WrittenSchema {
    const { readOnly, writeOnly } = this.#marks(value);
    return { ...(readOnly === true && { readOnly }), ...(writeOnly === true && { writeOnly }) };
  }
}

/** The members that are texts. */
export function textsOf(value: Plain, keys: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    keys.flatMap((key) => {
      const text = own(value, key);
      return typeof text === "string" && text.trim() !== "" ? [[key, text]] : [];
    }),
  );
}

type TaggedUnion = NonNullable<ReturnType<Discriminators["union"]>>;

/** The alternatives of a union, each with the tags that its values have: a property by which types tell them apart as well. */
function tagged(written: readonly WrittenSchema[], { property, alternatives }: TaggedUnion): WrittenSchema[] {
  return written.map((schema, i) => {
    const { tags, isOpen, isListed } = alternatives[i] ?? {};
    if (tags === undefined || isOpen || isListed) return schema;
    return { allOf: [schema, { type: "object", required: [property], properties: { [property]: { enum: tags } } }] };
  });
}

/** Keywords that say something about a value of an object, beside its alternatives. */
const CORE = [
  "type",
  "properties",
  "additionalProperties",
  "required",
  "items",
  "allOf",
  "enum",
  "const",
  "prefixItems",
];

/**
 * Alternatives beside other keywords must hold together with those, and with each other; types would be made of either. So each
 * set of alternatives becomes a part of an `allOf`.
 */
function joined(written: WrittenSchema): WrittenSchema {
  const unions = ["anyOf", "oneOf"].filter((key) => (written[key] as unknown[] | undefined)?.length);
  const hasCore = CORE.some((key) => written[key] !== undefined);
  if (unions.length === 0 || (unions.length === 1 && !hasCore)) return written;
  const { anyOf, oneOf, allOf = [], ...rest } = written;
  const core = Object.fromEntries(CORE.filter((key) => rest[key] !== undefined).map((key) => [key, rest[key]]));
  const around = Object.fromEntries(Object.entries(rest).filter(([key]) => !CORE.includes(key)));
  const parts = [
    ...(allOf as unknown[]),
    ...(Object.keys(core).length > 0 ? [core] : []),
    ...(anyOf ? [{ anyOf }] : []),
    ...(oneOf ? [{ oneOf }] : []),
  ];
  return { ...around, allOf: parts };
}

/** Values as JavaScript has them: a number beyond doubles is the nearest one. */
function plain(value: unknown): Json {
  if (value instanceof ExactNumber) return value.nearest;
  if (Array.isArray(value)) return value.map(plain);
  if (isObject(value)) return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, plain(member)]));
  return value as Json;
}
