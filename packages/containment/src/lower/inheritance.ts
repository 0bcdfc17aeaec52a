import { isObject, own } from "../json.ts";
import { append } from "../lists.ts";
import { escapeToken } from "../pointer.ts";
import { type Library, type Located, locate, resolveReference } from "./document.ts";

/** A component schema, by the name that a tag may call it by. */
export interface NamedSchema {
  readonly name: string;
  readonly at: Located;
}

/** Where the schemas of a description have their names. */
const COMPONENTS = ["/components/schemas", "/definitions"];
/** Bare references that lead on to one another; more than this many are a circle. */
const MOST_REFERENCES = 100;

const known = new WeakMap<Library, Inheritance>();

/** The inheritance between the schemas of a library, read once. */
export function inheritanceOf(library: Library): Inheritance {
  let inheritance = known.get(library);
  if (inheritance === undefined) known.set(library, (inheritance = new Inheritance(library)));
  return inheritance;
}

/**
 * Which schemas are made from which others: children by `allOf` (OpenAPI 3.0.4, section 4.7.25.2), and circles in which
 * a union has alternatives that take the union in again.
 */
export class Inheritance {
  readonly #library: Library;
  #byParent: ReadonlyMap<string, readonly NamedSchema[]> | undefined;
  /** Circles of parts, alternatives and children. */
  readonly #families: Circles;
  /** Circles that are left where a child's parent is only what it says itself. */
  readonly #paradoxes: Circles;

  constructor(library: Library) {
    this.#library = library;
    this.#families = new Circles((at) => this.#partsOf(at));
    this.#paradoxes = new Circles((at) => this.#meant(at));
  }

  /**
   * The schemas that a schema with a discriminator stands for beside itself, where it lists none: component schemas that
   * have it, or a child of it, in their `allOf`, and those that `mapping` names.
   */
  children(parent: Located): readonly NamedSchema[] {
    const said = isObject(parent.value) ? own(parent.value, "discriminator") : undefined;
    if (said === undefined) return [];
    const found = new Map(this.#descendants(parent).map((child) => [keyOf(child.at), child]));
    const mapping = isObject(said) ? own(said, "mapping") : undefined;
    for (const target of Object.values(isObject(mapping) ? mapping : {})) {
      const at = typeof target === "string" ? resolveReference(target, parent, this.#library) : undefined;
      if (at === undefined || "problem" in at) continue;
      const end = this.end(at);
      if (isObject(end.value) && !found.has(keyOf(end)) && keyOf(end) !== keyOf(parent))
        found.set(keyOf(end), { name: nameOf(target as string), at: end });
    }
    return [...found.values()];
  }

  #descendants(parent: Located): readonly NamedSchema[] {
    const children = (this.#byParent ??= this.#findChildren());
    const found = new Map<string, NamedSchema>();
    const open = [...(children.get(keyOf(parent)) ?? [])].reverse();
    for (let child = open.pop(); child; child = open.pop()) {
      const key = keyOf(child.at);
      if (found.has(key) || key === keyOf(parent)) continue;
      found.set(key, child);
      append(open, (children.get(key) ?? []).toReversed());
    }
    return [...found.values()];
  }

  /**
   * Whether a reference leads to a schema that has, among its alternatives, the very schema that refers: a child that
   * takes in its parent. There the parent stands for what it says itself, not for the union of its children.
   *
   * @param from the schema that holds the reference
   */
  leadsToParent(from: Located, target: Located): boolean {
    if (/\/(?:any|one)Of\/\d+$/.test(from.pointer)) return false;
    return this.#families.share(from, target);
  }

  /** Whether a schema refers to one of which it is an alternative, a condition or an exclusion itself, so that neither says what is valid. */
  isParadox(from: Located, target: Located): boolean {
    return this.#paradoxes.share(from, target) && !this.leadsToParent(from, target);
  }

  /** Follows references beside which nothing counts to the schema that they stand for. */
  end(at: Located): Located {
    let end = at;
    for (let i = 0; i < MOST_REFERENCES; i++) {
      const reference = isObject(end.value) ? own(end.value, "$ref") : undefined;
      if (typeof reference !== "string" || Object.keys(end.value as object).length > 1) return end;
      const target = resolveReference(reference, end, this.#library);
      if ("problem" in target) return end;
      end = target;
    }
    return end;
  }

  #findChildren(): Map<string, NamedSchema[]> {
    const children = new Map<string, NamedSchema[]>();
    for (const document of this.#library.all()) {
      if (!document.dialect.startsWith("openapi-")) continue;
      for (const pointer of COMPONENTS) {
        const group = locate({ document, pointer: "", value: document.root }, pointer);
        if (group === undefined || !isObject(group.value)) continue;
        for (const [name, value] of Object.entries(group.value)) {
          const at = this.end({ document, pointer: `${pointer}/${escapeToken(name)}`, value });
          for (const parent of this.#parents(at)) {
            const key = keyOf(parent);
            children.set(key, [...(children.get(key) ?? []), { name, at }]);
          }
        }
      }
    }
    return children;
  }

  /** The schemas that an `allOf` refers to, in parts of it that are `allOf` themselves too. */
  #parents({ document, pointer, value }: Located): Located[] {
    const parts = isObject(value) ? own(value, "allOf") : undefined;
    if (!Array.isArray(parts)) return [];
    return parts.flatMap((part, i) => {
      const at = { document, pointer: `${pointer}/allOf/${i}`, value: part };
      const end = this.end(at);
      return end === at ? this.#parents(at) : [end];
    });
  }

  /** The schemas that judge the same value as a schema, as parts or alternatives of it. */
  #partsOf(at: Located): Located[] {
    const { document, pointer, value } = at;
    if (!isObject(value)) return [];
    const found: Located[] = [];
    const reference = own(value, "$ref");
    if (typeof reference === "string") {
      const target = resolveReference(reference, at, this.#library);
      if (!("problem" in target)) found.push(target);
    }
    for (const keyword of ["allOf", "anyOf", "oneOf"]) {
      const parts = own(value, keyword);
      if (!Array.isArray(parts)) continue;
      for (const [i, part] of parts.entries())
        found.push({ document, pointer: `${pointer}/${keyword}/${i}`, value: part });
    }
    return [...found, ...this.children(at).map((child) => child.at)];
  }

  /** The schemas that decide about the same value, a child's parent left out. */
  #meant(at: Located): Located[] {
    const { document, pointer, value } = at;
    if (!isObject(value)) return [];
    const inside = (suffix: string, part: unknown): Located => ({ document, pointer: pointer + suffix, value: part });
    const found = this.#partsOf(at).filter((part) => !isReferredBy(at, part) || !this.leadsToParent(at, part));
    for (const keyword of ["not", "if", "then", "else"]) {
      const part = own(value, keyword);
      if (part !== undefined) found.push(inside(`/${keyword}`, part));
    }
    for (const keyword of ["dependentSchemas", "dependencies"]) {
      const parts = own(value, keyword);
      for (const [name, part] of Object.entries(isObject(parts) ? parts : {}))
        found.push(inside(`/${keyword}/${escapeToken(name)}`, part));
    }
    return found;
  }
}

