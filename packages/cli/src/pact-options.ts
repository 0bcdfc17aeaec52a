import { type Command, InvalidArgumentError, Option } from "commander";
import type { Surroundings } from "./io.ts";
import {
  collect,
  type Done,
  scanOption,
  wholeNumber,
  withCommonFlags,
  withReportFlags,
  withTerminalFlags,
} from "./options.ts";
import { FORMATS } from "./output/formats.ts";

/** The commands about pacts: what consumers rely on, who verified it, and what is deployed where. */
export function addPact(program: Command, io: Surroundings, done: Done): void {
  const pact = program.command("pact").description("Work with pacts: what consumers rely on, and who has verified it.");
  addCheck(pact, io, done);
  addImpact(pact, io, done);
  addImport(pact, io, done);
  addPublish(pact, io, done);
  addTest(pact, io, done);
  addVerify(pact, io, done);
  addRecords(pact, io, done);
  addCanIDeploy(pact, io, done);
}

function addImport(pact: Command, io: Surroundings, done: Done): void {
  pact
    .command("import")
    .description("Make pacts from recorded traffic, as a start if there are no consumer tests.")
    .argument("<file...>", "HAR files, or files with one exchange a line.")
    .requiredOption("--provider <name>", "Who served the traffic.")
    .option("--consumer <name>", "Who sent it. Default: as the exchanges say.")
    .option("--base-url <url>", "Take only what goes to URLs below this one.")
    .option("--out <folder>", "Write a file for each consumer there. Default: one pact on standard output.")
    .action(async (files, flags) =>
      done(await (await import("./commands/pact/import.ts")).importPacts(files, flags, io)),
    );
}

function withLedger(command: Command): Command {
  return command.option(
    "--ledger <folder>",
    "Folder of the ledger. Default: the Pact Broker of PACT_BROKER_BASE_URL, else pact-ledger at the top of the checkout.",
  );
}

function addPublish(pact: Command, io: Surroundings, done: Done): void {
  withLedger(pact.command("publish"))
    .description("Publish the pacts of a version of a consumer.")
    .argument("<file...>", "Pacts: files, or globs.")
    .requiredOption("--consumer-version <version>", "The version of the consumer that relies on them.")
    .option("--branch <name>", "The branch that it is on.")
    .option("--tag <name>", "A tag of the version. Repeatable.", collect, [])
    .option("--build-url <url>", "Where the build is that publishes, for a Pact Broker.")
    .option("--merge", "Have a Pact Broker add the interactions to those that it has for the version.")
    .action(async (files, flags) => done(await (await import("./commands/pact/publish.ts")).publish(files, flags, io)));
}

function addImpact(pact: Command, io: Surroundings, done: Done): void {
  const { command, formats } = withCommonFlags(
    pact.command("impact").description("Compare two revisions, and say of each change which consumers it hurts."),
  );
  withTerminalFlags(command)
    .requiredOption("--base <source>", "The revision before: a path, an https URL, or git:REF:PATH.")
    .requiredOption("--head <source>", "The revision after.")
    .option("--pact <file...>", "Pacts of the consumers, by path or glob.", [])
    .addOption(scanOption())
    .option("--provider <name>", "What the provider is called in its pacts. A pact with another one is refused.")
    .option("--unused", "List the operations and fields of head that no consumer uses.")
    .action(async (flags) => done(await (await import("./commands/pact/impact.ts")).pactImpact(flags, formats, io)));
}

function addCheck(pact: Command, io: Surroundings, done: Done): void {
  const { command, formats } = withCommonFlags(
    pact.command("check").description("Check pacts against a description, or those of the configured contracts."),
  );
  withTerminalFlags(command)
    .option("--spec <source>", "The description: a path, an https URL, or git:REF:PATH.")
    .option("--pact <file...>", "Pacts to check against it, by path or glob.", [])
    .option("--provider <name>", "What the provider is called in its pacts. A pact with another one is refused.")
    .action(async (flags) => done(await (await import("./commands/pact/check.ts")).pactCheck(flags, formats, io)));
}

function addTest(pact: Command, io: Surroundings, done: Done): void {
  const { command, formats } = withReportFlags(
    pact
      .command("test")
      .description("Run a consumer's tests, and compare the pacts that they write with those that are kept.")
      .usage("[options] -- <command...>")
      .argument("<command...>", "What runs the tests. They write their pacts to the folder that PACT_DIR names."),
    FORMATS,
  );
  command
    .option("--write", "Keep the pacts that the tests wrote.")
    .option(
      "--into <folder>",
      "Keep them in a folder for each consumer here. Default: beside the description of the provider.",
    )
    .option("--config <file>", "Configuration file. Default: the nearest concordat.yaml.")
    .action(async (args, flags) =>
      done(await (await import("./commands/pact/test.ts")).test(args, flags, formats, io)),
    );
}

