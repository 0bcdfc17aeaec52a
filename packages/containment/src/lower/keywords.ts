import type { Json } from "../json.ts";
import type { Limits } from "../types/number.ts";
import type { DialectTraits } from "./dialect.ts";
import type { TaggedUnion } from "./discriminator.ts";
import type { Document, DynamicScope, Located, Origin, ReferenceKeyword } from "./document.ts";
import type { FormatPolicy } from "./formats.ts";
import { ALL_TYPES, type TypeSet } from "./types.ts";

/** What the string keywords ask for. Lengths count code points. */
export interface StringLimits {
  readonly minLength: number;
  readonly maxLength: number;
  /** Sources of regular expressions, each to be found somewhere in the string. */
  readonly patterns: readonly string[];
  /** Only on the wire: the string is a decimal numeral, its number within these limits. */
  readonly numeral: Limits | undefined;
}

/** How many items must, and may, be values of a schema. */
export interface Contains {
  readonly place: Place;
  readonly min: number;
  readonly max: number;
  /** Whether `unevaluatedItems` leaves out the items found (draft 2020-12, section 10.3.1.3). */
  readonly evaluates: boolean;
}

/** What the array keywords ask for; `rest` is undefined where any item will do. */
export interface ArrayLimits {
  readonly prefix: readonly Place[];
  readonly rest: Place | undefined;
  readonly contains: Contains | undefined;
  readonly minItems: number;
  readonly maxItems: number;
  readonly unique: boolean;
}

/** What the object keywords ask for. */
export interface ObjectLimits {
  readonly properties: ReadonlyMap<string, Place>;
  readonly patterns: readonly { readonly source: string; readonly place: Place }[];
  /** The schema of all other values; undefined means open: the keyword is absent or `true`. */
  readonly additional: Place | undefined;
  readonly names: Place | undefined;
  readonly required: readonly string[];
  readonly minProperties: number;
  readonly maxProperties: number;
}

/** Holds every object. */
export const ANY_OBJECT: ObjectLimits = {
  properties: new Map(),
  patterns: [],
  additional: undefined,
  names: undefined,
  required: [],
  minProperties: 0,
  maxProperties: Number.POSITIVE_INFINITY,
};

/** Schemas joined by a keyword other than `allOf`. */
export type Clause =
  | { readonly kind: "anyOf" | "oneOf"; readonly parts: readonly Place[] }
  | { readonly kind: "not"; readonly part: Place }
  | { readonly kind: "if"; readonly test: Place; readonly yes: Place | undefined; readonly no: Place | undefined }
  /** `dependentSchemas` and `dependentRequired`: objects with `key` must also be values of `part`, or have the names. */
  | { readonly kind: "dependent"; readonly key: string; readonly part: Place | readonly string[] };

/** `rest` stands for `items`, `additionalItems` and `additionalProperties`. */
export type Taker = "none" | "rest" | "unevaluated";

/** The validation keywords of one schema, the same for all dialects. Annotations are left out. */
export interface Keywords {
  readonly types: TypeSet;
  /** Limits of numbers; `integer` is a multiple of 1 with a name. */
  readonly number: Limits | undefined;
  /** The only values, where `enum` or `const` lists them. */
  readonly values: readonly Json[] | undefined;
  readonly string: StringLimits | undefined;
  readonly array: ArrayLimits | undefined;
  readonly object: ObjectLimits | undefined;
  /** Schemas that must hold too: `allOf`, and `$ref` beside other keywords. */
  readonly all: readonly Place[];
  readonly clauses: readonly Clause[];
  /** Which keyword takes all further items or properties as evaluated, if only by `true`. */
  readonly takesItems: Taker;
  readonly takesProperties: Taker;
  readonly unevaluatedItems: Place | undefined;
  readonly unevaluatedProperties: Place | undefined;
  /** Sent by one side only (OpenAPI); what that means is up to the direction asked about. */
  readonly readOnly: boolean;
  readonly writeOnly: boolean;
  /** Why this schema cannot be judged, where it cannot: an unresolved reference, say. */
  readonly opaque: string | undefined;
  /** What a schema says in a dialect that is not known: only what says the same means the same, whatever it means. */
  readonly unread?: { readonly text: string; readonly keywords: Keywords };
}

/** What `unevaluatedProperties` and `unevaluatedItems` of a schema evaluate, where that is known without a value. */
export interface UnevaluatedLimits {
  readonly object?: ObjectLimits;
  readonly array?: ArrayLimits;
  /** Where alternatives decide what is evaluated. */
  readonly clauses: readonly UnevaluatedClause[];
  readonly opaque?: string;
}

