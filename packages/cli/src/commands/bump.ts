import { resolve } from "node:path";
import { bumpVersion, governDiff, impactRank, isFailure, writeVersion } from "@concordat/engine";
import type { CommonFlags } from "../cli.ts";
import type { ExitCode, Surroundings } from "../io.ts";
import { complain, failureCode, openSession } from "./judging.ts";
import { withProgress } from "./progress.ts";

/** `concordat bump`: what the version must become, and with `--write` makes it so. */
export async function bump(
  base: string,
  head: string,
  flags: CommonFlags & { readonly write?: boolean },
  io: Surroundings,
): Promise<ExitCode> {
  const session = await openSession(flags, io);
  if (typeof session === "number") return session;
  const { policy } = session.config;
  const outcome = await withProgress("Comparing", flags, io, () =>
    governDiff({ base, head, asOf: session.asOf, load: session.load, policy }, session.catalogue, session.host),
  );
  if (isFailure(outcome)) return failureCode(outcome, io);
  const { requiredBump, declaredBump, pass } = outcome.verdict;
  const from = outcome.base?.version ?? undefined;
  const next =
    from === undefined ? undefined : bumpVersion(from, requiredBump, policy.versionStyle, policy.initialDevelopment);
  io.stdout.write(
    `required: ${requiredBump}\ndeclared: ${declaredBump} (${from ?? "no version"} → ${outcome.head.version ?? "no version"})\n`,
  );
  if (impactRank(declaredBump) >= impactRank(requiredBump)) return 0;
  if (next === undefined && pass && !flags.write) return 0;
  if (next === undefined)
    return complain(
      [
        {
          code: "version-style",
          message: `The version \`${from ?? ""}\` does not say what comes next. Choose it yourself.`,
        },
      ],
      io,
      1,
    );
  if (!flags.write) {
    io.stdout.write(`next:     ${next}\n`);
    return pass ? 0 : 1;
  }
  if (/^(?:git|https?):/.test(head))
    return complain([{ code: "usage", message: `Only a file can be written, and \`${head}\` is none.` }], io);
  const written = await writeVersion(resolve(io.cwd(), head), next, session.host);
  if (written !== undefined) return complain([written], io);
  io.stdout.write(`written:  ${next} to ${head}\n`);
  return 0;
}
