import { join } from "node:path";
import {
  failed,
  findFiles,
  type Host,
  hostFailure,
  inputFailure,
  pathFrom,
  type Result,
  together,
} from "@concordat/engine";
import { compareBy } from "@concordat/engine/base";
import {
  type Deployment,
  isWhole,
  type LedgerRecord,
  type Publication,
  parseRecord,
  type Release,
  type Verification,
  type WrittenRecord,
  writtenPact,
  writtenRecord,
} from "./records.ts";

/** All that a ledger holds, each list in the order of its file names. */
export interface Ledger {
  readonly publications: readonly Publication[];
  readonly verifications: readonly Verification[];
  readonly deployments: readonly Deployment[];
  readonly releases: readonly Release[];
}

/** Files that go with the records: git must not change their bytes, and what a killed writer left is no record. */
const HOUSEKEEPING: Readonly<Record<string, string>> = { ".gitattributes": "* -text\n", ".gitignore": "*.tmp\n" };

/**
 * Reads all records of a ledger. A record that is damaged, or of an unknown form, is a failure that names its file; so are two
 * pacts of one consumer version.
 * @param folder an absolute path; one that does not exist is an empty ledger
 */
export async function readLedger(host: Host, folder: string): Promise<Result<Ledger>> {
  const paths = await findFiles(host, "{publications,verifications,deployments,releases}/*", folder);
  if (failed(paths)) return paths;
  const records = await Promise.all(
    paths.value.filter((path) => !path.endsWith(".tmp")).map((path) => readRecord(host, folder, path)),
  );
  const all = together(records);
  if (failed(all)) return all;
  const of = <Kind extends LedgerRecord["kind"]>(kind: Kind) =>
    all.value.filter((each): each is Extract<LedgerRecord, { kind: Kind }> => each.kind === kind);
  const publications = of("publication");
  const clash = clashOf(publications);
  if (clash) return inputFailure("ledger-clash", clash, { file: pathFrom(host.cwd, folder) });
  return {
    value: {
      publications,
      verifications: of("verification"),
      deployments: of("deployment"),
      releases: of("release"),
    },
  };
}

/** Adds a record. It is there as a whole or not at all, and takes the place of no other. */
export async function appendRecord(host: Host, folder: string, record: LedgerRecord): Promise<Result<WrittenRecord>> {
  return write(host, folder, writtenRecord(record));
}

/**
 * Adds the text of a pact.
 * @param text canonical
 * @returns with the hash that records name it by
 */
export async function appendPact(
  host: Host,
  folder: string,
  text: string,
): Promise<Result<WrittenRecord & { readonly hash: string }>> {
  return write(host, folder, writtenPact(text));
}

/** The text of a pact that records name by its hash. */
export async function readPactText(host: Host, folder: string, hash: string): Promise<Result<string>> {
  const path = join("pacts", `${hash}.json`);
  const file = pathFrom(host.cwd, join(folder, path));
  const read = await host.readText(join(folder, path));
  if (failed(read)) return hostFailure(read, "ledger-unreadable", `\`${file}\`: ${read.message}`);
  if (isWhole(`/${hash}.json`, read.value)) return read;
  return inputFailure(
    "ledger-damaged",
    "This pact was cut off or changed after it was written: its content does not match its name. Restore it from git.",
    { file },
  );
}

async function readRecord(host: Host, folder: string, path: string): Promise<Result<LedgerRecord>> {
  const file = pathFrom(host.cwd, join(folder, path));
  if (!/\/[0-9a-f]{64}\.json$/.test(path))
    return inputFailure("ledger-unknown", "This file is not a record of the ledger. Move it elsewhere.", { file });
  const read = await host.readText(join(folder, path));
  if (failed(read)) return hostFailure(read, "ledger-unreadable", `\`${file}\`: ${read.message}`);
  return parseRecord(file, path, read.value);
}

async function write<T extends WrittenRecord>(host: Host, folder: string, written: T): Promise<Result<T>> {
  for (const [name, text] of Object.entries(HOUSEKEEPING)) {
    if ((await host.realPath(join(folder, name))) !== undefined) continue;
    const kept = await host.writeText(join(folder, name), text);
    if (failed(kept)) return hostFailure(kept, "ledger-unwritable");
  }
  // The name is the hash of the text: what is there under it already is the same.
  const done = await host.writeText(join(folder, written.path), written.text);
  return failed(done) ? hostFailure(done, "ledger-unwritable") : { value: written };
}

/** Two contents for one version of a consumer, which two writers may have published without knowing of each other. */
function clashOf(publications: readonly Publication[]): string | undefined {
  const known = new Map<string, Publication>();
  const sorted = publications.toSorted(
    compareBy(
      ({ consumer }) => consumer,
      ({ pact }) => pact,
    ),
  );
  for (const publication of sorted) {
    const { consumer, consumerVersion, provider, pact } = publication;
    const key = JSON.stringify([consumer, consumerVersion, provider]);
    const other = known.get(key);
    if (other && other.pact !== pact) {
      const files = [other, publication].map((each) => `\`${writtenRecord(each).path}\``).join(" and ");
      return `\`${consumer}\` ${consumerVersion} has two different pacts with \`${provider}\`: ${files}. Keep the one that belongs to this version, and publish the other under a version of its own.`;
    }
    known.set(key, publication);
  }
  return undefined;
}
