import {
  type Api,
  type ApiOperation,
  defineLintRule,
  mainOperations,
  type Operation,
  operationName,
  type Requirement,
  textOf,
} from "@concordat/engine/kit";
import { scopesOf } from "../support/auth.ts";

export default defineLintRule({
  id: "lint/auth-least-privilege",
  theme: "auth",
  summary: "OAuth operations require a scope, and writing requires a different scope from reading.",
  why: "A consumer that only reads should not hold a token that can also change or delete.",
  fix: "Require the narrowest scope. Accept the old one as an alternative until consumers have new tokens.",
  exceptions:
    "Administration APIs, where reading is as sensitive as writing, and resources that only their owner can reach.",
  severity: "warn",
  source:
    "Zalando RESTful API Guidelines, rule 105; RFC 6749, section 3.3; RFC 9700, section 2.3; OWASP API Security Top 10 2023, API5.",
  grouped: { summary: "{count} operations require no scope, or none beyond the read scopes." },
  messages: {
    none: "{At} requires no scope of `{scheme}`, so any token is accepted.",
    same: "`{operation}` requires no scope beyond those of GET: `{scopes}`.",
  },
  *run({ api }, hit) {
    const reads = new Map<string, ApiOperation>();
    for (const operation of api.operations)
      if (operation.ref.method === "GET") reads.set(operation.ref.path, operation);
    for (const operation of mainOperations(api)) {
      const { ref, security } = operation;
      const place = { operations: [ref] };
      for (const requirement of oauthOf(operation, api))
        if (requirement.scopes.length === 0) yield hit("none", { scheme: requirement.name }, security.at, place);
      const read = reads.get(ref.path);
      if (ref.method === "GET" || read === undefined) continue;
      const [writers, readers] = [oauthOf(operation, api), oauthOf(read, api)];
      if (readers.length === 0 || writers.some(({ scopes }) => scopes.length === 0)) continue;
      // Whoever may read may also write: each way in for readers is one for writers too.
      const shared = readers.map((reader) =>
        writers.find(
          ({ name, scopes }) => name === reader.name && scopes.every((scope) => reader.scopes.includes(scope)),
        ),
      );
      if (shared.some((writer) => writer === undefined)) continue;
      const scopes = [...new Set(shared.flatMap((writer) => writer?.scopes ?? []))].sort();
      yield hit("same", { operation: operationName(ref), scopes }, security.at, place);
    }
  },
});

/** Requirements of OAuth schemes that define scopes, in alternatives that consist of nothing else. */
function oauthOf({ security }: Operation, api: Api): Requirement[] {
  return security.alternatives.flatMap((alternative) => {
    const [requirement] = alternative;
    const isOauth = requirement !== undefined && textOf(requirement.scheme, "type") === "oauth2";
    return isOauth && alternative.length === 1 && (scopesOf(requirement, api)?.size ?? 0) > 0 ? [requirement] : [];
  });
}
