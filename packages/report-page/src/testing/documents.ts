import type { FindingDocument, JudgedDocument, PageData } from "@concordat/engine/page";

type Published = PageData["documents"][number]["document"];

/** A finding for tests: a break of one operation that counts, unless something else is said. */
export function findingOf(changes: Partial<FindingDocument> = {}): FindingDocument {
  return {
    rule: "diff/request-range-narrowed",
    fingerprint: "f1",
    severity: "error",
    impact: "major",
    audience: "wire",
    proof: "witness",
    message: "The maximum of `guests` is now 12 (was 20).",
    data: {},
    standing: "open",
    subject: "/components/schemas/Stay/properties/guests",
    base: { file: "base.yaml", line: 1, column: 1 },
    head: { file: "head.yaml", line: 1, column: 1 },
    operations: [{ method: "POST", path: "/bookings", direction: "request", at: "/guests" }],
    witness: {
      value: { guests: 13 },
      acceptedBy: "base",
      refusedBy: "head",
      reason: "`/guests` is refused by `maximum`.",
    },
    ...changes,
  };
}

/** What a pair of revisions came to, for tests. */
export function judgedOf(findings: readonly FindingDocument[], { source = "api.yaml" } = {}): JudgedDocument {
  const isMajor = findings.some(({ impact, standing }) => impact === "major" && standing === "open");
  const because = findings.filter(({ impact }) => impact === "major").map(({ fingerprint }) => fingerprint);
  return {
    base: { source, version: "1.0.0", openapi: "3.1.0" },
    head: { source, version: "1.1.0", openapi: "3.1.0" },
    verdict: { pass: !isMajor, declaredBump: "minor", requiredBump: isMajor ? "major" : "minor", because },
    findings,
    problems: [],
  };
}

/** The document of `diff`, for tests. */
export function documentOf(findings: readonly FindingDocument[], about: { readonly source?: string } = {}): Published {
  return { schemaVersion: 1, tool: { name: "concordat", version: "0.0.0" }, ...judgedOf(findings, about) };
}
