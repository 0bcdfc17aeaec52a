import { dirname, isAbsolute, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { matchesFileGlob } from "../base/file-glob.ts";
import { pathFrom } from "../base/paths.ts";
import { failed, inputFailure, type Result, resultOf } from "../base/result.ts";
import { findFiles } from "../host/find-files.ts";
import type { Host, HostResult } from "../host/host.ts";
import type { SourceText } from "../source/source-text.ts";
import { buildConfig } from "./build-config.ts";
import { checkText } from "./check-text.ts";
import { type Config, NO_CONFIG } from "./config.ts";
import { CONFIG_NAMES, type ConfigLayer, EXTENDS_UNAVAILABLE, type LayerReader, readLayers } from "./layers.ts";
import { ConfigSchema, type ContractEntry } from "./schema.ts";
import { outsideOf, type Workspace, workspaceOf } from "./workspace.ts";

export { unknownRules } from "./build-config.ts";
export {
  type Config,
  type ContractConfig,
  DEFAULT_USAGE,
  isCalled,
  type LintConfig,
  NO_CONFIG,
  type UsageConfig,
  unknownContracts,
} from "./config.ts";
export { CONFIG_NAMES, writtenOut } from "./layers.ts";

/** The configuration of a folder: the file named, or the one found in it or above it, up to the top of the checkout. */
export async function readConfig(
  host: Host,
  given: string | undefined,
  ruleIds: readonly string[],
  root?: string | undefined,
): Promise<Result<Config>> {
  const path = given === undefined ? await findConfig(host) : resolve(host.cwd, given);
  if (path === undefined) return { value: NO_CONFIG };
  const name = pathFrom(host.cwd, path) || path;
  const workspace = await workspaceOf(host, path, root);
  const outside = await outsideOf(path, workspace, host);
  if (outside !== undefined) return inputFailure("outside-workspace", outside, { file: name });
  const text = await host.readText(path);
  if (failed(text)) {
    const { message, line, column } = text;
    return inputFailure("config-missing", `The configuration cannot be read. ${message}`, { file: name, line, column });
  }
  const source: SourceText = { uri: pathToFileURL(path).href, name, text: text.value };
  const checked = checkText(source, ConfigSchema);
  if (failed(checked)) return checked;
  const own: ConfigLayer = { name, shown: name, source, file: checked.value, folder: dirname(path) };
  const layers = await readLayers(own, treeReader(workspace, host), host);
  if (failed(layers)) return layers;
  const building = { path, specsOf: (entry: ContractEntry, folder: string) => specsOf(entry, folder, host), ruleIds };
  const built = await buildConfig(layers.value, own, building);
  if (failed(built)) return built;
  const left = [...(await leavingPaths(built.value, workspace, host))];
  return resultOf(
    built.value,
    left.map((message) => ({ code: "outside-workspace", message, file: name })),
  );
}

/** Why files that a configuration names are not to be read, each once. */
async function leavingPaths(
  { contracts, lint, rulePackages }: Config,
  workspace: Workspace,
  host: Host,
): Promise<Set<string>> {
  const named = contracts.flatMap(({ spec, revisions, base, baseline, timeline, consumers, client }) => [
    ...[spec, revisions, base],
    ...[baseline, timeline, consumers, client],
  ]);
  const paths = [...named, ...lint.rulesets, ...rulePackages].filter(
    (path) => path !== undefined && isAbsolute(path),
  ) as string[];
  const reasons = await Promise.all([...new Set(paths)].map((path) => outsideOf(path, workspace, host)));
  return new Set(reasons.filter((reason) => reason !== undefined));
}

/**
 * The configuration that a commit has for a folder, with paths as they are in the working tree; undefined where it has
 * none. A description that it names need not be in the commit: a build may make it.
 */
export async function readConfigAt(
  host: Host,
  { root, commit }: { readonly root: string; readonly commit: string },
  given: string | undefined,
  ruleIds: readonly string[],
): Promise<HostResult<Result<Config> | undefined>> {
  const fromRoot = (path: string) => pathFrom(root, path);
  const candidates = given === undefined ? await configPaths(host) : [resolve(host.cwd, given)];
  const inside = candidates.filter((path) => !fromRoot(path).startsWith("../"));
  for (const path of inside) {
    const bytes = await host.gitShow(root, commit, fromRoot(path));
    if (failed(bytes) && bytes.failure === "missing") continue;
    if (failed(bytes)) return bytes;
    const name = `git:${commit.slice(0, 12)}:${pathFrom(host.cwd, path) || path}`;
    const source: SourceText = { uri: pathToFileURL(path).href, name, text: new TextDecoder().decode(bytes.value) };
    const checked = checkText(source, ConfigSchema);
    if (failed(checked)) return { value: checked };
    const folder = dirname(path);
    const shown = pathFrom(host.cwd, path);
    const own: ConfigLayer = { name: pathFrom(root, path), shown, source, file: checked.value, folder };
    const layers = await readLayers(own, commitReader(root, commit, host), host);
    if (failed(layers)) {
      // What a commit does not hold decides nothing about its policy, and cannot do away with it.
      const outside = layers.problems.find(({ code }) => code === EXTENDS_UNAVAILABLE);
      return outside ? { failure: "refused", message: outside.message } : { value: layers };
    }
    const globs = (checked.value.contracts ?? []).some(({ spec }) => isGlob(spec));
    const files = globs ? await host.gitFiles(root, commit, [fromRoot(folder)]) : { value: [] };
    if (failed(files)) return files;
    const below = files.value.map((file) => pathFrom(folder, join(root, file)));
    const specs = async ({ spec }: ContractEntry) => ({
      value: isGlob(spec)
        ? below.filter((file) => matchesFileGlob(file, spec)).map((file) => join(folder, file))
        : [resolve(folder, spec)],
    });
    return { value: await buildConfig(layers.value, own, { path, specsOf: specs, ruleIds, emptyGlobs: true }) };
  }
  return { value: undefined };
}

/** Files of the working tree, within the workspace. */
function treeReader(workspace: Workspace, host: Host): LayerReader {
  return {
    nameOf: (path) => pathFrom(host.cwd, path) || path,
    read: async (path) => {
      const outside = await outsideOf(path, workspace, host);
      return outside === undefined ? host.readText(path) : { failure: "refused", message: outside };
    },
  };
}

/** Files of a commit. */
function commitReader(root: string, commit: string, host: Host): LayerReader {
  return {
    nameOf: (path) => `git:${commit.slice(0, 12)}:${pathFrom(host.cwd, path) || path}`,
    read: async (path) => {
      const bytes = await host.gitShow(root, commit, pathFrom(root, path));
      return failed(bytes) ? bytes : { value: new TextDecoder().decode(bytes.value) };
    },
  };
}

async function findConfig(host: Host): Promise<string | undefined> {
  for (const path of await configPaths(host)) if ((await host.realPath(path)) !== undefined) return path;
  return undefined;
}

/** Where a configuration may be, the nearest first. */
async function configPaths(host: Host): Promise<readonly string[]> {
  const top = (await host.gitRoot(host.cwd)) ?? host.cwd;
  const paths: string[] = [];
  for (let folder = host.cwd; ; folder = dirname(folder)) {
    paths.push(...CONFIG_NAMES.map((name) => join(folder, name)));
    if (folder === top || folder === dirname(folder)) return paths;
  }
}

async function specsOf({ spec }: ContractEntry, folder: string, host: Host): Promise<Result<readonly string[]>> {
  if (isGlob(spec)) {
    const found = await findFiles(host, spec, folder);
    return failed(found) ? found : { value: found.value.map((match) => join(folder, match)) };
  }
  const path = resolve(folder, spec);
  return { value: (await host.realPath(path)) === undefined ? [] : [path] };
}

function isGlob(spec: string): boolean {
  return /[*?[\]{}]/.test(spec);
}
