import { Command, CommanderError, InvalidArgumentError, Option } from "commander";
import { FORMATS, FormatOptions } from "./formats.ts";
import { type ExitCode, guarded, type Process, type Surroundings } from "./io.ts";

/** The options that every judging command has. */
export interface CommonFlags {
  readonly failOn: "error" | "warn" | "never";
  readonly config?: string;
  readonly asOf?: string;
  readonly quiet?: boolean;
  readonly root?: string;
  readonly allowRemoteRef: readonly string[];
  readonly allowPrivateNetwork?: boolean;
}

const collect = (value: string, before: readonly string[]) => [...before, value];

/** Runs the command line: arguments in, exit code out. */
export async function run(args: readonly string[], process: Process): Promise<ExitCode> {
  const io = guarded(process);
  if (!isSomewhere(process)) {
    io.stderr.write("The folder that this was started in is not there any more. Start it in another.\n");
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

type Done = (code: ExitCode) => void;

function wholeNumber(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value) || value < 1) throw new InvalidArgumentError("It is a whole number from 1.");
  return value;
}

function build(io: Surroundings, done: Done): Command {
  const program = new Command("concordat")
    .description("Keeps the promises that an API description makes.")
    .version(__CONCORDAT_VERSION__, "-V, --version")
    .exitOverride()
    .showHelpAfterError("(concordat --help shows all commands)")
    .configureOutput({ writeOut: (text) => io.stdout.write(text), writeErr: (text) => io.stderr.write(text) });
  addJudging(program, io, done);
  addLint(program, io, done);
  addSchema(program, io, done);
  addHelpers(program, io, done);
  return program;
}

/** How a result is printed, and what makes the exit code 1. */
function withReportFlags(command: Command, names: string): { command: Command; formats: FormatOptions } {
  const formats = new FormatOptions();
  command
    .addOption(
      new Option("--format <format>", `how to print: ${names}; repeatable`).argParser((value) =>
        formats.addFormat(value),
      ),
    )
    .addOption(
      new Option(
        "--output <file>",
        "where to write the format named before it, or after it where none is; repeatable",
      ).argParser((value) => formats.addOutput(value)),
    )
    .addOption(
      new Option("--fail-on <severity>", "what to fail on").choices(["error", "warn", "never"]).default("error"),
    )
    .option("--quiet", "print no progress and no notes");
  return { command, formats };
}

/** Flags that `diff`, `check` and their like share. */
function withCommonFlags(
  command: Command,
  names: string = FORMATS.join(", "),
): { command: Command; formats: FormatOptions } {
  const reporting = withReportFlags(command, names);
  command
    .option("--config <file>", "configuration, found by itself where not given")
    .option("--as-of <date>", "the date to judge by, YYYY-MM-DD; today where not given")
    .option("--root <folder>", "folder that files may be read from; the checkout where not given")
    .option("--allow-remote-ref <prefix>", "https URLs that references may lead to; repeatable", collect, [])
    .option("--allow-private-network", "read from loopback and private addresses too");
  return reporting;
}

function addJudging(program: Command, io: Surroundings, done: Done): void {
  const diff = withCommonFlags(
    program
      .command("diff")
      .description("judge two revisions: findings, required bump, witnesses")
      .argument("<base>", "path, https URL, or git:REF:PATH")
      .argument("<head>"),
  );
  diff.command
    .addOption(
      new Option(
        "--cross-check <tool>",
        "run another tool on the same files, and say where the two differ and why",
      ).choices(["oasdiff"]),
    )
    .action(async (base, head, flags) => {
      done(await (await import("./commands/diff.ts")).diff(base, head, flags, diff.formats, io));
    });
  const check = withCommonFlags(
    program
      .command("check")
      .description("the gate for pull requests: judge contracts against their base")
      .argument("[contract...]", "names from the configuration; all where none is given"),
  );
  check.command
    .option("--base <revision>", "git revision to compare with; the merge base with the default branch where not given")
    .addOption(
      new Option("--policy <side>", "whose configuration judges: that of the merge base, or that of the working tree")
        .choices(["base", "head"])
        .default("base"),
    )
    .action(async (contracts, flags) =>
      done(await (await import("./commands/check.ts")).check(contracts, flags, check.formats, io)),
    );
  const changelog = withCommonFlags(
    program
      .command("changelog")
      .description("what changed, for people")
      .usage("[options] <base> <head> | --since <revision> [contract or path...]")
      .argument("[source...]", "two sources; with --since contracts or paths, all contracts where none is given"),
  );
  changelog.command
    .option("--since <revision>", "git tag or revision: tell each tagged version after it, up to the working tree")
    .action(async (sources, flags) =>
      done(await (await import("./commands/changelog.ts")).changelog(sources, flags, changelog.formats, io)),
    );
  const bump = withCommonFlags(
    program
      .command("bump")
      .description("the required version against info.version")
      .argument("<base>")
      .argument("<head>"),
    "stylish, json",
  );
  bump.command
    .option("--write", "write the version into head, if head is a file")
    .action(async (base, head, flags) =>
      done(await (await import("./commands/bump.ts")).bump(base, head, flags, bump.formats, io)),
    );
}

