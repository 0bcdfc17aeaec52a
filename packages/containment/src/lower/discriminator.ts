import { isObject, type Json, type JsonObject, jsonEqual, own } from "../json.ts";
import { escapeToken } from "../pointer.ts";
import type { DialectTraits } from "./dialect.ts";
import { type Library, type Located, resolveReference } from "./document.ts";
import { inheritanceOf, keyOf, nameOf } from "./inheritance.ts";

/** The values of a union with a discriminator, distinguished by the value of one property (OpenAPI 3.1.1, section 4.8.25). */
export interface TaggedUnion {
  /** The property that holds the tag. */
  readonly property: string;
  /** The keyword that lists the alternatives; `allOf` where they are children that name their parent there. */
  readonly keyword: "anyOf" | "oneOf" | "allOf";
  readonly alternatives: readonly TaggedAlternative[];
}

/** One alternative of a union with a discriminator. */
export interface TaggedAlternative {
  /** Its schema as it is listed; of a union of children, the child itself. */
  readonly at: Located;
  /** The component it refers to. */
  readonly name: string | undefined;
  /** Whether it is the parent itself, in a union of its children. */
  readonly isParent: boolean;
  /** The tags of its values, as far as some are known. */
  readonly tags: readonly string[] | undefined;
  /** Whether it also takes every tag that is no other alternative's, and values without one. */
  readonly isOpen: boolean;
  /** Whether its own schema allows these tags and no others. */
  readonly isListed: boolean;
}

/** Deeper than this, what a schema says of a tag is not sought. */
const DEEPEST = 30;

/** Tells what a discriminator says of a schema; COMPATIBILITY.md says it in words. */
export class Discriminators {
  readonly #library: Library;
  readonly #tags = new Map<string, readonly Json[] | undefined>();

  constructor(library: Library) {
    this.#library = library;
  }

  /** The union that a schema with a discriminator is; undefined where the discriminator changes nothing. */
  union(at: Located, traits: DialectTraits): TaggedUnion | undefined {
    return this.#union(at, traits, 0);
  }

