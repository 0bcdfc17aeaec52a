import { isRecord, textAt } from "@concordat/engine/base";
import type { EntryRequest, PactEntry, PactFile } from "../file/pact-file.ts";

/** What came of replaying one interaction. */
export interface InteractionResult {
  /** The pact that it is of. */
  readonly file: string;
  readonly consumer: string;
  readonly interaction: PactEntry["interaction"];
  readonly description: string;
  readonly states: readonly string[];
  /** `unverified`: nothing is known, and that does not pass. */
  readonly result: "passed" | "failed" | "unverified";
  /** Why it did not pass, as sentences. */
  readonly reasons: readonly string[];
  readonly request: EntryRequest | undefined;
}

/** A provider state that could not be set up, and why. */
export interface StateFailure {
  readonly state: string;
  readonly reason: string;
}

/** What the verifier says of one interaction. */
interface Verdict {
  readonly passed: boolean;
  readonly reasons: readonly string[];
}

/**
 * Accounts for every interaction of the pacts: what the verifier says nothing of is unverified, and so is what was replayed without
 * its provider state.
 *
 * @param report what the verifier resolved or failed with
 */
export function accountFor(
  pacts: readonly PactFile[],
  report: unknown,
  stateFailures: readonly StateFailure[],
): readonly InteractionResult[] {
  const results = isRecord(report) && Array.isArray(report["interactionResults"]) ? report["interactionResults"] : [];
  const verdicts = Map.groupBy(results, (each) => {
    const states = isRecord(each) && Array.isArray(each["providerStates"]) ? each["providerStates"].map(String) : [];
    return keyOf(textAt(each, "consumer") ?? "", textAt(each, "description") ?? "", states);
  });
  // A report does not say of which pact a result is: two of one consumer, as of two of its versions, need a result each.
  const entries = pacts.flatMap(({ file, consumer, interactions }) =>
    interactions.map((entry) => ({ file, consumer, entry, key: keyOf(consumer, entry.description, entry.states) })),
  );
  const counts = Map.groupBy(entries, ({ key }) => key);
  return entries.map(({ file, consumer, entry, key }) => {
    const its = (verdicts.get(key) ?? []).map(verdictOf);
    const complete = its.length >= (counts.get(key)?.length ?? 0);
    const { interaction, description, states, request } = entry;
    return {
      file,
      consumer,
      interaction,
      description,
      states,
      request,
      ...judge(entry, its, complete, stateFailures),
    };
  });
}

function judge(
  { request, states }: PactEntry,
  verdicts: readonly Verdict[],
  complete: boolean,
  stateFailures: readonly StateFailure[],
): Pick<InteractionResult, "result" | "reasons"> {
  if (request === undefined) return { result: "unverified", reasons: ["Messages are not replayed here."] };
  const missing = stateFailures.filter(({ state }) => states.includes(state));
  if (missing.length > 0)
    return {
      result: "unverified",
      reasons: missing.map(({ state, reason }) => `The provider state \`${state}\` was not set up: ${reason}`),
    };
  const bad = verdicts.filter(({ passed }) => !passed);
  if (bad.length > 0) return { result: "failed", reasons: bad.flatMap(({ reasons }) => reasons) };
  return complete && verdicts.length > 0
    ? { result: "passed", reasons: [] }
    : { result: "unverified", reasons: ["The verifier reported no result for it."] };
}

function verdictOf(result: unknown): Verdict {
  const mismatch = isRecord(result) ? result["mismatch"] : undefined;
  const list = isRecord(mismatch) && Array.isArray(mismatch["mismatches"]) ? mismatch["mismatches"] : [];
  const reasons = list.map((each) => {
    const place = [textAt(each, "path"), textAt(each, "key"), textAt(each, "parameter")].find((part) => part);
    return `${place === undefined ? "" : `${place}: `}${textAt(each, "mismatch") ?? "does not match"}.`;
  });
  const message = textAt(mismatch, "message");
  const told = message === undefined ? reasons : [`${message}.`, ...reasons];
  return {
    passed: textAt(result, "result") === "OK" && mismatch === undefined,
    reasons: told.length > 0 ? told : ["The verifier gives no reason."],
  };
}

function keyOf(consumer: string, description: string, states: readonly string[]): string {
  return JSON.stringify([consumer, description, states]);
}

/** The request as a command for a POSIX shell. */
export function curlOf({ method, target, headers, body }: EntryRequest, url: string): string {
  const quoted = (text: string) => `'${text.replaceAll("'", "'\\''")}'`;
  return [
    `curl -X ${method}`,
    quoted(`${url.replace(/\/$/, "")}${target}`),
    ...headers.map(([name, value]) => `-H ${quoted(`${name}: ${value}`)}`),
    ...(body === undefined ? [] : [`--data-raw ${quoted(body)}`]),
  ].join(" ");
}
