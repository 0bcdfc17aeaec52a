import {
  type Api,
  activeOperations,
  alternativesOf,
  defineLintRule,
  jsonSchemaOf,
  type Located,
  partsOf,
} from "@concordat/engine/kit";
import { nameAt } from "../support/components.ts";
import { errorsOf, isOfOauth } from "../support/errors.ts";

export default defineLintRule({
  id: "lint/err-shared-shape",
  theme: "errors",
  summary: "All errors of an API share one schema by reference.",
  why: "One error format needs one handler. Clients often meet the second format in production, where it hides the actual error.",
  fix: "Refer to the shared schema, or extend it with `allOf` where an error carries more.",
  exceptions: "Errors whose format another standard defines, and those of a gateway in front of the API.",
  severity: "info",
  preset: "strict",
  source: "Zalando RESTful API Guidelines, rule 151; Azure API style guide, az-error-response.",
  messages: {
    differs: "{At} does not use the schema `{shape}`, which most errors share.",
    none: "The error responses of this API share no schema.",
  },
  grouped: { summary: "{count} error responses do not use the schema that the others share." },
  *run({ api }, hit) {
    const errors = activeOperations(api)
      .filter(({ ref }) => !isOfOauth(ref.path))
      .flatMap((operation) =>
        errorsOf(operation).flatMap((response) => {
          const schema = jsonSchemaOf(response.content);
          if (schema === undefined) return [];
          return [{ operation, response, parts: alternativesOf(schema, api).map((each) => partsOf(each, api)) }];
        }),
      );
    const uses = new Map<unknown, { at: Located; count: number }>();
    for (const { parts } of errors) {
      for (const at of new Map(parts.flat().map((part) => [part.value, part])).values()) {
        if (!isNamed(at, api)) continue;
        const known = uses.get(at.value);
        uses.set(at.value, { at: known?.at ?? at, count: (known?.count ?? 0) + 1 });
      }
    }
    const [shared] = [...uses.values()].sort((a, b) => b.count - a.count);
    if (new Set(errors.map(({ response }) => response.at.value)).size < 2) return;
    if (shared === undefined || shared.count === 1) yield hit("none", {}, api.root, { direction: "response" });
    else
      for (const { operation, response, parts } of errors) {
        if (parts.every((each) => each.some(({ value }) => value === shared.at.value))) continue;
        yield hit("differs", { status: response.status, shape: nameAt(shared.at) }, response.at, {
          operations: [operation.ref],
          direction: "response",
        });
      }
  },
});

/** Whether a schema is a component, or a file of its own. */
function isNamed({ document, pointer }: Located, api: Api): boolean {
  return document !== api.root.document || /^\/(?:components\/schemas|definitions)\/[^/]+$/.test(pointer);
}
