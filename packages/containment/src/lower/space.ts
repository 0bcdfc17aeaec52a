import { canonicalText, isObject, type Json, own } from "../json.ts";
import { Steps } from "../steps.ts";
import { Classes } from "./classes.ts";
import { type Dialect, type DialectTraits, dialectOfSchemaUri, traitsOf } from "./dialect.ts";
import { Discriminators, type TaggedUnion } from "./discriminator.ts";
import {
  type Document,
  dialectAt,
  type Library,
  type Located,
  type ReferenceKeyword,
  resolveReference,
  unresolvedMessage,
} from "./document.ts";
import type { FormatPolicy } from "./formats.ts";
import { inheritanceOf } from "./inheritance.ts";
import { ANYTHING, type Keywords, type LoweringContext, type Node, Place } from "./keywords.ts";
import { leafText } from "./leaf-text.ts";
import { aliasOf, keyOf } from "./node.ts";
import { lowerKeywords } from "./read.ts";
import { mayBeSchema } from "./schema-places.ts";
import { type TwinOf, Twins } from "./twins.ts";
import { type Outline, Unit, unitKey } from "./unit.ts";
import { lowerToWire } from "./wire.ts";

/** A defect of a schema that lowering met. The rest of the schema is still used. */
export interface SchemaProblem {
  readonly code: "keyword" | "reference" | "depth";
  readonly message: string;
  readonly document: Document;
  readonly pointer: string;
}

const NOWHERE: Document = { uri: "concordat:nowhere", root: undefined, dialect: "draft-2020-12" };

/** Schemas nested deeper than this are refused, so that hostile input cannot exhaust the stack. */
const DEEPEST = 400;

/**
 * Where schemas are lowered and shared: equal schemas of all documents get one node, recursive ones too.
 *
 * Schemas that references lead to (units) are compared by bisimulation (`Classes`). All other schemas are keyed bottom up,
 * with a unit's class in place of each reference.
 */
export class Space {
  readonly problems: SchemaProblem[] = [];
  /** Whether any schema so far holds a regular expression. */
  usesPatterns = false;
  readonly steps: Steps;

