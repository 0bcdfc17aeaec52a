import { basename, join } from "node:path";
import { failed, type Host, recognise } from "@concordat/engine";
import { contractNames, patternsOf } from "./names.ts";

/** A contract to begin with: one description, or a pattern that several fit. */
export interface FoundContract {
  readonly name: string;
  /** A path or a pattern, from the folder searched, with slashes. */
  readonly spec: string;
}

/** What a search for descriptions came to. */
export interface FoundDescriptions {
  /** From the folder searched, with slashes. */
  readonly paths: readonly string[];
  readonly contracts: readonly FoundContract[];
  /** Folders whose descriptions were left out: they are built, or made for tests. */
  readonly skipped: readonly string[];
  /** How many were left out because they describe no operation, and hold parts of others. */
  readonly parts: number;
  /** How many files were not opened, as there are too many. */
  readonly unopened: number;
  /** Folders that may not be read. */
  readonly unreadable: readonly string[];
}

/** Of more files than this, those that lie deepest are not opened to look whether they are one. */
const MOST_FILES = 4_000;

/** Folders of what a build makes, of what others wrote, and of what tests need. */
const UNOWNED =
  /^(?:build|coverage|dist|out|target|vendor|(?:__)?(?:fixtures|mocks|snapshots|tests?)(?:__)?|testdata)$/i;

/** All OpenAPI descriptions below a folder that a team may promise to keep. Hidden folders are not looked into. */
export async function findDescriptions(host: Host): Promise<FoundDescriptions> {
  const found = await host.glob("**/*.{yaml,yml,json}", host.cwd);
  const files = found.paths.filter((path) => !/(?:^|\/)(?:node_modules\/|\.|revisions\/)/.test(path));
  const unowned = (path: string) =>
    path
      .split("/")
      .slice(0, -1)
      .find((folder) => UNOWNED.test(folder));
  const owned = files.filter((path) => unowned(path) === undefined);
  const { described, parts, unopened } = await descriptionsAmong(owned, host);
  // Where nothing has operations yet, it is what the team begins with.
  const paths = described.length > 0 ? described : parts;
  const left = await descriptionsAmong(
    files.filter((path) => unowned(path) !== undefined),
    host,
  );
  const patterns = patternsOf(paths, owned);
  const single = paths.filter((path) => !patterns.some((pattern) => pattern.paths.includes(path)));
  const here = basename(host.cwd);
  const specs = [...single, ...patterns.map(({ glob }) => glob)];
  const names = contractNames([...single, ...patterns.map(({ stem }) => stem || here)], here);
  return {
    paths,
    contracts: specs.map((spec, i) => ({ spec, name: names[i] as string })),
    skipped: [...new Set(left.described.map((path) => path.slice(0, path.lastIndexOf("/"))))],
    parts: described.length > 0 ? parts.length : 0,
    unopened,
    unreadable: found.unreadable,
  };
}

async function descriptionsAmong(files: readonly string[], host: Host) {
  const depth = (path: string) => path.split("/").length;
  const opened = new Set(files.toSorted((a, b) => depth(a) - depth(b)).slice(0, MOST_FILES));
  const found = { described: [] as string[], parts: [] as string[], unopened: files.length - opened.size };
  for (const path of files.filter((each) => opened.has(each))) {
    const text = await host.readText(join(host.cwd, path));
    const kind = failed(text) ? undefined : recognise(text.value, path);
    if (kind !== undefined) found[kind === "description" ? "described" : "parts"].push(path);
  }
  return found;
}
