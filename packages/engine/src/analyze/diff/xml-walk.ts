import {
  escapeToken,
  greatest,
  itemSchemas,
  type Place,
  pickCounterpart,
  type TypeSet,
  typeOf,
  type View,
  type Views,
  valueSchemas,
} from "@concordat/containment/internal";
import type { Direction } from "../../finding/finding.ts";
import type { Pair, XmlTarget } from "../../kit/targets.ts";
import type { Incoming, PlacePair } from "./place-pair.ts";
import { Progress } from "./progress.ts";
import type { Likeness } from "./sameness.ts";
import type { SchemaRoot } from "./schema-graph.ts";
import { componentName, describeForm, isSameForm, type LocatedForm, xmlFormOf } from "./xml-form.ts";

/** Two sets of schemas at one place of an XML message, with their forms. */
interface XmlPair extends PlacePair {
  readonly views: Pair<View>;
  readonly forms: Pair<LocatedForm>;
  /** Whether both sides have a value to write: a schema that no value fits is written in no way. */
  readonly isWritten: boolean;
  /** The names of nodes where no schema names them. */
  readonly inferred: Inferred;
}

type Inferred = Pair<string | undefined>;

/** Alternatives within alternatives that are asked for their types; those that lie deeper may have any. */
const MOST_DEPTH = 8;

const LIST = typeOf([]);
const NULL = typeOf(null);

/**
 * Walks the schemas of XML messages side by side and tells which values are written in another way. Only what is sent as
 * XML is walked: what a schema says of XML means nothing elsewhere.
 */
export class XmlWalk {
  readonly #direction: Direction;
  readonly #views: Views;
  readonly #likeness: (base: Place, head: Place) => Likeness;
  readonly #pairs = new Map<string, XmlPair>();
  readonly #numbers = new Map<Place, number>();
  /** The types of alternatives, by how deep within others they were met. */
  readonly #partTypes: Map<Place, TypeSet>[] = [];
  /** How far it got. */
  readonly progress: Progress;

  constructor(direction: Direction, views: Views, likeness: (base: Place, head: Place) => Likeness) {
    this.#direction = direction;
    this.#views = views;
    this.#likeness = likeness;
    this.progress = new Progress(views.space.steps);
  }

