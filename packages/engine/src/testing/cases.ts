import * as v from "valibot";
import type { Result } from "../base/result.ts";
import type { Impact } from "../finding/finding.ts";
import type { Policy } from "../policy/policy.ts";
import { parseCaseFile } from "./case-file.ts";
import type { Fragment } from "./fragment.ts";

/*
 * A case file, `<rule>.cases.yaml` beside the rule, is a list of pairs of fragments and what the rule says of each:
 *
 *     - name: one of two values is gone
 *       docs: bad                # shown on the page of the rule as an example that fires; `good` as one that does not
 *       note: Nobody sends it.   # why, where base and head do not say it themselves; shown on the page too
 *       policy: { ... }          # settings that differ from the default, if the case is about them
 *       problems: [structure]    # codes of the problems that base and head have on purpose
 *       base: { ... }            # see fragment.ts for what may be left out
 *       head: { ... }
 *       expect:                  # exactly the findings of this rule; an empty list where it stays silent
 *         - says: no longer accepted
 *           operations: [POST /orders]
 *       also: [diff/tag-added]   # the other rules that find something in the pair, so that overlaps are seen
 */

const expectation = v.strictObject({
  says: v.optional(v.string()),
  data: v.optional(v.record(v.string(), v.unknown())),
  subject: v.optional(v.string()),
  operations: v.optional(v.array(v.string())),
  impact: v.optional(v.picklist(["none", "patch", "minor", "major"])),
  witness: v.optional(v.record(v.string(), v.unknown())),
});

const fragment = v.record(v.string(), v.unknown());

const policy = v.strictObject({ unknownResponseProperties: v.picklist(["ignore", "refuse"]) });

const cases = v.array(
  v.strictObject({
    name: v.string(),
    docs: v.optional(v.picklist(["bad", "good"])),
    note: v.optional(v.string()),
    policy: v.optional(policy),
    problems: v.optional(v.array(v.string())),
    base: fragment,
    head: fragment,
    expect: v.array(expectation),
    also: v.optional(v.array(v.string())),
  }),
);

/** What one finding of a rule must be; what is not named may be anything. */
export interface Expectation {
  /** A part of the message. */
  readonly says?: string | undefined;
  /** Members of the data, each as it is. */
  readonly data?: Readonly<Record<string, unknown>> | undefined;
  /** The whole subject. */
  readonly subject?: string | undefined;
  /** All operations that it reaches, in order: `GET /users`. */
  readonly operations?: readonly string[] | undefined;
  readonly impact?: Impact | undefined;
  /** Members of the witness; inside `value` and below, members again. */
  readonly witness?: Readonly<Record<string, unknown>> | undefined;
}

/** Two fragments, and the findings that the rule must have about them. */
export interface Case {
  readonly name: string;
  readonly docs?: "bad" | "good" | undefined;
  /** Why it fires, or does not. */
  readonly note?: string | undefined;
  readonly policy?: Pick<Policy, "unknownResponseProperties"> | undefined;
  /** Codes of the problems that the fragments have on purpose. */
  readonly problems?: readonly string[] | undefined;
  readonly base: Fragment;
  readonly head: Fragment;
  readonly expect: readonly Expectation[];
  /** Ids of the other rules that find something. */
  readonly also?: readonly string[] | undefined;
}

/** Reads a case file. */
export function parseCases(text: string, file: string): Result<readonly Case[]> {
  return parseCaseFile(text, file, cases);
}
