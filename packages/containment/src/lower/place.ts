import type { Document, DynamicScope, Origin } from "./document.ts";
import type { Keywords, UnevaluatedLimits } from "./keywords.ts";
import type { Node } from "./node.ts";

const NO_ANCHORS: DynamicScope["anchors"] = new Map();

/**
 * One schema where it stands. Places are what people are told about; what a schema means is its `Node`,
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

  /** JSON Pointer of this schema in its document. */
  get pointer(): string {
    return this.parent === undefined ? this.suffix : this.parent.pointer + this.suffix;
  }
}
