import { plainLines } from "@concordat/engine/report";
import { commandName } from "./command-name.ts";

/** What a run has around it; `process` fits. */
export interface Process {
  readonly stdout: Stream;
  readonly stderr: Stream;
  readonly stdin: { readonly isTTY?: boolean };
  /** The program and the script that run, and the arguments; absent where no script was started. */
  readonly argv?: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
  cwd(): string;
}

/** An output as it is. */
export interface Stream {
  write(text: string): unknown;
  readonly isTTY?: boolean;
  /** Characters in a line of a terminal. */
  readonly columns?: number;
}

/** The same as commands see it: what they write is text for people, and harmless in a terminal or a log. */
export interface Surroundings extends Process {
  readonly stdout: Output;
  readonly stderr: Output;
  /** How the command line is called here, in commands that readers can run as they stand. Messages on `stderr` are told so by themselves. */
  readonly command: string;
}

/** An output that makes text harmless (`plainLines`), and takes what is so already, or is ours alone, as it is. */
export interface Output extends Stream {
  writeRaw(text: string): unknown;
}

/** The surroundings for commands. */
export function guarded(process: Process & { readonly cwd: () => string }): Surroundings {
  const { stdout, stderr, env, cwd, argv: [, script = ""] = [] } = process;
  // The folder may be gone, which is to be told before it is asked for.
  const command = () => commandName({ script, cwd: cwd(), env });
  return {
    stdout: guardedOutput(stdout),
    stderr: guardedOutput(stderr, (text) => text.replaceAll("`concordat ", () => `\`${command()} `)),
    get command() {
      return command();
    },
    // Node opens it where it is asked for, which takes time that hardly any command has use for.
    get stdin() {
      return process.stdin;
    },
    env,
    cwd,
  };
}

function guardedOutput(stream: Stream, worded: (text: string) => string = (text) => text): Output {
  return {
    ...(stream.isTTY !== undefined && { isTTY: stream.isTTY }),
    ...(stream.columns !== undefined && { columns: stream.columns }),
    write: (text) => stream.write(plainLines(worded(text))),
    writeRaw: (text) => stream.write(text),
  };
}

/** 0 nothing to object to · 1 findings or a failing verdict · 2 bad usage, configuration or input · 3 a tool failed. */
export type ExitCode = 0 | 1 | 2 | 3;

/** Whether colours are wanted on an output (https://no-color.org, https://force-color.org). */
export function wantsColour({ isTTY }: Stream, env: Process["env"]): boolean {
  if (env["NO_COLOR"]) return false;
  if (env["FORCE_COLOR"]) return env["FORCE_COLOR"] !== "0";
  return isTTY === true && env["TERM"] !== "dumb";
}
