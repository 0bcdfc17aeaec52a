import { answerJson, oneLine } from "@concordat/engine/report";
import { curlOf, type InteractionResult, type PactFile } from "@concordat/pact";

/** What came of one pact. */
export interface VerifiedPact {
  readonly pact: PactFile;
  /** A failure does not count yet. */
  readonly pending: boolean;
  readonly results: readonly InteractionResult[];
  readonly passed: boolean;
}

/** The provider that was verified. */
interface Asked {
  readonly provider: string;
  readonly url: string;
  readonly providerVersion?: string;
}

/** What came of a verification, with a line end. */
export function renderVerification(verified: readonly VerifiedPact[], asked: Asked, format: string): string {
  return format === "json" ? answerJson(documentOf(verified, asked)) : textOf(verified, asked);
}

function totalsOf(verified: readonly VerifiedPact[]) {
  const all = verified.flatMap(({ results }) => results);
  const count = (wanted: InteractionResult["result"]) => all.filter(({ result }) => result === wanted).length;
  return {
    interactions: all.length,
    passed: count("passed"),
    failed: count("failed"),
    unverified: count("unverified"),
  };
}

function documentOf(verified: readonly VerifiedPact[], { provider, providerVersion, url }: Asked) {
  const findings = verified.flatMap(({ pending, results }) =>
    results.filter(({ result }) => result !== "passed").map((each) => findingOf(each, provider, url, pending)),
  );
  const counting = findings.filter(({ severity }) => severity === "error");
  return {
    base: null,
    head: null,
    provider,
    providerVersion: providerVersion ?? null,
    verdict: {
      ...{ pass: counting.length === 0, declaredBump: "none", requiredBump: "none" },
      because: counting.map(({ fingerprint }) => fingerprint),
    },
    totals: totalsOf(verified),
    findings,
    problems: [],
  };
}

function findingOf(
  { consumer, description, states, result, reasons, request, fingerprint }: InteractionResult,
  provider: string,
  url: string,
  pending: boolean,
) {
  return {
    rule: result === "failed" ? "pact/verification-failed" : "pact/interaction-unverified",
    fingerprint,
    severity: pending ? "warn" : "error",
    ...{ impact: "none", audience: "wire", proof: result === "failed" ? "witness" : "undecided" },
    message: `\`${provider}\` ${result === "failed" ? "does not keep" : "was not verified against"} \`${description}\` of \`${consumer}\`: ${reasons.join(" ")}`,
    data: { result, states, reasons },
    standing: "open",
    ...{ subject: `${consumer}: ${description}`, base: null, head: null, operations: [], witness: null },
    ...{ consumer, interaction: description, pending },
    example: request === undefined ? null : { curl: curlOf(request, url) },
  };
}

const MARKS = { passed: "✓", failed: "✗", unverified: "?" } as const;

function textOf(verified: readonly VerifiedPact[], { provider, url }: Asked): string {
  const { interactions, passed, failed, unverified } = totalsOf(verified);
  const lines = verified.flatMap(({ pact, pending, results }) => [
    `${pact.consumer} → ${provider}${pending ? " (pending: failures do not count yet)" : ""}`,
    ...results.flatMap(({ description, states, result, reasons, request }) => [
      `  ${MARKS[result]} ${oneLine(description)}${states.length > 0 ? `, given ${states.map(oneLine).join(" and ")}` : ""}`,
      ...reasons.map((reason) => `      ${oneLine(reason)}`),
      ...(result === "passed" || request === undefined ? [] : [`      repeat: ${oneLine(curlOf(request, url))}`]),
    ]),
    "",
  ]);
  const total = `${interactions} ${interactions === 1 ? "interaction" : "interactions"}: ${passed} passed, ${failed} failed, ${unverified} unverified`;
  return [...lines, total, ""].join("\n");
}
