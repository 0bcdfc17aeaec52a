import {
  type Api,
  defineLintRule,
  isDeprecated,
  type LintPlace,
  type Located,
  operationName,
  propertiesOf,
  readLifecycle,
} from "@concordat/engine/kit";
import { tellsWhatNext } from "../support/next-step.ts";

export default defineLintRule({
  id: "lint/dep-replacement",
  theme: "deprecation",
  summary: "Deprecated operations, parameters and properties name a replacement that exists.",
  why: "A consumer that has to leave needs to know where to go, or that there is no replacement.",
  fix: "Name it in `x-replaced-by` (an `operationId`, a method and path, a parameter or a property), or say in the description what to use instead.",
  exceptions: "Features that go without a replacement. State this in the description or with `x-replaced-by: none`.",
  severity: "warn",
  audience: "docs",
  source: "Zalando RESTful API Guidelines, rule 187; RFC 9745, section 3.",
  grouped: {
    summary: "{count} deprecated operations, parameters or properties do not name an existing replacement.",
  },
  messages: {
    none: "{kind} `{name}` is deprecated but does not say what to use instead.",
    unknown: "{kind} `{name}` names `{replacement}` as its replacement, which does not exist in this description.",
  },
  *run({ api }, hit) {
    const judged = function* (at: Located, data: Named, exists: (name: string) => boolean, place?: LintPlace) {
      const { replacement } = readLifecycle(at);
      if (replacement === undefined && !tellsWhatNext(at)) yield hit("none", data, at, place);
      if (typeof replacement === "string" && !exists(replacement))
        yield hit("unknown", { ...data, replacement }, at, place);
    };
    const operations = operationNames(api);
    const isOperation = (name: string) => /^https?:/.test(name) || operations.has(name.toLowerCase());
    for (const { ref, parameters } of api.operations) {
      const place = { operations: [ref] };
      if (isDeprecated(ref.at))
        yield* judged(ref.at, { kind: "The operation", name: operationName(ref) }, isOperation, place);
      const isParameter = (other: string) => !isSingleName(other) || parameters.some(({ name }) => name === other);
      for (const { deprecated, at, name, in: kind } of parameters)
        if (deprecated) yield* judged(at, { kind: `The ${kind} parameter`, name }, isParameter, place);
    }
    for (const { at, property: name, parent } of api.schemas) {
      if (name === undefined || !isDeprecated(at)) continue;
      const isProperty = (other: string) => !isSingleName(other) || propertiesOf(parent, api).has(other);
      yield* judged(at, { kind: "The property", name }, isProperty);
    }
  },
});

/** What is deprecated. */
type Named = Readonly<Record<"kind" | "name", string>>;

/** Whether a text is a single name, not a sentence or a path through several objects. */
function isSingleName(name: string): boolean {
  return /^[\w$-]+$/.test(name);
}

/** All that an operation may be called by, in lower case. */
function operationNames(api: Api): Set<string> {
  return new Set(
    api.operations
      .flatMap(({ ref }) => [ref.path, operationName(ref), `#${ref.at.pointer}`, ref.operationId ?? ""])
      .map((name) => name.toLowerCase()),
  );
}