/** A clause that stands for an `unevaluated*` keyword. */
export interface UnevaluatedClause {
  readonly keyword: "unevaluatedProperties" | "unevaluatedItems";
  readonly clause: Clause;
}

/** What lowering needs from around a schema. */
export interface LoweringContext {
  readonly traits: DialectTraits;
  readonly formats: FormatPolicy | undefined;
  child(suffix: string, value: unknown): Place;
  /** The place a reference leads to, or the reason why it leads nowhere. */
  resolve(keyword: ReferenceKeyword, reference: string): Place | string;
  keywordsOf(place: Place): Keywords;
  /** Whether only what the schema says itself is to be read, and not the union that it is. */
  readonly ownOnly: boolean;
  /** The union that a discriminator makes of the schema. */
  taggedUnion(): TaggedUnion | undefined;
  /** The place of a schema elsewhere, or of what it says itself. */
  placeOf(located: Located, part: Place["part"]): Place;
  report(keyword: string, message: string): void;
}

/** Accepts every value. */
export const ANYTHING: Keywords = {
  types: ALL_TYPES,
  number: undefined,
  values: undefined,
  string: undefined,
  array: undefined,
  object: undefined,
  all: [],
  clauses: [],
  takesItems: "none",
  takesProperties: "none",
  unevaluatedItems: undefined,
  unevaluatedProperties: undefined,
  readOnly: false,
  writeOnly: false,
  opaque: undefined,
};
/** Accepts no value. */
export const NOTHING: Keywords = { ...ANYTHING, types: 0 };

/** What a schema means. Schemas with the same keywords over the same subschemas share one node, wherever they stand. */
export interface Node {
  readonly id: number;
  /** Keywords of the first place that has this meaning. */
  readonly keywords: Keywords;
}

const NO_ANCHORS: DynamicScope["anchors"] = new Map();

/**
 * One schema where it stands. Places are what reports name; what a schema means is its `Node`,
 * which all places of equal meaning share.
 */
export class Place {
  readonly document: Document;
  /** The place of the schema around this one; undefined where lowering started. */
  readonly parent: Place | undefined;
  /** The part of the pointer below the parent, or the whole pointer where there is none. */
  readonly suffix: string;
  /** The raw schema: an object or a boolean. */
  readonly value: unknown;
  /** `wire`: values are the strings that a URL or a header carries (see `wire.ts`). */
  readonly mode: "json" | "wire";
  /** How many schemas stand around this one. */
  readonly depth: number;
  /** How validation came to where lowering started. */
  readonly scope: DynamicScope | undefined;
  /** `own`: only what the schema says itself, not the union it is (see `inheritance.ts`). */
  readonly part: "whole" | "own";

  /** Filled by `Space`, once. */
  keywords: Keywords | undefined = undefined;
  node: Node | undefined = undefined;
  unevaluated: UnevaluatedLimits | undefined = undefined;
  /** Where bare references from here end. */
  end: Place | undefined = undefined;
  /** What a discriminator adds its tags to here; tags are undefined where it takes those of no other alternative. */
  tagged: { readonly alternative: Place; readonly tags: readonly string[] | undefined } | undefined = undefined;

  #pointer: string | undefined = undefined;

  constructor(
    document: Document,
    parent: Place | undefined,
    suffix: string,
    value: unknown,
    mode: "json" | "wire" = "json",
    scope?: DynamicScope,
    part: Place["part"] = "whole",
  ) {
    this.document = document;
    this.parent = parent;
    this.suffix = suffix;
    this.value = value;
    this.mode = mode;
    this.part = part;
    this.scope = parent === undefined ? scope : parent.scope;
    this.depth = parent === undefined ? 0 : parent.depth + 1;
  }

  /** This place, as references are followed from it. */
  get origin(): Origin {
    const { document, pointer, scope } = this;
    return { document, pointer, scope: scope ?? { entry: this.#entry, anchors: NO_ANCHORS, key: "" } };
  }

  get #entry(): string {
    return this.parent === undefined ? this.suffix : this.parent.#entry;
  }

  /** JSON Pointer of this schema in its document, put together when it is first asked for. */
  get pointer(): string {
    return (this.#pointer ??= this.parent === undefined ? this.suffix : this.parent.pointer + this.suffix);
  }
}
