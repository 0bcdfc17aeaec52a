import { type Failure, failed, inputFailure, type Result } from "../base/result.ts";
import type { Outcome } from "../outcome.ts";
import type { Ruling } from "../policy/ruling.ts";

/** The fewest characters that name a finding. */
const SHORTEST_FINGERPRINT = 6;

/** Findings of one contract. */
export interface Choice {
  readonly contract: string;
  readonly rulings: readonly Ruling[];
}

/**
 * The open findings that beginnings of fingerprints name, by contract; all of them where none are given. Each beginning has
 * to name exactly one fingerprint, which several contracts may share. A finding that stands for several can be named as a
 * whole, or member by member.
 */
export function chooseFindings(
  outcomes: readonly Outcome[],
  beginnings: readonly string[] | undefined,
): Result<readonly Choice[]> {
  if (beginnings === undefined) return { value: choicesOf(outcomes, ({ rulings }) => rulings.filter(isOpen)) };
  const nameable = outcomes.flatMap(({ rulings }) => rulings.flatMap(withMembers));
  const chosen = new Set<string>();
  for (const beginning of beginnings) {
    const named = fingerprintNamed(beginning, nameable);
    if (failed(named)) return named;
    chosen.add(named.value);
  }
  const isChosen = (ruling: Ruling) => isOpen(ruling) && chosen.has(ruling.fingerprint);
  return { value: choicesOf(outcomes, ({ rulings }) => rulings.flatMap(withMembers).filter(isChosen)) };
}

function choicesOf(outcomes: readonly Outcome[], choose: (outcome: Outcome) => readonly Ruling[]): Choice[] {
  return outcomes
    .map((outcome) => ({ contract: outcome.contract ?? "", rulings: choose(outcome) }))
    .filter(({ rulings }) => rulings.length > 0);
}

function fingerprintNamed(beginning: string, nameable: readonly Ruling[]): Result<string> {
  if (!/^[0-9a-f]+$/.test(beginning) || beginning.length < SHORTEST_FINGERPRINT)
    return unknown(
      `\`${beginning}\` is not a fingerprint. Give at least ${SHORTEST_FINGERPRINT} of its characters, as \`concordat check\` prints them.`,
    );
  const named = nameable.filter(({ fingerprint }) => fingerprint.startsWith(beginning));
  const open = [...new Set(named.filter(isOpen).map(({ fingerprint }) => fingerprint))];
  if (open.length > 1)
    return inputFailure(
      "fingerprint-ambiguous",
      `${open.length} findings have fingerprints that begin with \`${beginning}\`: ${open.join(", ")}. Give more characters.`,
    );
  const [first] = open;
  if (first !== undefined) return { value: first };
  const [settled] = named;
  return unknown(
    settled === undefined
      ? `No finding has a fingerprint that begins with \`${beginning}\`. \`concordat check\` prints the fingerprints of all findings.`
      : `The finding \`${settled.fingerprint}\` already does not count: it is ${settled.standing}. There is nothing to accept.`,
  );
}

function unknown(message: string): Failure {
  return inputFailure("fingerprint-unknown", message);
}

/** A finding, and those that it stands for. */
function withMembers(ruling: Ruling): readonly Ruling[] {
  const { members = [], ...alone } = ruling;
  return [ruling, ...members.map((member) => ({ ...alone, ...member, operations: [] }))];
}

function isOpen({ standing }: Ruling): boolean {
  return standing === "open";
}
