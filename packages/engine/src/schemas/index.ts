export {
  compareSchemas,
  parseSchema,
  type SchemaCompareOptions,
  type SchemaComparison,
  type SchemaText,
} from "./compare.ts";
export { parseSchemaPair, type SchemaPair } from "./pair.ts";
