import { type Command, InvalidArgumentError, Option } from "commander";
import type { ExitCode } from "./io.ts";
import { FORMATS, FormatOptions } from "./output/formats.ts";

/** Takes the exit code of a command. */
export type Done = (code: ExitCode) => void;

/** Gathers what a repeatable option is given. */
export const collect = (value: string, before: readonly string[]): readonly string[] => [...before, value];

/** Reads a whole number that is not below the least one. */
function wholeNumberFrom(least: number): (text: string) => number {
  return (text) => {
    const value = text.trim() === "" ? Number.NaN : Number(text);
    if (!Number.isSafeInteger(value) || value < least)
      throw new InvalidArgumentError(`It is a whole number from ${least}.`);
    return value;
  };
}

/** Reads a whole number from 1. */
export const wholeNumber = wholeNumberFrom(1);

/** How a result is printed. */
export function withFormatFlags(
  command: Command,
  names: readonly string[],
): { command: Command; formats: FormatOptions } {
  const formats = new FormatOptions(names);
  command
    .addOption(
      new Option("--format <format>", "How to print. Repeatable.")
        .choices(names)
        .argParser((value) => formats.addFormat(value)),
    )
    .addOption(
      new Option(
        "--output <file>",
        "Write the report to a file: that of the --format before it, or of the next one. Repeatable.",
      ).argParser((value) => formats.addOutput(value)),
    );
  return { command, formats };
}

/** The same, and what makes the exit code 1. */
export function withReportFlags(
  command: Command,
  names: readonly string[],
): { command: Command; formats: FormatOptions } {
  const reporting = withFormatFlags(command, names);
  command
    .addOption(
      new Option("--fail-on <severity>", "Severity that makes the run fail.")
        .choices(["error", "warn", "never"])
        .default("error"),
    )
    .option("--quiet", "Print no progress and no notes.");
  return reporting;
}

/** Flags that `diff`, `check` and their like share. */
export function withCommonFlags(
  command: Command,
  names: readonly string[] = FORMATS,
): { command: Command; formats: FormatOptions } {
  const reporting = withReportFlags(command, names);
  withReadingFlags(command);
  return reporting;
}

/** How much of what was found is shown to people. */
export function withTerminalFlags(command: Command): Command {
  return command
    .option("--all", "Show every finding in full.")
    .option("--verbose", "Show findings with all operations, whole messages and the lines that changed.");
}

/** Where the configuration is, and what may be read. */
export function withReadingFlags(command: Command): Command {
  return command
    .option("--config <file>", "Configuration file. Default: the nearest concordat.yaml.")
    .option("--as-of <date>", "Judge as of this day, YYYY-MM-DD. Default: today.")
    .option("--root <folder>", "Folder that files may be read from. Default: the checkout.")
    .option("--allow-remote-ref <prefix>", "Allow references to https URLs that begin so. Repeatable.", collect, [])
    .option("--allow-private-network", "Allow reading from loopback and private addresses.");
}

/** Days between a deprecation and its sunset; 0 asks for no notice. */
export function noticeOption(): Option {
  return new Option(
    "--notice-days <days>",
    "Days that must lie between a deprecation and its sunset. Default: the policy's, else 180.",
  ).argParser(wholeNumberFrom(0));
}

/** Scans of consumers' code. */
export function scanOption(): Option {
  return new Option(
    "--scan <file>",
    "Scan of a consumer's code (`client usage --format json`), or glob of scans. Repeatable.",
  )
    .argParser(collect)
    .default([]);
}
