import { defineLintRule, keywordOf, typesOf } from "@concordat/engine/kit";
import { keyedOperations } from "../support/reliability.ts";

/** Formats that leave no choice of length or characters. */
const CLOSED = new Set(["uuid", "guid", "ulid"]);
const ALTERNATIVES = ["anyOf", "oneOf", "enum", "const"];

export default defineLintRule({
  id: "lint/idem-key-schema",
  theme: "idempotency",
  summary: "Idempotency keys are strings with a declared form: `format: uuid`, a `pattern` or a `maxLength`.",
  why: "Clients learn which keys are accepted before the first one is refused or cut off. Without a form, clients send short keys that others can guess, or text that attacks the key store.",
  fix: "Declare the form that the server checks. Tightening a key in use is a breaking change, so start with the greatest length accepted today.",
  exceptions: "None. Every server that stores keys has a greatest length.",
  severity: "warn",
  preset: "core",
  source: "draft-ietf-httpapi-idempotency-key-header-07, sections 2.1, 2.2 and 5.",
  messages: {
    untyped: "{At} is an idempotency key but is not declared as a string.",
    unbounded: "{At} is an idempotency key but declares no form: no `format: uuid`, `pattern` or `maxLength`.",
  },
  *run({ api }, hit) {
    for (const { operation, key } of keyedOperations(api)) {
      const { schema } = key.serialisation;
      const read = (keyword: string) => keywordOf(schema, keyword, api);
      if (ALTERNATIVES.some((keyword) => read(keyword) !== undefined)) continue;
      const place = { operations: [operation.ref] };
      const types = typesOf(schema, api);
      if (types.length !== 1 || types[0] !== "string") yield hit("untyped", { header: key.name }, key.at, place);
      else if (!CLOSED.has(String(read("format"))) && read("pattern") === undefined && read("maxLength") === undefined)
        yield hit("unbounded", { header: key.name }, key.at, place);
    }
  },
});
