import { defineLintRule, keywordOf, typesOf } from "@concordat/engine/kit";
import { keyedOperations } from "../support/reliability.ts";

/** Formats that leave no choice of length or characters. */
const CLOSED = new Set(["uuid", "guid", "ulid"]);
const ALTERNATIVES = ["anyOf", "oneOf", "enum", "const"];

export default defineLintRule({
  id: "lint/idem-key-schema",
  theme: "idempotency",
  summary: "An idempotency key is a string of a published form: `format: uuid`, a `pattern` or a `maxLength`.",
  why: "Clients learn which keys are accepted before the first one is refused or cut off. Keys without a form invite short ones that others can guess, and text that attacks the store behind them.",
  fix: "Publish the form that the server checks. To tighten a key that is in use is a breaking change, so that at first the greatest length that is accepted now is what to write.",
  exceptions: "None: a server that keeps keys has a greatest length.",
  severity: "warn",
  preset: "core",
  source: "draft-ietf-httpapi-idempotency-key-header-07, sections 2.1, 2.2 and 5.",
  messages: {
    untyped: "The idempotency key `{header}` is not declared as a string.",
    unbounded: "The idempotency key `{header}` has no form: neither `format: uuid` nor `pattern` nor `maxLength`.",
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
