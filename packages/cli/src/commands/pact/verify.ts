import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import {
  exitCodeOf,
  failed,
  governVerification,
  type Host,
  hostFailure,
  inputFailure,
  type Result,
  together,
} from "@concordat/engine";
import { sha256 } from "@concordat/engine/base";
import type { ReportName } from "@concordat/engine/report";
import {
  type Broker,
  type InteractionResult,
  type PactFile,
  type PactToVerify,
  parsePactFile,
  type VerifyOptions,
  verifyProvider,
} from "@concordat/pact";
import type { ExitCode, Surroundings } from "../../io.ts";
import type { FormatOptions, FormatTarget } from "../../output/formats.ts";
import { withProgress } from "../../output/progress.ts";
import { renderReport, writeTexts } from "../../output/write.ts";
import { readHeaders } from "../../session/headers.ts";
import { type OpenRules, openRules } from "../../session/open.ts";
import { complain, failureCode } from "../../session/problems.ts";
import { type BrokerFlags, openBroker } from "./broker.ts";
import { readPactFiles } from "./files.ts";
import { type VerifiedPact, verificationJson, verificationText } from "./verify-text.ts";

/** The flags of `verify`. */
export interface VerifyFlags extends BrokerFlags {
  readonly provider: string;
  readonly url: string;
  readonly states?: string;
  readonly stateUrl?: string;
  readonly ignoreStates?: boolean;
  readonly header: readonly string[];
  readonly health?: string;
  readonly wait: number;
  readonly deadline: number;
  readonly allowEmpty?: boolean;
  readonly selector: readonly string[];
  readonly pending?: boolean;
  readonly wipSince?: string;
  readonly providerVersion?: string;
  readonly providerBranch?: string;
  readonly providerTag: readonly string[];
  readonly buildUrl?: string;
  readonly spec?: string;
  readonly config?: string;
  readonly publish?: boolean;
  readonly at?: string;
  readonly failOn: "error" | "warn" | "never";
  readonly quiet?: boolean;
}

/** A pact with where it came from. */
interface Source {
  readonly pact: PactFile;
  readonly origin: PactToVerify;
}

/** The program that runs the verifier, as it is built beside this one. */
const PROGRAM = fileURLToPath(new URL("./pact-verifier.js", import.meta.url));

/** `concordat pact verify`: replays what consumers rely on against a provider that runs. */
export async function verify(
  files: readonly string[],
  flags: VerifyFlags,
  formats: FormatOptions,
  io: Surroundings,
): Promise<ExitCode> {
  const opened = await openRules(flags, io);
  if (failed(opened)) return failureCode(opened, io);
  const { host } = opened.value;
  const options = optionsOf(flags, host, io.env);
  if (failed(options)) return failureCode(options, io);
  if (flags.states !== undefined && (await host.realPath(resolve(host.cwd, flags.states))) === undefined)
    return usage(`The module of provider states \`${flags.states}\` does not exist. Correct --states.`, io);
  const broker = files.length > 0 && !flags.publish ? undefined : await openBroker(flags, host, io);
  if (broker && failed(broker)) return failureCode(broker, io);
  const sources = await sourcesOf(files, flags, host, broker?.value);
  if (failed(sources)) return failureCode(sources, io);
  for (const line of sources.value.flatMap(({ origin }) => origin.notices)) io.stderr.write(`${line}\n`);
  const pacts = sources.value.map(({ pact }) => pact);
  if (pacts.length === 0 && !flags.allowEmpty)
    return usage(
      `There is no pact with \`${flags.provider}\` to verify. Name pacts, or use --allow-empty if none is expected.`,
      io,
    );
  const results = await withProgress("Verifying", flags, io, () =>
    pacts.length === 0 ? Promise.resolve({ value: [] }) : verifyProvider(pacts, options.value),
  );
  if (failed(results)) return failureCode(results, io);
  const verified = sources.value.map((source) => verifiedPact(source, results.value));
  const outcome = outcomeOf(verified, flags, opened.value);
  const render = (target: FormatTarget<ReportName>) => {
    if (target.format === "json") return verificationJson(outcome, verified, flags);
    if (target.format === "stylish") return verificationText(verified, flags);
    return renderReport({ kind: "diff", outcome }, target, opened.value, io, flags);
  };
  const unwritten = await writeTexts(formats.targets<ReportName>("stylish"), render, host, io, flags.quiet === true);
  if (unwritten !== undefined) return unwritten;
  if (flags.publish && broker) {
    const published = await publishAll(verified, sources.value, flags, broker.value, host, io);
    if (published !== 0) return published;
  }
  return exitCodeOf([outcome], flags.failOn);
}

/** Rules on what did not pass. */
function outcomeOf(verified: readonly VerifiedPact[], flags: VerifyFlags, { config, catalogue, host }: OpenRules) {
  const { provider, providerVersion, url } = flags;
  const unkept = verified.flatMap(({ pact: { pact }, pending, results }) =>
    results.flatMap(({ interaction, result, states, reasons }) =>
      result === "passed" ? [] : [{ pact, interaction, pending, result, states, reasons }],
    ),
  );
  const asked = { provider, providerVersion, url, unkept, policy: config.policy, asOf: host.today() };
  return governVerification(asked, catalogue);
}

