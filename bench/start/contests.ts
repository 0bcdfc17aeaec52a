import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Command } from "../measure.ts";
import type { Contest } from "../rounds.ts";
import { bench, environment, root } from "../surroundings.ts";

/** A small thing that users wait for, and what is asked of it. */
interface Trifle {
  readonly name: string;
  /** What is started, below the root; the command line where nothing is said. */
  readonly program?: string;
  /** Where it runs; here where nothing is said. */
  readonly folder?: string;
  readonly args: readonly string[];
  readonly succeeds: readonly number[];
  /** Most milliseconds of CPU. */
  readonly milliseconds: number;
  /** Most CPU, in times of what Node takes to start and run nothing. */
  readonly starts: number;
}

/** Runs of one figure: the kernel counts CPU in hundredths of a second. */
const REPEAT = 10;

const NODE = "Node, doing nothing";
export const CONCORDAT = "concordat";

const small = (file: string) => join(bench, "small", file);
const common = ["--config", join(bench, "lint/recommended.yaml")];

export const trifles: readonly Trifle[] = [
  { name: "`--help`", args: ["--help"], succeeds: [0], milliseconds: 100, starts: 1.8 },
  {
    name: "`diff` of two small files, nothing breaks",
    args: ["diff", small("base.yaml"), small("grown.yaml"), ...common],
    succeeds: [0],
    milliseconds: 120,
    starts: 3,
  },
  {
    name: "`diff` of two small files, with confirmed witnesses",
    args: ["diff", small("base.yaml"), small("broken.yaml"), ...common],
    succeeds: [1],
    milliseconds: 600,
    starts: 4,
  },
  {
    name: "`lint` of a small file",
    args: ["lint", small("base.yaml"), ...common],
    succeeds: [0, 1],
    milliseconds: 250,
    starts: 6,
  },
  {
    name: "the Action, with nothing to check",
    program: "packages/github-action/dist/main.js",
    folder: tmpdir(),
    args: [],
    succeeds: [2],
    milliseconds: 250,
    starts: 8,
  },
];

/** Each trifle beside a start of Node. */
export const contests = (): Contest[] =>
  trifles.map(({ name, program = "packages/cli/bin/concordat.js", folder, args, succeeds }) => ({
    name,
    entrants: [
      { name: NODE, command: (output) => onNode(["-e", "0"], [0], output) },
      {
        name: CONCORDAT,
        command: (output) => ({
          ...onNode([join(root, program), ...args], succeeds, output),
          ...(folder && { folder }),
        }),
      },
    ],
  }));

/** Without the script that a package manager puts around it, which starts more than Node. */
function onNode(args: readonly string[], succeeds: readonly number[], output: string): Command {
  return { line: ["node", ...args], succeeds, env: environment, output, repeat: REPEAT };
}
