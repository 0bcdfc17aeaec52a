import { dirname, join, relative, resolve, sep } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import {
  absoluteUri,
  append,
  type Dialect,
  type Document,
  type Library,
  locationOf,
} from "@concordat/containment/internal";
import { dialectOf, schemaDialectOf } from "../base/dialect.ts";
import { sha256 } from "../base/digest.ts";
import { isBelow } from "../base/paths.ts";
import type { Problem } from "../base/problem.ts";
import { type Failure, failed, type Result } from "../base/result.ts";
import { withoutCredentials } from "../base/url-text.ts";
import type { Host, HostFailure, HostResult } from "../host/host.ts";
import type { Location } from "../source/location.ts";
import { type Origins, originOf as writtenLocationOf } from "../source/origins.ts";
import { locatePointers, NOT_UTF8, type ParsedText, parseBytes, type ReadText } from "../source/parse.ts";
import type { SourceText } from "../source/source-text.ts";
import { writtenScalar } from "../source/written.ts";
import { type RemoteOptions, readRemote } from "./remote.ts";
import { type Settled, settleReferences } from "./settle.ts";
import { referenceSites } from "./structure.ts";

/** What may be read. */
export interface LoadOptions extends RemoteOptions {
  /** Files must lie below this folder; found from the description where it is not given. */
  readonly root?: string | undefined;
}

export const DEFAULT_LOAD: LoadOptions = { allowRemote: [], allowPrivateNetwork: false };

/** A description with all the files it refers to. */
export interface Description {
  /** As the user named it. */
  readonly source: string;
  readonly root: Document;
  readonly library: Library;
  /** Texts by URI of their document. */
  readonly texts: ReadonlyMap<string, LoadedText>;
  /** Why documents that references name are not in the library, by URI. */
  readonly missing: ReadonlyMap<string, HostFailure>;
  readonly problems: readonly Problem[];
  /** Where what stands in place of misplaced references is written; absent where there are none. */
  readonly origins?: Origins;
  /** A number as its text writes it; asked of the description, so that who reads it need not load parsers. */
  readonly writtenAt?: (at: Location) => string | undefined;
}

export interface LoadedText extends SourceText, ParsedText {
  /** Whether it uses the extension for ignores. */
  readonly ignores: boolean;
  /** What is written behind `$ref` in it, each text once. */
  readonly references: ReadonlySet<string>;
}

/** Where texts come from: the working tree, a commit, or the web. All of them know documents by URI. */
interface Origin {
  readonly uri: string;
  read(uri: string): Promise<HostResult<Uint8Array>>;
  nameOf(uri: string): string;
}

/** Reads a description from a path, an https URL or `git:REF:PATH`, with all files that it refers to. */
export async function loadDescription(
  source: string,
  host: Host,
  options: LoadOptions = DEFAULT_LOAD,
): Promise<Result<Description>> {
  const origin = await originOf(source, host, options);
  if (failed(origin)) return unreadable(source, origin);
  const text = await origin.value.read(origin.value.uri);
  if (failed(text)) return unreadable(source, text);
  const { uri } = origin.value;
  const first = parseBytes(text.value, { uri, name: origin.value.nameOf(uri) });
  const { source: firstText, parsed } = first;
  const dialect = parsed.data === undefined ? undefined : dialectOf(parsed.data);
  if (dialect === undefined || parsed.data === undefined)
    return {
      failure: "input",
      problems: parsed.data === undefined ? parsed.problems : [notADescription(firstText, parsed.data)],
    };
  const loader = new Loader(origin.value, dialect);
  loader.add(first);
  return (await loader.follow()) ?? { value: loader.description(source) };
}

class Loader {
  readonly #origin: Origin;
  readonly #dialect: Dialect;
  readonly #documents = new Map<string, Document>();
  readonly #texts = new Map<string, LoadedText>();
  readonly #missing = new Map<string, HostFailure>();
  readonly #problems: Problem[] = [];
  #open: Document[] = [];
  #misplaced = false;

  constructor(origin: Origin, dialect: Dialect) {
    this.#origin = origin;
    this.#dialect = dialect;
  }

  add({ source, parsed: { data, format, keys, problems, survey } }: ReadText): void {
    if (data !== undefined) append(this.#problems, problems);
    else {
      // What it holds may have changed all the same.
      const digest = sha256(source.text);
      append(
        this.#problems,
        problems.map((problem) => ({ ...problem, digest })),
      );
      this.#missing.set(source.uri, { failure: "missing", message: "The file cannot be read." });
      return;
    }
    // A file that only holds parts speaks the dialect of the description it belongs to.
    const document = { uri: source.uri, root: data, dialect: this.#dialect, schemas: schemaDialectOf(data) };
    this.#documents.set(source.uri, document);
    this.#texts.set(source.uri, {
      ...source,
      format,
      data,
      keys,
      ignores: survey.ignores,
      references: survey.references,
    });
    if (survey.external) this.#open.push(document);
    if (survey.misplaced) this.#misplaced = true;
  }

