import { nearest, rulesOf } from "@concordat/engine";
import { catalogue } from "@concordat/rules";
import type { ExitCode, Surroundings } from "../io.ts";
import { complain } from "../session/problems.ts";

type Fact = readonly [name: string, value: string];

/** `concordat explain`: everything known about a rule. */
export async function explain(id: string, io: Surroundings): Promise<ExitCode> {
  const names = new Set([id, `diff/${id}`, `lint/${id}`]);
  const named = (rule: { readonly id: string }) => names.has(rule.id);
  const diff = catalogue.diff.find(named);
  const lint = catalogue.lint.find(named);
  const rule = diff ?? lint;
  if (rule === undefined) return unknownRule(id, io);
  const facts: readonly Fact[] = [
    ["severity", rule.severity],
    ...(diff ? ([["impact", diff.impact]] as const) : []),
    ...(lint ? ([["theme", lint.theme]] as const) : []),
    // The presets that enable a diff rule follow from its audience, unless the rule is new.
    ...(lint || rule.preset === "strict" ? ([["presets", presetsOf(rule.id).join(", ")]] as const) : []),
    ["audience", rule.audience ?? "wire"],
    ...(diff?.direction ? ([["direction", diff.direction]] as const) : []),
    ...(diff
      ? ([["mirror", typeof diff.mirror === "string" ? diff.mirror : `none: ${diff.mirror.none}`]] as const)
      : []),
    ...(rule.source ? ([["source", rule.source]] as const) : []),
  ];
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
    ...(lint ? await exampleLines(lint.id) : []),
    "",
    "  To change the severity, in concordat.yaml:",
    "",
    "    rules:",
    `      ${rule.id}: ${rule.severity === "error" ? "warn" : "error"}`,
    "",
    "  To accept one finding until a date, in the description beside its subject:",
    "",
    "    x-concordat-ignore:",
    `      - rule: ${rule.id}`,
    "        reason: why this is acceptable here",
    "        until: 2027-06-30",
    "",
  ];
  io.stdout.write(lines.join("\n"));
  return 0;
}

function unknownRule(id: string, io: Surroundings): ExitCode {
  const ids = [...rulesOf(catalogue).keys()];
  const near = nearest(id, ids) ?? nearest(`diff/${id}`, ids) ?? nearest(`lint/${id}`, ids);
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
  const shown = (title: string, text: string | undefined) =>
    text === undefined ? [] : ["", `  ${title}`, "", ...text.split("\n").map((line) => `    ${line}`)];
  return [...shown("Reported:", bad), ...shown("Not reported:", good)];
}
