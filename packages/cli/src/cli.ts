import { Command, CommanderError, Option } from "commander";
import { addClient } from "./client-options.ts";
import { type ExitCode, guarded, type Process, type Surroundings } from "./io.ts";
import {
  collect,
  type Done,
  noticeOption,
  scanOption,
  wholeNumber,
  withCommonFlags,
  withFormatFlags,
  withReadingFlags,
  withReportFlags,
  withTerminalFlags,
} from "./options.ts";
import { FORMATS } from "./output/formats.ts";
import { addPact } from "./pact-options.ts";
import { addMigrate, addUsage } from "./usage-options.ts";

const DEPRECATION_FORMATS = ["stylish", "json", "markdown", "html"];
const TIMELINE_FORMATS = ["markdown", "json", "ics", "svg", "html"];
const HEADER_FORMATS = ["stylish", "json"];

/** Runs the command line: arguments in, exit code out. */
export async function run(args: readonly string[], process: Process): Promise<ExitCode> {
  const io = guarded(process);
  if (!isSomewhere(process)) {
    io.stderr.write("The current folder does not exist any more. Run the command in another folder.\n");
    return 3;
  }
  let code: ExitCode = 0;
  const program = build(io, (result) => {
    code = result;
  });
  try {
    await program.parseAsync(args, { from: "user" });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    const detail = error instanceof Error ? (io.env["CONCORDAT_DEBUG"] ? error.stack : error.message) : String(error);
    io.stderr.write(
      `concordat failed: ${detail}\nThis is a fault of Concordat. Set CONCORDAT_DEBUG=1 to see where, and please report it.\n`,
    );
    return 3;
  }
}

function isSomewhere({ cwd }: Process): boolean {
  try {
    return cwd() !== "";
  } catch {
    return false;
  }
}

function build(io: Surroundings, done: Done): Command {
  const program = new Command("concordat")
    .description("Keeps the promises that an API description makes.")
    .version(__CONCORDAT_VERSION__, "-V, --version")
    .exitOverride()
    // Options of a command may have the names of our own: `pact can-i-deploy --version`.
    .enablePositionalOptions()
    .showHelpAfterError(`(${io.command} --help shows all commands)`)
    .configureOutput({ writeOut: (text) => io.stdout.write(text), writeErr: (text) => io.stderr.write(text) });
  addJudging(program, io, done);
  addAccept(program, io, done);
  addReleasing(program, io, done);
  addRelease(program, io, done);
  addLint(program, io, done);
  addReport(program, io, done);
  addSchema(program, io, done);
  addDeprecations(program, io, done);
  addPact(program, io, done);
  addUsage(program, io, done);
  addMigrate(program, io, done);
  addClient(program, io, done);
  addHelpers(program, io, done);
  return program;
}

/** Only for sources that the command line names: the URLs of a configuration may be another's choice. */
function headerOption(): Option {
  return new Option(
    "--header <header>",
    "Send a header when a description is read from its URL. `Name: env:VARIABLE` takes the value from the environment. Repeatable.",
  )
    .argParser(collect)
    .default([]);
}

/** Whose consumers must get along with which revision. */
function compatibilityOption(): Option {
  return new Option(
    "--compatibility <direction>",
    "Who must get along: consumers of base with head (backward), of head with base (forward), or both (full). Default: the policy's.",
  ).choices(["backward", "forward", "full"]);
}

