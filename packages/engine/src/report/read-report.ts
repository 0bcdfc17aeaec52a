import { isRecord, numberAt, textAt } from "../base/json-at.ts";
import type { Result } from "../base/result.ts";
import type { CheckOutcome, Outcome, RuledProblem } from "../outcome.ts";
import type { Ruling } from "../policy/ruling.ts";
import { SCHEMA_VERSION } from "./answer.ts";
import { acceptedOf, policyOf, proposedOf } from "./read-policy.ts";

/*
 * A report that another run has written with `json.ts`. Where that run was of a fork, anybody may have written it: nothing is taken over
 * but what has the form of a report, and every text of it is escaped as those of a description are.
 */

const SEVERITIES = ["off", "info", "warn", "error"] as const;
const IMPACTS = ["none", "patch", "minor", "major"] as const;
const AUDIENCES = ["wire", "client", "docs"] as const;
const PROOFS = ["witness", "rule", "undecided"] as const;
const STANDINGS = ["open", "baselined", "waived", "unused", "past-sunset"] as const;
const DIRECTIONS = ["request", "response"] as const;
const JUDGES = ["base", "head", "pact"] as const;
const OTHER_SIDES = ["pact", "timeline", "usage"] as const;

/** Why a text is no report. */
export interface NoReport {
  readonly failure: "malformed";
  /** The middle of a sentence. */
  readonly why: string;
}

