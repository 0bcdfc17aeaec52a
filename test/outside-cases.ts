import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { parseText } from "../packages/engine/src/source/parse.ts";
import { SHARED } from "./support/paths.ts";

/** A text, or the files of a description with the one that it starts from. */
type Side = string | { readonly entry: string; readonly files: Readonly<Record<string, string>> };

/** A pair of another tool's tests, and whether it breaks. */
export interface OutsideCase {
  readonly id: string;
  readonly base: Side;
  readonly head: Side;
  readonly format: string;
  readonly breaking: boolean;
  readonly asOf?: string;
  /** A good engineer could say either; such a pair is not judged. */
  readonly contested?: boolean;
}

/** All pairs that are not contested; none where they are not at hand. */
export function readOutsideCases(): OutsideCase[] {
  const folder = join(SHARED, "outside-cases");
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => /\.jsonl(?:\.gz)?$/.test(name))
    .sort()
    .flatMap((name) => {
      const bytes = readFileSync(join(folder, name));
      const text = (name.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8");
      return text.trim().split("\n");
    })
    .map((line) => JSON.parse(line) as OutsideCase)
    .filter(({ contested }) => contested !== true);
}

/** The files of a side below a folder, and the one that it starts from. */
export function filesOf(side: Side, folder: string, format: string): { entry: string; files: Record<string, string> } {
  if (typeof side === "string") {
    const entry = `${folder}/api.${format}`;
    return { entry, files: { [entry]: side } };
  }
  const files = Object.entries(side.files).map(([name, text]) => [`${folder}/${name}`, text] as const);
  return { entry: `${folder}/${side.entry}`, files: Object.fromEntries(files) };
}

/** Pairs that Concordat judges otherwise, for one reason. */
export interface OutsideDifference {
  readonly reason: string;
  /** Who says that the pair breaks. */
  readonly breaking: "suite" | "concordat";
  readonly cases: readonly string[];
}

/** The reviewed list of differences. */
export function readOutsideDifferences(): readonly OutsideDifference[] {
  const name = "outside-differences.yaml";
  const text = readFileSync(join(import.meta.dirname, name), "utf8");
  return (parseText({ name, uri: name, text }).data as { readonly differences: OutsideDifference[] }).differences;
}