  #union(at: Located, traits: DialectTraits, depth: number): TaggedUnion | undefined {
    const raw = at.value;
    if (!traits.directional || !isObject(raw) || depth > DEEPEST) return undefined;
    const said = own(raw, "discriminator");
    const property = isObject(said) ? own(said, "propertyName") : said;
    if (typeof property !== "string" || (traits.refHidesSiblings && typeof own(raw, "$ref") === "string"))
      return undefined;
    const [keyword, listed] = this.#listed(at, raw);
    if (listed.length === 0) return undefined;
    const reader = new TagReader(this.#mapping(said, at), isObject(said) ? own(said, "defaultMapping") : undefined);
    const described = listed.map((each) => ({
      ...each,
      own: this.#tagsOf(each.at, { property, traits, ownOnly: each.isParent }, depth + 1),
      end: keyOf(inheritanceOf(this.#library).end(each.at)),
    }));
    const alternatives = reader.read(described, (target) => this.#endOf(target, at));
    return { property, keyword, alternatives };
  }

  #listed(at: Located, raw: Record<string, unknown>): [TaggedUnion["keyword"], readonly Listed[]] {
    for (const keyword of ["oneOf", "anyOf"] as const) {
      const parts = own(raw, keyword);
      if (!Array.isArray(parts)) continue;
      return [
        keyword,
        parts.map((value, i) => ({
          at: { ...at, pointer: `${at.pointer}/${keyword}/${i}`, value },
          name: isObject(value) ? referredName(own(value, "$ref")) : undefined,
          isParent: false,
        })),
      ];
    }
    const children = inheritanceOf(this.#library).children(at);
    if (children.length === 0) return ["allOf", []];
    const parent = { at, name: nameOf(`#${at.pointer}`), isParent: true };
    return ["allOf", [...children.map((child) => ({ ...child, isParent: false })), parent]];
  }

  #mapping(said: unknown, at: Located): readonly Mapped[] {
    const mapping = isObject(said) ? own(said, "mapping") : undefined;
    return Object.entries(isObject(mapping) ? mapping : {}).flatMap(([tag, target]) =>
      typeof target === "string" ? [{ tag, target, end: this.#endOf(target, at) }] : [],
    );
  }

  /** Where a mapping leads that is written as a reference; a bare name leads nowhere, or to no schema. */
  #endOf(target: string, at: Located): string | undefined {
    const found = resolveReference(target, at, this.#library);
    return "problem" in found ? undefined : keyOf(inheritanceOf(this.#library).end(found));
  }

  /** The values that a schema lists for the tag, in its parts and alternatives too; undefined where it lists none. */
  #tagsOf(at: Located, asked: Asked, depth: number): readonly Json[] | undefined {
    const key = `${keyOf(at)} ${asked.ownOnly} ${asked.property}`;
    if (!this.#tags.has(key)) {
      // A schema within itself lists nothing more.
      this.#tags.set(key, undefined);
      this.#tags.set(key, this.#readTags(at, asked, depth));
    }
    return this.#tags.get(key);
  }

  #readTags(at: Located, asked: Asked, depth: number): readonly Json[] | undefined {
    const raw = at.value;
    if (!isObject(raw) || depth > DEEPEST) return undefined;
    const { property, traits } = asked;
    const inside = (suffix: string, value: unknown): Located => ({ ...at, pointer: at.pointer + suffix, value });
    const said: (readonly Json[] | undefined)[] = [];
    const reference = own(raw, "$ref");
    if (typeof reference === "string") {
      const target = resolveReference(reference, at, this.#library);
      if (!("problem" in target)) {
        const ownOnly = inheritanceOf(this.#library).leadsToParent(at, target);
        said.push(this.#tagsOf(target, { ...asked, ownOnly }, depth + 1));
      }
      if (traits.refHidesSiblings) return said[0];
    }
    const properties = own(raw, "properties");
    const tag = isObject(properties) ? own(properties, property) : undefined;
    if (tag !== undefined) said.push(this.#valuesOf(inside(`/properties/${escapeToken(property)}`, tag), depth + 1));
    const parts = own(raw, "allOf");
    for (const [i, part] of Array.isArray(parts) ? parts.entries() : [])
      said.push(this.#tagsOf(inside(`/allOf/${i}`, part), { ...asked, ownOnly: false }, depth + 1));
    if (!asked.ownOnly) said.push(this.#tagsOfAlternatives(at, raw, asked, depth));
    return said.reduce((one, other) => (one && other ? common(one, other) : (one ?? other)), undefined);
  }

  #tagsOfAlternatives(
    at: Located,
    raw: Record<string, unknown>,
    asked: Asked,
    depth: number,
  ): readonly Json[] | undefined {
    for (const keyword of ["oneOf", "anyOf"]) {
      const parts = own(raw, keyword);
      if (!Array.isArray(parts)) continue;
      const union = this.#union(at, asked.traits, depth);
      if (union?.property === asked.property)
        return every(union.alternatives.map(({ tags, isOpen }) => (isOpen ? undefined : tags)));
      const objects = parts.flatMap((value, i) =>
        isNull(value) ? [] : [{ ...at, pointer: `${at.pointer}/${keyword}/${i}`, value }],
      );
      return every(objects.map((part) => this.#tagsOf(part, asked, depth + 1)));
    }
    return undefined;
  }

  /** The values that a schema of one property lists. */
  #valuesOf(at: Located, depth: number): readonly Json[] | undefined {
    const raw = at.value;
    if (!isObject(raw) || depth > DEEPEST) return undefined;
    const constant = own(raw, "const");
    if (constant !== undefined) return [constant as Json];
    const listed = own(raw, "enum");
    if (Array.isArray(listed)) return listed;
    const reference = own(raw, "$ref");
    if (typeof reference === "string") {
      const target = resolveReference(reference, at, this.#library);
      return "problem" in target ? undefined : this.#valuesOf(target, depth + 1);
    }
    for (const keyword of ["allOf", "oneOf", "anyOf"]) {
      const parts = own(raw, keyword);
      if (!Array.isArray(parts)) continue;
      const values = parts.map((value, i) =>
        this.#valuesOf({ ...at, pointer: `${at.pointer}/${keyword}/${i}`, value }, depth + 1),
      );
      const found = keyword === "allOf" ? values.find(Boolean) : every(values);
      if (found) return found;
    }
    return undefined;
  }
}

/** For which property the tags of a schema are sought. */
interface Asked {
  readonly property: string;
  readonly traits: DialectTraits;
  /** Whether the schema is asked as a parent, without the union that it is. */
  readonly ownOnly: boolean;
}

type Listed = Omit<TaggedAlternative, "tags" | "isOpen" | "isListed">;
type Described = Listed & { readonly own: readonly Json[] | undefined; readonly end: string };

/** One line of `mapping`. */
interface Mapped {
  readonly tag: string;
  readonly target: string;
  readonly end: string | undefined;
}

/** Gives each alternative its tags. */
class TagReader {
  readonly #mapping: readonly Mapped[];
  readonly #default: unknown;

  constructor(mapping: readonly Mapped[], defaultMapping: unknown) {
    this.#mapping = mapping;
    this.#default = defaultMapping;
  }

  read(described: readonly Described[], endOf: (target: string) => string | undefined): TaggedAlternative[] {
    const mapped = described.map((each) => this.#mapping.filter((line) => leadsTo(line, each)).map(({ tag }) => tag));
    const first = described.map((each, i) => {
      const others = new Set(mapped.flatMap((tags, j) => (i === j ? [] : tags)));
      return { ...each, tags: tagsOf(each, mapped[i] as string[], others) };
    });
    const fallback =
      typeof this.#default === "string" ? { target: this.#default, end: endOf(this.#default) } : undefined;
    return first.flatMap(({ at, name, isParent, tags, end, own: listed }) => {
      const isDefault = fallback !== undefined && leadsTo(fallback, { name, end });
      const isListed = tags !== undefined && listed?.every((value) => tags.includes(String(value))) === true;
      const alternative = { at, name, isParent, tags, isOpen: isDefault || tags === undefined, isListed };
      if (!isParent || tags === undefined || isDefault) return [alternative];
      // What the parent lists for its children is none of its own.
      const children = new Set(first.flatMap((other) => (other.isParent ? [] : (other.tags ?? []))));
      const left = tags.filter((tag) => !children.has(tag));
      return left.length > 0 ? [{ ...alternative, tags: left, isListed: isListed && left.length === tags.length }] : [];
    });
  }
}

function leadsTo({ target, end }: Pick<Mapped, "target" | "end">, to: Pick<Described, "name" | "end">): boolean {
  return end === undefined ? to.name !== undefined && nameOf(target) === to.name : end === to.end;
}

/**
 * The tags of an alternative: those that `mapping` gives it, else its name. Where its own schema lists other tags, only
 * these can be meant, for with any other it would have no value.
 */
function tagsOf(
  { name, own: listed }: Described,
  mapped: readonly string[],
  others: ReadonlySet<string>,
): readonly string[] | undefined {
  const said = mapped.length > 0 ? mapped : name === undefined ? [] : [name];
  if (listed === undefined) return said.length > 0 ? said : undefined;
  const texts = listed.flatMap((value) => (typeof value === "object" ? [] : [String(value)]));
  for (const same of [(a: string, b: string) => a === b, alike]) {
    const found = texts.filter((text) => said.some((tag) => same(tag, text)));
    if (found.length > 0) return found;
  }
  const free = texts.filter((text) => !others.has(text));
  return free.length > 0 ? free : texts;
}

/** `BlurEffect` and `BLUR_EFFECT` are one name, written in two ways. */
function alike(a: string, b: string): boolean {
  const plain = (text: string) => text.replaceAll(/[^\p{L}\p{N}]/gu, "").toLowerCase();
  return plain(a) === plain(b);
}

/** What a discriminator asks of the tag of one alternative. */
export interface Discriminated {
  readonly alternative: TaggedAlternative;
  readonly union: TaggedUnion;
  /** A schema for the property that holds the tag, which the value must have unless the alternative is open. */
  readonly tag: JsonObject;
}

/** The alternatives of a union, each with what its tag must be. */
export function tagLimits(union: TaggedUnion): Discriminated[] {
  return union.alternatives.map((alternative) => {
    const { tags, isOpen } = alternative;
    if (tags !== undefined && !isOpen) return { alternative, union, tag: { enum: tagValues(tags) } };
    const others = union.alternatives.flatMap((other) => (other === alternative ? [] : (other.tags ?? [])));
    return { alternative, union, tag: { not: { enum: tagValues([...new Set(others)]) } } };
  });
}

/** The JSON values that are written as a tag: an alternative may declare it as a number or a flag. */
function tagValues(tags: readonly string[]): Json[] {
  return tags.flatMap((tag): Json[] => {
    if (tag === "true" || tag === "false") return [tag, tag === "true"];
    return tag.trim() !== "" && String(Number(tag)) === tag ? [tag, Number(tag)] : [tag];
  });
}

function referredName(reference: unknown): string | undefined {
  return typeof reference === "string" ? nameOf(reference) : undefined;
}

function every<T>(lists: readonly (readonly T[] | undefined)[]): readonly T[] | undefined {
  return lists.length === 0 || lists.includes(undefined) ? undefined : lists.flatMap((list) => list ?? []);
}

function common(a: readonly Json[], b: readonly Json[]): Json[] {
  return a.filter((value) => b.some((other) => jsonEqual(value, other)));
}

function isNull(value: unknown): boolean {
  return isObject(value) && own(value, "type") === "null";
}
