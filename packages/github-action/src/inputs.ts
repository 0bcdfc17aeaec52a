import type { Checked, FailOn, Problem } from "@concordat/engine";

/** What a workflow asks of the action. */
export interface Inputs {
  readonly config: string | undefined;
  readonly contracts: readonly string[];
  readonly base: string | undefined;
  readonly failOn: FailOn;
  readonly workingDirectory: string;
}

/** Variables of a process. */
export type Environment = Readonly<Record<string, string | undefined>>;

const FAIL_ON: readonly FailOn[] = ["error", "warn", "never"];

/** Reads the inputs as the runner hands them over: one variable each, empty where a workflow says nothing. */
export function readInputs(env: Environment): Checked<Inputs> {
  const failOn = inputOf(env, "fail-on") ?? "error";
  if (!isFailOn(failOn)) {
    const problem: Problem = {
      code: "usage",
      message: `The input \`fail-on\` is \`${failOn}\`; it is one of ${FAIL_ON.join(", ")}.`,
    };
    return { value: undefined, problems: [problem] };
  }
  const value: Inputs = {
    config: inputOf(env, "config"),
    contracts: (inputOf(env, "contracts") ?? "").split(/[\s,]+/).filter((name) => name !== ""),
    base: inputOf(env, "base"),
    failOn,
    workingDirectory: inputOf(env, "working-directory") ?? ".",
  };
  return { value, problems: [] };
}

/** The runner keeps dashes in the names of variables and makes letters capital. */
function inputOf(env: Environment, name: string): string | undefined {
  const text = env[`INPUT_${name.toUpperCase()}`]?.trim();
  return text === "" ? undefined : text;
}

function isFailOn(text: string): text is FailOn {
  return (FAIL_ON as readonly string[]).includes(text);
}
