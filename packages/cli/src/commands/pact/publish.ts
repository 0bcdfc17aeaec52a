import { failed, nodeHost } from "@concordat/engine";
import type { ExitCode, Surroundings } from "../../io.ts";
import { complain, failureCode } from "../../session/problems.ts";
import { type BrokerFlags, openBroker } from "./broker.ts";
import { readPactFiles } from "./files.ts";

/** The flags of `publish`. */
export interface PublishFlags extends BrokerFlags {
  readonly consumerVersion: string;
  readonly branch?: string;
  readonly tag: readonly string[];
  readonly buildUrl?: string;
  readonly merge?: boolean;
}

/** `concordat pact publish`: gives pacts to the broker, as those of one version. */
export async function publish(files: readonly string[], flags: PublishFlags, io: Surroundings): Promise<ExitCode> {
  const host = nodeHost(io.cwd());
  const read = await readPactFiles(files, host);
  if (failed(read)) return failureCode(read, io);
  const pairs = Map.groupBy(read.value, ({ consumer, provider }) => JSON.stringify([consumer, provider]));
  for (const [first, second] of pairs.values())
    if (first && second)
      return complain(
        [
          {
            code: "pact-twice",
            message: `\`${first.file}\` and \`${second.file}\` are both pacts of \`${first.consumer}\` with \`${first.provider}\`. Name one of them.`,
          },
        ],
        io,
      );
  const broker = await openBroker(flags, host, io);
  if (failed(broker)) return failureCode(broker, io);
  const { consumerVersion, branch, tag, buildUrl, merge = false } = flags;
  for (const [consumer, pacts] of Map.groupBy(read.value, (pact) => pact.consumer)) {
    const request = { consumer, consumerVersion, branch, tags: tag, buildUrl, merge, pacts };
    const published = await broker.value.publish(request);
    if (failed(published)) return failureCode(published, io);
    for (const line of published.value) io.stdout.write(`${line}\n`);
  }
  return 0;
}
