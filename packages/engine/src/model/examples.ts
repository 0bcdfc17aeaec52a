import { isObject, type Located, own } from "@concordat/containment/internal";

/**
 * Values that an entry with a schema, such as a parameter or a header, gives as examples or as the only ones.
 * @param schema its schema, references followed
 */
export function exampleValues(holder: Located, schema: Located | undefined): unknown[] {
  const at = (place: Located | undefined, key: string) => (isObject(place?.value) ? own(place.value, key) : undefined);
  const list = (value: unknown) => (Array.isArray(value) ? value : []);
  const named = at(holder, "examples");
  const values = [
    at(holder, "example"),
    ...(isObject(named) ? Object.values(named).map((each) => (isObject(each) ? own(each, "value") : undefined)) : []),
    ...["example", "default", "const"].map((key) => at(schema, key)),
    ...list(at(schema, "examples")),
    ...list(at(schema, "enum")),
  ];
  return values.filter((value) => value !== undefined);
}

/**
 * The value that a documented header has: its example, the first of its examples, or what its schema fixes or proposes.
 * Undefined where none is given.
 * @param schema its schema, references followed
 */
export function headerValue(header: Located, schema: Located | undefined): unknown {
  const at = (place: Located | undefined, key: string) => (isObject(place?.value) ? own(place.value, key) : undefined);
  const [named] = Object.values(at(header, "examples") ?? {});
  const members = at(schema, "enum");
  const [proposed] = [at(schema, "examples")].flat();
  return [
    at(header, "example"),
    isObject(named) ? own(named, "value") : undefined,
    at(schema, "const"),
    Array.isArray(members) && members.length === 1 ? members[0] : undefined,
    at(schema, "default"),
    at(schema, "example"),
    proposed,
  ].find((value) => value !== undefined);
}