/** A text for the place of a schema. */
export function keyOf({ document, pointer }: Pick<Located, "document" | "pointer">): string {
  return `${document.uri}#${pointer}`;
}

/** The last name in a reference: `#/components/schemas/Cat`, `cat.yaml#/Cat`, `Cat.yaml` and `Cat` all name Cat. */
export function nameOf(target: string): string {
  const last = target.slice(Math.max(target.lastIndexOf("/"), target.lastIndexOf("#")) + 1);
  const name = target.includes("#") ? last : last.replace(/\.(?:ya?ml|json)$/, "");
  return name.replaceAll("~1", "/").replaceAll("~0", "~");
}

/** One schema on the way of a search for circles. */
interface Visit {
  readonly key: string;
  readonly order: number;
  readonly parts: readonly Located[];
  next: number;
  low: number;
  /** Whether it leads to itself at once. */
  isCircle: boolean;
}

/** Whether a schema leads to another by a reference, and not as a part that is written in it. */
function isReferredBy(at: Located, part: Located): boolean {
  return part.document !== at.document || !part.pointer.startsWith(`${at.pointer}/`);
}

/** Circles of references, as strongly connected components (Tarjan 1972), found as far as they are asked for. */
class Circles {
  readonly #partsOf: (at: Located) => readonly Located[];
  /** The circle of each schema that has been visited; undefined for one that is in none. */
  readonly #circles = new Map<string, number | undefined>();
  /** Schemas known to be in no circle, for a quick answer. */
  readonly #free = new WeakSet<object>();
  readonly #orders = new Map<string, number>();

  constructor(partsOf: (at: Located) => readonly Located[]) {
    this.#partsOf = partsOf;
  }

  /** Whether each of two schemas is reached from the other, given that `from` refers to `target`. */
  share(from: Located, target: Located): boolean {
    if (!isObject(target.value) || this.#free.has(target.value)) return false;
    const key = keyOf(target);
    if (!this.#circles.has(key)) this.#visit(target);
    const circle = this.#circles.get(key);
    if (circle === undefined) this.#free.add(target.value);
    return circle !== undefined && circle === this.#circles.get(keyOf(from));
  }

  #visit(start: Located): void {
    const path: Visit[] = [];
    const unplaced: string[] = [];
    const enter = (at: Located): void => {
      const key = keyOf(at);
      const order = this.#orders.size;
      this.#orders.set(key, order);
      unplaced.push(key);
      path.push({ key, order, parts: this.#partsOf(at), next: 0, low: order, isCircle: false });
    };
    enter(start);
    for (let visit = path.at(-1); visit; visit = path.at(-1)) {
      const part = visit.parts[visit.next++];
      if (part !== undefined) {
        const key = keyOf(part);
        const order = this.#orders.get(key);
        if (key === visit.key) visit.isCircle = true;
        if (order === undefined) enter(part);
        else if (!this.#circles.has(key)) visit.low = Math.min(visit.low, order);
        continue;
      }
      path.pop();
      const around = path.at(-1);
      if (around) around.low = Math.min(around.low, visit.low);
      if (visit.low !== visit.order) continue;
      const isCircle = visit.isCircle || unplaced.at(-1) !== visit.key;
      for (let key = unplaced.pop(); key !== undefined; key = unplaced.pop()) {
        this.#circles.set(key, isCircle ? visit.order : undefined);
        if (key === visit.key) break;
      }
    }
  }
}