  readonly #library: Library;
  readonly #twins: Twins;
  readonly #discriminators: Discriminators;
  readonly #units = new Map<Document, Map<string, Unit>>();
  readonly #nodes = new Map<string, Node>();
  readonly #known = new Map<Keywords, Node>();
  readonly #classes: Classes;
  /** The last units on the ways that references take. */
  readonly #lastUnits = new Map<Place, Unit | undefined>();
  /** Keywords of schemas without subschemas by what they say, for each reading of it. */
  readonly #leaves: Readonly<Record<Place["mode"], Map<DialectTraits, Map<string, Keywords>>>> = {
    json: new Map(),
    wire: new Map(),
  };
  readonly #unread = new Map<Keywords, number>();

  /**
   * @param steps what all that works on this space may take together
   * @param twinOf tells of schemas that are known to mean the same
   */
  constructor(library: Library, steps: Steps = new Steps(), twinOf: TwinOf = () => undefined) {
    this.#library = library;
    this.#twins = new Twins(twinOf, ({ document, pointer }, { place: { mode, part } }) =>
      this.#units.get(document)?.get(unitKey(pointer, mode, part, undefined)),
    );
    this.steps = steps;
    this.#classes = new Classes(
      (unit) => this.#outline(unit),
      steps,
      (unit) => this.#classOfTwin(unit),
    );
    this.#discriminators = new Discriminators(library);
  }

  /** The place of a schema in a document, found by its pointer. */
  place(located: Located, mode: Place["mode"] = "json", part: Place["part"] = "whole"): Place {
    return this.#unit(located, mode, part).place;
  }

  /** The union that a discriminator makes of a schema; undefined where there is none, or it changes nothing. */
  taggedUnion(place: Place): TaggedUnion | undefined {
    if (place.part === "own" || !isObject(place.value) || own(place.value, "discriminator") === undefined)
      return undefined;
    const { document, pointer, value } = place;
    return this.#discriminators.union({ document, pointer, value }, this.#traitsOf(place));
  }

  /** The keywords of a place, lowered once. */
  keywords(place: Place): Keywords {
    if (place.keywords === undefined) {
      place.keywords = this.#lowered(place);
    }
    return place.keywords;
  }

  /** Most schemas have no subschema, and say what many others say: those share their keywords. */
  #lowered(place: Place): Keywords {
    const traits = this.#traitsOf(place);
    const shared = place.document.formats !== "known" && place.document.schemas !== "unknown";
    const text = shared ? leafText(place.value) : undefined;
    if (text === undefined) return this.#lower(place, traits);
    let known = this.#leaves[place.mode].get(traits);
    if (known === undefined) this.#leaves[place.mode].set(traits, (known = new Map()));
    let keywords = known.get(text);
    if (keywords === undefined) {
      const problems = this.problems.length;
      keywords = this.#lower(place, traits);
      // What is wrong with a schema is reported at each place that has it, and parts belong to their place.
      if (this.problems.length === problems && keywords.clauses.length === 0) known.set(text, keywords);
    }
    return keywords;
  }

  #lower(place: Place, traits: DialectTraits): Keywords {
    const context = new Lowering(this, place, traits);
    const json = place.depth > DEEPEST ? this.#tooDeep(place) : lowerKeywords(place.value, context);
    if (json.string?.patterns.length || json.object?.patterns.length) this.usesPatterns = true;
    const known = this.#isOfKnownDialect(place) ? json : unreadKeywords(place.value, json);
    return place.mode === "wire" ? lowerToWire(known, context) : known;
  }

  #isOfKnownDialect(place: Place): boolean {
    const uri = isObject(place.value) ? own(place.value, "$schema") : undefined;
    if (typeof uri !== "string") return place.document.schemas !== "unknown" || this.#namedDialect(place) !== undefined;
    if (dialectOfSchemaUri(uri) !== undefined) return true;
    // OpenAPI has the keyword since 3.1; before, it is one of those that mean nothing.
    if (place.document.dialect === "openapi-2.0" || place.document.dialect === "openapi-3.0") return true;
    const known = "draft-04, 06, 07, 2019-09, 2020-12 and the dialects of OpenAPI 3.1 and 3.2";
    this.report(place, "keyword", `\`${uri}\` is not a dialect that is known here: ${known} are.`, "/$schema");
    return false;
  }

  /** What a place means; places of one meaning share the node. */
  node(place: Place): Node {
    if (place.node === undefined) {
      const unit = this.#unitAt(place);
      place.node = unit && this.#twin(unit)?.place.node;
    }
    if (place.node === undefined) {
      const target = this.aliasEnd(place);
      if (target !== place) place.node = this.node(target);
      else {
        place.node = this.#nodeOf(this.keywords(place));
      }
    }
    return place.node;
  }

  /** A place that every value fits. */
  anything(): Place {
    return this.synthetic(ANYTHING);
  }

  /** A place outside all documents, for keywords that no schema writes. */
  synthetic(keywords: Keywords): Place {
    const place = new Place(NOWHERE, undefined, "", undefined);
    place.keywords = keywords;
    return place;
  }

  /** Follows bare references and `allOf`s of one to the schema that says something. */
  aliasEnd(place: Place): Place {
    return (place.end ??= this.#aliasEnd(place));
  }

  /** References may lead on for as long as they like, but not round in a circle. */
  #aliasEnd(place: Place): Place {
    if (this.#isEndOfTwin(place) || aliasOf(this.keywords(place)) === undefined) return place;
    const way = new Set<Place>();
    let end = place;
    for (let at: Place | undefined = place; at; at = aliasOf(this.keywords(at))) {
      if (way.has(at)) {
        this.report(place, "reference", "A reference leads back to itself.");
        end.keywords = { ...ANYTHING, opaque: "a reference leads back to itself" };
        break;
      }
      way.add(at);
      end = at;
      if (at.end !== undefined) {
        end = at.end;
        break;
      }
    }
    for (const at of way) at.end = end;
    return end;
  }

  /** Whether a unit that means the same is where references end. */
  #isEndOfTwin(place: Place): boolean {
    const unit = place.keywords === undefined ? this.#unitAt(place) : undefined;
    const twin = unit && this.#twin(unit);
    return twin !== undefined && twin.place.end === twin.place;
  }

  /** The key of keywords; of a schema that cannot be read it is not known which others it equals, so that it equals none. */
  #keyOf(keywords: Keywords, child: (place: Place) => string): string {
    const key = keyOf(keywords, child);
    if (keywords.opaque === undefined) return key;
    let number = this.#unread.get(keywords);
    if (number === undefined) this.#unread.set(keywords, (number = this.#unread.size));
    return `${key}@${number}`;
  }

  /** The node of keywords; many places share theirs. */
  #nodeOf(keywords: Keywords): Node {
    let node = this.#known.get(keywords);
    if (node === undefined) {
      node = this.#intern(
        this.#keyOf(keywords, (child) => this.#childKey(child)),
        keywords,
      );
      this.#known.set(keywords, node);
    }
    return node;
  }

  #intern(key: string, keywords: Keywords): Node {
    let node = this.#nodes.get(key);
    if (node === undefined) {
      node = { id: this.#nodes.size, keywords };
      this.#nodes.set(key, node);
    }
    return node;
  }

  #childKey(child: Place): string {
    const unit = this.#unitOf(child);
    return unit === undefined ? String(this.node(child).id) : `R${this.#classes.of(unit)}`;
  }

  #traitsOf(place: Place): DialectTraits {
    return traitsOf(this.#namedDialect(place) ?? dialectAt(place));
  }

  /** The dialect that the nearest schema around a place names. */
  #namedDialect(place: Place): Dialect | undefined {
    for (let at: Place | undefined = place; at; at = at.parent) {
      const uri = isObject(at.value) ? own(at.value, "$schema") : undefined;
      const dialect = typeof uri === "string" ? dialectOfSchemaUri(uri) : undefined;
      if (dialect) return dialect;
    }
    return undefined;
  }

  /** The place a reference at a place leads to, or the reason why it leads nowhere. */
  resolve(place: Place, keyword: ReferenceKeyword, reference: string): Place | string {
    const target = resolveReference(reference, place.origin, this.#library, keyword);
    if (!("problem" in target) && mayBeSchema(target)) {
      const from = { document: place.document, pointer: place.pointer, value: place.value };
      const inheritance = inheritanceOf(this.#library);
      if (keyword === "$ref" && inheritance.isParadox(from, target)) return `\`${reference}\` leads back to itself`;
      const isParent = keyword === "$ref" && inheritance.leadsToParent(from, target);
      return this.#unit(target, place.mode, isParent ? "own" : "whole").place;
    }
    const isNowhere = "problem" in target;
    const message = isNowhere
      ? unresolvedMessage(reference, target)
      : `\`${reference}\` leads to something that is not a schema. Refer to a schema.`;
    this.report(place, "reference", message, `/${keyword}`);
    return isNowhere ? `\`${reference}\` does not resolve` : `\`${reference}\` leads to no schema`;
  }

  #tooDeep(place: Place): Keywords {
    this.report(place, "depth", `Schemas are nested more than ${DEEPEST} levels deep.`);
    return { ...ANYTHING, opaque: "it is nested too deep" };
  }

  /** Notes a defect of a schema. */
  report(place: Place, code: SchemaProblem["code"], message: string, suffix = ""): void {
    this.problems.push({ code, message, document: place.document, pointer: place.pointer + suffix });
  }

  /** Where anything was found to be wrong so far, each place is read for itself: it has its own to report. */
  #twin(unit: Unit): Unit | undefined {
    return this.problems.length > 0 || this.#unread.size > 0 ? undefined : this.#twins.of(unit);
  }

  #classOfTwin(unit: Unit): number | undefined {
    const twin = this.#twin(unit);
    return twin && this.#classes.of(twin);
  }

  #unit(located: Located, mode: Place["mode"], part: Place["part"]): Unit {
    const { document, pointer, value, scope } = located;
    let units = this.#units.get(document);
    if (units === undefined) this.#units.set(document, (units = new Map()));
    const key = unitKey(pointer, mode, part, scope);
    let unit = units.get(key);
    if (unit === undefined) {
      unit = new Unit(new Place(document, undefined, pointer, value, mode, scope, part));
      units.set(key, unit);
    }
    return unit;
  }

  /**
   * The last unit on the way to the schema that says something. It need not be that schema: where the unit is an `allOf`
   * of one, a reference within that one leads back to the unit.
   */
  #unitOf(place: Place): Unit | undefined {
    const end = this.aliasEnd(place);
    if (place === end) return this.#unitAt(place);
    const way: Place[] = [];
    let unit: Unit | undefined;
    for (let at = place; unit === undefined; at = aliasOf(this.keywords(at)) as Place) {
      unit = this.#lastUnits.get(at);
      if (unit !== undefined || at === end) break;
      way.push(at);
    }
    unit ??= this.#unitAt(end);
    for (const at of way.toReversed()) this.#lastUnits.set(at, (unit ??= this.#unitAt(at)));
    return unit;
  }

  #unitAt(place: Place): Unit | undefined {
    if (place.parent !== undefined) return undefined;
    return this.#units.get(place.document)?.get(unitKey(place.suffix, place.mode, place.part, place.scope));
  }

  /** The text of a unit with holes for references, and the units they lead to, in order of the holes. */
  #outline(unit: Unit): Outline {
    if (unit.outline === undefined) {
      const references: Unit[] = [];
      const holes = new Map<Unit, number>();
      const write = (place: Place): string => {
        const other = this.#unitOf(place);
        if (other === undefined) return `{${this.#keyOf(this.keywords(this.aliasEnd(place)), write)}}`;
        let at = holes.get(other);
        if (at === undefined) holes.set(other, (at = references.push(other) - 1));
        return `#${at}`;
      };
      unit.outline = { text: this.#keyOf(this.keywords(this.aliasEnd(unit.place)), write), references };
    }
    return unit.outline;
  }
}