function addJudging(program: Command, io: Surroundings, done: Done): void {
  const diff = withCommonFlags(
    program
      .command("diff")
      .description("Compare two revisions: breaking changes with proof, and the version they need.")
      .argument(
        "<base>",
        "The revision before: a path, an https URL, REF:PATH as git writes it, or - for standard input.",
      )
      .argument("<head>"),
  );
  withTerminalFlags(diff.command)
    .addOption(headerOption())
    .addOption(compatibilityOption())
    .option(
      "--pact <file...>",
      "Pacts of consumers, by path or glob: each break says whom it hurts. Default: those of the contract that head belongs to.",
      [],
    )
    .addOption(scanOption())
    .option("--provider <name>", "What the provider is called in these pacts. A pact with another one is refused.")
    .addOption(
      new Option(
        "--cross-check <tool>",
        "Run another tool on the same files and explain where the two differ.",
      ).choices(["oasdiff"]),
    )
    .action(async (base, head, flags) => {
      done(await (await import("./commands/diff.ts")).diff(base, head, flags, diff.formats, io));
    });
  const check = withCommonFlags(
    program
      .command("check")
      .description("Judge the configured contracts against their base. The gate for pull requests.")
      .argument("[contract...]", "Contracts by their name in the configuration. Default: all."),
  );
  withTerminalFlags(check.command)
    .addOption(compatibilityOption())
    .option("--base <revision>", "Git revision to compare with. Default: the merge base with the default branch.")
    .addOption(policyOption())
    .option("--write-baseline", "Accept all findings that count, so that only new ones fail.")
    .option("--reason <text>", "Why --write-baseline accepts them.", "Found when checking began.")
    .option("--owner <name>", "Who is responsible for them. Default: the contract's owner.")
    .option("--until <date>", "Last day on which they are accepted. Default: in a year.")
    .option("--watch", "Check again whenever a description or the configuration changes.")
    .action(async (contracts, flags) =>
      done(await (await import("./commands/watch.ts")).checkWatched(contracts, flags, check.formats, io)),
    );
}

function addAccept(program: Command, io: Surroundings, done: Done): void {
  withReadingFlags(
    program
      .command("accept")
      .description("Accept findings of `check`: write them into the baselines of their contracts.")
      .argument("<fingerprint...>", "Fingerprints, or their beginnings, as `check` prints them."),
  )
    .requiredOption("--reason <text>", "Why the findings are accepted.")
    .option("--owner <name>", "Who is responsible for them. Default: the contract's owner.")
    .option("--until <date>", "Last day on which they are accepted. Default: in a year.")
    .option("--contract <name>", "Look for findings in this contract only. Repeatable.", collect, [])
    .option("--base <revision>", "Git revision to compare with. Default: the merge base with the default branch.")
    .addOption(policyOption())
    .addOption(compatibilityOption())
    .option("--quiet", "Print no progress and no notes.")
    .action(async (fingerprints, flags) =>
      done(await (await import("./commands/accept.ts")).accept(fingerprints, flags, io)),
    );
}

function policyOption(): Option {
  return new Option("--policy <side>", "Take the policy from the merge base or from the working tree.")
    .choices(["base", "head"])
    .default("base");
}

/** What the changes of two revisions come to, for people and for the next release. */
function addReleasing(program: Command, io: Surroundings, done: Done): void {
  const changelog = withCommonFlags(
    program
      .command("changelog")
      .description("Write what changed between revisions as a changelog for consumers.")
      .usage("[options] <base> <head> | [contract...] | --since <revision> [contract or path...]")
      .argument(
        "[source...]",
        "Two descriptions, or contracts by name; with --since, contracts or paths. Default: all contracts.",
      ),
  );
  changelog.command
    .addOption(headerOption())
    .option("--base <revision>", "Git revision to compare contracts with. Default: that of `check`.")
    .option(
      "--since <revision>",
      "Git tag or revision to start after. Lists each tagged version up to the working tree.",
    )
    .action(async (sources, flags) =>
      done(await (await import("./commands/changelog.ts")).changelog(sources, flags, changelog.formats, io)),
    );
  const bump = withCommonFlags(
    program
      .command("bump")
      .description("Compare the version that the changes need with info.version.")
      .usage("[options] <base> <head> | [contract...]")
      .argument("[source...]", "Two descriptions, or contracts by name. Default: all contracts."),
    ["stylish", "json"],
  );
  bump.command
    .addOption(headerOption())
    .addOption(compatibilityOption())
    .option("--base <revision>", "Git revision to compare contracts with. Default: that of `check`.")
    .addOption(policyOption())
    .option("--write", "Write the needed version into head, if head is a file.")
    .action(async (sources, flags) =>
      done(await (await import("./commands/bump.ts")).bump(sources, flags, bump.formats, io)),
    );
}

