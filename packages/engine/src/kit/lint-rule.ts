import { type Located, Steps } from "@concordat/containment/internal";
import type { Audience, Direction, Edit, FindingData, Severity } from "../finding/finding.ts";
import type { DataOf, NoData } from "../finding/message.ts";
import type { IsoDate } from "../host/host.ts";
import type { Api } from "../model/api.ts";
import type { OperationRef } from "../model/revision.ts";
import type { LintOptions } from "./lint-options.ts";
import type { Introduced } from "./traits.ts";

/** What lint rules are about, in docs and in the score. */
export const THEMES = [
  "resources",
  "idempotency",
  "concurrency",
  "long-running",
  "versioning",
  "auth",
  "limits",
  "caching",
  "errors",
  "pagination",
  "deprecation",
  "naming",
  "schemas",
  "docs",
] as const;
export type Theme = (typeof THEMES)[number];

/**
 * What the edits of a rule say. `restates`: what the description says already, in another place. `promises`: how the server
 * behaves, which nothing in the description says. `removes`: they take away something that is described.
 */
export const FIX_KINDS = ["restates", "promises", "removes"] as const;
export type FixKind = (typeof FIX_KINDS)[number];

/** Everything known about a lint rule but how it judges. */
export interface LintFacts<Messages extends Readonly<Record<string, string>> = Readonly<Record<string, string>>>
  extends Introduced {
  /** `lint/subject-requirement`; the file is named by the part behind the slash. */
  readonly id: string;
  readonly theme: Theme;
  /** What it demands, in one sentence. */
  readonly summary: string;
  /** Why it matters to a consumer. */
  readonly why: string;
  /** What to do next. */
  readonly fix: string;
  /** What its edits say, if its hits have any; `promises` where nothing is said. */
  readonly fixes?: FixKind;
  /** When what it finds is right as it is. */
  readonly exceptions: string;
  readonly severity: Exclude<Severity, "off">;
  /** `wire` where nothing is said. */
  readonly audience?: Audience;
  /** Where the demand comes from: an RFC with its section, OpenAPI, a public guide. */
  readonly source: string;
  /** Templates of what is said; `{name}` is filled from the data of the hit. */
  readonly messages: Messages;
  /** What is said of each member is said once, with a list: for demands that an API mostly meets everywhere or nowhere. */
  readonly grouped?: {
    readonly summary: string;
    /** A name of the data: only members that have the same there are told as one. */
    readonly by?: string;
  };
}

/** What a rule found at one place. */
export interface LintHit {
  readonly message: string;
  readonly data: FindingData;
  readonly besides: FindingData;
  readonly at: Located;
  readonly operations: readonly OperationRef[];
  readonly direction: Direction;
  readonly edits: readonly Edit[];
}

/** What may be said of a hit beside its place. */
export interface LintPlace<Besides extends FindingData = FindingData> {
  /** Operations it is about. */
  readonly operations?: readonly OperationRef[];
  /** `request` where nothing is said. */
  readonly direction?: Direction;
  /** What the message tells besides the data; the finding stays the same where it changes, and so does its fingerprint. */
  readonly besides?: Besides;
  /** What would fix it without breaking anybody. */
  readonly edits?: readonly Edit[];
}

/** Makes a hit; the name of the message decides which data it needs. */
export type LintHitMaker<Messages extends Readonly<Record<string, string>>> = <
  Name extends keyof Messages & string,
  Besides extends FindingData = NoData,
>(
  message: Name,
  data: Omit<DataOf<Messages[Name]>, keyof Besides> & FindingData,
  at: Located,
  place?: LintPlace<Besides>,
) => LintHit;

/** Something that is wrong with a description, found by a validator. */
export interface Fault {
  readonly message: string;
  readonly at: Located;
}

/** What a rule may do: what it compares with much else takes steps, so that it ends. */
export interface LintSteps {
  /** Takes some steps and says whether that many were left; if not, the rule stops, and that is reported. */
  take(count?: number): boolean;
}

/** What a lint rule judges. */
export interface LintTarget {
  readonly api: Api;
  readonly options: LintOptions;
  readonly asOf: IsoDate;
  /** What validators found, by the name that a rule needs them under. */
  readonly faults: Readonly<Record<Needed, readonly Fault[]>>;
  readonly steps: LintSteps;
}

/** What all rules judge alike: a target but for the steps, which each rule has of its own. */
export type LintMatter = Omit<LintTarget, "steps">;

/** `structure`: whether the description follows its specification. `examples`: whether examples fit their schemas. */
export type Needed = "structure" | "examples";

/** A rule that judges one revision. */
export interface LintRule extends LintFacts {
  /** The validator whose faults it reports; it is only run for such rules. */
  readonly needs?: Needed;
  run(target: LintTarget, hit: LintHitMaker<Readonly<Record<string, string>>>): Iterable<LintHit>;
}

/** Defines a lint rule; a wrong message name or a missing datum is an error on that line. */
export function defineLintRule<const Messages extends Readonly<Record<string, string>>>(
  rule: LintFacts<Messages> & {
    readonly needs?: Needed;
    run(target: LintTarget, hit: LintHitMaker<Messages>): Iterable<LintHit>;
  },
): LintRule {
  // The engine only ever hands `run` a maker for the rule's own messages.
  return rule as unknown as LintRule;
}

/** What a rule may find before it is stopped: nobody reads as much, and hardly a description that people write has it. */
const MOST_FOUND = 5_000;
/** Steps that a rule may take: it ends within a few seconds. */
const MOST_STEPS = 5_000_000;

/**
 * The hits of a rule.
 *
 * @param stopped is called with the reason where there may be more of them
 */
export function* hitsOf(rule: LintRule, target: LintMatter, stopped: (reason: string) => void): Generator<LintHit> {
  const steps = new Steps(MOST_STEPS);
  let count = 0;
  for (const hit of rule.run({ ...target, steps }, makeHit)) {
    if (++count > MOST_FOUND) {
      stopped(`it found ${MOST_FOUND} places, and there are more`);
      return;
    }
    yield hit;
  }
  if (steps.areSpent) stopped("there is too much to compare");
}

const makeHit: LintHitMaker<Readonly<Record<string, string>>> = (message, data, at, place = {}) => ({
  message,
  data,
  besides: place.besides ?? {},
  at,
  operations: place.operations ?? [],
  direction: place.direction ?? "request",
  edits: place.edits ?? [],
});
