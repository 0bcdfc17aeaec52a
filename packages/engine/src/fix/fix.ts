import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { compareBy } from "../base/order.ts";
import { pathFrom } from "../base/paths.ts";
import { failed, inputFailure, type Result } from "../base/result.ts";
import type { ContractConfig } from "../config/read-config.ts";
import { editText } from "../edit/edit-text.ts";
import { isRefused, type Refused } from "../edit/place.ts";
import { governLint, type LintRequest } from "../govern/lint.ts";
import type { Catalogue } from "../govern/request.ts";
import type { Host } from "../host/host.ts";
import { overlayHost } from "../host/overlay.ts";
import type { FixKind } from "../kit/lint-rule.ts";
import { editsByDocument, type OpenFinding, openFindings, planFixes } from "./plan-fixes.ts";
import { Safety } from "./safety.ts";

/** A file that was fixed, in memory. */
export interface FixedFile {
  /** Absolute, links resolved. */
  readonly path: string;
  /** As people know it: from where they are. */
  readonly name: string;
  readonly before: string;
  readonly after: string;
}

/** Something that could be fixed, and was not. */
export interface Suggestion {
  readonly rule: string;
  readonly subject: string;
  readonly message: string;
  /** Why it is left to people. */
  readonly reason: string;
}

/** Which edits to apply: those of rules whose fixes are of some kinds, or those of some rules by their ids, whatever their kind. */
export type FixScope = { readonly kinds: readonly FixKind[] } | { readonly only: readonly string[] };

/** What mending came to; nothing of it is written yet. */
export interface FixResult {
  readonly files: readonly FixedFile[];
  /** How many findings of each rule were fixed. */
  readonly applied: readonly { readonly rule: string; readonly count: number }[];
  readonly suggestions: readonly Suggestion[];
  /** How many findings of each rule have edits that the scope leaves out, and what those edits would say. */
  readonly outside: readonly { readonly rule: string; readonly count: number; readonly kind: FixKind }[];
}

/** What is to be fixed: as for lint, but that sources must be files of the working tree. */
export type FixRequest = Omit<LintRequest, "clock"> & { readonly scope: FixScope };

/** Rules may ask for more once others are satisfied; what is not done after so many rounds goes round in circles. */
const MOST_ROUNDS = 5;

/**
 * Fixes what open findings come with edits for, within the scope, in memory. Nothing is done that a comparison with the texts before
 * would call breaking, or that brings a problem: that comes back as a suggestion.
 */
export async function governFix(request: FixRequest, catalogue: Catalogue, host: Host): Promise<Result<FixResult>> {
  const found = await sourcesOf(request, host);
  if (failed(found)) return found;
  const sources = found.value;
  const safety = new Safety(request, catalogue, host);
  const contracts = request.config.contracts.map((contract) => ({ source: nameOf(contract.spec, host), contract }));
  const named = sources.filter(({ contract }) => contract === undefined);
  for (const { source, contract } of [...contracts, ...named]) await safety.add(source, contract);
  const mending = new Mending(safety, host);
  const isWithin = rulesWithin(request.scope, catalogue);
  let outside: readonly OpenFinding[] = [];
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const overlay = overlayHost(host, mending.texts);
    const asked = { ...request, sources: sources.map(({ source }) => source) };
    const outcomes = await governLint(asked, catalogue, overlay);
    if (failed(outcomes)) return outcomes;
    const open = openFindings(outcomes.value);
    outside = open.filter(({ rule }) => !isWithin(rule));
    if (!(await mending.round(open.filter(({ rule }) => isWithin(rule))))) break;
  }
  return { value: { ...mending.result(), outside: countByRule(outside, catalogue) } };
}

/** Whether edits of a rule are to be applied, by its id. */
function rulesWithin(scope: FixScope, catalogue: Catalogue): (rule: string) => boolean {
  if ("only" in scope) return (rule) => scope.only.includes(rule);
  return (rule) => scope.kinds.includes(kindOf(rule, catalogue));
}

function kindOf(rule: string, { lint }: Catalogue): FixKind {
  return lint.find(({ id }) => id === rule)?.fixes ?? "promises";
}

function countByRule(findings: readonly OpenFinding[], catalogue: Catalogue): FixResult["outside"] {
  const counts = new Map<string, number>();
  for (const { rule } of findings) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  return [...counts]
    .map(([rule, count]) => ({ rule, count, kind: kindOf(rule, catalogue) }))
    .sort(compareBy(({ rule }) => rule));
}

/** Fixes round by round, and keeps what came of it. */
class Mending {
  /** Texts of files that were fixed, by path. */
  texts: ReadonlyMap<string, string> = new Map();
  readonly #safety: Safety;
  readonly #host: Host;
  readonly #originals = new Map<string, string>();
  /** Keys of findings that were fixed, or given up. */
  readonly #settled = new Set<string>();
  readonly #applied = new Map<string, number>();
  readonly #suggestions: Suggestion[] = [];

  constructor(safety: Safety, host: Host) {
    this.#safety = safety;
    this.#host = host;
  }

