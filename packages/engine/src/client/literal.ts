/** How wide a line may get before a value is broken into several. */
const WIDTH = 120;

/**
 * Plain data as source text of JavaScript, on one line where it fits, and else one member a line.
 * @param indent how far the text is indented already
 * @param reserved columns that stand before it on its line
 */
export function literal(value: unknown, indent = 0, reserved = indent): string {
  const line = oneLine(value);
  if (typeof value !== "object" || value === null || reserved + line.length <= WIDTH) return line;
  const inner = indent + 2;
  const pad = " ".repeat(inner);
  const isList = Array.isArray(value);
  const members = isList
    ? value.map((item) => literal(item, inner))
    : Object.entries(value).map(([key, member]) => {
        const name = `${keyText(key)}: `;
        return name + literal(member, inner, inner + name.length);
      });
  const [open, close] = isList ? "[]" : "{}";
  return `${open}\n${members.map((member) => `${pad}${member},\n`).join("")}${" ".repeat(indent)}${close}`;
}

function oneLine(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(oneLine).join(", ")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const members = Object.entries(value).map(([key, member]) => `${keyText(key)}: ${oneLine(member)}`);
  return members.length === 0 ? "{}" : `{ ${members.join(", ")} }`;
}

/** `__proto__: x` would be no member of a literal. */
function keyText(key: string): string {
  if (key === "__proto__") return '["__proto__"]';
  return /^[A-Za-z_$][\w$]*$/.test(key) ? key : JSON.stringify(key);
}
