import type { DiffRule } from "../packages/engine/src/kit/index.ts";

const SECTIONS: readonly { readonly title: string; readonly holds: (name: string) => boolean }[] = [
  { title: "What consumers send", holds: (name) => name.startsWith("request-") },
  { title: "What the provider sends", holds: (name) => /^(?:response|webhook|callback)-/.test(name) },
  { title: "Operations, access and addresses", holds: (name) => /^(?:operation|security|server)-/.test(name) },
  { title: "The description itself", holds: () => true },
];

const INTRODUCTION = `Each rule compares two revisions of a description, \`base\` and \`head\`, and reports one kind of change.

- **Severity** is how loud a finding is: \`error\`, \`warn\` or \`info\`.
- **Impact** is the smallest version bump that it demands: \`major\`, \`minor\`, \`patch\` or \`none\`.
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

/** The page that lists all rules, by what they are about. */
export function ruleIndex(rules: readonly DiffRule[], notice: string): string {
  const sections = SECTIONS.map(({ title, holds }) => {
    const mine = rules.filter((rule) => SECTIONS.find((section) => section.holds(nameOf(rule)))?.holds === holds);
    return `## ${title}\n\n${table(mine)}`;
  });
  return `${["# Rules", notice, INTRODUCTION, ...sections, EXAMPLES].join("\n\n")}\n`;
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

function nameOf({ id }: DiffRule): string {
  return id.slice(id.indexOf("/") + 1);
}
