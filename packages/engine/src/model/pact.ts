import type { Document, Json, Located } from "@concordat/containment/internal";
import type { ParsedText } from "../source/parse.ts";
import type { SourceText } from "../source/source-text.ts";
import type { Generators, MatchingRules } from "./matching-rules.ts";

/** The file of interactions that one consumer relies on (Pact specification, versions 2 to 4). */
export interface Pact {
  /** Where findings about it stand. */
  readonly document: Document;
  readonly text: SourceText & ParsedText;
  readonly consumer: string;
  readonly provider: string;
  readonly interactions: readonly Interaction[];
}

/** One thing that a consumer expects. What no description of HTTP speaks of is kept by its kind, so that it is said to be unchecked. */
export type Interaction = HttpInteraction | MessageInteraction | OtherInteraction;

interface InteractionFacts {
  /** What the consumer calls it. */
  readonly description: string;
  readonly at: Located;
}

/** A request that a consumer sends, and the response that it expects. */
export interface HttpInteraction extends InteractionFacts {
  readonly kind: "http";
  readonly request: PactRequest;
  readonly response: PactResponse;
}

/** A message that a consumer expects to be sent. */
export interface MessageInteraction extends InteractionFacts {
  readonly kind: "message";
  readonly contents: PactPart;
}

/** An interaction of a type that is not read. */
export interface OtherInteraction extends InteractionFacts {
  readonly kind: "other";
  readonly type: string;
}

/** What requests, responses and messages have in common. */
export interface PactPart {
  readonly at: Located;
  readonly headers: ReadonlyMap<string, readonly string[]>;
  readonly body: PactBody;
  readonly rules: MatchingRules;
  readonly generators: Generators;
}

/** The request of an interaction: an example, and the rules that say what else it may be. */
export interface PactRequest extends PactPart {
  readonly method: string;
  readonly path: string;
  /** Names with their values, decoded, in order. */
  readonly query: ReadonlyMap<string, readonly string[]>;
}

/** The response of an interaction: an example, and the rules that say what else it may be. */
export interface PactResponse extends PactPart {
  readonly status: number;
}

/** An example of a body. */
export type PactBody =
  /** Nothing is said of it. */
  | { readonly kind: "absent" }
  /** There is to be none. */
  | { readonly kind: "empty" }
  | { readonly kind: "json"; readonly value: Json; readonly at: Located; readonly contentType: string }
  | { readonly kind: "text"; readonly text: string; readonly at: Located; readonly contentType: string }
  /** Bytes, which are not read. */
  | { readonly kind: "binary"; readonly at: Located; readonly contentType: string };

/** Whether a consumer provokes a response by an error of its own making. */
export function isProvoked({ status }: Pick<PactResponse, "status">): boolean {
  return status >= 400 && status < 500;
}
