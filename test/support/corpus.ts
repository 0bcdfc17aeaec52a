import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { SHARED } from "./paths.ts";

/** Real descriptions in pairs, kept beside the workspace. */
export const CORPUS = join(SHARED, "corpus");

/** Two revisions of a description, by their paths from the corpus. */
export interface CorpusPair {
  readonly vendor: string;
  readonly base: string;
  readonly head: string;
}

interface Entry {
  readonly vendor: string;
  readonly format: string;
  /** The file to start from, where a description is a tree of files. */
  readonly entry?: string;
}

/** All pairs; none where the corpus is not at hand. */
export function readCorpus(): CorpusPair[] {
  const manifest = join(CORPUS, "manifest.json");
  if (!existsSync(manifest)) return [];
  const entries = JSON.parse(readFileSync(manifest, "utf8")) as readonly Entry[];
  return entries.map(({ vendor, format, entry }) => {
    const path = (side: string) => (entry === undefined ? `${vendor}/${side}.${format}` : `${vendor}/${side}/${entry}`);
    return { vendor, base: path("old"), head: path("new") };
  });
}
