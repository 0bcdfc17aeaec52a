import { ACTIONS } from "../packages/engine/src/kit/traits.ts";

/** The initial files of a new rule, or why the name is refused. */
export type RuleStub =
  | {
      /** The file of the rule; undefined where it is a row of the table of facets. */
      readonly rule: string | undefined;
      readonly cases: string;
    }
  | { readonly refusal: string };

/** Placeholder sentences of a new rule. No rule of the catalogue may keep one. */
const WORDS = {
  summary: "What changed, in one sentence.",
  demand: "What the rule requires, in one sentence.",
  why: "Why it matters to a consumer.",
  fix: "What to do next.",
  consumerFix: "What a consumer should do.",
  exceptions: "When a finding is acceptable.",
  source: "Where the requirement comes from.",
  mirror: "the rule that reports the reverse change, or why none does",
  changed: "`{operation}` changed.",
  unmet: "`{operation}` does not meet the requirement.",
  firing: "the change, in plain words",
  silent: "a similar change that is not reported",
  whyNot: "Why not.",
  faulty: "the violation, in plain words",
  right: "something similar that is correct",
  whyRight: "Why.",
} as const;

/** All placeholder sentences. */
export const PLACEHOLDERS: readonly string[] = Object.values(WORDS);

const NAME = /^(?:diff|lint)\/[a-z][a-z0-9]*(?:-[a-z0-9]+)+$/;
/** Names of rules about a facet of a schema. */
const FACET = /^diff\/(?:request|response)-[a-z0-9-]+-(?:narrowed|widened)$/;

/** Writes a rule that never fires and a case that expects it to, so the failing test shows what to do next. */
export function ruleStub(id: string, existing: readonly string[]): RuleStub {
  if (!NAME.test(id))
    return {
      refusal: `\`${id}\` is not a valid rule name. Write \`diff/\` with a subject and a change, or \`lint/\` with a subject and a requirement, in lower case with hyphens: \`diff/request-body-removed\`.`,
    };
  if (existing.includes(id))
    return { refusal: `The rule \`${id}\` already exists. Change it, or choose another name.` };
  if (id.startsWith("lint/")) return { rule: lintRuleText(id), cases: LINT_CASES };
  if (actionIn(id) === undefined)
    return {
      refusal: `\`${id}\` does not end with what happened. Names of diff rules end with one of: ${ACTIONS.join(", ")}.`,
    };
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
      // Never true: report what does not meet the requirement here.
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
    - says: does not meet the requirement
      operations: [GET /users]

- name: ${WORDS.right}
  docs: good
  note: ${WORDS.whyRight}
  api:
    get /users: {}
  expect: []
`;

function actionIn(id: string): string | undefined {
  return ACTIONS.find((action) => id.endsWith(`-${action}`));
}

function ruleText(id: string): string {
  const action = actionIn(id) as string;
  const [, direction, subject] = /^diff\/(?:(request|response)-)?(.+)$/.exec(id.slice(0, -action.length - 1)) ?? [];
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
    // Never true: report the change here.
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
    - says: changed
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
