import { isObject, own } from "../json.ts";
import { parsePointer } from "../pointer.ts";
import type { Document, Located } from "./document.ts";

/** Parts of a description below which nothing stands that a reference may lead to. */
const UNREFERABLE = new Set([
  ...["openapi", "swagger", "$self", "jsonSchemaDialect", "info", "servers", "tags", "security", "externalDocs"],
  ...["host", "basePath", "schemes", "consumes", "produces"],
]);

/** Parts of a description in which schemas stand at certain keys. */
const WITH_SCHEMAS = new Set(["paths", "webhooks", "components", "parameters", "responses", "securityDefinitions"]);

/** Keys at which schemas stand; in Swagger 2.0 parameters, headers and items say themselves what a schema says. */
const SCHEMA_KEYS = new Set(["schema", "itemSchema", "schemas"]);
const SCHEMA_KEYS_2 = new Set([...SCHEMA_KEYS, "parameters", "headers"]);

/**
 * Whether a schema may stand at a place: within a description, OpenAPI says where schemas stand, and what a reference
 * leads to anywhere else, such as `#/info`, is none. Of other documents anything may be one.
 */
export function mayBeSchema({ document, pointer }: Pick<Located, "document" | "pointer">): boolean {
  if (!isDescription(document)) return true;
  const { dialect } = document;
  const [first, ...rest] = parsePointer(pointer) ?? [];
  if (first === undefined || UNREFERABLE.has(first)) return false;
  if (!WITH_SCHEMAS.has(first)) return first !== "definitions" || rest.length > 0;
  const keys = dialect === "openapi-2.0" ? SCHEMA_KEYS_2 : SCHEMA_KEYS;
  if (dialect === "openapi-2.0" && first === "parameters") return rest.length > 0;
  return rest.some((token) => keys.has(token) || token.startsWith("x-")) && pointer !== "/components/schemas";
}

/** Whether a reference may lead to a place: within a description, not to the whole of it, nor to `#/info` and the like. */
export function isReferable({ document, pointer }: Pick<Located, "document" | "pointer">): boolean {
  if (!isDescription(document)) return true;
  const [first] = parsePointer(pointer) ?? [];
  return first !== undefined && !UNREFERABLE.has(first);
}

function isDescription({ root, dialect }: Document): boolean {
  const version = (key: string) => isObject(root) && own(root, key) !== undefined;
  return dialect.startsWith("openapi-") && (version("openapi") || version("swagger"));
}