/** What becomes a released revision. */
function addRelease(program: Command, io: Surroundings, done: Done): void {
  const release = withCommonFlags(
    program
      .command("release")
      .description("Copy descriptions into the released revisions of their contracts.")
      .argument("[contract...]", "Contracts by their name in the configuration. Default: all."),
    ["stylish", "json"],
  );
  release.command
    .option("--dry-run", "Print what would be released, and write nothing.")
    .action(async (contracts, flags) =>
      done(await (await import("./commands/release.ts")).release(contracts, flags, release.formats, io)),
    );
}

function addLint(program: Command, io: Surroundings, done: Done): void {
  const lint = withCommonFlags(
    program
      .command("lint")
      .description("Check descriptions against the lint rules.")
      .argument(
        "[spec...]",
        "Paths, https URLs, REF:PATH, or - for standard input. Default: the configured contracts.",
      ),
  );
  withTerminalFlags(lint.command)
    .addOption(headerOption())
    .option("--base <revision>", "Git revision. Only findings that it does not have count.")
    .option("--ruleset <file>", "Run a Spectral ruleset too. Repeatable.", collect, [])
    .option("--fix", "Fix what can be fixed by restating what the description says already.")
    .option("--fix=promises", "Also declare behavior that the server must have, such as a 429.")
    .option("--fix-only <rule>", "Fix what this rule reports, and nothing else. Repeatable.", collect, [])
    .option("--fix-dry-run", "Print what would be fixed, as a patch.")
    .option("--timings", "Print how long the slowest rules took.")
    .option("--write-baseline <file>", "Accept all present findings, so that only new ones fail.")
    .option("--reason <text>", "Why the findings are accepted.", "Found when linting began.")
    .option("--owner <name>", "Who is responsible for them.", "unassigned")
    .option("--until <date>", "Last day on which they are accepted. Default: in a year.")
    .option("--watch", "Lint again whenever a description or the configuration changes.")
    .action(async (specs, flags) =>
      done(await (await import("./commands/watch.ts")).lintWatched(specs, flags, lint.formats, io)),
    );
}

/** Reports of what was judged before. */
function addReport(program: Command, io: Surroundings, done: Done): void {
  const { command, formats } = withFormatFlags(
    program
      .command("report")
      .description("Show stored JSON of other commands as one page for people, or in another format."),
    FORMATS,
  );
  command
    .option(
      "--from <file>",
      "A file that `--format json` wrote, or - for standard input. Repeatable: one page shows all.",
      collect,
      [],
    )
    .option("--html <file>", "Write the page to a file; the same as --format html --output FILE.")
    .option("--quiet", "Print no progress and no notes.")
    .action(async (flags) => done(await (await import("./commands/report.ts")).report(flags, formats, io)));
}

function addDeprecations(program: Command, io: Surroundings, done: Done): void {
  const deprecations = program.command("deprecations").description("Show what is deprecated, and check its dates.");
  for (const [name, description, names] of [
    ["list", "List everything that is deprecated, with its dates and its replacement.", DEPRECATION_FORMATS],
    ["check", "Check the dates and the replacements of everything that is deprecated.", DEPRECATION_FORMATS],
    ["timeline", "Show the days of deprecations and sunsets in order, or as a calendar.", TIMELINE_FORMATS],
    ["headers", "Print the headers that responses of deprecated operations should have.", HEADER_FORMATS],
  ] as const) {
    const { command, formats } = withCommonFlags(
      deprecations
        .command(name)
        .description(description)
        .argument("[spec]", "A path, an https URL, or git:REF:PATH. Default: the configured contracts."),
      names,
    );
    command
      .addOption(noticeOption())
      .action(async (spec, flags) =>
        done(
          await (await import("./commands/deprecations/deprecations.ts")).deprecations(name, spec, flags, formats, io),
        ),
      );
  }
}

