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
import type { Scan } from "../model/scan.ts";
import { locatePointers, parseBytes } from "../source/parse.ts";
import { readScan } from "./scans.ts";

/** What is known of consumers: what they rely on by their pacts, and what their code uses by scans. */
export interface ConsumerEvidence extends Pick<Evidence, "providerNames" | "texts"> {
  readonly pacts: readonly Pact[];
  readonly scans: readonly Scan[];
}

/** Evidence by path or glob. */
export interface NamedConsumers {
  readonly pacts: readonly string[];
  readonly scans: readonly string[];
  /** What the provider is called in pacts; one with another is refused. Undefined where that is not known. */
  readonly provider?: string | undefined;
}

/** Reads pacts and scans. A glob that matches nothing is a failure. */
export async function readNamed(
  { pacts, scans, provider }: NamedConsumers,
  host: Host,
): Promise<Result<ConsumerEvidence>> {
  const [pactFiles, scanFiles] = [await filesOf(pacts, "pact", host), await filesOf(scans, "scan", host)];
  if (failed(pactFiles)) return pactFiles;
  if (failed(scanFiles)) return scanFiles;
  const files = { pacts: pactFiles.value, scans: scanFiles.value };
  return readFiles(files, provider, provider === undefined ? [] : [provider], host);
}

/** The folder in which a contract keeps what is known of its consumers: `<consumer>/pact.json` and `<consumer>/usage.json`. */
export function consumersFolder({ spec, consumers }: Pick<ContractConfig, "spec" | "consumers">): string {
  return consumers ?? join(dirname(spec), "consumers");
}

/** What is known of a contract's consumers: in the folder that its configuration names, or beside its description. */
export async function readConsumers(contract: ContractConfig, host: Host): Promise<Result<ConsumerEvidence>> {
  const { name, provider, consumers } = contract;
  const folder = consumersFolder(contract);
  const [pactFiles, scanFiles] = [
    await findFiles(host, "*/pact.json", folder),
    await findFiles(host, "*/usage.json", folder),
  ];
  if (failed(pactFiles)) return pactFiles;
  if (failed(scanFiles)) return scanFiles;
  const inFolder = (matches: readonly string[]) => matches.map((match) => join(folder, match));
  const files = { pacts: inFolder(pactFiles.value), scans: inFolder(scanFiles.value) };
  if (consumers !== undefined && files.pacts.length + files.scans.length === 0)
    return inputFailure(
      "consumers-missing",
      `The folder \`${pathFrom(host.cwd, folder)}\`, where \`${name}\` keeps what is known of its consumers, has no \`<consumer>/pact.json\` and no \`<consumer>/usage.json\`. Add one, or correct \`consumers\` in the configuration.`,
    );
  return readFiles(files, provider, [provider ?? name], host);
}

/** Several times evidence as one, with each file once. */
export function distinctEvidence(
  all: readonly Pick<ConsumerEvidence, "pacts" | "scans">[],
): Pick<ConsumerEvidence, "pacts" | "scans"> {
  const once = <E extends { readonly uri: string }>(found: readonly E[]) => [
    ...new Map(found.map((each) => [each.uri, each])).values(),
  ];
  const pacts = all.flatMap((each) => each.pacts).map((pact) => ({ uri: pact.document.uri, pact }));
  return { pacts: once(pacts).map(({ pact }) => pact), scans: once(all.flatMap((each) => each.scans)) };
}

/** What a pact of base has and none of head's. */
export interface FormerPact {
  readonly kind: "pact";
  /** The pact, with those of its interactions that are gone or say something else now. */
  readonly pact: Pact;
  /** Whether head deletes the whole pact: nobody checks the consumer any more. */
  readonly isDeleted: boolean;
}

/** What a scan of base has and none of head's: all of a deleted one, else the uses that are gone. */
export interface FormerScan {
  readonly kind: "scan";
  readonly scan: Scan;
}

/**
 * What a contract is judged by, with what is known of its consumers where that is asked for and there is any.
 *
 * @param gone what only base has: deleted pacts count in full, and interactions gone from others for what changes hurt; so do uses
 */
export async function withConsumers(
  evidence: Evidence,
  contract: ContractConfig,
  checks: readonly CheckName[],
  gone: readonly (FormerPact | FormerScan)[],
  host: Host,
): Promise<Result<Evidence>> {
  if (!checks.includes("pact")) return { value: evidence };
  const read = await readConsumers(contract, host);
  if (failed(read)) return read;
  const formerPactsIf = (wanted: boolean) =>
    gone.flatMap((each) => (each.kind === "pact" && each.isDeleted === wanted ? [each.pact] : []));
  const formerScans = gone.flatMap((each) => (each.kind === "scan" ? [each.scan] : []));
  const pacts = [...read.value.pacts, ...formerPactsIf(true)];
  const scans = withFormer(read.value.scans, formerScans);
  if (pacts.length + scans.length === 0) return { value: evidence };
  const beside = evidenceOf(pacts, scans, read.value.providerNames ?? []);
  return { value: { ...evidence, ...beside, formerPacts: formerPactsIf(false) } };
}

/** Scans with the uses that others had before; one of a consumer without a scan counts in full. */
function withFormer(scans: readonly Scan[], former: readonly Scan[]): readonly Scan[] {
  const names = new Set(scans.map(({ consumer }) => consumer));
  const usesOf = (name: string) => former.filter(({ consumer }) => consumer === name).flatMap(({ used }) => used);
  return [
    ...scans.map((scan) => ({ ...scan, used: [...scan.used, ...usesOf(scan.consumer)] })),
    ...former.filter(({ consumer }) => !names.has(consumer)),
  ];
}

async function readFiles(
  files: NamedConsumers,
  provider: string | undefined,
  providerNames: readonly string[],
  host: Host,
): Promise<Result<ConsumerEvidence>> {
  const pacts = together(await Promise.all(files.pacts.map((file) => readOne(file, provider, host))));
  const scans = together(await Promise.all(files.scans.map((file) => readScan(file, host))));
  if (failed(pacts)) return pacts;
  return failed(scans) ? scans : { value: evidenceOf(pacts.value, scans.value, providerNames) };
}

function evidenceOf(
  pacts: readonly Pact[],
  scans: readonly Scan[],
  providerNames: readonly string[],
): ConsumerEvidence {
  const texts = new Map(pacts.map(({ text }) => [text.uri, text]));
  return { pacts, scans, providerNames, texts: { pact: { texts } } };
}

/** The files that paths and globs name, each once. */
async function filesOf(paths: readonly string[], noun: string, host: Host): Promise<Result<readonly string[]>> {
  const files = together(await Promise.all(paths.map((path) => matchesOf(path, noun, host))));
  return failed(files) ? files : { value: [...new Set(files.value.flat())] };
}

async function matchesOf(path: string, noun: string, host: Host): Promise<Result<readonly string[]>> {
  if (!/[*?[\]{}]/.test(path)) return { value: [resolve(host.cwd, path)] };
  const found = await findFiles(host, path, host.cwd);
  if (failed(found)) return found;
  if (found.value.length > 0) return { value: found.value.map((match) => resolve(host.cwd, match)) };
  return inputFailure(
    "glob-without-match",
    `\`${path}\` matches no ${noun}. Correct it, or have the consumers make theirs first.`,
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
