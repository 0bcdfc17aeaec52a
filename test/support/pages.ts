import { join } from "node:path";
import { DEFAULT_LOAD, governCheck, nodeHost, readConfig, rulesOf } from "../../packages/engine/src/index.ts";
import { type PageData, pageDataOf } from "../../packages/engine/src/report/index.ts";
import { valueIn } from "../../packages/engine/src/testing/value-in.ts";
import { documentOf, findingOf } from "../../packages/report-page/src/testing/documents.ts";
import { catalogue } from "../../packages/rules/src/index.ts";

const ROOT = join(import.meta.dirname, "../..");
const AS_OF = "2026-01-31";
const head = { schemaVersion: 1, tool: { name: "concordat", version: "0.0.0" }, asOf: AS_OF } as const;

const DEPRECATIONS = {
  ...head,
  deprecations: [
    {
      ...{ subject: "/paths/~1a/get", kind: "operation", operation: { method: "GET", path: "/a" }, announced: null },
      ...{ deprecated: "2025-01-01", sunset: "2025-12-31", removed: null, replacement: "GET /b" },
    },
    {
      ...{ subject: "/components/schemas/A/properties/b", kind: "property", operation: null, announced: null },
      ...{ deprecated: null, sunset: "2026-12-31", removed: null, replacement: null },
    },
  ],
  problems: [],
};

const MIGRATIONS = {
  ...head,
  window: { from: "2026-01-01", to: "2026-01-30" },
  migrations: [
    {
      ...{ subject: "/paths/~1a/get", operation: { method: "GET", path: "/a" }, sunset: "2025-12-31" },
      ...{ replacement: "GET /b", progress: 0.5, forecast: "2026-06-01", removable: false },
      because: ["`web` still calls it."],
      consumers: [
        { consumer: "web", state: "dual-running", oldCalls: 1200, newCalls: 30, lastOldCall: "2026-01-30" },
        { consumer: null, state: "migrated", oldCalls: 0, newCalls: 7, lastOldCall: "2025-12-01" },
      ],
    },
  ],
  fields: [
    {
      ...({ subject: "/components/schemas/A/properties/b", kind: "property", name: "The property `b`" } as const),
      ...{ operation: null, deprecated: "2025-01-01", sunset: null, replacement: "c", progress: 0, forecast: null },
      ...{ removable: false, because: ["`web` still uses it."] },
      consumers: [{ consumer: "web", state: "not-started", oldCalls: 2, newCalls: 0, lastOldCall: null }],
    },
  ],
  problems: [{ code: "date-unknown", message: "The sunset of `GET /c` is no day.", file: "api.yaml", line: 3 }],
} as const;

/** The sample contracts against their released revisions, with sections that are not from them. */
export async function samplePage(): Promise<PageData> {
  const host = nodeHost(ROOT);
  const rules = rulesOf(catalogue);
  const config = valueIn(await readConfig(host, undefined, [...rules.keys()]));
  const request = { config, contracts: [], policy: "head", asOf: AS_OF, load: DEFAULT_LOAD, excerpts: true } as const;
  const outcome = valueIn(await governCheck(request, catalogue, host));
  const { documents, ...page } = await pageDataOf({ kind: "check", outcome }, { rules });
  return { ...page, documents: [...documents, { document: DEPRECATIONS }, { document: MIGRATIONS }] };
}

// biome-ignore lint/suspicious/noTemplateCurlyInString: it is one of the texts that try to be code
const ATTACK = "</script><img src=x onerror=alert(1)><!-- ${alert(1)} javascript:alert(1) '\"><style>*{display:none}";

/** A document whose every text tries to be something else. */
export function hostilePage(): PageData {
  const consumers = {
    affected: [ATTACK],
    unaffected: [],
    unknown: [],
    shown: [{ consumer: ATTACK, interaction: ATTACK, witness: null }],
  };
  const finding = findingOf({
    ...{ message: ATTACK, subject: `/components/schemas/${ATTACK}`, consumers },
    operations: [{ method: "GET", path: `/${ATTACK}`, direction: "request", at: `/${ATTACK}` }],
    witness: { value: { [ATTACK]: ATTACK }, acceptedBy: "base", refusedBy: "head", reason: ATTACK },
    members: [{ fingerprint: "m", subject: ATTACK, message: ATTACK, head: null, operation: null }],
  });
  const document = documentOf([finding], { source: ATTACK });
  const problems = [{ code: "x", message: ATTACK, severity: "warn", file: ATTACK } as const];
  const rule = { summary: ATTACK, why: ATTACK, fix: ATTACK };
  const excerpts = [{ head: { "head.yaml": [{ from: 1, lines: [ATTACK] }] } }];
  return { documents: [{ document: { ...document, problems }, excerpts }], rules: { [finding.rule]: rule } };
}

/** A document with two findings and a problem. */
export function smallPage(): PageData {
  const renamed = findingOf({
    ...{
      fingerprint: "f2",
      severity: "info",
      impact: "minor",
      message: "The path parameter `id` was renamed to `roomId`.",
    },
    subject: "/components/parameters/RoomId",
  });
  const problems = [{ code: "x", message: "Nothing has the name `Room`.", severity: "warn" } as const];
  return { documents: [{ document: { ...documentOf([renamed, findingOf()]), problems } }], rules: {} };
}

/** Two documents, and in the second a finding that does not count. */
export function twoPages(): PageData {
  const old = findingOf({ fingerprint: "old", standing: "baselined", message: "Accepted before." });
  const [one, other] = [documentOf([findingOf()]), documentOf([old], { source: "other.yaml" })];
  return { documents: [{ document: one }, { document: other }], rules: {} };
}

/** A document with many findings, each about a property of its own. */
export function largePage(count: number): PageData {
  const findings = Array.from({ length: count }, (_, i) =>
    findingOf({
      fingerprint: `f${i}`,
      message: `The maximum of \`p${i}\` is now 12 (was 20).`,
      subject: `/components/schemas/S${Math.floor(i / 20)}/properties/p${i}`,
      operations: [{ method: "POST", path: `/things/${i % 300}`, direction: "request", at: `/p${i}` }],
    }),
  );
  return { documents: [{ document: documentOf(findings) }], rules: {} };
}
