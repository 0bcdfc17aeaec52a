import { defineLintRule } from "@concordat/engine/kit";
import { prefixesWhere } from "../support/resources.ts";

export default defineLintRule({
  id: "lint/resource-no-consecutive-params",
  theme: "resources",
  summary: "Between two path parameters stands a segment that names what the second one identifies.",
  why: "In `/{a}/{b}` nothing says what is what, and there is no path left for listing either.",
  fix: "Name the collection of the second parameter in the next major version, such as `/owners/{owner}/repos/{repo}`.",
  exceptions: "Identifiers that consist of two parts everywhere, such as an owner and a name.",
  severity: "warn",
  preset: "core",
  source: "IBM OpenAPI Validator, ibm-no-consecutive-path-parameter-segments.",
  messages: { adjacent: "In `{path}` two parameters stand side by side." },
  *run({ api }, hit) {
    const found = prefixesWhere(
      api,
      ({ segments }, index) => segments[index]?.kind === "parameter" && segments[index - 1]?.kind === "parameter",
    );
    for (const { path, at, operations } of found) yield hit("adjacent", { path }, at, { operations });
  },
});
