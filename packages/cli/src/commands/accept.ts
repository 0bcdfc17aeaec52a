import {
  type AcceptedFindings,
  acceptFindings,
  failed,
  governCheck,
  isDay,
  type Problem,
  yearAfter,
} from "@concordat/engine";
import type { CommonFlags, CompatibilityFlag } from "../flags.ts";
import type { ExitCode, Surroundings } from "../io.ts";
import { withProgress } from "../output/progress.ts";
import { openSession } from "../session/open.ts";
import { complain, failureCode } from "../session/problems.ts";

/** The flags of `accept` beside the common ones. */
export interface AcceptFlags extends CommonFlags, CompatibilityFlag {
  readonly base?: string;
  readonly policy?: "base" | "head";
  readonly contract: readonly string[];
  readonly reason: string;
  readonly owner?: string;
  readonly until?: string;
}

/** `concordat accept`: writes waivers for findings of a check into the baselines of their contracts. */
export async function accept(fingerprints: readonly string[], flags: AcceptFlags, io: Surroundings): Promise<ExitCode> {
  const opened = await openSession(flags, io, { ownRules: false });
  if (failed(opened)) return failureCode(opened, io);
  const { config, asOf, load, openStore, catalogue, host } = opened.value;
  const until = flags.until ?? yearAfter(asOf);
  if (!isDay(until) || until < asOf) return complain([notLater(until, asOf)], io);
  const { base: baseRevision, policy, compatibility, config: configFile, contract: contracts, reason, owner } = flags;
  const checked = await withProgress("Checking", flags, io, () =>
    governCheck(
      {
        config,
        configFile,
        contracts,
        baseRevision,
        policy,
        compatibility,
        asOf,
        openStore,
        load: { ...load, allowRemote: flags.allowRemoteRef },
      },
      catalogue,
      host,
    ),
  );
  if (failed(checked)) return failureCode(checked, io);
  const { contracts: outcomes } = checked.value;
  const accepted = await acceptFindings({ config, outcomes, fingerprints, reason, owner, until, asOf }, host);
  if (failed(accepted)) return failureCode(accepted, io);
  io.stdout.write(acceptedText(accepted.value, until));
  return 0;
}

/** What was accepted, contract by contract. */
export function acceptedText(accepted: readonly AcceptedFindings[], until: string): string {
  if (accepted.length === 0) return "No open finding is left to accept.\n";
  return accepted
    .map(({ contract, file, messages }) => {
      const count = messages.length === 1 ? "1 finding" : `${messages.length} findings`;
      const lines = messages.map((message) => `  - ${message}\n`).join("");
      return `Accepted ${count} of \`${contract}\` until ${until}, in ${file}:\n${lines}`;
    })
    .join("");
}

/** The objection to a last day that has passed, or is none. */
export function notLater(until: string, asOf: string): Problem {
  const message = `\`--until ${until}\` is not a date such as 2027-01-31, or it comes before ${asOf}. Name a later day.`;
  return { code: "usage", message };
}
