import type { Command } from "commander";
import type { Surroundings } from "./io.ts";
import { type Done, withCommonFlags, withFormatFlags, withReadingFlags } from "./options.ts";

const FORMATS = ["stylish", "json"];

/** Adds `client`: typed clients that are made from contracts. */
export function addClient(program: Command, io: Surroundings, done: Done): void {
  const client = program
    .command("client")
    .description("Generate typed clients that retry only what the contract makes safe.");
  withNames(
    withReadingFlags(
      client.command("generate").description("Write the TypeScript client of a description, or of contracts."),
    ),
  )
    .option("--quiet", "Print no progress and no notes.")
    .action(async (names, flags) =>
      done(await (await import("./commands/client/generate.ts")).clientGenerate(names, flags, io)),
    );
  const check = withCommonFlags(
    client.command("check").description("Check that committed clients are as they would be generated now."),
    FORMATS,
  );
  withNames(check.command).action(async (names, flags) =>
    done(await (await import("./commands/client/check.ts")).clientCheck(names, flags, check.formats, io)),
  );
  addUsage(client, io, done);
}

function addUsage(client: Command, io: Surroundings, done: Done): void {
  const { command, formats } = withFormatFlags(
    client
      .command("usage")
      .description("List the operations that sources use: by generated clients, and by openapi-fetch.")
      .argument("[source...]", "Files and folders with TypeScript or JavaScript. Default: this folder."),
    FORMATS,
  );
  withReadingFlags(command)
    .option("--spec <spec>", "The description. Default: those of the configured contracts.")
    .option("--out <folder>", "The folder of its generated client, if there is one.")
    .option("--consumer <name>", "Whose sources they are, for the JSON. Commands that read it take it as evidence.")
    .option("--quiet", "Print no progress and no notes.")
    .action(async (sources, flags) =>
      done(await (await import("./commands/client/usage.ts")).clientUsage(sources, flags, formats, io)),
    );
}

function withNames(command: Command): Command {
  return command
    .argument("[contract...]", "Contracts by their name in the configuration. Default: all that have a client.")
    .option("--spec <spec>", "The description: a path, an https URL, REF:PATH, or - for standard input.")
    .option("--out <folder>", "The folder of the client; it holds nothing else.");
}
