import {
  activeOperations,
  addOwnHeaders,
  defineLintRule,
  operationName,
  type Response,
  successesOf,
} from "@concordat/engine/kit";
import { isUnlimited, limitFields } from "../support/limits.ts";

const TRIPLE = ["limit", "remaining", "reset"];
const PAIR = ["ratelimit", "ratelimit-policy"];
const NAMES: Readonly<Record<string, string>> = { ratelimit: "RateLimit", "ratelimit-policy": "RateLimit-Policy" };
const ADDED = {
  RateLimit: { description: "What is left of the quota: name, remaining units, seconds.", schema: { type: "string" } },
  "RateLimit-Policy": { description: "The quotas that apply: name, units, seconds.", schema: { type: "string" } },
};

export default defineLintRule({
  id: "lint/limit-headers",
  theme: "limits",
  summary:
    "Responses declare `RateLimit` with `RateLimit-Policy`, or one complete set of the older headers, never both.",
  why: "A consumer that sees its remaining quota slows down in time. It cannot calculate with half a set, or with two that disagree.",
  fix: "Declare `RateLimit` and `RateLimit-Policy` on responses, and drop the older headers after a sunset.",
  fixes: "promises",
  exceptions: "Both sets during a migration, and operations without a limit, marked with `x-rate-limit: false`.",
  severity: "warn",
  preset: "strict",
  source:
    "draft-ietf-httpapi-ratelimit-headers; OWASP API Security Top 10 2023, API4; Italian API guidelines, ratelimit-429-completeness.",
  grouped: {
    summary: "{count} operations or responses do not declare one complete set of rate-limit headers.",
  },
  messages: {
    none: "`{operation}` declares no headers for its remaining rate limit.",
    mixed: "{At} declares both `RateLimit` and the older rate-limit headers.",
    incomplete: "{At} declares some rate-limit headers but not `{lacking}`.",
  },
  *run({ api }, hit) {
    for (const operation of activeOperations(api)) {
      const { ref, responses } = operation;
      const place = { operations: [ref], direction: "response" as const };
      let some = false;
      for (const response of responses) {
        const { draft, legacy } = limitFields(response);
        if (draft.size + legacy.size === 0) continue;
        some = true;
        if (draft.size > 0 && legacy.size > 0) yield hit("mixed", {}, response.at, place);
        const lacking = lackingIn(response);
        if (lacking.length > 0) yield hit("incomplete", { lacking }, response.at, place);
      }
      const [success] = successesOf(operation);
      if (some || success === undefined || isUnlimited(operation, api)) continue;
      const edits = addOwnHeaders(success, ADDED, api);
      yield hit("none", { operation: operationName(ref) }, ref.at, { ...place, edits });
    }
  },
});

/** Headers that the set in use lacks, as they would be written. */
function lackingIn(response: Response): string[] {
  const { draft, legacy } = limitFields(response);
  if (draft.size > 0) return PAIR.filter((name) => !draft.has(name)).map((name) => NAMES[name] ?? name);
  const [first] = response.headers.map(({ name }) => /^((?:x-)?rate-?limit-)/i.exec(name)?.[1]).filter((name) => name);
  return TRIPLE.filter((name) => !legacy.has(name)).map(
    (name) => `${first ?? ""}${name[0]?.toUpperCase()}${name.slice(1)}`,
  );
}
