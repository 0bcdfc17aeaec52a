import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import type { ContainmentCase } from "../../test/support/containment-cases.ts";
import { installed } from "../install.ts";

/** What a tool says of a pair: whether every value of the first schema is a value of the second. */
export type Answer = "yes" | "no" | "undecided";

/** Answers pairs; throws where it cannot. */
export type Ask = (pair: ContainmentCase) => Promise<Answer>;

/** What decides containment, by name: ours first. Each is loaded in a process of its own. */
export const tools: Readonly<Record<string, () => Promise<Ask>>> = {
  concordat: async () => (await import("../../test/support/containment-cases.ts")).answer,
  "json-schema-diff": async () => {
    const { diffSchemas } = installed("json-schema-diff") as JsonSchemaDiff;
    return async ({ s1, s2 }) =>
      (await diffSchemas({ sourceSchema: s1, destinationSchema: s2 })).removalsFound ? "no" : "yes";
  },
  jsoncompat: async () => {
    const { check_compat, initSync } = (await import(pathOf("jsoncompat").href)) as JsonCompat;
    initSync({ module: readFileSync(pathOf("jsoncompat/jsoncompat_wasm_bg.wasm")) });
    // The role that reads open objects strictly asks whether the new schema lies within the old one.
    return async ({ s1, s2 }) => (check_compat(JSON.stringify(s2), JSON.stringify(s1), "serializer") ? "yes" : "no");
  },
};

interface JsonSchemaDiff {
  diffSchemas(pair: { sourceSchema: unknown; destinationSchema: unknown }): Promise<{ removalsFound: boolean }>;
}

interface JsonCompat {
  initSync(source: { module: Uint8Array }): void;
  check_compat(before: string, after: string, role: "serializer" | "deserializer" | "both"): boolean;
}

function pathOf(name: string): URL {
  return pathToFileURL(installed.resolve(name));
}
