import { fork } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { failed, inputFailure, type Result } from "@concordat/engine";
import type { PactFile } from "../file/pact-file.ts";
import { accountFor, type InteractionResult, type StateFailure } from "../verify/verification.ts";
import { sendByFetch } from "./http.ts";
import type { VerifierJob, VerifierMessage } from "./verifier-job.ts";

/** How a provider is verified. */
export interface VerifyOptions extends Pick<VerifierJob, "provider" | "url" | "headers" | "states"> {
  /** Whether interactions are replayed without their provider states. */
  readonly ignoreStates: boolean;
  /** The program that runs the verifier, an absolute path: `verifier-process.ts`, or what it was built to. */
  readonly program: string;
  /** The project that has `@pact-foundation/pact`. */
  readonly cwd: string;
  /** Where the provider is asked whether it is there. */
  readonly health: string;
  /** Seconds to wait until it is. */
  readonly wait: number;
  /** Seconds after which the verifier is stopped. */
  readonly deadline: number;
}

const GONE = "The provider stopped answering while it was verified. Look into its log, and start it again.";
const WATCH_MILLISECONDS = 500;
const PACKAGE = "@pact-foundation/pact";
/** What the verifier must not do, whatever the environment says: tell others that it runs. */
const SILENT = { PACT_DO_NOT_TRACK: "true", SCARF_ANALYTICS: "false" };

/**
 * Replays interactions against a provider that runs. A provider that is not there before or after, and a verifier that ends early,
 * are failures of a tool: nothing is known then.
 */
export async function verifyProvider(
  pacts: readonly PactFile[],
  options: VerifyOptions,
): Promise<Result<readonly InteractionResult[]>> {
  const verifier = findVerifier(options.cwd);
  if (failed(verifier)) return verifier;
  const there = await waitFor(options.health, options.wait);
  if (failed(there)) return there;
  const folder = mkdtempSync(join(tmpdir(), "concordat-pacts-"));
  try {
    const files = pacts.map(({ text }, i) => {
      const file = join(folder, `${i}.json`);
      writeFileSync(file, text);
      return file;
    });
    const { provider, url, headers, states } = options;
    const run = await runJob({ verifier: verifier.value, provider, url, headers, states, pacts: files }, options);
    if (failed(run)) return run;
    const still = await waitFor(options.health, 0);
    if (failed(still))
      return toolFailure(`The provider stopped answering while it was verified. ${still.problems[0]?.message ?? ""}`);
    return { value: accountFor(pacts, run.value.report, options.ignoreStates ? [] : run.value.stateFailures) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The verifier that the project has installed. */
function findVerifier(cwd: string): Result<string> {
  try {
    return { value: createRequire(join(cwd, "package.json")).resolve(PACKAGE) };
  } catch {
    return inputFailure(
      "verifier-missing",
      `\`${PACKAGE}\` is not installed here. Add it to the project: npm install --save-dev ${PACKAGE}@17`,
    );
  }
}

/** Waits until something answers, whatever its status. */
async function waitFor(url: string, seconds: number): Promise<Result<true>> {
  for (const end = Date.now() + seconds * 1000; ; ) {
    const answer = await sendByFetch({ method: "GET", url: new URL(url), headers: {} });
    // A redirect to another host is an answer too.
    if (!failed(answer) || answer.failure === "input") return { value: true };
    if (Date.now() >= end)
      return toolFailure(`${answer.problems[0]?.message ?? ""} Start the provider, or give it more time with --wait.`);
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}

interface Run {
  readonly report: unknown;
  readonly stateFailures: readonly StateFailure[];
}

function runJob(job: VerifierJob, { program, cwd, deadline }: VerifyOptions): Promise<Result<Run>> {
  const child = fork(program, [], {
    ...{ cwd, stdio: ["ignore", "ignore", "pipe", "ipc"], env: { ...withoutBroker(process.env), ...SILENT } },
  });
  const stateFailures: StateFailure[] = [];
  let [said, ended]: [string, Result<Run> | undefined] = ["", undefined];
  child.stderr?.setEncoding("utf8").on("data", (text: string) => {
    said = (said + text).slice(-2000);
  });
  child.on("message", (message: VerifierMessage) => {
    if (message.kind === "state-failure") stateFailures.push(message);
    else if (message.kind === "report") ended = { value: { report: message.report, stateFailures } };
    else ended = toolFailure(`The verifier failed: ${message.message}`);
  });
  const stop = (message: string) => {
    ended ??= toolFailure(message);
    child.kill("SIGKILL");
  };
  child.send(job);
  return new Promise((resolve) => {
    const late = `The verifier did not end within ${deadline} seconds. Nothing is known of the provider; raise --deadline.`;
    const timer = setTimeout(() => stop(late), deadline * 1000);
    const watch = watchPort(job.url, () => stop(GONE));
    child.on("error", (error) => {
      ended ??= toolFailure(`The verifier cannot be started (${error.message}).`);
    });
    child.on("close", (code, signal) => {
      clearTimeout(timer);
      clearInterval(watch);
      const last = said.trim().split("\n").at(-1) ?? "";
      const early = `The verifier ended early (${signal ?? `exit code ${code}`}). Nothing is known of the provider. It said last: ${last}`;
      resolve(ended ?? toolFailure(early));
    });
  });
}

/** The environment without the Pact Broker: the verifier would ask it for pacts of its own accord, and needs no credentials of it. */
function withoutBroker(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !name.startsWith("PACT_BROKER_")));
}

/**
 * Looks each half second whether a port still takes connections, and tells when it refused twice in a row: the verifier itself waits
 * for a minute, and may end without a word.
 */
function watchPort(url: string, gone: () => void): NodeJS.Timeout {
  const { hostname, port, protocol } = new URL(url);
  let refusals = 0;
  return setInterval(() => {
    const socket = connect({
      host: hostname.replace(/^\[|\]$/g, ""),
      port: Number(port) || (protocol === "https:" ? 443 : 80),
    });
    socket.on("connect", () => {
      refusals = 0;
      socket.destroy();
    });
    socket.on("error", () => {
      refusals += 1;
      if (refusals === 2) gone();
    });
  }, WATCH_MILLISECONDS);
}

function toolFailure(message: string) {
  return { failure: "tool" as const, problems: [{ code: "verify", message }] };
}