  /** Adds the schemas of an XML message. */
  add(root: SchemaRoot): void {
    const { space } = this.#views;
    const open: XmlPair[] = [];
    const inferred = { base: componentName(root.base, space), head: componentName(root.head, space) };
    this.#pair([root.base], [root.head], inferred, undefined, open)?.roots.push(root);
    this.progress.goThrough(root, open, (pair) => this.#descend(pair, open));
  }

  /** The places at which a value is written in another way. */
  *targets(): Generator<XmlTarget> {
    for (const pair of this.#pairs.values()) {
      const { base, head } = pair.forms;
      if (!pair.isWritten || isSameForm(base, head)) continue;
      yield {
        direction: this.#direction,
        base: base.at,
        head: head.at,
        name: pair.inferred.head ?? head.name ?? base.name ?? "the value",
        from: describeForm(base),
        to: describeForm(head),
        operations: this.progress.reachesOf(pair),
      };
    }
  }

  #pair(
    base: readonly Place[],
    head: readonly Place[],
    inferred: Inferred,
    incoming: Incoming | undefined,
    open: XmlPair[],
  ): XmlPair | undefined {
    const [first, other] = [base[0], head[0]];
    if (first === undefined || other === undefined) return undefined;
    this.#views.space.steps.take(base.length + head.length);
    const key = `${this.#key(base)}>${this.#key(head)}>${JSON.stringify(inferred)}`;
    let pair = this.#pairs.get(key);
    if (pair === undefined) {
      const views = { base: this.#views.located(base), head: this.#views.located(head) };
      const types = { base: this.#types(views.base), head: this.#types(views.head) };
      const form = (place: Place, side: "base" | "head") =>
        xmlFormOf(place, inferred[side], types[side] === LIST, this.#views.space);
      pair = {
        ...{ base, head, views, inferred, incoming: [], roots: [] },
        forms: { base: form(first, "base"), head: form(other, "head") },
        isWritten: types.base !== 0 && types.head !== 0,
      };
      this.#pairs.set(key, pair);
      if (!this.#isSame(base, head)) open.push(pair);
    }
    if (incoming) pair.incoming.push(incoming);
    return pair;
  }

  /** The types that values have, alternatives included, however deep these are written: null aside, which is no node. */
  #types(view: View, depth = 0): TypeSet {
    let types = view.types & ~NULL;
    for (const clause of view.clauses) {
      if ((clause.kind !== "anyOf" && clause.kind !== "oneOf") || depth === MOST_DEPTH) continue;
      types &= clause.parts.reduce((set, part) => set | this.#typesOf(part, depth + 1), 0);
    }
    return types;
  }

  #typesOf(part: Place, depth: number): TypeSet {
    const known = (this.#partTypes[depth] ??= new Map());
    let types = known.get(part);
    if (types === undefined) known.set(part, (types = this.#types(this.#views.located([part]), depth)));
    return types;
  }

  /** Whether all that is said below two places is the same. */
  #isSame(base: readonly Place[], head: readonly Place[]): boolean {
    const [first, other] = [...base, ...head].map((place) => this.#views.space.aliasEnd(place));
    return base.length === 1 && head.length === 1 && this.#likeness(first as Place, other as Place) === "same";
  }

  #key(places: readonly Place[]): string {
    return places
      .map((place) => {
        let number = this.#numbers.get(place);
        if (number === undefined) this.#numbers.set(place, (number = this.#numbers.size));
        return number;
      })
      .join();
  }

  #descend(pair: XmlPair, open: XmlPair[]): void {
    const { base, head } = pair.views;
    const declared = (view: View) => new Set(view.objects.flatMap(({ properties }) => [...properties.keys()]));
    for (const name of declared(base).intersection(declared(head))) {
      const sides = [base, head].map((view) => valueSchemas(view.objects, name).map(({ place }) => place));
      if (!sides.every((places) => this.#isSent(places))) continue;
      const inferred = { base: name, head: name };
      this.#pair(sides[0] ?? [], sides[1] ?? [], inferred, { from: pair, path: `/${escapeToken(name)}` }, open);
    }
    const maps = [base, head].map((view) => view.objects.flatMap(({ additional }) => (additional ? [additional] : [])));
    this.#pair(maps[0] ?? [], maps[1] ?? [], UNNAMED, { from: pair, path: "/*" }, open);
    this.#descendItems(pair, open);
    this.#descendAlternatives(pair, open);
  }

  /** Items without a name of their own are called as what is around them (OpenAPI 3.1.1, section 4.8.26.2.4). */
  #descendItems(pair: XmlPair, open: XmlPair[]): void {
    const { base, head } = pair.views;
    const length = greatest([base, head].flatMap((view) => view.arrays.map(({ prefix }) => prefix.length)));
    for (let index = 0; index <= length; index++) {
      const sides = [itemSchemas(base.arrays, index), itemSchemas(head.arrays, index)] as const;
      const around = (side: "base" | "head", [item]: readonly Place[]) =>
        pair.forms[side].name ?? pair.inferred[side] ?? (item && componentName(item, this.#views.space));
      const inferred = { base: around("base", sides[0]), head: around("head", sides[1]) };
      this.#pair(...sides, inferred, { from: pair, path: `/${index}` }, open);
    }
  }

  #descendAlternatives(pair: XmlPair, open: XmlPair[]): void {
    const { space } = this.#views;
    const alternatives = ({ clauses }: View) =>
      clauses.flatMap((clause) => (clause.kind === "anyOf" || clause.kind === "oneOf" ? clause.parts : []));
    const after = alternatives(pair.views.head);
    for (const part of alternatives(pair.views.base)) {
      const other = pickCounterpart(part, this.#views.located([part]), after, this.#views);
      if (other === undefined) continue;
      const inferred = {
        base: pair.inferred.base ?? componentName(part, space),
        head: pair.inferred.head ?? componentName(other, space),
      };
      this.#pair([part], [other], inferred, { from: pair, path: "" }, open);
    }
  }

  /** Whether a property is sent in this direction (OpenAPI 3.1.1, section 4.8.24.4). */
  #isSent(places: readonly Place[]): boolean {
    const { space } = this.#views;
    const unsent = this.#direction === "request" ? "readOnly" : "writeOnly";
    return !this.#views.located(places).members.some((place) => space.keywords(place)[unsent]);
  }
}

/** The values of a map are called by their keys on both sides. */
const UNNAMED: Inferred = { base: undefined, head: undefined };
