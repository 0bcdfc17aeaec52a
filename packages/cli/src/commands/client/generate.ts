import { failed, pathFrom } from "@concordat/engine";
import { type ClientRequest, type GeneratedClient, governClientGenerate } from "@concordat/engine/client";
import type { ExitCode, Surroundings } from "../../io.ts";
import { withProgress } from "../../output/progress.ts";
import { openSession } from "../../session/open.ts";
import { complain, failureCode } from "../../session/problems.ts";
import { type ClientFlags, clientsOf } from "./clients.ts";
import { loadClientTypescript } from "./load.ts";

/** `concordat client generate`: writes typed clients of descriptions. */
export async function clientGenerate(
  names: readonly string[],
  flags: Omit<ClientFlags, "failOn">,
  io: Surroundings,
): Promise<ExitCode> {
  const opened = await openSession({ ...flags, failOn: "error" }, io, { ownRules: false });
  if (failed(opened)) return failureCode(opened, io);
  const clients = clientsOf(names, { ...flags, failOn: "error" }, opened.value);
  if (failed(clients)) return failureCode(clients, io);
  const loaded = await loadClientTypescript(io.cwd());
  if (failed(loaded)) return failureCode(loaded, io);
  const { typesOf } = loaded.value;
  for (const client of clients.value) {
    const generated = await withProgress("Generating", flags, io, () =>
      governClientGenerate(client, typesOf, opened.value.host),
    );
    if (failed(generated)) return failureCode(generated, io);
    complain(generated.value.problems, io);
    if (flags.quiet !== true) io.stdout.write(`${told(client, generated.value, io.cwd())}\n`);
  }
  return 0;
}

function told({ source, out }: ClientRequest, { files }: GeneratedClient, cwd: string): string {
  const folder = pathFrom(cwd, out) || ".";
  const written = files.filter((file) => file.written).map(({ name }) => name);
  return written.length === 0
    ? `${folder}: The client is up to date with ${source}.`
    : `${folder}: wrote ${written.join(", ")} from ${source}.`;
}
