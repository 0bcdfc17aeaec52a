import { type DiffRule, type LintRule, type PactRule, THEMES } from "../packages/engine/src/kit/index.ts";
import { capitalise } from "./docs-parts.ts";

/** Areas of rules about an API as a whole, whoever sends what. */
const WHOLE: ReadonlySet<string> = new Set(["operation", "security", "server"]);

const SECTIONS: readonly { readonly title: string; readonly holds: (rule: DiffRule) => boolean }[] = [
  { title: "What consumers send", holds: ({ about, direction }) => !WHOLE.has(about.area) && direction === "request" },
  {
    title: "What the provider sends",
    holds: ({ about, direction }) => !WHOLE.has(about.area) && direction === "response",
  },
  { title: "Operations, access and addresses", holds: ({ about }) => WHOLE.has(about.area) },
  { title: "The description itself", holds: () => true },
];

const INTRODUCTION = `Concordat has three families of rules. [\`diff\` rules](#what-changed) compare two revisions of a description, \`base\` and
\`head\`, and each reports one kind of change. [\`lint\` rules](#what-a-description-should-hold-to) check one revision by itself.
[\`pact\` rules](#what-consumers-rely-on) check one revision against what consumers rely on.

- **Severity** says how serious a finding is: \`error\`, \`warn\` or \`info\`.
- **Impact** is the smallest version bump that a change requires: \`major\`, \`minor\`, \`patch\` or \`none\`.
- **Audience** says who is affected: \`wire\` programs that exchange messages, \`client\` developers who compile generated
  code, \`docs\` readers of the documentation.

\`concordat explain <rule>\` prints the same information in a terminal. The policy can change all three for a rule, a path
or a contract.`;

const EXAMPLES = `## The examples

The engine checks the examples on the rule pages when the pages are generated, so the pages show its actual output. The
examples are parts of descriptions in a short form:

\`\`\`yaml
get /users/{id}:              # an operation: a method and a path
  body: { type: string }      # a required body in application/json with this schema
  response: { type: string }  # status 200 in application/json with this schema
/users/{id}: { }              # other members of the path item
\`\`\`

Everything else is plain OpenAPI 3.1, unless \`openapi\` names another version. A parameter or header without a schema is a
string, and path parameters need no declaration.`;

const PRESETS = `A preset selects the enabled rules. \`core\` has the rules that every API should follow. \`recommended\` adds all others except
costly and new ones. \`strict\` enables every rule and turns warnings into errors. A rule listed under \`rules\` in
\`concordat.yaml\` is enabled whatever the preset says.`;

interface Rules {
  readonly diff: readonly DiffRule[];
  readonly lint: readonly LintRule[];
  readonly pact: readonly PactRule[];
  readonly presets: Readonly<Record<string, ReadonlyMap<string, string>>>;
}

/** The page that lists all rules, by what they are about. */
export function ruleIndex({ diff, lint, pact, presets }: Rules, notice: string): string {
  const changes = SECTIONS.map(({ title, holds }) => {
    const mine = diff.filter((rule) => SECTIONS.find((section) => section.holds(rule))?.holds === holds);
    return `### ${title}\n\n${table(mine)}`;
  });
  const themes = THEMES.flatMap((theme) => {
    const mine = lint.filter((rule) => rule.theme === theme);
    return mine.length === 0 ? [] : [`### ${capitalise(theme)}\n\n${lintTable(mine, presets)}`];
  });
  const parts = ["# Rules", notice, INTRODUCTION, "## What changed", ...changes];
  const held = ["## What a description should hold to", PRESETS, ...themes];
  const consumers = ["## What consumers rely on", pactTable(pact)];
  return `${[...parts, ...held, ...consumers, EXAMPLES].join("\n\n")}\n`;
}

function lintTable(rules: readonly LintRule[], presets: Rules["presets"]): string {
  const first = (id: string) =>
    ["core", "recommended", "strict"].find((name) => presets[name]?.get(id) !== "off") ?? "";
  const rows = rules.map(
    (rule) => `| [\`${nameOf(rule)}\`](${rule.id}.md) | ${rule.summary} | ${rule.severity} | ${first(rule.id)} |`,
  );
  return ["| Rule | Requirement | Severity | From preset |", "| --- | --- | --- | --- |", ...rows].join("\n");
}

function pactTable(rules: readonly PactRule[]): string {
  const rows = rules.map((rule) => `| [\`${nameOf(rule)}\`](${rule.id}.md) | ${rule.summary} | ${rule.severity} |`);
  return ["| Rule | What is wrong | Severity |", "| --- | --- | --- |", ...rows].join("\n");
}

function table(rules: readonly DiffRule[]): string {
  const rows = rules.map(
    (rule) =>
      `| [\`${nameOf(rule)}\`](${rule.id}.md) | ${rule.summary} | ${rule.severity} | ${rule.impact} | ${rule.audience} |`,
  );
  return ["| Rule | Change | Severity | Impact | Audience |", "| --- | --- | --- | --- | --- |", ...rows].join("\n");
}

function nameOf({ id }: { readonly id: string }): string {
  return id.slice(id.indexOf("/") + 1);
}
