import {
  type Api,
  activeOperations,
  defineLintRule,
  entriesIn,
  headerExamples,
  headerOf,
  isObject,
  type Located,
  type Operation,
  type OperationRef,
  placeOf,
  valueAt,
} from "@concordat/engine/kit";
import { limitPolicy } from "../support/limits.ts";

/** What a policy must say, in the words in use for it. */
const MEMBERS: Readonly<Record<string, readonly string[]>> = {
  quota: ["quota", "limit", "q"],
  window: ["window", "period", "w"],
};

export default defineLintRule({
  id: "lint/limit-policy-declared",
  theme: "limits",
  summary: "The description declares its quotas: how many requests, in which time, counted by what.",
  why: "Consumers plan batches and caches by these numbers and should not have to discover them in production.",
  fix: "Add `x-rate-limit: { quota: 1000, unit: requests, window: 3600, partition: user }` at the root. Operations can override it.",
  exceptions: "Quotas agreed with each customer separately, and APIs without any, marked with `x-rate-limit: false`.",
  severity: "warn",
  preset: "strict",
  audience: "docs",
  source:
    "draft-ietf-httpapi-ratelimit-headers, parameters `q`, `qu`, `w` and `pk` of `RateLimit-Policy`; OWASP API Security Top 10 2023, API4.",
  messages: {
    none: "The description declares no rate limit, neither for the whole API nor for an operation.",
    some: "Some operations declare no rate limit, although others do.",
    incomplete: "{At} has no `{member}`.",
  },
  *run({ api }, hit) {
    const policies = new Map<unknown, Located>();
    const lacking: OperationRef[] = [];
    for (const operation of activeOperations(api)) {
      const policy = limitPolicy(operation, api);
      if (policy !== undefined) policies.set(policy.value, policy);
      else if (!isShown(operation, api)) lacking.push(operation.ref);
    }
    const info = placeOf(api.root, "info", api);
    if (lacking.length > 0)
      yield hit(policies.size === 0 ? "none" : "some", {}, info, { operations: policies.size === 0 ? [] : lacking });
    for (const at of policies.values())
      for (const policy of entriesOf(at))
        for (const [member, spellings] of Object.entries(MEMBERS))
          if (isObject(policy.value) && spellings.every((key) => valueAt(policy, key) === undefined))
            yield hit("incomplete", { member }, policy);
  },
});

/** Whether an example of `RateLimit-Policy` has the numbers. */
function isShown(operation: Operation, api: Api): boolean {
  return operation.responses.some((response) => headerExamples(headerOf(response, "RateLimit-Policy"), api).length > 0);
}

/** A policy alone, or each of several. */
function entriesOf(at: Located): Located[] {
  return Array.isArray(at.value) ? entriesIn(at) : [at];
}
