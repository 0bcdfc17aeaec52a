/** The texts that a new rule starts from, or why there can be none of that name. */
export type RuleStub = { readonly rule: string; readonly cases: string } | { readonly refusal: string };

const NAME = /^(?:diff|lint)\/[a-z][a-z0-9]*(?:-[a-z0-9]+)+$/;

/** Makes a rule that never fires, and a case that wants it to: what to do next is what fails. */
export function ruleStub(id: string, existing: readonly string[]): RuleStub {
  if (!NAME.test(id))
    return {
      refusal: `\`${id}\` is no name for a rule. Write \`diff/\`, what it is about and what happened to it, or \`lint/\`, what it is about and what is asked of it, in small letters with dashes: \`diff/request-body-removed\`.`,
    };
  if (existing.includes(id))
    return { refusal: `There is a rule \`${id}\` already. Change it, or choose another name.` };
  return id.startsWith("lint/") ? { rule: lintRuleText(id), cases: LINT_CASES } : { rule: ruleText(id), cases: CASES };
}

function lintRuleText(id: string): string {
  return `import { defineLintRule, operationName } from "@concordat/engine/kit";

export default defineLintRule({
  id: "${id}",
  theme: "resources",
  summary: "What it asks for, in one sentence.",
  why: "Why it matters to a consumer.",
  fix: "What to do next.",
  exceptions: "When what it finds is right as it is.",
  severity: "info",
  source: "Where the demand comes from.",
  messages: { found: "\`{operation}\` is not as asked." },
  *run({ api }, hit) {
    for (const { ref } of api.operations)
      // Never so: tell what is not as asked here.
      if (ref.path === "") yield hit("found", { operation: operationName(ref) }, ref.at, { operations: [ref] });
  },
});
`;
}

const LINT_CASES = `- name: what is not as asked, as people would say it
  docs: bad
  api:
    get /users: {}
  expect:
    - says: not as asked
      operations: [GET /users]

- name: what looks like it and is right
  docs: good
  note: Why.
  api:
    get /users: {}
  expect: []
`;

function ruleText(id: string): string {
  const direction = /^diff\/(request|response)-/.exec(id)?.[1];
  return `import { defineDiffCheck, operationName } from "@concordat/engine/kit";

export default defineDiffCheck({
  id: "${id}",
  summary: "What happened, in one sentence.",
  why: "Why it matters to a consumer.",
  fix: "What to do next.",
  impact: "minor",
  severity: "info",
  audience: "wire",${direction === undefined ? "" : `\n  direction: "${direction}",`}
  mirror: { none: "the rule that fires when base and head are swapped, or why there is none" },
  messages: { found: "\`{operation}\` has changed." },
  on: "operation",
  *run({ base, head }, hit) {
    // Never so: tell the change here.
    if (base === head)
      yield hit("found", { operation: operationName(head.ref) }, { base: base.ref.at, head: head.ref.at });
  },
});
`;
}

const CASES = `- name: what happens, as people would say it
  docs: bad
  base:
    get /users: {}
  head:
    get /users: { tags: [the change] }
  expect:
    - says: has changed
      operations: [GET /users]

- name: what looks like it and is not
  docs: good
  note: Why not.
  base:
    get /users: {}
  head:
    get /users: {}
  expect: []
`;
