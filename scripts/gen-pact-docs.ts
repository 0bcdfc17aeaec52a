import { join } from "node:path";
import type { RawFinding } from "../packages/engine/src/finding/finding.ts";
import type { PactRule } from "../packages/engine/src/kit/index.ts";
import { judgePactCase, type PactCase } from "../packages/engine/src/testing/index.ts";
import { type PactRuleCases, readPactRuleCases } from "./case-files.ts";
import { block, capitalise, DO_NOT_EDIT, settings } from "./docs-parts.ts";
import { fragmentYaml } from "./fragment-yaml.ts";
import type { Generated } from "./generated-files.ts";
import { ruleDocsFolder } from "./paths.ts";

/** A page for each rule about pacts, with examples that the rule has judged. */
export async function pactDocs(): Promise<Generated> {
  const pages = await Promise.all(
    readPactRuleCases().map(
      async (entry) => [join(ruleDocsFolder, `${entry.rule.id}.md`), await rulePage(entry)] as const,
    ),
  );
  return { files: Object.fromEntries(pages), owns: "docs/rules/pact/*.md" };
}

async function rulePage({ rule, cases }: PactRuleCases): Promise<string> {
  const examples = await Promise.all(
    (["bad", "good"] as const).flatMap((docs) => {
      const each = cases.find((candidate) => candidate.docs === docs);
      return each ? [example(rule, each)] : [];
    }),
  );
  return `${[head(rule), ...examples, settings(rule)].join("\n\n")}\n`;
}

function head({ id, summary, severity, why, fix, source }: PactRule): string {
  return [
    `# ${id}\n\n${DO_NOT_EDIT}`,
    summary,
    `**Severity.** ${severity}`,
    `**Why.** ${why}`,
    `**Fix.** ${fix}`,
    `**Source.** ${source}`,
  ].join("\n\n");
}

async function example(rule: PactRule, each: PactCase): Promise<string> {
  const findings = await judgePactCase(each, [rule]);
  const title = each.docs === "bad" ? "What it finds fault with" : "What it does not";
  return [
    `## ${title}\n\n${capitalise(each.name)}.${each.note === undefined ? "" : ` ${each.note}`}`,
    block("yaml", fragmentYaml(each.api)),
    `and of a pact:\n\n${block("yaml", fragmentYaml(each.pact))}`,
    ...(findings.length > 0 ? [block("text", findings.map(findingText).join("\n\n"))] : []),
  ].join("\n\n");
}

function findingText({ severity, message, witness }: RawFinding): string {
  return `${severity}  ${message}${witness ? `\n  witness  ${JSON.stringify(witness.value)}` : ""}`;
}