function addLint(program: Command, io: Surroundings, done: Done): void {
  const lint = withCommonFlags(
    program
      .command("lint")
      .description("judge descriptions, each by itself")
      .argument(
        "[spec...]",
        "paths, https URLs, or git:REF:PATH; all contracts of the configuration where none is given",
      ),
  );
  lint.command
    .option("--base <revision>", "git revision: what it had already is not held against the working tree")
    .option("--ruleset <file>", "a ruleset of Spectral to run as well; repeatable", collect, [])
    .option("--fix", "mend what can be mended without changing the contract for anybody")
    .option("--fix-dry-run", "show what --fix would do, as a patch")
    .option("--timings", "tell how long the slowest rules took")
    .option("--write-baseline <file>", "accept what is found, so that only what is new fails")
    .option("--reason <text>", "why it is accepted", "Found when linting began.")
    .option("--owner <name>", "who answers for it", "unassigned")
    .option("--until <date>", "the last day on which it is accepted; a year from now where not given")
    .action(async (specs, flags) =>
      done(await (await import("./commands/lint.ts")).lint(specs, flags, lint.formats, io)),
    );
}

function addSchema(program: Command, io: Surroundings, done: Done): void {
  const schema = withReportFlags(
    program
      .command("schema")
      .description("two JSON Schema files: is every value of one a value of the other?")
      .argument("[base]", "file with a schema")
      .argument("[head]"),
    "json, stylish, markdown",
  );
  schema.command
    .addOption(
      new Option("--direction <direction>", "who sends the values")
        .choices(["request", "response", "both"])
        .default("both"),
    )
    .addOption(
      new Option("--extras <reading>", "what open objects may hold")
        .choices(["declared", "strict"])
        .default("declared"),
    )
    .option(
      "--dialect <dialect>",
      "draft-04 to draft-2020-12, or openapi-2.0 to openapi-3.2; by $schema, else draft-2020-12",
    )
    .addOption(
      new Option("--budget <states>", "states searched before a question is left undecided").argParser(wholeNumber),
    )
    .option("--batch <file>", "JSON lines with id, base, head and perhaps dialect; one line is answered for each")
    .action(async (base, head, flags) =>
      done(await (await import("./commands/schema.ts")).schema(base, head, flags, schema.formats, io)),
    );
}

function addHelpers(program: Command, io: Surroundings, done: Done): void {
  program
    .command("init")
    .description("find descriptions, write concordat.yaml and a workflow")
    .option("--yes", "ask nothing")
    .action(async (flags) => done(await (await import("./commands/init.ts")).init(flags, io)));
  program
    .command("explain")
    .description("what a rule finds, why, and what to do")
    .argument("<rule>")
    .action(async (rule) => done(await (await import("./commands/explain.ts")).explain(rule, io)));
  const rules = program.command("rules").description("the rules");
  rules
    .command("list")
    .description("all rules with their dials")
    .addOption(new Option("--format <format>").choices(["stylish", "json"]).default("stylish"))
    .action(async (flags) => done(await (await import("./commands/rules-list.ts")).rulesList(flags, io)));
  const config = program.command("config").description("the configuration");
  config
    .command("check")
    .description("check the configuration and the structure of its descriptions")
    .option("--config <file>", "configuration, found by itself where not given")
    .action(async (flags) => done(await (await import("./commands/config-check.ts")).configCheck(flags, io)));
  program
    .command("doctor")
    .description("is everything here that Concordat needs?")
    .action(async () => done(await (await import("./commands/doctor.ts")).doctor(io)));
  program
    .command("completion")
    .description("completion for a shell")
    .addOption(new Option("--shell <shell>").choices(["bash", "zsh", "fish"]).default("bash"))
    .action(async ({ shell }) => done((await import("./commands/completion.ts")).completion(shell, program, io)));
}
