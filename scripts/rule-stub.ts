/** The texts that a new rule starts from, or why there can be none of that name. */
export type RuleStub =
  | {
      /** The file of the rule; undefined where it is a row of the table of facets. */
      readonly rule: string | undefined;
      readonly cases: string;
    }
  | { readonly refusal: string };

/** Sentences that a new rule starts with, to be written anew: no rule of the catalogue has one of them. */
const WORDS = {
  summary: "What happened, in one sentence.",
  demand: "What it asks for, in one sentence.",
  why: "Why it matters to a consumer.",
  fix: "What to do next.",
  consumerFix: "What a consumer does about it.",
  exceptions: "When what it finds is right as it is.",
  source: "Where the demand comes from.",
  mirror: "the rule that fires when base and head are swapped, or why there is none",
  changed: "`{operation}` has changed.",
  unmet: "`{operation}` is not as asked.",
  firing: "what happens, as people would say it",
  silent: "what looks like it and is not",
  whyNot: "Why not.",
  faulty: "what is not as asked, as people would say it",
  right: "what looks like it and is right",
  whyRight: "Why.",
} as const;

/** All sentences that stand for what is still to be written. */
export const PLACEHOLDERS: readonly string[] = Object.values(WORDS);

const NAME = /^(?:diff|lint)\/[a-z][a-z0-9]*(?:-[a-z0-9]+)+$/;
/** How rules are named that tell of a facet of a schema. */
const FACET = /^diff\/(?:request|response)-[a-z0-9-]+-(?:narrowed|widened)$/;

/** Makes a rule that never fires, and a case that wants it to: what to do next is what fails. */
export function ruleStub(id: string, existing: readonly string[]): RuleStub {
  if (!NAME.test(id))
    return {
      refusal: `\`${id}\` is no name for a rule. Write \`diff/\`, what it is about and what happened to it, or \`lint/\`, what it is about and what is asked of it, in small letters with dashes: \`diff/request-body-removed\`.`,
    };
  if (existing.includes(id))
    return { refusal: `There is a rule \`${id}\` already. Change it, or choose another name.` };
  if (id.startsWith("lint/")) return { rule: lintRuleText(id), cases: LINT_CASES };
  return { rule: FACET.test(id) ? undefined : ruleText(id), cases: CASES };
}

function lintRuleText(id: string): string {
  return `import { defineLintRule, operationName } from "@concordat/engine/kit";

export default defineLintRule({
  id: "${id}",
  theme: "resources",
  summary: "${WORDS.demand}",
  why: "${WORDS.why}",
  fix: "${WORDS.fix}",
  exceptions: "${WORDS.exceptions}",
  severity: "info",
  preset: "strict",
  since: "next",
  source: "${WORDS.source}",
  messages: { found: "${WORDS.unmet}" },
  *run({ api }, hit) {
    for (const { ref } of api.operations)
      // Never so: tell what is not as asked here.
      if (ref.path === "") yield hit("found", { operation: operationName(ref) }, ref.at, { operations: [ref] });
  },
});
`;
}

const LINT_CASES = `- name: ${WORDS.faulty}
  docs: bad
  api:
    get /users: {}
  expect:
    - says: not as asked
      operations: [GET /users]

- name: ${WORDS.right}
  docs: good
  note: ${WORDS.whyRight}
  api:
    get /users: {}
  expect: []
`;

function ruleText(id: string): string {
  const [, direction, subject, action] = /^diff\/(?:(request|response)-)?(.+)-(.+)$/.exec(id) ?? [];
  return `import { defineDiffCheck, operationName } from "@concordat/engine/kit";

export default defineDiffCheck({
  id: "${id}",
  summary: "${WORDS.summary}",
  why: "${WORDS.why}",
  fix: "${WORDS.fix}",
  consumerFix: "${WORDS.consumerFix}",
  about: { area: "operation", aspect: "${subject}", action: "${action}" },
  impact: "minor",
  severity: "info",
  audience: "wire",${direction === undefined ? "" : `\n  direction: "${direction}",`}
  preset: "strict",
  since: "next",
  mirror: { none: "${WORDS.mirror}" },
  messages: { found: "${WORDS.changed}" },
  on: "operation",
  *run({ base, head }, hit) {
    // Never so: tell the change here.
    if (base === head)
      yield hit("found", { operation: operationName(head.ref) }, { base: base.ref.at, head: head.ref.at });
  },
});
`;
}

const CASES = `- name: ${WORDS.firing}
  docs: bad
  base:
    get /users: {}
  head:
    get /users: { tags: [the change] }
  expect:
    - says: has changed
      operations: [GET /users]
  also: [diff/operation-tag-added]

- name: ${WORDS.silent}
  docs: good
  note: ${WORDS.whyNot}
  base:
    get /users: {}
  head:
    get /users: {}
  expect: []
`;
