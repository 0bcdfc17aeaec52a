import { type DiffRule, type LintRule, THEMES } from "../packages/engine/src/kit/index.ts";
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

const INTRODUCTION = `There are two families of rules. Those of [\`diff\`](#what-changed) compare two revisions of a description, \`base\` and
\`head\`, and report one kind of change each. Those of [\`lint\`](#what-a-description-should-hold-to) judge one revision by itself.

- **Severity** is how loud a finding is: \`error\`, \`warn\` or \`info\`.
- **Impact** is the smallest version bump that a change demands: \`major\`, \`minor\`, \`patch\` or \`none\`.
- **Audience** is whom it concerns: \`wire\` those who send and read messages, \`client\` those who compile generated
  code, \`docs\` those who read.

\`concordat explain <rule>\` prints the same on the command line. Policy can change all three for a rule, a path or a
contract.`;

const EXAMPLES = `## The examples

The examples on the pages of rules are judged by the engine when the pages are written, so that what they show is what it
says. They are parts of descriptions, in a short form:

\`\`\`yaml
get /users/{id}:              # an operation: a method and a path
  body: { type: string }      # a required body in application/json with this schema
  response: { type: string }  # status 200 in application/json with this schema
/users/{id}: { }              # what the path item says beside its operations
\`\`\`

All else is OpenAPI 3.1 as it is, unless \`openapi\` names another version. A parameter or a header without a schema is a
string, and the parameters that a path names need not be declared.`;

const PRESETS = `Presets choose what is heard. \`core\` has what every API should hold to, \`recommended\` all rules but the costly and
the new ones, \`strict\` everything, and its warnings are errors. A rule named in \`rules\` of \`concordat.yaml\` is heard
whatever the preset says.`;

interface Rules {
  readonly diff: readonly DiffRule[];
  readonly lint: readonly LintRule[];
  readonly presets: Readonly<Record<string, ReadonlyMap<string, string>>>;
}

/** The page that lists all rules, by what they are about. */
export function ruleIndex({ diff, lint, presets }: Rules, notice: string): string {
  const changes = SECTIONS.map(({ title, holds }) => {
    const mine = diff.filter((rule) => SECTIONS.find((section) => section.holds(rule))?.holds === holds);
    return `### ${title}\n\n${table(mine)}`;
  });
  const themes = THEMES.flatMap((theme) => {
    const mine = lint.filter((rule) => rule.theme === theme);
    return mine.length === 0 ? [] : [`### ${capitalise(theme)}\n\n${lintTable(mine, presets)}`];
  });
  const parts = ["# Rules", notice, INTRODUCTION, "## What changed", ...changes];
  return `${[...parts, "## What a description should hold to", PRESETS, ...themes, EXAMPLES].join("\n\n")}\n`;
}

function lintTable(rules: readonly LintRule[], presets: Rules["presets"]): string {
  const first = (id: string) =>
    ["core", "recommended", "strict"].find((name) => presets[name]?.get(id) !== "off") ?? "";
  const rows = rules.map(
    (rule) => `| [\`${nameOf(rule)}\`](${rule.id}.md) | ${rule.summary} | ${rule.severity} | ${first(rule.id)} |`,
  );
  return ["| Rule | What it asks for | Severity | From preset |", "| --- | --- | --- | --- |", ...rows].join("\n");
}

function table(rules: readonly DiffRule[]): string {
  const rows = rules.map(
    (rule) =>
      `| [\`${nameOf(rule)}\`](${rule.id}.md) | ${rule.summary} | ${rule.severity} | ${rule.impact} | ${rule.audience} |`,
  );
  return ["| Rule | What happened | Severity | Impact | Audience |", "| --- | --- | --- | --- | --- |", ...rows].join(
    "\n",
  );
}

function nameOf({ id }: { readonly id: string }): string {
  return id.slice(id.indexOf("/") + 1);
}
