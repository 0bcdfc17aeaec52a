// biome-ignore-all lint/suspicious/noThenProperty: the name is Spectral's.
import { oas3 } from "@stoplight/spectral-formats";
import { schema } from "@stoplight/spectral-functions";
import capital from "./functions/capital.js";

export default {
  rules: {
    "title-capital": { given: "$.info.title", severity: "error", then: { function: capital } },
    "titles-short": {
      formats: [oas3],
      message: "{{error}}",
      given: "$.info",
      then: {
        function: schema,
        functionOptions: {
          schema: { properties: { title: { maxLength: 3 }, version: { const: "1" } } },
          allErrors: true,
        },
      },
    },
    waits: {
      given: "$.info.version",
      then: { function: async (version) => (version === "1" ? [] : [{ message: `Version is ${version}` }]) },
    },
  },
};