/** A schema of a dialect that is not known: keywords that we know may mean anything there. */
function unreadKeywords(value: unknown, keywords: Keywords): Keywords {
  return { ...ANYTHING, opaque: "its dialect is not known", unread: { text: canonicalText(value as Json), keywords } };
}

/** Lowers one schema in its surroundings. */
class Lowering implements LoweringContext {
  readonly traits: DialectTraits;
  readonly formats: FormatPolicy | undefined;
  readonly #space: Space;
  readonly #place: Place;

  constructor(space: Space, place: Place, traits: DialectTraits) {
    this.traits = traits;
    this.formats = place.document.formats;
    this.#space = space;
    this.#place = place;
  }

  child(suffix: string, value: unknown): Place {
    const { document, mode } = this.#place;
    return new Place(document, this.#place, suffix, value, mode);
  }

  resolve(keyword: ReferenceKeyword, reference: string): Place | string {
    return this.#space.resolve(this.#place, keyword, reference);
  }

  get ownOnly(): boolean {
    return this.#place.part === "own";
  }

  taggedUnion(): TaggedUnion | undefined {
    return this.#space.taggedUnion(this.#place);
  }

  placeOf(located: Located, part: Place["part"]): Place {
    return this.#space.place(located, this.#place.mode, part);
  }

  keywordsOf(place: Place): Keywords {
    return this.#space.keywords(place);
  }

  report(keyword: string, message: string): void {
    this.#space.report(this.#place, "keyword", message, keyword && `/${keyword}`);
  }
}
