/** What the filled template of a message looks like. */
export function patternOf(template: string): RegExp {
  const parts = template.split(/\{\w+\}/).map((part) => part.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&"));
  return new RegExp(`^${parts.join(".+")}$`, "s");
}

/** Whether data were lacking when a message was filled: a missing datum shows as a dash, an empty list as nothing at all. */
export function isUnfilled(message: string): boolean {
  return /–|undefined|\s\s|\s[.,]|\[object/.test(message);
}
