import type { FindingData, Severity } from "../finding/finding.ts";
import type { DataOf, NoData } from "../finding/message.ts";
import type { PactTargets } from "./pact-targets.ts";
import type { Introduced } from "./traits.ts";

/** Everything known about a rule of the pact family but how it judges. */
export interface PactFacts<Messages extends Readonly<Record<string, string>> = Readonly<Record<string, string>>>
  extends Introduced {
  /** `pact/subject-state`; the file is named by the part behind the slash. */
  readonly id: string;
  /** What is wrong, in one sentence. */
  readonly summary: string;
  /** Why it matters to the consumer. */
  readonly why: string;
  /** What to do next. */
  readonly fix: string;
  readonly severity: Exclude<Severity, "off">;
  /** Where the judgement comes from: an RFC, a section of OpenAPI or of the Pact specification. */
  readonly source: string;
  /** Templates of what is said; `{name}` is filled from the data of the hit. */
  readonly messages: Messages;
}

/** What a rule says of a target. */
export interface PactHit {
  readonly message: string;
  readonly data: FindingData;
  /** What the message says besides; the finding stays the same where it changes, and so does its fingerprint. */
  readonly besides: FindingData;
}

/** Makes a hit; the name of the message decides which data it needs. */
export type PactHitMaker<Messages extends Readonly<Record<string, string>>> = <
  Name extends keyof Messages & string,
  Besides extends FindingData = NoData,
>(
  message: Name,
  data: Omit<DataOf<Messages[Name]>, keyof Besides> & FindingData,
  besides?: Besides,
) => PactHit;

/** A rule that judges interactions of consumers by a revision. */
export interface PactRule<Kind extends keyof PactTargets = keyof PactTargets> extends PactFacts {
  readonly on: Kind;
  run(target: PactTargets[Kind], hit: PactHitMaker<Readonly<Record<string, string>>>): Iterable<PactHit>;
}

/** Defines a rule of the pact family; a wrong message name or a missing datum is an error on that line. */
export function definePactRule<Kind extends keyof PactTargets, const Messages extends Readonly<Record<string, string>>>(
  rule: PactFacts<Messages> & {
    readonly on: Kind;
    run(target: PactTargets[Kind], hit: PactHitMaker<Messages>): Iterable<PactHit>;
  },
): PactRule {
  // The engine only calls `run` with targets of the kind that `on` names, and a maker for the rule's own messages.
  return rule as unknown as PactRule;
}
