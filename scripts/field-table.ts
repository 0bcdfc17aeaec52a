/** The table of all fields of OpenAPI, `test/openapi-fields.yaml`, beside what the published schemas have. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { valueIn } from "../packages/engine/src/testing/index.ts";
import {
  type FieldRow,
  fieldRows,
  parseFieldTable,
  type SpecificationObject,
  VERSIONS,
  type Version,
} from "../packages/engine/src/testing/internal.ts";
import { root } from "./paths.ts";
import { publishedFields, schemaKeywords } from "./published-fields.ts";

const FILE = "test/openapi-fields.yaml";

/** The table as it is written. Throws where it cannot be read as one. */
export function readFieldTable(): readonly SpecificationObject[] {
  return valueIn(parseFieldTable(readFileSync(join(root, FILE), "utf8"), FILE));
}

/** The fields that an object of the table has in a version: those that are published, and those that the table adds. */
export async function fieldsInTable(
  { schemas, unpublished, keywords }: SpecificationObject,
  version: Version,
): Promise<ReadonlySet<string>> {
  const published = await publishedFields(version);
  const named = (schemas[version] ?? []).flatMap((name) => [...(published.get(name) ?? [])]);
  const ofSchemas = keywords?.includes(version) ? await schemaKeywords() : [];
  return new Set([...named, ...(unpublished?.[version] ?? []), ...ofSchemas]);
}

/** The rows of the table, each with the versions that have its field. */
export async function readFieldRows(): Promise<FieldRow[]> {
  const table = readFieldTable();
  const has = new Map<SpecificationObject, Map<Version, ReadonlySet<string>>>();
  for (const object of table)
    has.set(
      object,
      new Map(await Promise.all(VERSIONS.map(async (each) => [each, await fieldsInTable(object, each)] as const))),
    );
  return fieldRows(table, (object, field, version) => has.get(object)?.get(version)?.has(field) ?? false);
}
