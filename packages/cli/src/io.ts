/** Where a run writes to and what it knows of its surroundings; `process` fits. */
export interface Surroundings {
  readonly stdout: Output;
  readonly stderr: Output;
  readonly stdin: { readonly isTTY?: boolean };
  readonly env: Readonly<Record<string, string | undefined>>;
  cwd(): string;
}

export interface Output {
  write(text: string): unknown;
  readonly isTTY?: boolean;
}

/** 0 nothing to object to · 1 findings or a failing verdict · 2 bad usage, configuration or input · 3 a tool failed. */
export type ExitCode = 0 | 1 | 2 | 3;

/** Whether colours are wanted on an output (https://no-color.org, https://force-color.org). */
export function wantsColour({ isTTY }: Output, env: Surroundings["env"]): boolean {
  if (env["NO_COLOR"]) return false;
  if (env["FORCE_COLOR"]) return env["FORCE_COLOR"] !== "0";
  return isTTY === true && env["TERM"] !== "dumb";
}
