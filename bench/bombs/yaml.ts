/** A description as YAML in block style, without a package: names and texts quoted as JSON, which YAML reads alike. */
export function toYaml(value: unknown): string {
  const lines: string[] = [];
  write(value, 0, "", lines);
  return `${lines.join("\n")}\n`;
}

function write(value: unknown, depth: number, before: string, lines: string[]): void {
  const indent = " ".repeat(depth);
  if (Array.isArray(value) && value.length > 0) {
    if (before !== "") lines.push(before);
    for (const item of value) write(item, depth + 1, `${indent}-`, lines);
  } else if (typeof value === "object" && value !== null && Object.keys(value).length > 0) {
    if (before !== "") lines.push(before);
    for (const [key, member] of Object.entries(value))
      write(member, depth + 1, `${indent}${JSON.stringify(key)}:`, lines);
  } else lines.push(`${before} ${JSON.stringify(value)}`);
}
