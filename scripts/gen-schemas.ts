import { join } from "node:path";
import { type ConversionConfig, toJsonSchema } from "@valibot/to-json-schema";
import { rulesOf } from "../packages/engine/src/analyses/index.ts";
import { BaselineSchema, ConfigSchema, TimelineSchema } from "../packages/engine/src/config/schema.ts";
import { catalogue } from "../packages/rules/src/index.ts";
import { schemasHome } from "./gen-repository.ts";
import type { Generated } from "./generated-files.ts";
import { schemasFolder } from "./paths.ts";
import { type JsonSchema, REPORT_SCHEMAS } from "./report-schemas.ts";

/** The published JSON Schemas: of the files that people write, and of what the command line answers. */
export function schemaFiles(): Generated {
  const schemas: Readonly<Record<string, JsonSchema>> = {
    config: configSchema([...rulesOf(catalogue).values()]),
    baseline: toJsonSchema(BaselineSchema, OPTIONS) as JsonSchema,
    timeline: toJsonSchema(TimelineSchema, OPTIONS) as JsonSchema,
    ...REPORT_SCHEMAS,
  };
  const files = Object.entries(schemas).map(([name, schema]) => [
    join(schemasFolder, `${name}.schema.json`),
    renderSchema({ $id: `${schemasHome()}/${name}.schema.json`, ...schema }),
  ]);
  return { files: Object.fromEntries(files), owns: "docs/schemas/*.schema.json" };
}

const TEXTS = /\[\n\s+("[^"]*"(?:,\n\s+"[^"]*")*)\n\s+\]/g;
/** Characters of a line, as biome.json has it. */
const LONGEST_LINE = 120;

/** JSON as the formatter of the workspace wants it: short lists of texts on one line. */
function renderSchema(schema: JsonSchema): string {
  const spread = JSON.stringify(schema, null, 2);
  const joined = spread.replace(TEXTS, (list, texts: string, offset: number) => {
    const line = `[${texts.replace(/\n\s+/g, " ")}]`;
    const before = offset - spread.lastIndexOf("\n", offset) - 1;
    const after = spread[offset + list.length] === "," ? 1 : 0;
    return before + line.length + after > LONGEST_LINE ? list : line;
  });
  return `${joined}\n`;
}

/** Draft-07, which editors read best. */
// Of a check JSON Schema can say nothing.
const OPTIONS: ConversionConfig = { target: "draft-07", typeMode: "input", ignoreActions: ["check"] };

/** What valibot makes of the form of `concordat.yaml`, with all rules named, so that editors complete their ids. */
function configSchema(rules: readonly { readonly id: string; readonly summary: string }[]): JsonSchema {
  const schema = structuredClone(toJsonSchema(ConfigSchema, OPTIONS)) as Node;
  const { properties } = schema;
  const dials = properties["rules"] as Node;
  const dial = dials["additionalProperties"];
  for (const owner of [schema, itemsOf(properties["contracts"]), itemsOf(properties["overrides"])])
    owner.properties["rules"] = { $ref: "#/definitions/rules" };
  const named = rules.map(({ id, summary }) => [id, { description: summary, allOf: [{ $ref: "#/definitions/dial" }] }]);
  return {
    ...schema,
    definitions: {
      dial,
      rules: {
        type: "object",
        description: dials["description"],
        properties: Object.fromEntries(named),
        additionalProperties: { $ref: "#/definitions/dial" },
      },
    },
  };
}

/** A schema of an object, which is being changed. */
type Node = Record<string, unknown> & { properties: Record<string, unknown> };

function itemsOf(list: unknown): Node {
  return (list as { items: Node }).items;
}
