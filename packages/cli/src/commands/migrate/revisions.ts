import { inputFailure, pathFrom, type Result } from "@concordat/engine";
import type { Session } from "../../session/open.ts";

/** The two revisions between which consumers move. */
export interface RevisionFlags {
  readonly base?: string;
  readonly head?: string;
}

/** The sources of both revisions: head by default of the only contract, base only where it is named. */
export function revisionsOf(
  { base, head }: RevisionFlags,
  { config: { contracts }, host }: Pick<Session, "config" | "host">,
): Result<{ readonly base: string | undefined; readonly head: string }> {
  if (head !== undefined) return { value: { base, head } };
  const [only, ...others] = contracts;
  if (only === undefined || others.length > 0)
    return inputFailure("usage", "Name the description that consumers move to with `--head`.");
  return { value: { base, head: pathFrom(host.cwd, only.spec) || only.spec } };
}
