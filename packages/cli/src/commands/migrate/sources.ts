import { existsSync, statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { failed, findFiles, type Host, inputFailure, pathFrom, type Result } from "@concordat/engine";

/** What the codemod reads: TypeScript, but no declarations. */
const SOURCES = "**/*.{ts,tsx,mts,cts}";

/** The TypeScript files that paths name: files, folders with all that lies below, and globs. One that names nothing is a failure. */
export async function sourceFiles(paths: readonly string[], host: Host): Promise<Result<readonly string[]>> {
  const files = new Set<string>();
  for (const path of paths) {
    const absolute = resolve(host.cwd, path);
    const found = await filesNamed(path, absolute, host);
    if (failed(found)) return found;
    const sources = found.value.filter((file) => /\.[mc]?tsx?$/.test(file) && !/\.d\.[mc]?ts$/.test(file));
    if (sources.length === 0)
      return inputFailure("usage", `\`${path}\` names no TypeScript file. Name files, folders, or globs in quotes.`);
    for (const file of sources) files.add(file);
  }
  return { value: [...files].sort() };
}

async function filesNamed(path: string, absolute: string, host: Host): Promise<Result<readonly string[]>> {
  const isThere = existsSync(absolute);
  if (isThere && !statSync(absolute).isDirectory()) return { value: [absolute] };
  const [pattern, folder] = isThere ? [SOURCES, absolute] : [path, host.cwd];
  const found = await findFiles(host, pattern, folder);
  return failed(found) ? found : { value: found.value.map((match) => resolve(folder, match)) };
}

/** What a generated client imports, and nothing else does. */
const RUN_TIME = /from\s*["']@concordat\/client["']/;
const EXPORTED = /export\s+(?:\*|\{[^}]*\})\s*from\s*["'](\.[^"']*)["']/g;

/** Tells whether a module that a file imports is a generated client, or passes one on. */
export class ClientModules {
  readonly #host: Host;
  readonly #named: ReadonlySet<string>;
  readonly #known = new Map<string, boolean>();

  /** @param named specifiers that are clients whatever they lead to, such as aliases */
  constructor(named: readonly string[], host: Host) {
    this.#named = new Set(named);
    this.#host = host;
  }

  /** Looks at all modules that a text imports by a path. */
  async read(file: string, text: string): Promise<(specifier: string) => boolean> {
    const clients = new Set(this.#named);
    for (const [, specifier = ""] of text.matchAll(/from\s*["']([^"']+)["']/g))
      if (specifier.startsWith(".") && (await this.#isClient(resolve(dirname(file), specifier), 2)))
        clients.add(specifier);
    return (specifier) => clients.has(specifier);
  }

  async #isClient(path: string, depth: number): Promise<boolean> {
    const known = this.#known.get(path);
    if (known !== undefined) return known;
    const file = candidates(path).find((each) => existsSync(each) && statSync(each).isFile());
    const text = file === undefined ? undefined : await this.#host.readText(file);
    let is = text !== undefined && !failed(text) && RUN_TIME.test(text.value);
    if (file !== undefined && text !== undefined && !failed(text) && !is && depth > 0)
      for (const [, passed = ""] of text.value.matchAll(EXPORTED))
        is ||= await this.#isClient(resolve(dirname(file), passed), depth - 1);
    this.#known.set(path, is);
    return is;
  }
}

/** The files that a module specifier may stand for, as TypeScript resolves it. */
function candidates(path: string): string[] {
  const bare = path.replace(/\.[mc]?js$/, "");
  const ends = [".ts", ".tsx", ".mts", ".cts"];
  return [path, ...ends.map((end) => `${bare}${end}`), ...ends.map((end) => join(path, `index${end}`))];
}

/** A path as people know it. */
export function shownPath(file: string, { cwd }: Host): string {
  return pathFrom(cwd, file) || file;
}
