import type { Located } from "@concordat/containment/internal";
import type { Audience, Direction, FindingData, Impact, Reach, Severity } from "../finding/finding.ts";
import type { DataOf, NoData } from "../finding/message.ts";
import type { Facet, Targets } from "./targets.ts";
import type { About, Introduced } from "./traits.ts";
import type { HttpWitness } from "./witness.ts";

/** Everything known about a rule but how it judges. */
export interface RuleFacts<Messages extends Readonly<Record<string, string>> = Readonly<Record<string, string>>>
  extends Introduced {
  /** `family/subject-state`; the file is named by the part behind the slash. */
  readonly id: string;
  /** What happened, in one sentence. */
  readonly summary: string;
  /** Why it matters to a consumer. */
  readonly why: string;
  /** What a provider does to avoid it. */
  readonly fix: string;
  /** What a consumer does once it is so; nothing where it asks nothing of them. */
  readonly consumerFix?: string;
  readonly about: About;
  readonly severity: Exclude<Severity, "off">;
  readonly impact: Impact;
  readonly audience: Audience;
  /** Who sends what it is about; both where nothing is said. Targets of the other direction are not given to it. */
  readonly direction?: Direction;
  /** Whether it is no break any more once its sunset has come and the notice was kept; the data tell of both. */
  readonly endsAtSunset?: true;
  /** The rule that fires when base and head are swapped, or why there is none. */
  readonly mirror: string | { readonly none: string };
  /** Where the judgement comes from: an RFC, a section of OpenAPI. */
  readonly source?: string;
  /** Templates of what is said; `{name}` is filled from the data of the hit. */
  readonly messages: Messages;
}

/** What a check found at one place. */
export interface Hit {
  readonly message: string;
  readonly data: FindingData;
  readonly besides: FindingData;
  readonly base: Located | undefined;
  readonly head: Located | undefined;
  /** Tokens behind the pointer of the place that the finding is about. */
  readonly below: readonly string[];
  readonly operations: readonly Reach[];
  readonly witness: HttpWitness | undefined;
  /** Whether it could not be decided that something breaks. */
  readonly undecided: boolean;
}

/** Where a hit is. At least one side is given; the head is what people look at. */
export interface Where<Besides extends FindingData = FindingData> {
  readonly base?: Located | undefined;
  readonly head?: Located | undefined;
  readonly below?: readonly string[];
  /** What the message tells besides the data; the finding stays the same where it changes, and so does its fingerprint. */
  readonly besides?: Besides;
  /** What it reaches; the operation that is judged where nothing is said. */
  readonly operations?: readonly Reach[];
  readonly witness?: HttpWitness | undefined;
  /** Whether it could not be decided that something breaks. */
  readonly undecided?: boolean;
}

/** Makes a hit; the name of the message decides which data it needs. */
export type HitMaker<Messages extends Readonly<Record<string, string>>> = <
  Name extends keyof Messages & string,
  Besides extends FindingData = NoData,
>(
  message: Name,
  data: Omit<DataOf<Messages[Name]>, keyof Besides> & FindingData,
  where: Where<Besides>,
) => Hit;

/** A rule that judges pairs of one kind. */
export interface DiffCheck<Kind extends keyof Targets = keyof Targets> extends RuleFacts {
  readonly on: Kind;
  run(target: Targets[Kind], hit: HitMaker<Readonly<Record<string, string>>>): Iterable<Hit>;
}

/** A rule that names and explains how the values of a schema changed; that they did is decided by containment. */
export interface SchemaCheck extends RuleFacts {
  readonly on: "schema";
  readonly facet: Facet;
  readonly direction: Direction;
  /** `narrowed`: values of base are lost. `widened`: head has values that base had not. */
  readonly change: "narrowed" | "widened";
}

/** A rule of the diff family. */
export type DiffRule = DiffCheck | SchemaCheck;

/** Defines a rule that judges pairs; a wrong message name or a missing datum is an error on that line. */
export function defineDiffCheck<Kind extends keyof Targets, const Messages extends Readonly<Record<string, string>>>(
  rule: RuleFacts<Messages> & { readonly on: Kind; run(target: Targets[Kind], hit: HitMaker<Messages>): Iterable<Hit> },
): DiffCheck {
  // The engine only calls `run` with targets of the kind that `on` names, and a maker for the rule's own messages.
  return rule as unknown as DiffCheck;
}

/** Defines a rule that names one way in which the values of a schema change. Messages go by keyword, then `other`. */
export function defineSchemaCheck(rule: Omit<SchemaCheck, "on">): SchemaCheck {
  return { ...rule, on: "schema" };
}
