import { defineLintRule, listIn, valueAt } from "@concordat/engine/kit";
import { isVersionParameter } from "../support/versions.ts";

export default defineLintRule({
  id: "lint/version-parameter-not-enum",
  theme: "versioning",
  summary: "A parameter that selects the API version is not an enum with a single value.",
  why: "The next version would replace the only value, so code generated from one version would refuse the other.",
  fix: "Describe the form of a version with `pattern` or `format`, and give the current one as `default` or `example`.",
  exceptions: "None beyond the first version.",
  severity: "warn",
  audience: "client",
  source: "Azure API style guide, az-api-version-enum.",
  messages: { only: "The version parameter `{name}` accepts only `{value}`." },
  *run({ api }, hit) {
    for (const operation of api.operations)
      for (const parameter of operation.parameters) {
        if (!isVersionParameter(parameter, operation)) continue;
        const { schema } = parameter.serialisation;
        const at = api.follow(schema);
        const listed = listIn(valueAt(at, "enum"));
        const value = listed.length === 1 ? listed[0] : valueAt(at, "const");
        if (value === undefined || at === undefined || (listed.length === 0 && valueAt(at, "enum") !== undefined))
          continue;
        yield hit("only", { name: parameter.name, value: String(value) }, at, { operations: [operation.ref] });
      }
  },
});
