import { relative, resolve } from "node:path";
import {
  type Config,
  exitCodeOf,
  type Failure,
  governCheck,
  type Host,
  isFailure,
  nodeHost,
  type Problem,
  readConfig,
} from "@concordat/engine";
import { catalogue } from "@concordat/rules";
import { pullRequestBase } from "./base.ts";
import { type Environment, type Inputs, readInputs } from "./inputs.ts";
import { type Channels, publishOutcome, publishProblems } from "./publish.ts";

/** As of the command line: 0 passes, 1 fails, 2 the input is wrong, 3 a tool failed. */
type ExitCode = 0 | 1 | 2 | 3;

/** Runs the action: inputs in; annotations, summary and outputs out; answers the exit code. */
export async function run(env: Environment, channels: Channels): Promise<ExitCode> {
  try {
    const { value: inputs, problems } = readInputs(env);
    if (inputs === undefined) return publishFailure({ failure: "input", problems }, channels);
    return await check(inputs, env, channels);
  } catch (error) {
    const message = `Concordat failed: ${error instanceof Error ? error.message : String(error)}. This is a fault of Concordat; please report it.`;
    return publishFailure({ failure: "tool", problems: [{ code: "internal", message }] }, channels);
  }
}

async function check(inputs: Inputs, env: Environment, channels: Channels): Promise<ExitCode> {
  // Annotations name files from the root of the checkout, wherever the work is done.
  const host = nodeHost(env["GITHUB_WORKSPACE"] ?? process.cwd());
  const config = await configOf(inputs, host);
  if (isFailure(config)) return publishFailure(config, channels);
  const request = {
    config,
    contracts: inputs.contracts,
    baseRevision: inputs.base,
    baseCommit: await pullRequestBase(host.cwd, env["GITHUB_EVENT_NAME"]),
    asOf: host.today(),
    load: { allowRemote: config.remoteRefs, allowPrivateNetwork: false },
  };
  const outcome = await governCheck(request, catalogue, host);
  if (isFailure(outcome)) return publishFailure(outcome, channels);
  const code = exitCodeOf(outcome.contracts, inputs.failOn);
  const rules = new Map(catalogue.diff.map((rule) => [rule.id, rule]));
  await publishOutcome(outcome, code === 0, rules, channels);
  return code;
}

/** The configuration of the working directory; what is wrong with it is placed from the root of the checkout. */
async function configOf({ config, workingDirectory }: Inputs, host: Host): Promise<Config | Failure> {
  const folder = resolve(host.cwd, workingDirectory);
  const ruleIds = catalogue.diff.map(({ id }) => id);
  const { value, problems } = await readConfig(nodeHost(folder), config, ruleIds);
  if (value !== undefined) return value;
  const placed = problems.map((problem): Problem => {
    return problem.file === undefined
      ? problem
      : { ...problem, file: relative(host.cwd, resolve(folder, problem.file)) };
  });
  return { failure: "input", problems: placed };
}

function publishFailure({ failure, problems }: Failure, channels: Channels): 2 | 3 {
  publishProblems(problems, channels);
  return failure === "tool" ? 3 : 2;
}
