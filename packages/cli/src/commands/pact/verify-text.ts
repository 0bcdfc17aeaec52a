import type { Outcome } from "@concordat/engine";
import { answerJson, documentOf, oneLine } from "@concordat/engine/report";
import { curlOf, type InteractionResult, type PactFile } from "@concordat/pact";

/** What came of one pact. */
export interface VerifiedPact {
  readonly pact: PactFile;
  /** A failure does not count yet. */
  readonly pending: boolean;
  readonly results: readonly InteractionResult[];
  readonly passed: boolean;
}

/** Whom it was asked of. */
interface Asked {
  readonly provider: string;
  readonly url: string;
  readonly providerVersion?: string;
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

/** What came of a verification as programs read it: the document of its findings, with what was counted and what to repeat. */
export async function verificationJson(
  outcome: Outcome,
  verified: readonly VerifiedPact[],
  { provider, providerVersion, url }: Asked,
): Promise<string> {
  const document = await documentOf({ kind: "diff", outcome });
  const replayed = new Map(
    verified.flatMap(({ pending, results }) =>
      results.map(({ consumer, description, states, request }) => [
        JSON.stringify([consumer, description, states]),
        { pending, example: request === undefined ? null : { curl: curlOf(request, url) } },
      ]),
    ),
  );
  const findings = "findings" in document ? document.findings : [];
  return answerJson({
    ...document,
    ...{ head: null, provider, providerVersion: providerVersion ?? null, totals: totalsOf(verified) },
    findings: findings.map((finding) => ({
      ...finding,
      ...replayed.get(JSON.stringify([finding.consumer, finding.interaction, finding.data["states"]])),
    })),
  });
}

const MARKS = { passed: "✓", failed: "✗", unverified: "?" } as const;

/** What came of a verification as people read it, with a line end. */
export function verificationText(verified: readonly VerifiedPact[], { provider, url }: Asked): string {
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
