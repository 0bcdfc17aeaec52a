import { defineLintRule, listIn, valueAt } from "@concordat/engine/kit";
import { isVersionParameter } from "../support/versions.ts";

export default defineLintRule({
  id: "lint/version-parameter-not-enum",
  theme: "versioning",
  summary: "A parameter that chooses the version of the API is not an enum of one value.",
  why: "The next version would take the place of the only value, so that code generated from either refuses the other.",
  fix: "Describe the form of a version (`pattern` or `format`) and give the present one as `default` or `example`.",
  exceptions: "None that lasts longer than the first version.",
  severity: "warn",
  audience: "client",
  source: "Azure API style guide, az-api-version-enum.",
  messages: { only: "`{name}` can only be `{value}`." },
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