function optionsOf(flags: VerifyFlags, host: Host, env: Surroundings["env"]): Result<VerifyOptions> {
  const { provider, url, states, stateUrl, ignoreStates, wait, deadline } = flags;
  const wrong = (message: string) => inputFailure("usage", message);
  const base = URL.parse(url);
  const health = URL.parse(flags.health ?? "", base?.href);
  if (base === null || !/^https?:$/.test(base.protocol) || health === null)
    return wrong(`\`${base === null ? url : (flags.health ?? url)}\` is not an http or https URL.`);
  if ([states, stateUrl, ignoreStates].filter((each) => each !== undefined).length > 1)
    return wrong("Name one of --states, --state-url and --ignore-states.");
  if (stateUrl !== undefined && URL.parse(stateUrl) === null) return wrong(`\`${stateUrl}\` is not a URL.`);
  if (flags.publish && flags.providerVersion === undefined) return wrong("--publish needs --provider-version.");
  const headers = readHeaders(flags.header, env);
  if (failed(headers)) return headers;
  const handler = states === undefined ? null : { module: resolve(host.cwd, states) };
  return {
    value: {
      ...{
        provider,
        url,
        headers: headers.value,
        wait,
        deadline,
        cwd: host.cwd,
        program: PROGRAM,
        health: health.href,
      },
      states: stateUrl === undefined ? handler : { url: stateUrl },
      ignoreStates: ignoreStates === true,
    },
  };
}

/** The pacts to verify: files, or what the broker chooses. One with another provider is a slip. */
async function sourcesOf(
  files: readonly string[],
  flags: VerifyFlags,
  host: Host,
  broker: Broker | undefined,
): Promise<Result<readonly Source[]>> {
  const sources =
    files.length > 0 || broker === undefined ? await fromFiles(files, host) : await fromBroker(flags, broker);
  if (failed(sources)) return sources;
  const stranger = sources.value.find(({ pact }) => pact.provider !== flags.provider);
  if (stranger)
    return inputFailure(
      "pact-provider",
      `This pact is one with \`${stranger.pact.provider}\`, not with \`${flags.provider}\`. Leave it out, or name its provider with --provider.`,
      { file: stranger.pact.file },
    );
  return sources;
}

async function fromFiles(files: readonly string[], host: Host): Promise<Result<readonly Source[]>> {
  const read = await readPactFiles(files, host);
  if (failed(read)) return read;
  return {
    value: read.value.map((pact) => ({
      pact,
      origin: { name: pact.file, text: pact.text, pending: false, notices: [] },
    })),
  };
}

async function fromBroker(flags: VerifyFlags, broker: Broker): Promise<Result<readonly Source[]>> {
  const { provider, pending = false, wipSince, providerBranch, providerTag } = flags;
  const selectors: unknown[] = [];
  for (const text of flags.selector) {
    try {
      selectors.push(JSON.parse(text));
    } catch {
      return inputFailure("usage", `The selector \`${text}\` is not JSON, such as {"mainBranch":true}.`);
    }
  }
  const chosen = await broker.pactsToVerify({
    ...{ provider, selectors, includePending: pending, includeWipSince: wipSince, providerBranch },
    providerTags: providerTag,
  });
  if (failed(chosen)) return chosen;
  return together(
    chosen.value.map((origin) => {
      const pact = parsePactFile(origin.name, origin.text);
      return failed(pact) ? pact : { value: { pact: pact.value, origin } };
    }),
  );
}

function verifiedPact({ pact, origin }: Source, results: readonly InteractionResult[]): VerifiedPact {
  const its = results.filter(({ file }) => file === pact.file);
  return { pact, pending: origin.pending, results: its, passed: its.every(({ result }) => result === "passed") };
}

async function publishAll(
  verified: readonly VerifiedPact[],
  sources: readonly Source[],
  flags: VerifyFlags,
  broker: Broker,
  host: Host,
  io: Surroundings,
): Promise<ExitCode> {
  const description = flags.spec === undefined ? undefined : await host.readText(resolve(host.cwd, flags.spec));
  if (description && failed(description))
    return failureCode(hostFailure(description, "spec-unreadable", `\`${flags.spec}\`: ${description.message}`), io);
  for (const [i, { pact, passed }] of verified.entries()) {
    const { consumer, provider } = pact;
    const origin = sources[i]?.origin;
    if (origin === undefined) continue;
    const recorded = await broker.recordVerification({
      ...{ pact: { ...origin, text: pact.text }, consumer, provider, success: passed },
      providerVersion: flags.providerVersion ?? "",
      ...{ providerBranch: flags.providerBranch, providerTags: flags.providerTag, buildUrl: flags.buildUrl },
      description: description && sha256(description.value),
      at: flags.at ?? new Date().toISOString(),
    });
    if (failed(recorded)) return failureCode(recorded, io);
    io.stderr.write(`${recorded.value}\n`);
  }
  return 0;
}

function usage(message: string, io: Surroundings): ExitCode {
  return complain([{ code: "usage", message }], io);
}
