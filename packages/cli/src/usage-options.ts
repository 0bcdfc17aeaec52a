import type { Command } from "commander";
import type { Surroundings } from "./io.ts";
import {
  collect,
  type Done,
  noticeOption,
  scanOption,
  wholeNumber,
  withCommonFlags,
  withReadingFlags,
  withReportFlags,
} from "./options.ts";

/** The forms of tables of counts. */
const TABLE_FORMATS = ["table", "json", "markdown", "csv"];

/** Adds `usage`. */
export function addUsage(program: Command, io: Surroundings, done: Done): void {
  const usage = program.command("usage").description("Count who calls which operation, from access logs and spans.");
  const importing = withReadingFlags(
    usage
      .command("import")
      .description("Count the calls of logs into a usage store.")
      .argument(
        "<source...>",
        "Log files, globs in quotes, or - for standard input; plain or gzip. Tables for otel-traces.",
      ),
  );
  importing
    .option("--spec <spec>", "The description whose operations are counted. Default: that of the only contract.")
    .option(
      "--store <store>",
      "The usage store: a file, or clickhouse:URL; made if it is not there. Default: that of the configuration.",
    )
    .requiredOption(
      "--log <format>",
      "Format of the logs: combined, json, envoy, kong, aws-apigw, aws-alb, otlp, otel-traces, parquet, counts.",
    )
    .option("--consumer <source>", "Where the consumer stands: user, agent, field:NAME or none.")
    .option(
      "--base-path <path>",
      "Path before the templates, instead of those of the servers. Repeatable.",
      collect,
      [],
    )
    .option("--field <fact=name>", "Name of a fact in json, parquet and counts: time=at. Repeatable.", collect, [])
    .option("--hash-consumers <env:key>", "Store consumers as HMACs, with the secret of an environment variable.")
    .option("--quiet", "Print no progress and no notes.")
    .action(async (sources, flags) =>
      done(await (await import("./commands/usage/import.ts")).usageImport(sources, flags, io)),
    );
  const { command, formats } = withReportFlags(
    usage.command("report").description("Show the calls of a usage store by consumer, operation and day."),
    TABLE_FORMATS,
  );
  command
    .option(
      "--store <store>",
      "The usage store (a file or clickhouse:URL), or a usage report. Default: that of the configuration.",
    )
    .option("--config <file>", "Configuration file. Default: the nearest concordat.yaml.")
    .action(async (flags) => done(await (await import("./commands/usage/report.ts")).usageReport(flags, formats, io)));
}

/** Adds `migrate`. */
export function addMigrate(program: Command, io: Surroundings, done: Done): void {
  const migrate = program.command("migrate").description("Follow consumers away from deprecated operations.");
  addStatus(migrate, io, done);
  addPlan(migrate, io, done);
  addCodemod(migrate, io, done);
}

function addStatus(migrate: Command, io: Surroundings, done: Done): void {
  const { command, formats } = withCommonFlags(
    migrate
      .command("status")
      .description("Show how far each consumer has come, and which deprecated operations may be removed."),
    [...TABLE_FORMATS, "html"],
  );
  command
    .option("--spec <spec>", "The description with the deprecated operations. Default: that of the only contract.")
    .option(
      "--store <store>",
      "The usage store (a file or clickhouse:URL), or a usage report. Default: that of the configuration.",
    )
    .option(
      "--window <days>",
      "Whole days before --as-of whose calls count. Default: usage.window, else 30.",
      wholeNumber,
    )
    .option("--pact <file>", "Pact, or glob of pacts, that shows which fields consumers use. Repeatable.", collect, [])
    .addOption(scanOption())
    .option("--exclude <consumer>", "A consumer whose calls do not count. Repeatable.", collect, [])
    .option(
      "--max-use <limit>",
      "Calls within the window that do not stop a removal: a number, or a percentage. Default: usage.maxUse, else 0.",
    )
    .addOption(noticeOption())
    .option("--fail-if-late", "Exit 1 if a sunset has passed and the operation is used more than --max-use.")
    .action(async (flags) =>
      done(await (await import("./commands/migrate/status.ts")).migrateStatus(flags, formats, io)),
    );
}

function addPlan(migrate: Command, io: Surroundings, done: Done): void {
  const { command, formats } = withCommonFlags(
    migrate
      .command("plan")
      .description("Write a migration guide for a consumer: each call that it makes, before and after."),
    ["markdown", "json"],
  );
  withRevisions(command)
    .option("--consumer <name>", "The consumer that the guide is for. Default: all.")
    .option(
      "--pact <file>",
      "Pact, or glob of pacts, that shows what consumers send and read. Repeatable.",
      collect,
      [],
    )
    .addOption(scanOption())
    .option(
      "--store <store>",
      "Usage store, or usage report, with the calls of consumers. Default: that of the configuration.",
    )
    .action(async (flags) => done(await (await import("./commands/migrate/plan.ts")).migratePlan(flags, formats, io)));
}

function addCodemod(migrate: Command, io: Surroundings, done: Done): void {
  const { command, formats } = withCommonFlags(
    migrate
      .command("codemod")
      .description("Rewrite the calls of openapi-fetch and of generated clients in TypeScript files.")
      .argument("<path...>", "Files, folders, or globs in quotes."),
    ["stylish", "json"],
  );
  withRevisions(command)
    .option("--client <specifier>", "Module that is a generated client, such as an alias. Repeatable.", collect, [])
    .option("--dry-run", "Write nothing, and print what would change as a patch.")
    .option("--no-type-check", "Do not have the TypeScript of the project check what was written.")
    .action(async (paths, flags) =>
      done(await (await import("./commands/migrate/codemod.ts")).migrateCodemod(paths, flags, formats, io)),
    );
}

function withRevisions(command: Command): Command {
  return command
    .option("--base <spec>", "The description that the calls are made for. Default: --head, by what it deprecates.")
    .option("--head <spec>", "The description that consumers move to. Default: that of the only contract.");
}
