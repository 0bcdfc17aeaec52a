import { basename, dirname, extname } from "node:path";

/** Names of files and folders that say nothing of the API. */
const GENERIC = /^(?:openapi|swagger|apis?|specs?|specifications?|docs?|index|root|src|generated|json|ya?ml)$/i;
/** Folders that say nothing of it beside their parent. */
const VERSION = /^v\d+(?:\.\d+)*$/i;

/**
 * A name for each description, from what differs in their paths: that of the file where it says something, else of the folder,
 * with as many folders above it as are needed to tell them apart.
 * @param paths from one folder, with slashes
 * @param folder the name of that folder, for a description that lies in it
 */
export function contractNames(paths: readonly string[], folder: string): readonly string[] {
  const words = paths.map((path) => wordsOf(path, folder));
  const depths = words.map((each): number => (VERSION.test(each.at(-1) ?? "") ? 2 : 1));
  const nameAt = (i: number) => (words[i] ?? []).slice(-(depths[i] ?? 1)).join("-");
  for (let grows = true; grows; ) {
    const shared = [...Map.groupBy(words.keys(), nameAt).values()].filter((same) => same.length > 1);
    const longer = shared.flat().filter((i) => (depths[i] ?? 1) < (words[i]?.length ?? 0));
    for (const i of longer) depths[i] = (depths[i] ?? 1) + 1;
    grows = longer.length > 0;
  }
  const taken = new Set<string>();
  return words.map((_, i) => {
    const stem = nameAt(i).replace(/[^\w.-]+/g, "-");
    let name = stem;
    for (let count = 2; taken.has(name); count++) name = `${stem}-${count}`;
    taken.add(name);
    return name;
  });
}

function wordsOf(path: string, folder: string): readonly string[] {
  const file = basename(path).replace(/\.(?:ya?ml|json)$/i, "");
  const folders = dirname(path)
    .split("/")
    .filter((each) => each !== "." && each !== "");
  if (!GENERIC.test(file)) return [...folders, file];
  while (GENERIC.test(folders.at(-1) ?? "")) folders.pop();
  const above = folders.length === 0 && folder !== "" ? [folder] : folders;
  return above.length > 0 ? above : [file];
}

/** Descriptions that one pattern names: the same file in several folders side by side, or all files of one folder. */
export interface Pattern {
  readonly glob: string;
  /** What its paths have in common, to name them by; empty where they have nothing. */
  readonly stem: string;
  readonly paths: readonly string[];
}

/** From so many descriptions of one form on, they are named by a pattern. */
const MANY = 8;

/**
 * The patterns that name many descriptions at once, so that one more needs no entry of its own.
 * @param files all files that a pattern must not name beside them
 */
export function patternsOf(paths: readonly string[], files: readonly string[]): readonly Pattern[] {
  const patterns: Pattern[] = [];
  for (const [globOf, stemOf] of [
    [foldersGlob, foldersStem],
    [filesGlob, filesStem],
  ] as const) {
    const open = paths.filter((path) => !patterns.some((pattern) => pattern.paths.includes(path)));
    for (const [glob, same] of Map.groupBy(open, globOf)) {
      const named = files.filter((file) => globOf(file) === glob);
      if (glob !== undefined && same.length >= MANY && named.length === same.length)
        patterns.push({ glob, stem: stemOf(same), paths: same });
    }
  }
  return patterns;
}

/** Names a file in all folders beside its own. */
function foldersGlob(path: string): string | undefined {
  const folder = dirname(path);
  if (folder === ".") return undefined;
  return `${dirname(folder) === "." ? "" : `${dirname(folder)}/`}*/${basename(path)}`;
}

function foldersStem([first = ""]: readonly string[]): string {
  return dirname(dirname(first)).replace(/^\.$/, "");
}

/** Names all files of a folder that end alike. */
function filesGlob(path: string): string | undefined {
  return dirname(path) === "." ? undefined : `${dirname(path)}/*${extname(path)}`;
}

/** Fewer letters than these at the start of all files of a folder are chance. */
const SHORTEST_STEM = 3;

/** The folder, and what all its files begin with, but for versions. */
function filesStem(paths: readonly string[]): string {
  const names = paths.map((path) => basename(path, extname(path)));
  const [first = ""] = names;
  const differs = [...first].findIndex((letter, i) => names.some((name) => name[i] !== letter));
  const start = (differs < 0 ? first : first.slice(0, differs)).replace(/[-_. ]*(?:\bv|[-_. ]v)?[\d\-_. ]*$/i, "");
  const folder = dirname(paths[0] ?? "");
  return start.length < SHORTEST_STEM ? folder : `${folder}/${start}`;
}
