/** Columns that a line may take before what it holds is spread over several. */
const WIDTH = 100;

/** Texts that YAML reads as themselves without quotes, and keys at the start of a line that it does. */
const PLAIN = /^[A-Za-z/_$][\w/ .+*-]*$/;
const PLAIN_KEY = /^[A-Za-z/_$][\w/ .+*{}-]*$/;
const NOT_TEXT = /^(?:true|false|null|yes|no|on|off|~)$/i;

/** Writes a fragment of a case as YAML: an operation spread out, what lies below on one line where it fits. */
export function fragmentYaml(fragment: Readonly<Record<string, unknown>>): string {
  return Object.entries(fragment)
    .map(([key, value]) => `${scalar(key, PLAIN_KEY)}:${member(value, 0, true)}`)
    .join("\n");
}

/** What stands behind a key and its colon. */
function member(value: unknown, indent: number, spread: boolean): string {
  const line = flow(value);
  const empty = typeof value !== "object" || value === null || Object.keys(value).length === 0;
  if (empty || (!spread && indent + line.length <= WIDTH)) return ` ${line}`;
  const margin = " ".repeat(indent + 2);
  const members = Array.isArray(value)
    ? value.map((item) => `${margin}- ${flow(item)}`)
    : Object.entries(value).map(([key, inside]) => {
        const name = `${margin}${scalar(key, PLAIN_KEY)}:`;
        // The key takes its part of the line.
        return name + member(inside, indent + 2, name.length + flow(inside).length > WIDTH);
      });
  return `\n${members.join("\n")}`;
}

function flow(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(flow).join(", ")}]`;
  if (typeof value !== "object" || value === null) return scalar(value);
  const members = Object.entries(value).map(([key, inside]) => `${scalar(key)}: ${flow(inside)}`);
  return members.length === 0 ? "{}" : `{ ${members.join(", ")} }`;
}

function scalar(value: unknown, plain = PLAIN): string {
  if (typeof value !== "string") return JSON.stringify(value);
  return plain.test(value) && !NOT_TEXT.test(value) && !value.endsWith(" ") ? value : JSON.stringify(value);
}
