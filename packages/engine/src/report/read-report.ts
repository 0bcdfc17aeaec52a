import * as v from "valibot";
import { numberAt } from "../base/json-at.ts";
import type { Result } from "../base/result.ts";
import type { CheckOutcome, Outcome } from "../outcome.ts";
import type { Ruling } from "../policy/ruling.ts";
import { SCHEMA_VERSION } from "./answer.ts";
import { type CheckDocument, CheckForm, type FindingDocument, type JudgedDocument } from "./document.ts";

/*
 * A report that another run has written with `json.ts`. Where that run was of a fork, anybody may have written it: nothing is taken over
 * but what has the form of a report, and every text of it is escaped as those of a description are.
 */

/** Why a text is no report. */
export interface NoReport {
  readonly failure: "malformed";
  /** The middle of a sentence. */
  readonly why: string;
}

/** Reads the JSON of `check`, as `renderJson` writes it. */
export function readReport(text: string): Result<CheckOutcome, NoReport> {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return malformed("it is no JSON");
  }
  if (numberAt(data, "schemaVersion") !== SCHEMA_VERSION)
    return malformed(`its \`schemaVersion\` is not ${SCHEMA_VERSION}, which is what this version of the action reads`);
  if (isDeep(data)) return malformed(`it is nested more than ${MOST_LEVELS} levels deep`);
  const read = v.safeParse(CheckForm, data, { abortEarly: true });
  if (!read.success) return malformed(`\`${v.getDotPath(read.issues[0]) ?? ""}\` is missing, or not what it should be`);
  const outcome = checkOf(read.output);
  const isEmpty = outcome.contracts.length === 0 && (outcome.unchanged ?? []).length === 0;
  return isEmpty ? malformed("it judges no contract") : { value: outcome };
}

function malformed(why: string): NoReport {
  return { failure: "malformed", why };
}

/** No report is that deep: descriptions are read to 500 levels, and a finding lies a few below the top. */
const MOST_LEVELS = 1_000;

/** Whether a value is nested too deep for those that walk it by calling themselves. */
function isDeep(data: unknown): boolean {
  let level: readonly unknown[] = [data];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > MOST_LEVELS) return true;
    level = level.flatMap((value) => (typeof value === "object" && value !== null ? Object.values(value) : []));
  }
  return false;
}

function checkOf({ asOf, policy, policyChanges = [], verdict, contracts, unchanged }: CheckDocument): CheckOutcome {
  const changes = policyChanges.map((each) => ({ from: undefined, to: undefined, contract: undefined, ...each }));
  return {
    asOf,
    verdict,
    contracts: contracts.map(({ contract, ...document }) => ({ contract, ...judgedOf(document) })),
    ...(unchanged && { unchanged }),
    ...(policy && { gate: { ...policy, changes } }),
  };
}

function judgedOf({
  findings,
  accepted,
  proposed,
  score,
  timings,
  sections,
  consumers: _,
  ...judged
}: JudgedDocument): Omit<Outcome, "contract"> {
  return {
    ...judged,
    against: judged.base === null ? "new" : "base",
    rulings: findings.map(rulingOf),
    sections: {
      ...(accepted && { accepted }),
      // Of what is objected to by head's own policy it is only told whether there is something.
      ...(proposed?.pass && { proposed: { verdict: proposed.verdict, rulings: [], problems: [] } }),
      ...(score && { score }),
      ...(timings && { timings }),
      ...sections,
    },
  };
}

function rulingOf(finding: FindingDocument): Ruling {
  return { ...finding, address: undefined };
}
