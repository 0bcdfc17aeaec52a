/** Whether a value is an object of JSON. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The text at a path of keys; undefined where there is none. */
export function textAt(value: unknown, ...path: readonly string[]): string | undefined {
  const found = at(value, path);
  return typeof found === "string" ? found : undefined;
}

/** The whole number at a path of keys. */
export function numberAt(value: unknown, ...path: readonly string[]): number | undefined {
  const found = at(value, path);
  return Number.isSafeInteger(found) ? (found as number) : undefined;
}

function at(value: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>((inside, key) => (isRecord(inside) ? inside[key] : undefined), value);
}
