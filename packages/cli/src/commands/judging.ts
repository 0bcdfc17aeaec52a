import {
  type Catalogue,
  type Config,
  type FailOn,
  type Failure,
  type Host,
  isDay,
  type LoadOptions,
  nodeHost,
  type Problem,
  type ReportInput,
  readConfig,
  rulesOf,
} from "@concordat/engine";
import { oneLine, type ReportName } from "@concordat/engine/report";
import { catalogue } from "@concordat/rules";
import type { CommonFlags } from "../cli.ts";
import type { FormatOptions, FormatTarget } from "../formats.ts";
import { type ExitCode, type Surroundings, wantsColour } from "../io.ts";

/** What a judging command starts from. */
export interface Session {
  readonly host: Host;
  readonly config: Config;
  readonly catalogue: Catalogue;
  readonly asOf: string;
  readonly load: LoadOptions;
  readonly failOn: FailOn;
}

/** Reads flags and configuration; answers an exit code where they are wrong. */
export async function openSession(flags: CommonFlags, io: Surroundings): Promise<Session | ExitCode> {
  const host = nodeHost(io.cwd());
  if (flags.asOf !== undefined && !isDay(flags.asOf))
    return complain([{ code: "usage", message: `\`${flags.asOf}\` is not a date such as 2027-01-31.` }], io);
  const { value: config, problems } = await readConfig(host, flags.config, [...rulesOf(catalogue).keys()], flags.root);
  if (config === undefined) return complain(problems, io);
  const load = {
    root: flags.root,
    allowRemote: [...config.remoteRefs, ...flags.allowRemoteRef],
    allowPrivateNetwork: flags.allowPrivateNetwork === true,
  };
  return { host, config, catalogue, asOf: flags.asOf ?? host.today(), load, failOn: flags.failOn };
}

/** Prints problems to standard error. */
export function complain(problems: readonly Problem[], io: Surroundings, code: ExitCode = 2): ExitCode {
  for (const { message, file, line, column } of problems) {
    const place = [file, line, column].filter((part) => part !== undefined).join(":");
    io.stderr.write(`${oneLine(`${place ? `${place}: ` : ""}${message}`)}\n`);
  }
  return code;
}

/** The exit code of a run that came to nothing. */
export function failureCode({ failure, problems }: Failure, io: Surroundings): ExitCode {
  return complain(problems, io, failure === "tool" ? 3 : 2);
}

/** Renders an outcome in all formats asked for, and writes each where it is to go. */
export async function writeReports(
  input: ReportInput,
  formats: FormatOptions,
  fallback: ReportName,
  session: Session,
  io: Surroundings,
  quiet: boolean,
): Promise<ExitCode | undefined> {
  const targets = formats.targets<ReportName>(fallback);
  return writeTexts(targets, (target) => render(input, target, session, io), session.host, io, quiet);
}

/** Writes a text in each form asked for to where it is to go; answers an exit code where one cannot be written. */
export async function writeTexts<Name extends string>(
  targets: readonly FormatTarget<Name>[],
  textOf: (target: FormatTarget<Name>) => string | Promise<string>,
  host: Host,
  io: Surroundings,
  quiet: boolean,
): Promise<ExitCode | undefined> {
  if (targets.filter(({ output }) => output === undefined).length > 1)
    return complain(
      [{ code: "usage", message: "Only one format can go to standard output; name an --output for the others." }],
      io,
    );
  for (const target of targets) {
    const text = await textOf(target);
    if (target.output === undefined) io.stdout.writeRaw(text);
    else {
      const written = await host.writeText((await import("node:path")).resolve(io.cwd(), target.output), text);
      if ("failure" in written) return complain([{ code: "output", message: written.message }], io, 3);
      if (!quiet) io.stderr.write(`Report: ${target.output}\n`);
    }
  }
  return undefined;
}

async function render(
  input: ReportInput,
  { format, output }: FormatTarget<ReportName>,
  session: Session,
  io: Surroundings,
): Promise<string> {
  const { reporters } = await import("@concordat/engine/report");
  const reporter = await reporters[format]();
  return reporter(input, {
    rules: rulesOf(session.catalogue),
    colour: output === undefined && wantsColour(io.stdout, io.env),
  });
}
