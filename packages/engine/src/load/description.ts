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
import type { Problem } from "../base/problem.ts";
import { type Failure, failed, type Result } from "../base/result.ts";
import type { Timeline } from "../base/timeline.ts";
import { withoutCredentials } from "../base/url-text.ts";
import type { Host, HostFailure, HostResult } from "../host/host.ts";
import type { Location } from "../source/location.ts";
import { type Origins, originOf as writtenLocationOf } from "../source/origins.ts";
import { locatePointers, NOT_UTF8, type ParsedText, parseBytes, type ReadText } from "../source/parse.ts";
import type { SourceText } from "../source/source-text.ts";
import { writtenScalar } from "../source/written.ts";
import { type LoadOptions, type Origin, originOf } from "./origin.ts";
import { type Settled, settleReferences } from "./settle.ts";
import { referenceSites } from "./structure.ts";

export type { LoadOptions } from "./origin.ts";

export const DEFAULT_LOAD: LoadOptions = { allowRemote: [], allowPrivateNetwork: false };

/** A description with all the files it refers to. */
export interface Description {
  /** As the user named it. */
  readonly source: string;
  readonly root: Document;
  readonly library: Library;
  /** Texts by URI of their document. */
  readonly texts: ReadonlyMap<string, LoadedText>;
  /** What is known of its deprecations beside it; absent where it has no timeline. */
  readonly timeline?: Timeline;
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
  /** What is written behind the keywords of references in it, each text once. */
  readonly references: ReadonlySet<string>;
}

/** What the revisions of a description share: the text of the first, where nothing that it means is written elsewhere. */
export interface SharedText {
  text?: ReadText;
}

/**
 * Reads a description from a source (see `originOf`), with all files that it refers to.
 *
 * @param shared the same for the revisions that are compared: a text that both have is parsed once
 */
export async function loadDescription(
  source: string,
  host: Host,
  options: LoadOptions = DEFAULT_LOAD,
  shared: SharedText = {},
): Promise<Result<Description>> {
  const origin = await originOf(source, host, options);
  if (failed(origin)) return unreadable(source, origin);
  const text = await origin.value.read(origin.value.uri);
  if (failed(text)) return unreadable(source, text);
  const { uri } = origin.value;
  const first = parseBytes(text.value, { uri, name: origin.value.nameOf(uri) }, shared.text);
  const { source: firstText, parsed } = first;
  if (parsed.problems.length === 0 && !parsed.survey.external) shared.text = first;
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
      const results = await Promise.all(wanted.map((uri) => this.#read(uri)));
      const broken: Problem[] = [];
      wanted.forEach((uri, i) => {
        const result = results[i] as HostResult<ReadText>;
        if (!failed(result)) this.add(result.value);
        else if (result.failure === "tool") broken.push(...unreadable(this.#origin.nameOf(uri), result).problems);
        else this.#missing.set(uri, result);
      });
      if (broken.length > 0) return { failure: "tool", problems: broken };
    }
    const garbled = this.#problems.filter(({ code }) => code === NOT_UTF8);
    return garbled.length > 0 ? { failure: "input", problems: garbled } : undefined;
  }

  /** A text is parsed while others are still awaited. */
  async #read(uri: string): Promise<HostResult<ReadText>> {
    const result = await this.#origin.read(uri);
    return failed(result) ? result : { value: parseBytes(result.value, { uri, name: this.#origin.nameOf(uri) }) };
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

/** What is said of references in odd places: all that are followed at once, as other tools may not follow them. */
function misplacedProblems({ met }: Settled, texts: ReadonlyMap<string, LoadedText>): Problem[] {
  const placed = met.flatMap(({ document, pointer, keyword, outcome }) => {
    const text = texts.get(document.uri);
    if (text === undefined || outcome === "nowhere") return [];
    return [{ keyword, outcome, at: { file: text.name, ...locatePointers(text, [pointer]).get(pointer) } }];
  });
  const [first, ...others] = placed.filter(({ outcome }) => outcome === "followed");
  const lost = placed.filter(({ outcome }) => outcome !== "followed");
  return [
    ...(first
      ? [followedProblem(first, [...new Set(others.map(({ keyword }) => keyword))].sort(), others.length)]
      : []),
    ...lost.map(({ keyword, outcome, at }): Problem => {
      const why = outcome === "circle" ? "leads back to itself" : "stands for more than can be read";
      const message = `The reference in place of \`${keyword}\` ${why}. Write out \`${keyword}\`, and refer to its parts.`;
      return { code: "reference-circular", message, ...at };
    }),
  ];
}

function followedProblem(
  { keyword, at }: { readonly keyword: string; readonly at: Pick<Problem, "file" | "line" | "column"> },
  others: readonly string[],
  count: number,
): Problem {
  const message =
    count === 0
      ? `OpenAPI allows no reference in place of \`${keyword}\`. It is followed here, but other tools may not follow it: write out \`${keyword}\`, and refer to its parts.`
      : `OpenAPI allows no reference in place of \`${[...new Set([keyword, ...others])].sort().join("`, `")}\`. ${count + 1} of them are followed here, but other tools may not follow them: write out what they stand for, and refer to its parts.`;
  return { code: "reference-misplaced", message, isAdvice: true, ...at };
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
