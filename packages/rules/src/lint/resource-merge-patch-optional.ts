import { activeOperations, defineLintRule, namesIn, partsOf, placeOf, valueAt } from "@concordat/engine/kit";

export default defineLintRule({
  id: "lint/resource-merge-patch-optional",
  theme: "resources",
  summary: "Schemas for `application/merge-patch+json` require no property.",
  why: "A merge patch holds only what changes. A client that has to send a property anyway overwrites what others have changed.",
  fix: "Describe the patch with a schema of its own, without `required`.",
  exceptions: "Properties that guard the patch, such as a revision number that has to match.",
  severity: "warn",
  source: "RFC 7396, section 1; IBM OpenAPI Validator, ibm-dont-require-merge-patch-properties.",
  messages: { required: "The merge patch in {at} requires `{properties}`." },
  *run({ api }, hit) {
    for (const { ref, body } of activeOperations(api)) {
      for (const { range, schema } of body?.content ?? []) {
        if (!range.startsWith("application/merge-patch+json")) continue;
        for (const part of partsOf(schema, api)) {
          const properties = namesIn(valueAt(part, "required")).sort();
          if (properties.length > 0)
            yield hit("required", { properties }, placeOf(part, "required", api), { operations: [ref] });
        }
      }
    }
  },
});