function addVerify(pact: Command, io: Surroundings, done: Done): void {
  const { command, formats } = withReportFlags(
    withLedger(pact.command("verify"))
      .description("Replay what consumers rely on against a provider that runs.")
      .argument("[file...]", "Pacts: files, or globs. Default: those that the Pact Broker or the ledger names.")
      .requiredOption("--provider <name>", "The provider, as pacts name it.")
      .requiredOption("--url <url>", "Where it runs."),
    FORMATS,
  );
  command
    .option("--states <module>", "A module whose default export has a function for each provider state.")
    .option("--state-url <url>", "A URL that sets up provider states: POST { state, params, action }.")
    .option("--ignore-states", "Replay interactions without setting up their provider states.")
    .option(
      "--header <header>",
      "Send a header with each request, `Name: value` or `Name: env:VARIABLE`. Repeatable.",
      collect,
      [],
    )
    .option("--health <path>", "Path or URL that answers when the provider is up. Default: its URL.")
    .addOption(seconds("--wait <seconds>", "How long to wait until it answers.", 10))
    .addOption(seconds("--deadline <seconds>", "How long the verification may take.", 300))
    .option("--allow-empty", "Pass if there is no pact to verify.")
    .option("--selector <json>", "Consumer versions that a Pact Broker is to choose. Repeatable.", collect, [])
    .option("--pending", "Have a Pact Broker mark pacts that are new to this branch: their failures do not count.")
    .option("--wip-since <day>", "Have a Pact Broker include pacts in work since a day, as pending ones.")
    .option("--provider-version <version>", "The version of the provider that runs.")
    .option("--provider-branch <name>", "The branch that it is on.")
    .option("--provider-tag <name>", "A tag of its version. Repeatable.", collect, [])
    .option("--build-url <url>", "Where the build is that verifies, for a Pact Broker.")
    .option("--spec <file>", "The description that the provider has; its hash goes into the ledger.")
    .option("--config <file>", "Configuration file. Default: the nearest concordat.yaml.")
    .option("--publish", "Record the results in the ledger or the Pact Broker.")
    .option("--at <time>", "When it was verified, ISO 8601. Default: now.", parseTime)
    .action(async (files, flags) =>
      done(await (await import("./commands/pact/verify.ts")).verify(files, flags, formats, io)),
    );
}

function seconds(flags: string, description: string, preset: number): Option {
  return new Option(flags, description).argParser(wholeNumber).default(preset);
}

/** Flags that name the version of the application that a record is about, and where records are kept. */
function withVersion(command: Command): Command {
  return withLedger(command)
    .requiredOption("--pacticipant <name>", "The application, as pacts name it.")
    .requiredOption("--version <version>", "Its version.")
    .option("--new-environment", "The environment is new: nothing was recorded in it yet.");
}

function addRecords(pact: Command, io: Surroundings, done: Done): void {
  const commands = { deployment: pact.command("record-deployment"), release: pact.command("record-release") };
  commands.deployment
    .description("Record that a version took the place of the one before it in an environment.")
    .option("--application-instance <name>", "One of several instances that run side by side.");
  commands.release.description("Record that a version is supported in an environment beside the others there.");
  for (const kind of ["deployment", "release"] as const)
    withVersion(commands[kind])
      .requiredOption("--environment <name>", "The environment.")
      .option("--ended", "Record that the version is no longer there.")
      .option("--at <time>", "When it happened, ISO 8601. Default: now.", parseTime)
      .action(async (flags) => done(await (await import("./commands/pact/record.ts")).record(kind, flags, io)));
}

function addCanIDeploy(pact: Command, io: Surroundings, done: Done): void {
  const { command, formats } = withReportFlags(
    withVersion(
      pact
        .command("can-i-deploy")
        .description("Decide whether a version may be deployed: yes, no, or unverified, which does not pass."),
    ),
    FORMATS,
  );
  command
    .option("--to-environment <name>", "The environment that it is to go to.")
    .option(
      "--with <name@version>",
      "A version that it is to get along with, instead of an environment. Repeatable.",
      collect,
      [],
    )
    .option(
      "--ignore <name[@version]>",
      "An application, or a version of it, that does not count. Repeatable.",
      collect,
      [],
    )
    .action(async (flags) =>
      done(await (await import("./commands/pact/can-i-deploy.ts")).canIDeploy(flags, formats, io)),
    );
}

/** Reads a time, and answers it as records have it. */
function parseTime(text: string): string {
  const time = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2})$/.test(text)
    ? Date.parse(text)
    : Number.NaN;
  if (Number.isNaN(time)) throw new InvalidArgumentError("It is a time with a zone, such as 2027-01-31T12:00:00Z.");
  return new Date(time).toISOString();
}
