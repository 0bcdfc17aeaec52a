import { type Catalogue, failed, nearest, rulesOf } from "@concordat/engine";
import { catalogue } from "@concordat/rules";
import type { ExitCode, Surroundings } from "../io.ts";
import { rulePage } from "../output/rule-page.ts";
import { openRules, type RulesFlags } from "../session/open.ts";
import { complain, failureCode } from "../session/problems.ts";

/** A rule of any family. */
type NamedRule =
  | { readonly rule: Catalogue["diff"][number]; readonly diff: Catalogue["diff"][number]; readonly lint: undefined }
  | { readonly rule: Catalogue["lint"][number]; readonly diff: undefined; readonly lint: Catalogue["lint"][number] }
  | { readonly rule: Catalogue["pact"][number]; readonly diff: undefined; readonly lint: undefined };

type Fact = readonly [name: string, value: string];

/** `concordat explain`: everything known about a rule. The configuration is only asked for a rule that is not one of ours. */
export async function explain(id: string, flags: RulesFlags, io: Surroundings): Promise<ExitCode> {
  const ours = ruleNamed(id, catalogue);
  if (ours !== undefined) return tell(ours, io);
  const opened = await openRules(flags, io);
  if (failed(opened)) return failureCode(opened, io);
  const rule = ruleNamed(id, opened.value.catalogue);
  return rule === undefined ? unknownRule(id, opened.value.catalogue, io) : tell(rule, io);
}

/** A rule by its id, with its family or without. */
function ruleNamed(id: string, { diff, lint, pact }: Catalogue): NamedRule | undefined {
  const names = new Set([id, `diff/${id}`, `lint/${id}`, `pact/${id}`]);
  const named = (rule: { readonly id: string }) => names.has(rule.id);
  const change = diff.find(named);
  if (change !== undefined) return { rule: change, diff: change, lint: undefined };
  const demand = lint.find(named);
  if (demand !== undefined) return { rule: demand, diff: undefined, lint: demand };
  const expected = pact.find(named);
  return expected && { rule: expected, diff: undefined, lint: undefined };
}

async function tell({ rule, diff, lint }: NamedRule, io: Surroundings): Promise<ExitCode> {
  const facts: readonly Fact[] = [
    ["severity", rule.severity],
    ...(diff ? ([["impact", diff.impact]] as const) : []),
    ...(lint ? ([["theme", lint.theme]] as const) : []),
    // The presets that enable a diff rule follow from its audience, unless the rule is new.
    ...(lint || rule.preset === "strict" ? ([["presets", presetsOf(rule.id).join(", ")]] as const) : []),
    ["audience", (diff ?? lint)?.audience ?? "wire"],
    ...(diff?.direction ? ([["direction", diff.direction]] as const) : []),
    ...(diff
      ? ([["mirror", typeof diff.mirror === "string" ? diff.mirror : `none: ${diff.mirror.none}`]] as const)
      : []),
    ...(rule.source ? ([["source", rule.source]] as const) : []),
  ];
  const page = rulePage(rule.id);
  const lines = [
    rule.id,
    "",
    `  ${rule.summary}`,
    "",
    `  Why     ${rule.why}`,
    `  Fix     ${rule.fix}`,
    ...(lint ? [`  Except  ${lint.exceptions}`] : []),
    "",
    ...facts.map(([name, value]) => `  ${name.padEnd(10)}${value}`),
    ...(page === undefined ? [] : [`  ${"page".padEnd(10)}${page}`]),
    ...(lint ? await exampleLines(lint.id) : diff ? await changeLines(diff.id) : []),
    "",
    "  To change the severity, in concordat.yaml:",
    "",
    "    rules:",
    `      ${rule.id}: ${rule.severity === "error" ? "warn" : "error"}`,
    "",
    "  To accept one finding of a check until a date, by the fingerprint that stands beside it:",
    "",
    `    ${io.command} accept FINGERPRINT --reason "..." --owner "..."`,
    "",
    "  or in the description beside its subject:",
    "",
    "    x-concordat-ignore:",
    `      - rule: ${rule.id}`,
    "        reason: why this is acceptable here",
    "        owner: who answers for it",
    "        until: 2027-06-30",
    "",
  ];
  io.stdout.write(lines.join("\n"));
  return 0;
}

function unknownRule(id: string, known: Catalogue, io: Surroundings): ExitCode {
  const ids = [...rulesOf(known).keys()];
  const near =
    nearest(id, ids) ?? nearest(`diff/${id}`, ids) ?? nearest(`lint/${id}`, ids) ?? nearest(`pact/${id}`, ids);
  const hint = near ? ` Did you mean \`${near}\`?` : "";
  const message = `The rule \`${id}\` does not exist.${hint} Run \`concordat rules list\` to see all rules.`;
  return complain([{ code: "rule-unknown", message }], io);
}

/** The presets that enable a rule. */
function presetsOf(id: string): string[] {
  return Object.entries(catalogue.presets)
    .filter(([, severities]) => severities.get(id) !== "off")
    .map(([name]) => name);
}

/** Part of a description that the rule reports, and of one that it does not. */
async function exampleLines(id: string): Promise<string[]> {
  const { lintExamples } = await import("@concordat/rules/examples");
  const { bad, good } = lintExamples[id] ?? {};
  return [...shownText("Reported:", bad), ...shownText("Not reported:", good)];
}

/** Parts of both revisions of a change that the rule reports, and of one that it does not. */
async function changeLines(id: string): Promise<string[]> {
  const { changeExamples } = await import("@concordat/rules/examples");
  const { bad, good } = changeExamples[id] ?? {};
  return [
    ...shownText("Reported, base:", bad?.base),
    ...shownText("and head:", bad?.head),
    ...shownText("Not reported, base:", good?.base),
    ...shownText("and head:", good?.head),
  ];
}

function shownText(title: string, text: string | undefined): string[] {
  return text === undefined ? [] : ["", `  ${title}`, "", ...text.split("\n").map((line) => `    ${line}`)];
}