  /** Fixes what can be fixed together; answers whether there was anything to do. */
  async round(open: readonly OpenFinding[]): Promise<boolean> {
    const { batches } = planFixes(open.filter(({ key }) => !this.#settled.has(key)));
    if (batches.length === 0) return false;
    const all = batches.flatMap(({ findings }) => findings);
    const paths = await this.#read(all);
    // Mostly nothing is wrong with any of it; only else is it looked at rule by rule.
    const together = this.#edit(all, paths);
    if ((await this.#faultOf(together)) === undefined) {
      this.#keep(together);
      return true;
    }
    for (const { findings } of batches) {
      const edited = this.#edit(findings, paths);
      const fault = await this.#faultOf(edited);
      if (fault === undefined) this.#keep(edited);
      else {
        const left = edited.done.map((finding) => [finding, fault] as const);
        this.#keep({ texts: this.texts, done: [], left: [...edited.left, ...left] });
      }
    }
    return true;
  }

  result(): Omit<FixResult, "outside"> {
    const files = [...this.texts].map(([path, after]): FixedFile => {
      return { path, name: nameOf(path, this.#host), before: this.#originals.get(path) as string, after };
    });
    return {
      files: files.filter(({ before, after }) => before !== after).sort(compareBy(({ name }) => name)),
      applied: [...this.#applied].map(([rule, count]) => ({ rule, count })).sort(compareBy(({ rule }) => rule)),
      suggestions: this.#suggestions.toSorted(
        compareBy(
          ({ rule }) => rule,
          ({ subject }) => subject,
        ),
      ),
    };
  }

  /** Reads the files that findings want to edit; answers the paths by URI, or why a file is not to be edited. */
  async #read(findings: readonly OpenFinding[]): Promise<PathMap> {
    const uris = [...editsByDocument(findings).keys()];
    const found = await Promise.all(uris.map(async (uri) => [uri, await this.#file(uri)] as const));
    return new Map(found);
  }

  async #file(uri: string): Promise<{ readonly path: string } | Refused> {
    const path = uri.startsWith("file:") ? await this.#host.realPath(fileURLToPath(uri)) : undefined;
    if (path === undefined) return { refused: `\`${uri}\` is not a file of the working tree` };
    if (this.#originals.has(path)) return { path };
    const bytes = await this.#host.readBytes(path);
    if (failed(bytes)) return { refused: bytes.message };
    try {
      // Strictly, and with its mark: what is not touched is to be written as it was.
      const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes.value);
      this.#originals.set(path, text);
      return { path };
    } catch {
      return { refused: `\`${nameOf(path, this.#host)}\` is not all UTF-8` };
    }
  }

  /** Applies what findings ask for to the texts as they are; of those that cannot be done, the others are. */
  #edit(findings: readonly OpenFinding[], paths: PathMap, texts = this.texts): Edited {
    const edited = new Map(texts);
    let reason: string | undefined;
    for (const [uri, edits] of editsByDocument(findings)) {
      const file = paths.get(uri);
      if (file === undefined || isRefused(file)) reason = file?.refused ?? `\`${uri}\` was not read`;
      else {
        const { path } = file;
        const text = edited.get(path) ?? (this.#originals.get(path) as string);
        const result = editText({ name: nameOf(path, this.#host), text }, edits);
        if (isRefused(result)) reason = result.refused;
        else edited.set(path, result.text);
      }
    }
    if (reason === undefined) return { texts: edited, done: findings, left: [] };
    if (findings.length === 1) return { texts, done: [], left: findings.map((finding) => [finding, reason]) };
    const half = Math.ceil(findings.length / 2);
    const first = this.#edit(findings.slice(0, half), paths, texts);
    const second = this.#edit(findings.slice(half), paths, first.texts);
    return { texts: second.texts, done: [...first.done, ...second.done], left: [...first.left, ...second.left] };
  }

  async #faultOf({ texts, done }: Edited): Promise<string | undefined> {
    return done.length === 0 ? undefined : this.#safety.faultOf(texts);
  }

  #keep({ texts, done, left }: Edited): void {
    this.texts = texts;
    for (const { key, rule } of done) {
      this.#settled.add(key);
      this.#applied.set(rule, (this.#applied.get(rule) ?? 0) + 1);
    }
    for (const [{ key, rule, subject, message }, reason] of left) {
      this.#settled.add(key);
      this.#suggestions.push({ rule, subject, message, reason });
    }
  }
}

type PathMap = ReadonlyMap<string, { readonly path: string } | Refused>;

/** Texts after some edits, the findings that these fix, and those that are left, with the reason. */
interface Edited {
  readonly texts: ReadonlyMap<string, string>;
  readonly done: readonly OpenFinding[];
  readonly left: readonly (readonly [OpenFinding, string])[];
}

/** A description to fix, and the contract that it is the head of. */
interface Source {
  readonly source: string;
  readonly contract: ContractConfig | undefined;
}

/** The files to fix: those that are named, or else those of all contracts. */
async function sourcesOf({ sources, config }: FixRequest, host: Host): Promise<Result<readonly Source[]>> {
  const contracts = new Map<string, ContractConfig>();
  for (const contract of config.contracts)
    contracts.set((await host.realPath(contract.spec)) ?? contract.spec, contract);
  const named = sources.length > 0 ? sources : config.contracts.map(({ spec }) => nameOf(spec, host));
  const found = new Map<string, Source>();
  for (const source of named) {
    const isFile = !/^(?:https?:|git:)/.test(source);
    const path = isFile ? await host.realPath(resolve(host.cwd, source)) : undefined;
    if (path === undefined)
      return inputFailure(
        "fix-no-file",
        `\`${source}\` is not a file of the working tree. Only such files can be fixed.`,
      );
    found.set(path, { source, contract: contracts.get(path) });
  }
  return { value: [...found.values()] };
}

function nameOf(path: string, host: Host): string {
  return pathFrom(host.cwd, path) || path;
}
