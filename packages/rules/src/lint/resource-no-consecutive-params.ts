import { defineLintRule } from "@concordat/engine/kit";
import { prefixesWhere } from "../support/resources.ts";

export default defineLintRule({
  id: "lint/resource-no-consecutive-params",
  theme: "resources",
  summary: "A literal segment between two path parameters names what the second one identifies.",
  why: "In `/{a}/{b}`, nothing says what each parameter is, and no path is left for listing.",
  fix: "Name the collection of the second parameter in the next major version, such as `/owners/{owner}/repos/{repo}`.",
  exceptions: "Identifiers that consist of two parts everywhere, such as an owner and a name.",
  severity: "warn",
  preset: "core",
  source: "IBM OpenAPI Validator, ibm-no-consecutive-path-parameter-segments.",
  grouped: { summary: "{count} paths have two parameters in a row." },
  messages: { adjacent: "`{path}` has two parameters in a row." },
  *run({ api }, hit) {
    const found = prefixesWhere(
      api,
      ({ segments }, index) => segments[index]?.kind === "parameter" && segments[index - 1]?.kind === "parameter",
    );
    for (const { path, at, operations } of found) yield hit("adjacent", { path }, at, { operations });
  },
});
