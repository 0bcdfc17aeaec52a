import type { Json } from "@concordat/containment/internal";
import type { Subject } from "../model/subject.ts";
import type { Location } from "../source/location.ts";

/** How loud a finding is. */
export type Severity = "off" | "info" | "warn" | "error";
/** The smallest version bump that a finding demands. */
export type Impact = "none" | "patch" | "minor" | "major";
/** What a finding concerns: messages, generated code, or readers. */
export type Audience = "wire" | "client" | "docs";
/** What a claim rests on: a value that both validators confirm, a rule of HTTP or OpenAPI, or nothing yet. */
export type Proof = "witness" | "rule" | "undecided";
/** Who sends what the finding is about: `request` consumers, `response` the provider. */
export type Direction = "request" | "response";

/**
 * Whose consumers must get along with which revision: `backward`, those of base with head; `forward`, those of head with
 * base, as where both are deployed at once or head is rolled back; `full`, both.
 */
export type Compatibility = "backward" | "forward" | "full";

/** An operation that a finding reaches, and where in it. */
export interface Reach {
  readonly method: string;
  readonly path: string;
  readonly direction: Direction;
  readonly status?: string;
  readonly mediaType?: string;
  /** JSON Pointer into the value that is sent; or the place and name of a parameter. */
  readonly at?: string;
}

/** The smallest value, request or response that one side accepts and the other refuses: a revision, or a consumer by its pact. */
export interface Witness {
  readonly value: Json;
  readonly acceptedBy: "base" | "head" | "pact";
  readonly refusedBy: "base" | "head" | "pact";
  /** Where in the value the refusal lies, and why. */
  readonly reason: string;
}

/** What tells a finding from others of its rule and subject, and fills its message: plain data, part of the fingerprint. */
export type FindingData = Readonly<Record<string, Json>>;

/** A change of a description: a member of an object is set, an item added to the list that is a member, or a member taken away. */
export type Edit =
  | { readonly kind: "set" | "append"; readonly at: Location; readonly key: string; readonly value: Json }
  | { readonly kind: "remove"; readonly at: Location; readonly key: string };

/**
 * The texts that a finding may have a place in: both revisions, and what they are held against, such as a pact of a consumer, a
 * timeline of deprecations and a source of usage.
 */
export const SIDES = ["base", "head", "pact", "timeline", "usage"] as const;
export type Side = (typeof SIDES)[number];

/** Where a finding is, in as many texts as it is about. */
export type Locations = { readonly [S in Side]?: Location | undefined };

/** What a check says of one subject, before texts are looked at for lines: plain data. */
export interface RawFinding {
  readonly rule: string;
  readonly severity: Severity;
  readonly impact: Impact;
  readonly audience: Audience;
  readonly proof: Proof;
  readonly message: string;
  readonly data: FindingData;
  /** The text of the address. */
  readonly subject: string;
  readonly address: Subject;
  readonly at: Locations;
  readonly operations: readonly Reach[];
  readonly witness: Witness | undefined;
  /** Whose consumers it breaks: those of head on base, or, where it is absent, those of base on head. */
  readonly compatibility?: "forward";
  /** Whose use of the contract it is about: the name of a consumer, and what its interaction is described as. */
  readonly consumer?: string;
  readonly interaction?: string;
  /** What would fix it. */
  readonly edits?: readonly Edit[];
}

/** A file and the 1-based position in it. */
export interface Span {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** Lines in texts other than those of the revisions. */
export type Places = { readonly [S in Exclude<Side, "base" | "head">]?: Span };

/** What one rule reports about one subject. */
export interface Finding extends Omit<RawFinding, "address" | "at" | "witness"> {
  /** Undefined where a report was stored: that has the text alone. */
  readonly address: Subject | undefined;
  readonly fingerprint: string;
  readonly base: Span | null;
  readonly head: Span | null;
  /** Where it is in other texts than the two; absent where it is in none. */
  readonly places?: Places;
  readonly witness: Witness | null;
}

const IMPACTS: readonly Impact[] = ["none", "patch", "minor", "major"];
const SEVERITIES: readonly Severity[] = ["off", "info", "warn", "error"];

/** Order of impacts, `none` first. */
export function impactRank(impact: Impact): number {
  return IMPACTS.indexOf(impact);
}

/** Order of severities, `off` first. */
export function severityRank(severity: Severity): number {
  return SEVERITIES.indexOf(severity);
}

/** The greatest of some impacts. */
export function greatestImpact(impacts: Iterable<Impact>): Impact {
  let greatest: Impact = "none";
  for (const impact of impacts) if (impactRank(impact) > impactRank(greatest)) greatest = impact;
  return greatest;
}
