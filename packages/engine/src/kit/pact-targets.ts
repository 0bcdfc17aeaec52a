import type { Json, Located } from "@concordat/containment/internal";
import type { Reach, Witness } from "../finding/finding.ts";
import type { Interaction, Pact } from "../model/pact.ts";

/** Who sends what is judged. */
export type PactSide = "request" | "response";

/** What all that is judged of an interaction has in common. */
export interface OfInteraction {
  readonly pact: Pact;
  readonly interaction: Interaction;
  /** Where it stands in the pact. */
  readonly place: Located;
  /** What the description says of it, if anything. */
  readonly head: Located | undefined;
  /** The operation that it is one of; none where there is no such operation. */
  readonly operations: readonly Reach[];
  /** A message that shows it. */
  readonly witness?: Witness | undefined;
}

/** A pact as a whole, and the names that the description is known by. */
export interface PactTarget {
  readonly pact: Pact;
  readonly place: Located;
  readonly head: Located | undefined;
  readonly operations: readonly Reach[];
  readonly title: string;
}

/** The request of an interaction leads to no operation, or only below a base path that it lacks. */
export interface RouteTarget extends OfInteraction {
  readonly method: string;
  readonly path: string;
  readonly missing: "path" | "method" | "base-path";
  /** Methods of the path, or base paths of the servers. */
  readonly known: readonly string[];
}

/** Something in the example of a message that the description refuses, or does not speak of. */
export interface RemarkTarget extends OfInteraction {
  readonly side: PactSide;
  /** `security`, `accept`, `content-type`, `body`, `status`, or where a parameter is: `query`, `header`, ... */
  readonly part: string;
  /** Of a parameter or a header. */
  readonly name: string;
  /** JSON Pointer into the value. */
  readonly at: string;
  /** The member there that is missing or not allowed, where it is refused for one. */
  readonly member: string | undefined;
  /** The schema that refuses it, where one does. */
  readonly schema?: Located | undefined;
  readonly fault: "refused" | "missing" | "undeclared";
  /** Why, as a sentence. */
  readonly reason: string;
}

/** Values that one side may send and the other does not take, though the example is one that it takes. */
export interface GapTarget extends OfInteraction {
  readonly side: PactSide;
  /** `body`, or a parameter as `query.limit`. */
  readonly part: string;
  /** JSON Pointer to where it is. */
  readonly at: string;
  /** What the description's schema is there. */
  readonly schema: Located | undefined;
  /** The keyword that refuses: one of the description's for requests, one that stands for a matcher for responses. */
  readonly keyword: string;
  /** The property that is missing, where one is. */
  readonly name: string | undefined;
  /** Of a property that is missing: how the description speaks of it. */
  readonly declared: "declared" | "write-only" | "any-name" | "undeclared";
  /** JSON types of the values, where types are what differs. */
  readonly types: readonly string[];
  /** The smallest value there that is not taken; undefined where it cannot be written. */
  readonly value: Json | undefined;
  /** Why it is not known whether there is such a value; undefined where it is. */
  readonly undecided: string | undefined;
}

/** Something that the description marks, and that a consumer uses. */
export interface UseTarget extends OfInteraction {
  readonly side: PactSide;
  readonly what: "operation" | "parameter" | "property" | "header";
  /** The operation's key, or a parameter as `query.limit`, or the pointer of a property in the body. */
  readonly name: string;
  readonly mark: "deprecated" | "read-only" | "write-only";
  /** The day after which it may be gone, where that is known. */
  readonly sunset: string | undefined;
}

/** A part of an interaction that is not judged. */
export interface UncheckedTarget extends OfInteraction {
  readonly what: string;
  readonly reason: string;
}

/** An interaction that was replayed against a provider that runs, and did not pass. */
export interface VerificationTarget extends OfInteraction {
  readonly provider: string;
  /** `unverified`: it is not known whether the provider keeps it. */
  readonly result: "failed" | "unverified";
  /** Provider states that it needs. */
  readonly states: readonly string[];
  /** Why, as sentences. */
  readonly reasons: readonly string[];
}

/** All that rules of the pact family can judge, by kind. */
export interface PactTargets {
  readonly pact: PactTarget;
  readonly route: RouteTarget;
  readonly remark: RemarkTarget;
  readonly gap: GapTarget;
  readonly use: UseTarget;
  readonly unchecked: UncheckedTarget;
  readonly verification: VerificationTarget;
}
