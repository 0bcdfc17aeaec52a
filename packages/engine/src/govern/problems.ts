import {
  absoluteUri,
  formatPointer,
  isObject,
  jsonEqual,
  type Located,
  locate,
  locationOf,
  parsePointer,
} from "@concordat/containment/internal";
import { compareBy } from "../base/order.ts";
import { pathFrom } from "../base/paths.ts";
import type { Problem } from "../base/problem.ts";
import { relativeUri } from "../base/relative-uri.ts";
import type { Result } from "../base/result.ts";
import { withoutCredentials } from "../base/url-text.ts";
import { readBaseline } from "../config/read-baseline.ts";
import type { ContractConfig } from "../config/read-config.ts";
import type { SideLocation, TextIndex } from "../finding/text-index.ts";
import type { Host, IsoDate } from "../host/host.ts";
import type { Description } from "../load/description.ts";
import type { SideProblem } from "../model/met-problem.ts";
import type { RuledProblem } from "../outcome.ts";
import type { PlacedProblem } from "../policy/ignores.ts";
import type { Waiver } from "../policy/policy.ts";
import { toLocation } from "../source/location.ts";

/** A problem, and what tells it from others whatever line it stands on. */
export interface KnownProblem extends Problem {
  readonly key: string;
  /** It is about words of head that base has at the same place, so that base has it too, met there or not. */
  readonly isOld?: boolean;
}

/** Codes of problems that the words at their place make by themselves. */
const OF_WORDS: readonly string[] = ["structure", "schema-keyword"];

/** The problems of one side with their lines: what loading it met, and what was met in it later. */
export function problemsOf(
  side: "base" | "head",
  description: Description,
  met: readonly SideProblem[],
  index: TextIndex,
  base?: Description,
): KnownProblem[] {
  const later = met
    .filter((problem) => problem.side === side)
    .map(
      ({ code, message, at }): KnownProblem => ({
        code,
        message: withoutCredentials(message),
        ...index.spanOf({ side, ...toLocation(at) }),
        ...(base && OF_WORDS.includes(code) && { isOld: saysTheSame(at, description, base) }),
        key: [kindOf(code, message), steadyPlace(at, description), unreadTarget(at, description)].join(" "),
      }),
    );
  const first = description.problems.map(({ digest = "", ...problem }) => ({
    ...problem,
    key: `${kindOf(problem.code, problem.message)} ${digest}`,
  }));
  return [...first, ...later].sort(
    compareBy(
      ({ file }) => file ?? "",
      ({ line }) => line ?? 0,
      ({ column }) => column ?? 0,
    ),
  );
}

/** Whether another description has the same words at the same place of the same file. */
function saysTheSame({ document, pointer }: Located, { root }: Description, other: Description): boolean {
  const uri = document === root ? other.root.uri : absoluteUri(relativeUri(document.uri, root.uri), other.root.uri);
  const counterpart = uri === undefined ? undefined : other.library.document(uri);
  const [mine, theirs] = [document, counterpart].map(
    (each) => each && locate({ document: each, pointer: "", value: each.root }, pointer),
  );
  return mine !== undefined && theirs !== undefined && jsonEqual(mine.value, theirs.value);
}

/** What is wrong, without the names of files, which differ between the sides: the first sentence says it. */
function kindOf(code: string, message: string): string {
  return `${code} ${message.split(". ")[0]}`;
}

/** The file that a reference leads to, if it is there and must not be read: that of the other side may be another. */
function unreadTarget({ document, value }: Located, { missing }: Description): string {
  const [path = ""] = typeof value === "string" ? value.split("#") : [];
  const uri = path === "" ? undefined : locationOf(path, document.uri, document);
  return uri !== undefined && missing.get(uri)?.failure === "refused" ? uri : "";
}

/**
 * A place that stays what it is while others come and go: items of a list stand for each other, and so do the names of
 * path variables. The file is named from that of the whole description, wherever the two lie.
 */
function steadyPlace({ document, pointer }: Located, { root }: Description): string {
  let value = document.root;
  const tokens = (parsePointer(pointer) ?? []).map((token) => {
    const steady = Array.isArray(value) ? "*" : token.replace(/\{[^{}]*\}/g, "{}");
    value = isObject(value) || Array.isArray(value) ? (value as Readonly<Record<string, unknown>>)[token] : undefined;
    return steady;
  });
  // The descriptions of both sides may have other names.
  const file = document.uri === root.uri ? "" : relativeUri(document.uri, root.uri);
  return `${file}#${formatPointer(tokens)}`;
}

/**
 * Problems of both sides: those that only head has are errors. A place may have as many of one kind as it had in base;
 * one more is new.
 */
export function ruleProblems(base: readonly KnownProblem[], head: readonly KnownProblem[]): RuledProblem[] {
  const left = new Map<string, number>();
  for (const { key } of base) left.set(key, (left.get(key) ?? 0) + 1);
  const ruled: RuledProblem[] = [];
  for (const { key, isAdvice, isOld, ...problem } of head) {
    const known = left.get(key) ?? 0;
    if (known > 0) left.set(key, known - 1);
    ruled.push({ ...problem, severity: isAdvice || isOld || known > 0 ? "warn" : "error" });
  }
  for (const { key, isAdvice: _, isOld: __, ...problem } of base) {
    const gone = left.get(key) ?? 0;
    if (gone > 0) left.set(key, gone - 1);
    if (gone > 0) ruled.push({ ...problem, severity: "warn" });
  }
  return [...new Map(ruled.map((problem) => [JSON.stringify(problem), problem])).values()];
}

/** Where a problem of head is. */
export function inHead({ uri, pointer }: PlacedProblem): SideLocation {
  return { side: "head", uri, pointer };
}

/** Gives problems of head their lines. */
export function placeProblems(problems: readonly PlacedProblem[], index: TextIndex): Problem[] {
  return problems.map((problem) => ({
    code: problem.code,
    message: problem.message,
    ...index.spanOf(inHead(problem)),
  }));
}

/** Problems that all weigh the same. */
export function withSeverity(severity: RuledProblem["severity"], problems: readonly Problem[]): RuledProblem[] {
  return problems.map((problem) => ({ ...problem, severity }));
}

/** Waivers whose end has come. */
export function expiredWaivers(
  waivers: readonly Waiver[],
  asOf: IsoDate,
  contract: ContractConfig | undefined,
  host: Host,
): Problem[] {
  const baseline = contract?.baseline && pathFrom(host.cwd, contract.baseline);
  return waivers
    .filter(({ expires }) => expires < asOf)
    .map(({ fingerprint, owner, expires }) => {
      const message = `The waiver of \`${fingerprint}\` by ${owner} ended on ${expires}. Fix what it covers, or give it a new end.`;
      return { code: "waiver-expired", message, file: baseline };
    });
}

/** The waivers of a contract; none where it keeps no baseline. */
export async function readWaivers(
  contract: ContractConfig | undefined,
  host: Host,
): Promise<Result<readonly Waiver[]>> {
  return contract?.baseline === undefined ? { value: [] } : readBaseline(host, contract.baseline);
}
