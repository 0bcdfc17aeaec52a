/** A value as text, the same for values that JSON Schema holds equal: members in any order (Core, section 4.2.2). */
export function canonicalText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalText).join(",")}]`;
  if (typeof value !== "object" || value === null) return value === 0 ? "0" : (JSON.stringify(value) ?? "null");
  const members = Object.entries(value)
    .map(([name, member]) => `${JSON.stringify(name)}:${canonicalText(member)}`)
    .sort();
  return `{${members.join(",")}}`;
}

/** Whether two values are equal by JSON Schema. */
export function isEqual(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  return canonicalText(a) === canonicalText(b);
}
