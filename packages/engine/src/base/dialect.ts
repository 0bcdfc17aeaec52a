import { type Dialect, dialectOfSchemaUri, isObject, own } from "@concordat/containment/internal";

/** The dialect of a description, from the version it states; undefined where it states none that we know. */
export function dialectOf(root: unknown): Dialect | undefined {
  if (!isObject(root)) return undefined;
  // `swagger: 2.0` without quotes is a number in YAML.
  if (/^2(?:\.0)?$/.test(String(own(root, "swagger")))) return "openapi-2.0";
  const version = own(root, "openapi");
  // And `openapi: 3.0` is the number 3.
  if (version === 3) return "openapi-3.0";
  const match = /^3\.([012])(?:\.|$)/.exec(String(version));
  return match ? (`openapi-3.${match[1]}` as Dialect) : undefined;
}

/**
 * The dialect of schemas that name none, from the `jsonSchemaDialect` of the description they stand in (OpenAPI 3.1.1,
 * section 4.8.24.7); undefined where it states none.
 */
export function schemaDialectOf(root: unknown): Dialect | "unknown" | undefined {
  const dialect = dialectOf(root);
  if (!isObject(root) || (dialect !== "openapi-3.1" && dialect !== "openapi-3.2")) return undefined;
  const uri = own(root, "jsonSchemaDialect");
  if (uri === undefined) return undefined;
  return (typeof uri === "string" ? dialectOfSchemaUri(uri) : undefined) ?? "unknown";
}
