import { failed, nodeHost } from "@concordat/engine";
import type { ExitCode, Surroundings } from "../../io.ts";
import { failureCode } from "../../session/problems.ts";
import { type BrokerFlags, openBroker } from "./broker.ts";

/** The flags of `record-deployment` and `record-release`. */
export interface RecordFlags extends BrokerFlags {
  readonly pacticipant: string;
  readonly version: string;
  readonly environment: string;
  readonly applicationInstance?: string;
  readonly ended?: boolean;
  readonly at?: string;
}

/** `concordat pact record-deployment` and `record-release`: notes that a version is in an environment, or no longer is. */
export async function record(kind: "deployment" | "release", flags: RecordFlags, io: Surroundings): Promise<ExitCode> {
  const { pacticipant, version, environment, applicationInstance, ended = false } = flags;
  const opened = await openBroker(flags, nodeHost(io.cwd()), io);
  if (failed(opened)) return failureCode(opened, io);
  const broker = opened.value;
  const placement = { pacticipant, version, environment, ended, at: flags.at ?? new Date().toISOString() };
  const done =
    kind === "deployment"
      ? await broker.recordDeployment(placement, applicationInstance)
      : await broker.recordRelease(placement);
  if (failed(done)) return failureCode(done, io);
  io.stdout.write(`${done.value}\n`);
  return 0;
}
