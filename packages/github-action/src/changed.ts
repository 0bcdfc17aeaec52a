import { dirname, isAbsolute, join, relative, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { type Config, failed, type Host } from "@concordat/engine";
import { git } from "./git.ts";

type Contract = Config["contracts"][number];

/** Files that differ from a commit: absolute paths, those that git does not know among them. */
export async function changedFiles(root: string, commit: string): Promise<ReadonlySet<string> | undefined> {
  const lists = [
    await git(root, "diff", "--name-only", "--no-renames", "--no-ext-diff", "-z", commit, "--"),
    await git(root, "ls-files", "--others", "-z", "--exclude-standard"),
  ];
  if (lists.some((list) => list === undefined)) return undefined;
  const names = lists.flatMap((list) => (list ?? "").split("\0")).filter((name) => name !== "");
  return new Set(names.map((name) => join(root, name)));
}

/** The contracts that have a changed file among theirs; all where a file changed that all rest on. */
export async function touchedContracts(
  config: Config,
  changed: ReadonlySet<string>,
  root: string,
  host: Host,
): Promise<readonly Contract[]> {
  const rulesets = config.lint.rulesets.filter((path) => isAbsolute(path));
  // A ruleset may load what lies beside it.
  const shared = rulesets.map((path) => (dirname(path) === root ? path : dirname(path)));
  if (config.path !== undefined) shared.push(config.path);
  if (shared.some((path) => isTouched(path, changed))) return config.contracts;
  const touched = await Promise.all(config.contracts.map((contract) => contractTouched(contract, changed, root, host)));
  return config.contracts.filter((_, i) => touched[i]);
}

async function contractTouched(
  { spec, revisions, base, baseline }: Contract,
  changed: ReadonlySet<string>,
  root: string,
  host: Host,
): Promise<boolean> {
  const beside = [revisions, base, baseline].filter((path) => path !== undefined && isAbsolute(path));
  if (beside.some((path) => isTouched(path as string, changed))) return true;
  for (const file of await filesOf(spec, host)) {
    if (changed.has(file)) return true;
    // What git does not keep, such as a description that a build has made, may have changed.
    if ((await host.realPath(file)) !== undefined && !(await isKept(root, file))) return true;
  }
  return false;
}

/** Whether a file changed, or one below a folder. */
function isTouched(path: string, changed: ReadonlySet<string>): boolean {
  return changed.has(path) || [...changed].some((file) => file.startsWith(`${path}/`));
}

async function isKept(root: string, file: string): Promise<boolean> {
  return (await git(root, "ls-files", "--error-unmatch", "--", relative(root, file))) !== undefined;
}

/**
 * A description, and all files that it may be made of. Texts are looked through for what looks like the name of a file:
 * that finds more than is referred to, and nothing less.
 */
async function filesOf(spec: string, host: Host): Promise<ReadonlySet<string>> {
  const files = new Set<string>();
  const open = [spec];
  for (let file = open.pop(); file !== undefined; file = open.pop()) {
    if (files.has(file)) continue;
    files.add(file);
    const real = await host.realPath(file);
    if (real === undefined) continue;
    files.add(real);
    const text = await host.readText(real);
    if (failed(text)) continue;
    for (const name of namesIn(text.value)) {
      const target = targetOf(name, real);
      if (target !== undefined && !files.has(target)) open.push(target);
    }
  }
  return files;
}

/** What is written behind `$ref`, and what ends as the files of descriptions do. */
function namesIn(text: string): Set<string> {
  const names = new Set<string>();
  for (const [, quoted, plain] of text.matchAll(/\$ref["']?\s*:\s*(?:["']([^"'\n]*)["']|([^\s"'{}[\],]+))/g))
    names.add(quoted ?? plain ?? "");
  for (const [name] of text.matchAll(/[^\s"'`{}[\],:]+\.(?:ya?ml|json)(?=["'\s#,}\]]|$)/gi)) names.add(name);
  names.delete("");
  return names;
}

function targetOf(name: string, from: string): string | undefined {
  const [path = ""] = name.split("#");
  if (path === "" || /^[a-z][a-z0-9+.-]*:/i.test(path)) return undefined;
  try {
    return fileURLToPath(new URL(path, pathToFileURL(from)));
  } catch {
    return resolve(dirname(from), path);
  }
}