  /**
   * Reads what is referred to, wave by wave. A file that is not there is a problem of the reference; one that is there
   * and cannot be had, or holds no text, leaves nothing to judge.
   */
  async follow(): Promise<Failure | undefined> {
    while (this.#open.length > 0) {
      const targets = new Set(this.#open.flatMap((document) => externalTargets(document)));
      this.#open = [];
      const wanted = [...targets].filter((uri) => !this.#documents.has(uri) && !this.#missing.has(uri));
      const results = await Promise.all(wanted.map((uri) => this.#origin.read(uri)));
      const broken: Problem[] = [];
      wanted.forEach((uri, i) => {
        const result = results[i] as HostResult<Uint8Array>;
        const name = this.#origin.nameOf(uri);
        if (!failed(result)) this.add(parseBytes(result.value, { uri, name }));
        else if (result.failure === "tool") broken.push(...unreadable(name, result).problems);
        else this.#missing.set(uri, result);
      });
      if (broken.length > 0) return { failure: "tool", problems: broken };
    }
    const garbled = this.#problems.filter(({ code }) => code === NOT_UTF8);
    return garbled.length > 0 ? { failure: "input", problems: garbled } : undefined;
  }

  description(source: string): Description {
    const settled = this.#misplaced ? settleReferences(this.#documents) : undefined;
    const documents = settled?.documents ?? this.#documents;
    const root = documents.get(this.#origin.uri) as Document;
    const library: Library = { document: (uri) => documents.get(uri), all: () => documents.values() };
    const problems = [...this.#problems, ...(settled ? misplacedProblems(settled, this.#texts) : [])];
    const origins = settled?.origins;
    const writtenAt = (at: Location) => {
      const { uri, pointer } = writtenLocationOf(at, origins ?? new Map());
      const text = this.#texts.get(uri);
      return text && writtenScalar(text, pointer);
    };
    return {
      source: withoutCredentials(source),
      root,
      library,
      texts: this.#texts,
      missing: this.#missing,
      problems,
      writtenAt,
      ...(origins && { origins }),
    };
  }
}

/** What is said of references in odd places: they are followed, and other tools may not follow them. */
function misplacedProblems({ met }: Settled, texts: ReadonlyMap<string, LoadedText>): Problem[] {
  return met.flatMap(({ document, pointer, keyword, outcome }): Problem[] => {
    const text = texts.get(document.uri);
    if (text === undefined || outcome === "nowhere") return [];
    const at = { file: text.name, ...locatePointers(text, [pointer]).get(pointer) };
    if (outcome === "followed") {
      const message = `OpenAPI allows no reference in place of \`${keyword}\`. It is followed here, but other tools may not follow it: write out \`${keyword}\`, and refer to its parts.`;
      return [{ code: "reference-misplaced", message, isAdvice: true, ...at }];
    }
    const why = outcome === "circle" ? "leads back to itself" : "stands for more than can be read";
    const message = `The reference in place of \`${keyword}\` ${why}. Write out \`${keyword}\`, and refer to its parts.`;
    return [{ code: "reference-circular", message, ...at }];
  });
}

/** Documents that the references of a document name, without their fragments. */
function externalTargets(document: Document): string[] {
  const targets = new Set<string>();
  const ids = new Set<string>();
  for (const { reference } of referenceSites(document.root)) {
    if (reference.startsWith("#")) continue;
    const uri = locationOf(reference.split("#")[0] as string, document.uri, document);
    if (uri !== undefined && uri !== document.uri) targets.add(uri);
  }
  if (targets.size > 0) collectIds(document.root, document.uri, ids);
  return [...targets].filter((uri) => !ids.has(uri));
}

/** URIs that `$id`s inside a document claim: references to them need no file. */
function collectIds(value: unknown, base: string, ids: Set<string>): void {
  if (typeof value !== "object" || value === null) return;
  const id = (value as Record<string, unknown>)["$id"];
  const uri = typeof id === "string" ? absoluteUri(id, base) : undefined;
  if (uri !== undefined) ids.add(uri);
  for (const member of Object.values(value)) collectIds(member, uri ?? base, ids);
}

async function originOf(source: string, host: Host, options: LoadOptions): Promise<HostResult<Origin>> {
  if (/^https?:\/\//.test(source)) return webOrigin(source, host, options);
  if (source.startsWith("git:")) return gitOrigin(source, host, options);
  const path = resolve(host.cwd, source);
  const real = await host.realPath(path);
  if (real === undefined) return { failure: "missing", message: "There is no such file." };
  return { value: await fileOrigin(real, path, host, options) };
}

async function fileOrigin(real: string, path: string, host: Host, options: LoadOptions): Promise<Origin> {
  const root = await workspaceOf(real, host, options.root);
  const uri = pathToFileURL(path).href;
  const nameOf = (target: string) => {
    const file = filePath(target);
    return file === undefined ? withoutCredentials(target) : shortPath(file, host.cwd);
  };
  return {
    uri,
    nameOf,
    read: async (target) => {
      if (!target.startsWith("file:")) return readRemote(target, host, options);
      const file = filePath(target);
      if (file === undefined) return { failure: "refused", message: NO_PATH };
      const actual = await host.realPath(file);
      if (actual === undefined) return { failure: "missing", message: `There is no file \`${nameOf(target)}\`.` };
      if (target !== uri && !isBelow(actual, root)) {
        return {
          failure: "refused",
          message: `\`${nameOf(target)}\` lies outside \`${root}\`; files outside the workspace are not read. Use --root to widen it.`,
        };
      }
      return host.readBytes(actual);
    },
  };
}

const NO_PATH = "It is not the path of a file. Write a path as seen from this file, with `/` between folders.";

/** The path that a file URL names; undefined where it names none: on another host, or with a slash within a name. */
function filePath(uri: string): string | undefined {
  if (!uri.startsWith("file:")) return undefined;
  try {
    const path = fileURLToPath(uri);
    return path.includes("\0") ? undefined : path;
  } catch {
    return undefined;
  }
}

/** The folder that the files of a description must lie in: the workspace it belongs to, or else its own. */
async function workspaceOf(path: string, host: Host, given: string | undefined): Promise<string> {
  const real = async (folder: string) => (await host.realPath(folder)) ?? folder;
  if (given !== undefined) return real(resolve(host.cwd, given));
  const here = await real((await host.gitRoot(host.cwd)) ?? host.cwd);
  if (isBelow(path, here)) return here;
  return real((await host.gitRoot(dirname(path))) ?? dirname(path));
}

async function gitOrigin(source: string, host: Host, options: LoadOptions): Promise<HostResult<Origin>> {
  const match = /^git:(.+?):(.+)$/.exec(source);
  if (match === null) return { failure: "missing", message: "Name a file at a revision as `git:REF:PATH`." };
  const [, revision = "", path = ""] = match;
  const root = await host.gitRoot(host.cwd);
  if (root === undefined) return { failure: "missing", message: "This is not a git checkout." };
  const commit = await host.gitResolve(root, revision);
  if (failed(commit)) return commit;
  const fromRoot = relative(root, resolve((await host.realPath(host.cwd)) ?? host.cwd, path))
    .split(sep)
    .join("/");
  const base = `git://${commit.value}/`;
  const uri = new URL(fromRoot.split("/").map(encodeURIComponent).join("/"), base).href;
  // Paths are told from URLs as those of files are.
  const pathOf = (target: string) =>
    target.startsWith(base) ? filePath(`file:///${target.slice(base.length)}`)?.slice(1) : undefined;
  return {
    value: {
      uri,
      nameOf: (target) => {
        const path = pathOf(target);
        return path === undefined ? withoutCredentials(target) : `git:${revision}:${path}`;
      },
      read: async (target) => {
        if (!target.startsWith(base)) return readRemote(target, host, options);
        const path = pathOf(target);
        return path === undefined ? { failure: "refused", message: NO_PATH } : host.gitShow(root, commit.value, path);
      },
    },
  };
}

function webOrigin(source: string, host: Host, options: LoadOptions): HostResult<Origin> {
  const url = URL.parse(source);
  if (url?.protocol !== "https:") return { failure: "refused", message: "Only https URLs are read." };
  const rules = {
    allowPrivate: options.allowPrivateNetwork,
    // People named the host; what it redirects to of its own is theirs to know.
    allows: (target: string) => URL.parse(target)?.origin === url.origin,
  };
  return {
    value: {
      uri: url.href,
      nameOf: withoutCredentials,
      read: (target) => (target === url.href ? host.fetchBytes(target, rules) : readRemote(target, host, options)),
    },
  };
}

/** A path as people know it: relative where it lies below the folder they are in. */
function shortPath(path: string, cwd: string): string {
  return isBelow(path, cwd) ? relative(cwd, path) : join(path);
}

function unreadable(source: string, { failure, message }: HostFailure): Failure {
  const name = withoutCredentials(source);
  const code =
    failure === "missing" ? "source-missing" : failure === "tool" ? "source-unreadable" : `source-${failure}`;
  return {
    failure: failure === "tool" ? "tool" : "input",
    problems: [{ code, message: `\`${name}\` cannot be read. ${message}`, file: name }],
  };
}

function notADescription(source: SourceText, data: unknown): Problem {
  const object = typeof data === "object" && data !== null && !Array.isArray(data);
  const version = object
    ? ((data as Record<string, unknown>)["openapi"] ?? (data as Record<string, unknown>)["swagger"])
    : undefined;
  const message =
    version === undefined
      ? "This is not an API description: it has neither `openapi` nor `swagger` at the top."
      : `\`${String(version)}\` is not a version of OpenAPI that is known here: 2.0, 3.0, 3.1 and 3.2 are.`;
  return { code: "not-a-description", message, file: source.name, line: 1, column: 1 };
}
