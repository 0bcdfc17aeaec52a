import {
  type Api,
  bareName,
  defineLintRule,
  itemsOf,
  type Located,
  propertiesOf,
  withAlternatives,
} from "@concordat/engine/kit";
import { errorSchemasOf } from "../support/errors.ts";

const INTERNAL =
  /^(?:(?:error|call|full|inner|exception)?(?:stack|stacktrace|stackframes?|backtrace|traceback)|(?:inner|root|java)?exceptions?|exception(?:class|type|name|message|detail)|sql(?:query|state|statement|error|code)?|(?:server|db|database|machine|internal)?host(?:name)|(?:server|db|database|machine)(?:name|ip|host|address))$/;
/** Members that say more about the error; others hold what the request was about. */
const CONTAINERS =
  /^(?:(?:inner|validation|field|sub)?errors?|details?|cause|causes|debug|debuginfo|issues|problems|meta|info)$/;

/** Members within members that are looked into. */
const DEEPEST = 4;

export default defineLintRule({
  id: "lint/err-no-internals",
  theme: "errors",
  summary: "Errors expose no stack traces, exceptions, SQL or host names.",
  why: "They tell attackers how the service is built, and clients come to depend on details that change with every release.",
  fix: "Write the details to the server's log, and answer with an ID that finds them there.",
  exceptions: "Fields with such a name that hold what the client sent, such as the host of a URL to check.",
  severity: "error",
  source: "Zalando RESTful API Guidelines, rule 177; OWASP API Security Top 10 2023, API8.",
  messages: { internal: "{At} exposes server internals in an error response." },
  *run({ api }, hit) {
    for (const operation of api.operations) {
      for (const schema of errorSchemasOf(operation)) {
        for (const { name, at } of internalsIn(schema, api))
          yield hit("internal", { property: name }, at, { operations: [operation.ref], direction: "response" });
      }
    }
  },
});

function* internalsIn(
  schema: Located,
  api: Api,
  depth = 0,
): Generator<{ readonly name: string; readonly at: Located }> {
  for (const each of withAlternatives(schema, api)) {
    for (const { name, at } of propertiesOf(each, api).values()) {
      if (INTERNAL.test(bareName(name))) yield { name, at };
      else if (depth < DEEPEST && CONTAINERS.test(bareName(name))) yield* internalsIn(at, api, depth + 1);
    }
    const items = depth < DEEPEST ? itemsOf(each, api) : undefined;
    if (items !== undefined) yield* internalsIn(items, api, depth + 1);
  }
}
