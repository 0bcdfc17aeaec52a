import { type Document, formatPointer, libraryOf, parsePointer } from "@concordat/containment/internal";
import { dialectOf } from "../base/dialect.ts";
import type { Severity } from "../finding/finding.ts";
import { messageAbout } from "../finding/part-noun.ts";
import type { IsoDate } from "../host/host.ts";
import type { Description } from "../load/description.ts";
import { Api } from "../model/api.ts";
import { subjectOf } from "../model/subject.ts";
import { DEFAULT_LINT_OPTIONS, type LintOptions } from "./lint-options.ts";
import { hitsOf, type LintMatter, type LintRule } from "./lint-rule.ts";
import { type SpectralContext, type SpectralResult, type SpectralRule, spectralRule } from "./spectral-rule.ts";

const SEVERITIES = { error: 0, warn: 1, info: 2 } as const;

/** What Spectral says of a document that is no description, where rules would judge one. */
const NO_FINDINGS: SpectralResult[] = [];

/** A ruleset as Spectral loads it. */
export interface SpectralRuleset {
  readonly rules: Readonly<Record<string, SpectralRule>>;
}

/**
 * Lint rules as an ordinary ruleset of Spectral, for its own command line and for editors. All rules of a run share one
 * model of the document. Rules that rest on a validator are left out: Spectral has its own for those.
 *
 * @param preset severities by rule id; a rule that is `off` in it is not among the recommended ones, and can be turned on
 */
export function spectralRuleset(
  rules: readonly LintRule[],
  preset: ReadonlyMap<string, Severity>,
  asOf: IsoDate,
  options: LintOptions = DEFAULT_LINT_OPTIONS,
): SpectralRuleset {
  const targets = new WeakMap<object, LintMatter | null>();
  const targetOf = (context: SpectralContext): LintMatter | null => {
    const key = context.documentInventory;
    let target = targets.get(key);
    if (target === undefined) targets.set(key, (target = readTarget(context, options, asOf)));
    return target;
  };
  const entries = rules
    .filter(({ needs }) => needs === undefined)
    .map((rule) => {
      const severity = preset.get(rule.id) ?? rule.severity;
      const judged = spectralRule(
        rule.summary,
        SEVERITIES[severity === "off" ? rule.severity : severity],
        (_, __, context) => {
          const target = targetOf(context);
          return target === null ? NO_FINDINGS : resultsOf(rule, target);
        },
      );
      return [rule.id, severity === "off" ? { ...judged, recommended: false } : judged] as const;
    });
  return { rules: Object.fromEntries(entries) };
}

function resultsOf(rule: LintRule, target: LintMatter): SpectralResult[] {
  const { root, cursor } = target.api;
  const found = new Map<string, SpectralResult>();
  const stopped = (reason: string) => {
    found.set("", { message: `${rule.id} was stopped: ${reason}`, path: [] });
  };
  for (const { message, data, besides, at } of hitsOf(rule, target, stopped)) {
    const here = at.document === root.document;
    const about = subjectOf(at, cursor.description);
    const text = messageAbout(about, rule.messages[message] ?? rule.summary, { ...data, ...besides });
    const result = {
      message: here ? text : `${text} (in ${at.document.uri})`,
      path: here ? (parsePointer(at.pointer) ?? []) : [],
    };
    found.set(`${formatPointer(result.path)} ${result.message}`, result);
  }
  return [...found.values()];
}

/** The description that Spectral has read; null where it is none. */
function readTarget(
  { document, documentInventory }: SpectralContext,
  options: LintOptions,
  asOf: IsoDate,
): LintMatter | null {
  const dialect = dialectOf(document.data);
  if (dialect === undefined) return null;
  const uriOf = (source: string) => (/^[a-z]+:\/\//.test(source) ? source : `file://${source}`);
  const root: Document = { uri: uriOf(document.source ?? "/description"), root: document.data, dialect };
  const others = Object.entries(documentInventory.referencedDocuments ?? {}).map(
    ([source, { data }]): Document => ({ uri: uriOf(source), root: data, dialect }),
  );
  const description: Description = {
    source: document.source ?? "",
    root,
    library: libraryOf([root, ...others]),
    texts: new Map(),
    missing: new Map(),
    problems: [],
  };
  return { api: new Api(description), options, asOf, faults: { structure: [], examples: [] } };
}