function addSchema(program: Command, io: Surroundings, done: Done): void {
  const schema = withReportFlags(
    program
      .command("schema")
      .description("Decide whether every value of one JSON Schema is a value of another.")
      .argument("[base]", "File with the schema before.")
      .argument("[head]"),
    ["json", "stylish", "markdown"],
  );
  schema.command
    .addOption(
      new Option("--direction <direction>", "Who sends the values.")
        .choices(["request", "response", "both"])
        .default("both"),
    )
    .addOption(
      new Option("--extras <reading>", "What open objects may hold beyond the properties they declare.")
        .choices(["declared", "strict"])
        .default("declared"),
    )
    .option(
      "--dialect <dialect>",
      "draft-04 to draft-2020-12, or openapi-2.0 to openapi-3.2. Default: by $schema, else draft-2020-12.",
    )
    .addOption(
      new Option("--budget <states>", "States to search before a question is left undecided.").argParser(wholeNumber),
    )
    .option("--batch <file>", "JSON lines with id, base, head and perhaps dialect; one line is answered for each")
    .action(async (base, head, flags) =>
      done(await (await import("./commands/schema/schema.ts")).schema(base, head, flags, schema.formats, io)),
    );
}

function addHelpers(program: Command, io: Surroundings, done: Done): void {
  program
    .command("init")
    .description("Find the descriptions here and write concordat.yaml and a workflow.")
    .option("--yes", "Accept all suggestions without asking.")
    .action(async (flags) => done(await (await import("./commands/init/init.ts")).init(flags, io)));
  program
    .command("explain")
    .description("Explain what a rule finds, why it matters, and what to do.")
    .argument("<rule>")
    .option("--config <file>", "Configuration file. Default: the nearest concordat.yaml.")
    .action(async (rule, flags) => done(await (await import("./commands/explain.ts")).explain(rule, flags, io)));
  const rules = program.command("rules").description("List the rules.");
  rules
    .command("list")
    .description("List rules with their severity, impact and audience, by family.")
    .argument("[text]", "List only rules whose id or summary has this text.")
    .addOption(new Option("--format <format>").choices(["stylish", "json"]).default("stylish"))
    .option("--config <file>", "Configuration file. Default: the nearest concordat.yaml.")
    .addOption(new Option("--family <family>", "List the rules of one family only.").choices(["diff", "lint", "pact"]))
    .addOption(
      new Option("--severity <severity>", "List the rules of one severity only.").choices([
        "error",
        "warn",
        "info",
        "off",
      ]),
    )
    .action(async (text, flags) => done(await (await import("./commands/rules-list.ts")).rulesList(text, flags, io)));
  const config = program.command("config").description("Work with the configuration.");
  config
    .command("check")
    .description("Check the configuration and that its descriptions can be read.")
    .option("--config <file>", "Configuration file. Default: the nearest concordat.yaml.")
    .action(async (flags) => done(await (await import("./commands/config-check.ts")).configCheck(flags, io)));
  config
    .command("show")
    .description("Print what the configuration settles, and which line of which file says so.")
    .addOption(new Option("--format <format>").choices(["stylish", "json"]).default("stylish"))
    .option("--config <file>", "Configuration file. Default: the nearest concordat.yaml.")
    .action(async (flags) => done(await (await import("./commands/config-show.ts")).configShow(flags, io)));
  program
    .command("doctor")
    .description("Check that the environment is set up.")
    .action(async () => done(await (await import("./commands/doctor.ts")).doctor(io)));
  program
    .command("completion")
    .description("Print a completion script for a shell.")
    .argument("[typed...]", "With --words, the words of a command line, the last of which is to be completed.")
    .addOption(new Option("--shell <shell>").choices(["bash", "zsh", "fish"]).default("bash"))
    .addOption(new Option("--words", "Print what the last of some words can become.").hideHelp())
    .action(async (typed, flags) =>
      done(await (await import("./commands/completion/completion.ts")).completion(typed, flags, program, io)),
    );
}
