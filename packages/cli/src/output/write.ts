import { failed, type Host, type ReportContext, type ReportInput, rulesOf } from "@concordat/engine";
import { type ReportName, reporters } from "@concordat/engine/report";
import type { CommonFlags } from "../flags.ts";
import { type ExitCode, type Surroundings, wantsColour } from "../io.ts";
import type { Session } from "../session/open.ts";
import { complain } from "../session/problems.ts";
import type { FormatOptions, FormatTarget } from "./formats.ts";
import { rulePage } from "./rule-page.ts";

/** Renders an outcome in all formats asked for, and writes each where it is to go. */
export async function writeReports(
  input: ReportInput,
  formats: FormatOptions,
  fallback: ReportName,
  session: Session,
  io: Surroundings,
  view: ReportView,
): Promise<ExitCode | undefined> {
  const targets = formats.targets<ReportName>(fallback);
  const quiet = view.quiet === true;
  return writeTexts(targets, (target) => renderReport(input, target, session, io, view), session.host, io, quiet);
}

/** How reports are shown: flags, and what else the command knows of them. */
export interface ReportView extends Pick<CommonFlags, "quiet" | "all" | "verbose">, Pick<ReportContext, "next"> {}

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
      [{ code: "usage", message: "Only one format can go to standard output. Add --output to the others." }],
      io,
    );
  for (const target of targets) {
    const text = await textOf(target);
    if (target.output === undefined) io.stdout.writeRaw(text);
    else {
      const written = await host.writeText((await import("node:path")).resolve(io.cwd(), target.output), text);
      if (failed(written)) return complain([{ code: "output", message: written.message }], io, 3);
      if (!quiet) io.stderr.write(`Report: ${target.output}\n`);
    }
  }
  return undefined;
}

/** An outcome in one format, as it is shown where it goes. */
export async function renderReport(
  input: ReportInput,
  { format, output }: FormatTarget<ReportName>,
  session: Pick<Session, "catalogue">,
  io: Surroundings,
  { all = false, verbose = false, next }: ReportView,
): Promise<string> {
  const rules = rulesOf(session.catalogue);
  if (format === "html") return (await import("./page.ts")).renderPage(input, { rules });
  const reporter = await reporters[format]();
  const isShown = output === undefined;
  const width = isShown && io.stdout.isTTY ? io.stdout.columns : undefined;
  return reporter(input, {
    rules,
    colour: isShown && wantsColour(io.stdout, io.env),
    terminal: { all, verbose, ...(width !== undefined && { width }) },
    command: io.command,
    ...(next && { next }),
    links: { rulePage },
  });
}
