import { relative } from "node:path";
import type { Located } from "@concordat/containment";
import { compareBy } from "../base/order.ts";
import type { Problem } from "../base/problem.ts";
import { type ContractConfig, readBaseline } from "../config/read-config.ts";
import type { RawFinding, Span } from "../finding/finding.ts";
import { resolveSpans } from "../finding/spans.ts";
import type { Host, IsoDate } from "../host/host.ts";
import type { Description } from "../load/description.ts";
import type { Failure, RuledProblem } from "../outcome.ts";
import type { PlacedProblem } from "../policy/ignores.ts";
import type { Waiver } from "../policy/policy.ts";

/** A problem that reading met, before its line is known. */
export interface MetProblem {
  readonly side: "base" | "head";
  readonly code: string;
  readonly message: string;
  readonly at: Located;
}

/** Gathers what is met, each thing once: a reference that leads nowhere is met by all who follow it. */
export class Met {
  readonly #known = new Set<string>();
  readonly all: MetProblem[] = [];

  add(side: "base" | "head", code: string, message: string, at: Located): void {
    const key = `${side} ${code} ${at.document.uri}#${at.pointer.replace(/\/\$ref$/, "")}`;
    if (this.#known.has(key)) return;
    this.#known.add(key);
    this.all.push({ side, code, message, at });
  }
}

/** The lines of one side: of its findings, and of the problems met in it. */
export function placer(
  side: "base" | "head",
  description: Description,
  findings: readonly RawFinding[],
  met: readonly MetProblem[],
): { readonly problems: readonly Problem[]; spanOf(place: Located | undefined): Span | null } {
  const mine = met.filter((problem) => problem.side === side);
  const spanOf = resolveSpans([...findings.map((finding) => finding[side]), ...mine.map(({ at }) => at)], description);
  const problems = mine.map(({ code, message, at }) => ({ code, message, ...spanOf(at) }));
  const all = [...description.problems, ...problems].toSorted(
    compareBy(
      ({ file }) => file ?? "",
      ({ line }) => line ?? 0,
      ({ column }) => column ?? 0,
    ),
  );
  return { problems: all, spanOf };
}

/** Problems of both sides, each once: those that only head has are errors. */
export function ruleProblems(base: readonly Problem[], head: readonly Problem[]): RuledProblem[] {
  // The first sentence says what is wrong; what follows may name files, which differ between the sides.
  const key = ({ code, message }: Problem) => `${code} ${message.split(". ")[0]}`;
  const known = new Set(base.map(key));
  const inHead = new Set(head.map(key));
  const ruled = [
    ...head.map((problem): RuledProblem => ({ ...problem, severity: known.has(key(problem)) ? "warn" : "error" })),
    ...base
      .filter((problem) => !inHead.has(key(problem)))
      .map((problem): RuledProblem => ({ ...problem, severity: "warn" })),
  ];
  return [...new Map(ruled.map((problem) => [JSON.stringify(problem), problem])).values()];
}

/** Gives problems their lines. */
export function placeProblems(problems: readonly PlacedProblem[], description: Description): Problem[] {
  const located = problems.map(({ uri, pointer }) => {
    const document = description.library.document(uri);
    return document && { document, pointer, value: undefined };
  });
  const spans = resolveSpans(located, description);
  return problems.map(({ code, message }, i) => ({ code, message, ...spans(located[i]) }));
}

/** Waivers whose end has come. */
export function expiredWaivers(
  waivers: readonly Waiver[],
  asOf: IsoDate,
  contract: ContractConfig | undefined,
  host: Host,
): Problem[] {
  const baseline = contract?.baseline && relative(host.cwd, contract.baseline);
  return waivers
    .filter(({ expires }) => expires < asOf)
    .map(({ fingerprint, owner, expires }) => {
      const message = `The waiver of \`${fingerprint}\` by ${owner} ended on ${expires}. Mend what it covers, or give it a new end.`;
      return { code: "waiver-expired", message, file: baseline };
    });
}

/** The waivers of a contract; none where it keeps no baseline. */
export async function readWaivers(
  contract: ContractConfig | undefined,
  host: Host,
): Promise<readonly Waiver[] | Failure> {
  if (contract?.baseline === undefined) return [];
  const { value, problems } = await readBaseline(host, contract.baseline);
  return value ?? { failure: "input", problems };
}
