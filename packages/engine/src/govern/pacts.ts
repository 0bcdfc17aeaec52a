import { basename, dirname, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { Evidence } from "../analyses/analysis.ts";
import type { CheckName } from "../analyses/index.ts";
import { pathFrom } from "../base/paths.ts";
import { failed, hostFailure, inputFailure, type Result, together } from "../base/result.ts";
import type { ContractConfig } from "../config/read-config.ts";
import { findFiles } from "../host/find-files.ts";
import type { Host } from "../host/host.ts";
import type { Pact } from "../model/pact.ts";
import { readPact } from "../model/read-pact.ts";
import { locatePointers, parseBytes } from "../source/parse.ts";

/** What pacts a description is judged by. */
export interface PactEvidence extends Pick<Evidence, "providerNames" | "texts"> {
  readonly pacts: readonly Pact[];
}

/**
 * Reads pacts.
 *
 * @param paths files, or globs of them; one that matches nothing is a failure
 * @param provider what the provider is called; a pact with another one is refused. Undefined where that is not known
 */
export async function readPacts(
  paths: readonly string[],
  provider: string | undefined,
  host: Host,
): Promise<Result<PactEvidence>> {
  const files = together(await Promise.all(paths.map((path) => filesOf(path, host))));
  if (failed(files)) return files;
  const read = together(
    await Promise.all([...new Set(files.value.flat())].map((file) => readOne(file, provider, host))),
  );
  return failed(read) ? read : { value: evidenceOf(read.value, provider === undefined ? [] : [provider]) };
}

/** The folder in which a contract keeps the pacts of its consumers, as `<consumer>/pact.json`. */
export function consumersFolder({ spec, consumers }: Pick<ContractConfig, "spec" | "consumers">): string {
  return consumers ?? join(dirname(spec), "consumers");
}

/** The pacts of a contract's consumers: those that its configuration names, or that lie beside its description. */
export async function readConsumers(contract: ContractConfig, host: Host): Promise<Result<PactEvidence>> {
  const { name, provider } = contract;
  const files = await consumerFiles(contract, host);
  if (failed(files)) return files;
  const read = together(await Promise.all(files.value.map((file) => readOne(file, provider, host))));
  return failed(read) ? read : { value: evidenceOf(read.value, [provider ?? name]) };
}

/** What a pact of base has and none of head's. */
export interface FormerPact {
  /** The pact, with those of its interactions that are gone. */
  readonly pact: Pact;
  /** Whether head deletes the whole pact: nobody checks the consumer any more. */
  readonly isDeleted: boolean;
}

/**
 * What a contract is judged by, with the pacts of its consumers where they are asked for and there are any.
 *
 * @param gone what only base has: deleted pacts count in full, and interactions gone from others for what changes hurt
 */
export async function withConsumers(
  evidence: Evidence,
  contract: ContractConfig,
  checks: readonly CheckName[],
  gone: readonly FormerPact[],
  host: Host,
): Promise<Result<Evidence>> {
  if (!checks.includes("pact")) return { value: evidence };
  const read = await readConsumers(contract, host);
  if (failed(read)) return read;
  const goneIf = (wanted: boolean) => gone.flatMap(({ isDeleted, pact }) => (isDeleted === wanted ? [pact] : []));
  const pacts = [...read.value.pacts, ...goneIf(true)];
  if (pacts.length === 0) return { value: evidence };
  const formerPacts = goneIf(false);
  return { value: { ...evidence, ...evidenceOf(pacts, read.value.providerNames ?? []), formerPacts } };
}

/** The files of a contract's pacts, sorted. A folder that the configuration names must have some. */
async function consumerFiles(contract: ContractConfig, host: Host): Promise<Result<readonly string[]>> {
  const { name, consumers } = contract;
  const folder = consumersFolder(contract);
  const found = await findFiles(host, "*/pact.json", folder);
  if (failed(found)) return found;
  if (found.value.length > 0 || consumers === undefined)
    return { value: found.value.map((match) => join(folder, match)) };
  return inputFailure(
    "consumers-missing",
    `The folder \`${pathFrom(host.cwd, folder)}\`, where \`${name}\` keeps the pacts of its consumers, has no \`<consumer>/pact.json\`. Add one, or correct \`consumers\` in the configuration.`,
  );
}

function evidenceOf(pacts: readonly Pact[], providerNames: readonly string[]): PactEvidence {
  const texts = new Map(pacts.map(({ text }) => [text.uri, text]));
  return { pacts, providerNames, texts: { pact: { texts } } };
}

async function filesOf(path: string, host: Host): Promise<Result<readonly string[]>> {
  if (!/[*?[\]{}]/.test(path)) return { value: [resolve(host.cwd, path)] };
  const found = await findFiles(host, path, host.cwd);
  if (failed(found)) return found;
  if (found.value.length > 0) return { value: found.value.map((match) => resolve(host.cwd, match)) };
  return inputFailure(
    "glob-without-match",
    `\`${path}\` matches no pact. Correct it, or run the consumers' tests first.`,
  );
}

async function readOne(path: string, provider: string | undefined, host: Host): Promise<Result<Pact>> {
  const name = pathFrom(host.cwd, path) || basename(path);
  const bytes = await host.readBytes(path);
  if (failed(bytes))
    return withFile(hostFailure(bytes, "pact-missing", `The pact \`${name}\` cannot be read. ${bytes.message}`), name);
  const pact = readPact(parseBytes(bytes.value, { uri: pathToFileURL(path).href, name }));
  if (failed(pact) || provider === undefined || pact.value.provider === provider) return pact;
  const at = locatePointers(pact.value.text, ["/provider/name"]).get("/provider/name");
  const message = `\`${name}\` is a pact with the provider \`${pact.value.provider}\`, not with \`${provider}\`. Check it against the description of that provider.`;
  return inputFailure("pact-provider", message, { file: name, ...at });
}

function withFile<F extends { readonly problems: readonly object[] }>(failure: F, file: string): F {
  return { ...failure, problems: failure.problems.map((problem) => ({ ...problem, file })) };
}
