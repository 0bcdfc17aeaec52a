import { dirname, join, posix, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { pathFrom, slashed } from "../base/paths.ts";
import type { Problem } from "../base/problem.ts";
import { failed, type Result, resultOf } from "../base/result.ts";
import type { Host, HostResult } from "../host/host.ts";
import type { SourceText } from "../source/source-text.ts";
import { checkText, problemAt } from "./check-text.ts";
import { type ConfigFile, ConfigSchema } from "./schema.ts";

/** One of the files that make a configuration. */
export interface ConfigLayer {
  /** What tells it from others of the configuration: its path from there, or how it is named where it is extended. */
  readonly name: string;
  /** As reports call it: its path from the folder that one runs in, or how it is named where it is extended. */
  readonly shown: string;
  readonly source: SourceText;
  readonly file: ConfigFile;
  /** The folder that its paths start from; undefined where it is read from git. */
  readonly folder: string | undefined;
  /** The package that it comes with, if it does. */
  readonly package?: string | undefined;
}

/** How files of the repository are read: from the working tree, or from a commit. */
export interface LayerReader {
  read(path: string): Promise<HostResult<string>>;
  /** As people know a file. */
  nameOf(path: string): string;
}

export const CONFIG_NAMES = ["concordat.yaml", "concordat.yml", "concordat.json"];

/** The code of a problem that lies outside the repository's files: a package that is not installed, a commit that is not there. */
export const EXTENDS_UNAVAILABLE = "extends-unavailable";

/** All layers of a configuration, what is extended before what extends it, and last itself. */
export async function readLayers(
  own: ConfigLayer,
  reader: LayerReader,
  host: Host,
): Promise<Result<readonly ConfigLayer[]>> {
  const found = new Map<string, ConfigLayer>();
  const problems: Problem[] = [];
  const finder = new Finder(own, reader, host);
  await visit(own, [own.source.uri]);
  return resultOf([...found.values(), own], problems);

  async function visit(layer: ConfigLayer, way: readonly string[]): Promise<void> {
    for (const { reference, pointer } of referencesIn(layer.file)) {
      const place = await finder.find(reference, layer);
      if ("code" in place) {
        problems.push(problemAt(layer.source, pointer, place.code, place.message));
        continue;
      }
      const { uri } = place.source;
      if (way.includes(uri)) {
        const message = `\`${reference}\` leads back to this file, so that it would extend itself. Remove one of the references.`;
        problems.push(problemAt(layer.source, pointer, "extends-circle", message));
      } else if (!found.has(uri)) {
        const file = checkText(place.source, ConfigSchema);
        if (failed(file)) problems.push(...file.problems);
        else {
          const next = { ...place, file: file.value };
          if (file.value.contracts !== undefined) problems.push(withContracts(next));
          await visit(next, [...way, uri]);
          found.set(uri, next);
        }
      }
    }
  }
}

/** What a configuration says, with what it extends written out in the place of references: what changes when any of it does. */
export function writtenOut(file: ConfigFile, layers: readonly ConfigLayer[]): object {
  if (layers.length < 2) return file;
  const extended = layers.slice(0, -1).map(({ name, file: { $schema: _, ...rest } }) => [name, rest]);
  return { ...file, extends: Object.fromEntries(extended) };
}

function referencesIn({ extends: named = [] }: ConfigFile): readonly { reference: string; pointer: string }[] {
  if (typeof named === "string") return [{ reference: named, pointer: "/extends" }];
  return named.map((reference, i) => ({ reference, pointer: `/extends/${i}` }));
}

function withContracts({ source }: ConfigLayer): Problem {
  const message =
    "A configuration that others extend settles policy alone. Move its contracts to where they are checked.";
  return problemAt(source, "/contracts", "extends-contracts", message);
}

/** A layer before it is read as one. */
type Found = Omit<ConfigLayer, "file">;
/** Why there is none. */
type Lacking = Pick<Problem, "code" | "message">;

/** Finds what references name. */
class Finder {
  readonly #own: ConfigLayer;
  readonly #reader: LayerReader;
  readonly #host: Host;

  constructor(own: ConfigLayer, reader: LayerReader, host: Host) {
    this.#own = own;
    this.#reader = reader;
    this.#host = host;
  }

  async find(reference: string, from: ConfigLayer): Promise<Found | Lacking> {
    if (reference.startsWith("git:")) return this.#inGit(reference);
    if (!/^\.{1,2}\//.test(reference)) return this.#inPackage(reference);
    if (from.folder === undefined) return this.#inGit(besideInGit(reference, from.name));
    const path = resolve(from.folder, reference);
    return from.package === undefined
      ? this.#inRepository(reference, path)
      : this.#installed(path, from.package, reference);
  }

  async #inRepository(reference: string, path: string): Promise<Found | Lacking> {
    const text = await this.#reader.read(path);
    if (failed(text)) return { code: "extends-missing", message: `\`${reference}\` cannot be read. ${text.message}` };
    const name = pathFrom(this.#own.folder ?? "", path);
    const shown = pathFrom(this.#host.cwd, path);
    return { name, shown, source: sourceAt(path, this.#reader.nameOf(path), text.value), folder: dirname(path) };
  }

  /** Packages are installed above the file, as Node finds them; their code is not run. */
  async #inPackage(reference: string): Promise<Found | Lacking> {
    const [, name, inside] = /^((?:@[\w.-]+\/)?[\w-][\w.-]*)(?:\/(.+))?$/.exec(reference) ?? [];
    const message = `The package \`${reference}\` is not installed. Install it; the path of a file begins with \`./\`.`;
    if (name === undefined) return { code: "extends-missing", message };
    for (let folder = this.#own.folder ?? ""; ; folder = dirname(folder)) {
      const top = join(folder, "node_modules", name);
      if ((await this.#host.realPath(top)) !== undefined) {
        for (const file of inside === undefined ? CONFIG_NAMES : [inside])
          if ((await this.#host.realPath(join(top, file))) !== undefined)
            return this.#installed(join(top, file), name, reference);
        const wanted = inside ?? CONFIG_NAMES.join(", ");
        return { code: EXTENDS_UNAVAILABLE, message: `The package \`${name}\` has no \`${wanted}\`.` };
      }
      if (folder === dirname(folder)) return { code: EXTENDS_UNAVAILABLE, message };
    }
  }

  async #installed(path: string, name: string, reference: string): Promise<Found | Lacking> {
    const at = slashed(path).lastIndexOf(`/node_modules/${name}/`);
    const text =
      at < 0 ? { failure: "refused", message: `It lies outside the package.` } : await this.#host.readText(path);
    if ("failure" in text)
      return { code: EXTENDS_UNAVAILABLE, message: `\`${reference}\` cannot be read. ${text.message}` };
    const source = sourceAt(path, pathFrom(this.#host.cwd, path) || path, text.value);
    // A file that one of a package extends is named by where it lies in it.
    const inside = slashed(path.slice(at + "/node_modules/".length));
    const shown = /^\./.test(reference) ? inside : reference;
    return { name: shown, shown, source, folder: dirname(path), package: name };
  }

  /** The path is from the top of the checkout, wherever the command runs. */
  async #inGit(reference: string): Promise<Found | Lacking> {
    const [, revision, path] = /^git:([^:]+):(.+)$/.exec(reference) ?? [];
    const root = await this.#host.gitRoot(this.#host.cwd);
    if (revision === undefined || path === undefined || root === undefined) {
      const why = root === undefined ? "This is not a git checkout." : "Name a file as `git:REF:PATH`.";
      return { code: "extends-missing", message: `\`${reference}\` cannot be read. ${why}` };
    }
    const commit = await this.#host.gitResolve(root, revision);
    const bytes = failed(commit) ? commit : await this.#host.gitShow(root, commit.value, path);
    if (failed(bytes))
      return { code: EXTENDS_UNAVAILABLE, message: `\`${reference}\` cannot be read. ${bytes.message}` };
    const uri = `git:${failed(commit) ? revision : commit.value}:${path}`;
    const text = new TextDecoder().decode(bytes.value);
    return { name: reference, shown: reference, source: { uri, name: reference, text }, folder: undefined };
  }
}

/** A file beside one that is named as `git:REF:PATH`. */
function besideInGit(reference: string, from: string): string {
  const [, revision = "", path = ""] = /^git:([^:]+):(.+)$/.exec(from) ?? [];
  return `git:${revision}:${posix.join(posix.dirname(path), reference)}`;
}

function sourceAt(path: string, name: string, text: string): SourceText {
  return { uri: pathToFileURL(path).href, name, text };
}
