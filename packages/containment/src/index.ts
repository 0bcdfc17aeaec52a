export { type Containment, type ContainsOptions, contains, type SchemaFault } from "./contains.ts";
export type { Json } from "./json.ts";
export type { Dialect } from "./lower/dialect.ts";
