/** A value as text, the same for values that JSON Schema holds equal: members in any order (Core, section 4.2.2). */
export function canonicalText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalText).join(",")}]`;
  if (typeof value !== "object" || value === null) return value === 0 ? "0" : (JSON.stringify(value) ?? "null");
  const members = Object.entries(value)
    .map(([name, member]) => `${JSON.stringify(name)}:${canonicalText(member)}`)
    .sort();
  return `{${members.join(",")}}`;
}

/** Whether a value is equal to one that a contract lists, by JSON Schema; looks no deeper than the latter is. */
export function isEqual(listed: unknown, value: unknown): boolean {
  if (listed === value) return true;
  if (typeof listed !== "object" || typeof value !== "object" || listed === null || value === null) return false;
  if (Array.isArray(listed) !== Array.isArray(value)) return false;
  const members = Object.entries(listed);
  return (
    members.length === Object.keys(value).length &&
    members.every(([name, member]) => Object.hasOwn(value, name) && isEqual(member, Reflect.get(value, name)))
  );
}

/** Whether values lie within one another more than a number of times. */
export function isDeeper(value: unknown, most: number): boolean {
  if (typeof value !== "object" || value === null) return false;
  return most === 0 || Object.values(value).some((member) => isDeeper(member, most - 1));
}
