import { type ApiSchema, isObject, type Json, type Located, listIn, valueAt } from "@concordat/engine/kit";

/*
 * What rules about single schemas share.
 */

/** Whether a schema is an alternative, a condition or a part of the schema that holds it, and cannot be judged alone. */
export function isBranch({ at, property }: ApiSchema): boolean {
  return (
    property === undefined &&
    /\/(?:(?:allOf|anyOf|oneOf)\/\d+|not|if|then|else|dependentSchemas\/[^/]+)$/.test(at.pointer)
  );
}

/** Values of an enum that its own type refuses. */
export function strangersIn(schema: Located): { readonly value: Json; readonly types: readonly string[] }[] {
  const values = listIn(valueAt(schema, "enum"));
  const type = valueAt(schema, "type");
  if (values.length === 0 || type === undefined) return [];
  const nullable = valueAt(schema, "nullable") === true || valueAt(schema, "x-nullable") === true;
  const types = [type, nullable ? "null" : undefined].flat().filter((each) => typeof each === "string");
  return (values as Json[])
    .filter((value) => !types.some((each) => isOf(value, each)))
    .map((value) => ({ value, types }));
}

function isOf(value: Json, type: string): boolean {
  switch (type) {
    case "null":
      return value === null;
    case "array":
      return Array.isArray(value);
    case "object":
      return isObject(value);
    case "integer":
      return Number.isInteger(value);
    default:
      return typeof value === type;
  }
}