/** Reads the JSON of `check`, as `renderJson` writes it; what nobody asks of a stored report is left out. */
export function readReport(text: string): Result<CheckOutcome, NoReport> {
  try {
    const data: unknown = JSON.parse(text);
    if (numberAt(data, "schemaVersion") !== SCHEMA_VERSION)
      throw new Malformed(
        `its \`schemaVersion\` is not ${SCHEMA_VERSION}, which is what this version of the action reads`,
      );
    if (isDeep(data)) throw new Malformed(`it is nested more than ${MOST_LEVELS} levels deep`);
    const asOf = need(textAt(data, "asOf"), "asOf");
    const contracts = listAt(data, "contracts").map(contractOf);
    const unchanged = isRecord(data) && Array.isArray(data["unchanged"]) ? data["unchanged"].map(String) : [];
    if (contracts.length === 0 && unchanged.length === 0) throw new Malformed("it judges no contract");
    return { value: { asOf, verdict: verdictOf(data), contracts, unchanged, ...policyOf(data) } };
  } catch (error) {
    return { failure: "malformed", why: error instanceof Malformed ? error.message : "it is no JSON" };
  }
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

/** What is not as a report has it. */
class Malformed extends Error {}

function need<T>(value: T | undefined, name: string): T {
  if (value === undefined) throw new Malformed(`\`${name}\` is missing, or not what it should be`);
  return value;
}

function listAt(data: unknown, name: string): readonly unknown[] {
  const list = isRecord(data) ? data[name] : undefined;
  return need(Array.isArray(list) ? list : undefined, name);
}

function oneOf<T extends string>(data: unknown, name: string, choices: readonly T[]): T {
  const text = textAt(data, name);
  return need(
    choices.find((choice) => choice === text),
    name,
  );
}

function contractOf(data: unknown): Outcome {
  const base = isRecord(data) && data["base"] !== null ? revisionOf(data["base"], "base") : null;
  return {
    contract: need(textAt(data, "contract"), "contract"),
    base,
    head: revisionOf(isRecord(data) ? data["head"] : undefined, "head"),
    against: base === null ? "new" : "base",
    ...compatibilityOf(data),
    verdict: verdictOf(data),
    rulings: listAt(data, "findings").map(rulingOf),
    problems: listAt(data, "problems").map(problemOf),
    ...acceptedOf(data),
    ...proposedOf(data, verdictOf),
  };
}

function compatibilityOf(data: unknown): Pick<Outcome, "compatibility"> {
  return isRecord(data) && "compatibility" in data
    ? { compatibility: oneOf(data, "compatibility", ["forward", "full"] as const) }
    : {};
}

function revisionOf(data: unknown, name: string): Outcome["head"] {
  const source = need(textAt(data, "source"), `${name}.source`);
  return { source, version: textAt(data, "version") ?? null, openapi: textAt(data, "openapi") ?? "" };
}

function verdictOf(data: unknown): CheckOutcome["verdict"] {
  const verdict = need(isRecord(data) ? data["verdict"] : undefined, "verdict");
  const pass = isRecord(verdict) ? verdict["pass"] : undefined;
  return {
    pass: need(typeof pass === "boolean" ? pass : undefined, "verdict.pass"),
    declaredBump: oneOf(verdict, "declaredBump", IMPACTS),
    requiredBump: oneOf(verdict, "requiredBump", IMPACTS),
    because: listAt(verdict, "because").filter((each) => typeof each === "string"),
  };
}

function rulingOf(data: unknown): Ruling {
  const members = isRecord(data) && Array.isArray(data["members"]) ? data["members"] : undefined;
  return {
    rule: need(textAt(data, "rule"), "rule"),
    fingerprint: need(textAt(data, "fingerprint"), "fingerprint"),
    severity: oneOf(data, "severity", SEVERITIES),
    impact: oneOf(data, "impact", IMPACTS),
    audience: oneOf(data, "audience", AUDIENCES),
    proof: oneOf(data, "proof", PROOFS),
    standing: oneOf(data, "standing", STANDINGS),
    message: need(textAt(data, "message"), "message"),
    subject: need(textAt(data, "subject"), "subject"),
    address: undefined,
    data: {},
    base: spanAt(data, "base"),
    head: spanAt(data, "head"),
    operations: listAt(data, "operations").map(reachOf),
    witness: witnessOf(data),
    ...placesOf(data),
    ...textsOf(data),
    ...(isRecord(data) && data["compatibility"] === "forward" && { compatibility: "forward" as const }),
    ...(members && { members: members.map(memberOf) }),
  };
}

function spanAt(data: unknown, name: string): Ruling["head"] {
  const span = isRecord(data) ? data[name] : undefined;
  if (span === null || span === undefined) return null;
  const [line, column] = [numberAt(span, "line"), numberAt(span, "column")];
  return { file: need(textAt(span, "file"), "file"), line: need(line, "line"), column: need(column, "column") };
}

function placesOf(data: unknown): Pick<Ruling, "places"> {
  const places = isRecord(data) ? data["places"] : undefined;
  const spans = OTHER_SIDES.flatMap((side) => {
    const span = spanAt(places, side);
    return span ? [[side, span] as const] : [];
  });
  return spans.length === 0 ? {} : { places: Object.fromEntries(spans) };
}

function textsOf(data: unknown): Pick<Ruling, "consumer" | "interaction"> {
  const [consumer, interaction] = [textAt(data, "consumer"), textAt(data, "interaction")];
  return { ...(consumer !== undefined && { consumer }), ...(interaction !== undefined && { interaction }) };
}

function reachOf(data: unknown): Ruling["operations"][number] {
  const [status, mediaType, at] = [textAt(data, "status"), textAt(data, "mediaType"), textAt(data, "at")];
  return {
    method: need(textAt(data, "method"), "method"),
    path: need(textAt(data, "path"), "path"),
    direction: oneOf(data, "direction", DIRECTIONS),
    ...(status !== undefined && { status }),
    ...(mediaType !== undefined && { mediaType }),
    ...(at !== undefined && { at }),
  };
}

function witnessOf(data: unknown): Ruling["witness"] {
  const witness = isRecord(data) ? data["witness"] : undefined;
  if (!isRecord(witness)) return null;
  return {
    // It comes out of JSON, so it is a value of it.
    value: (witness["value"] ?? null) as NonNullable<Ruling["witness"]>["value"],
    acceptedBy: oneOf(witness, "acceptedBy", JUDGES),
    refusedBy: oneOf(witness, "refusedBy", JUDGES),
    reason: textAt(witness, "reason") ?? "",
  };
}

function memberOf(data: unknown): NonNullable<Ruling["members"]>[number] {
  return {
    fingerprint: textAt(data, "fingerprint") ?? "",
    subject: textAt(data, "subject") ?? "",
    message: textAt(data, "message") ?? "",
    head: spanAt(data, "head"),
    operation: null,
  };
}

function problemOf(data: unknown): RuledProblem {
  return {
    code: need(textAt(data, "code"), "code"),
    message: need(textAt(data, "message"), "message"),
    severity: oneOf(data, "severity", ["error", "warn"]),
    file: textAt(data, "file"),
    line: numberAt(data, "line"),
    column: numberAt(data, "column"),
  };
}
