/** A request line of a log, taken apart. */
export interface RequestLine {
  readonly method: string;
  readonly target: string;
}

/**
 * Takes a request line apart: the first word is the method, the last the protocol, and all between the target, blanks included.
 * Two words are a method and a target (HTTP/0.9). Undefined where it is no request.
 */
export function parseRequestLine(line: string): RequestLine | undefined {
  const first = line.indexOf(" ");
  if (first <= 0) return undefined;
  const end = line.lastIndexOf(" ");
  const last = line.slice(end + 1);
  const target = end > first ? line.slice(first + 1, end) : last.startsWith("HTTP/") ? "" : last;
  return target === "" ? undefined : { method: line.slice(0, first), target };
}

const ESCAPE = /\\(?:x([\da-fA-F]{2})|u([\da-fA-F]{4})|(.))/g;
const LETTERS: Readonly<Record<string, string>> = { n: "\n", r: "\r", t: "\t", v: "\v", b: "\b" };

/**
 * Undoes what NGINX and httpd escape in a target: `\x22`, `\"`, `\\`. A byte that is no character of ASCII becomes
 * percent-encoded, so that it stays that byte.
 */
export function unescapeTarget(text: string): string {
  return text.includes("\\")
    ? text.replace(ESCAPE, (_, hex, code, letter) => unescaped(hex, code, letter, percent))
    : text;
}

/** The same for texts that people read: bytes are UTF-8. */
export function unescapeText(text: string): string {
  if (!text.includes("\\")) return text;
  const bytes = bytesOf(text).replace(ESCAPE, (_, hex, code, letter) => unescaped(hex, code, letter, (byte) => byte));
  return Buffer.from(bytes, "latin1").toString("utf8");
}

function unescaped(
  hex: string | undefined,
  code: string | undefined,
  letter = "",
  wide: (byte: string) => string,
): string {
  if (hex !== undefined) {
    const byte = String.fromCharCode(Number.parseInt(hex, 16));
    return byte < "\x80" ? byte : wide(byte);
  }
  if (code !== undefined) {
    const character = String.fromCharCode(Number.parseInt(code, 16));
    return character < "\x80" ? character : [...bytesOf(character)].map(wide).join("");
  }
  return LETTERS[letter] ?? letter;
}

function percent(byte: string): string {
  return `%${byte.charCodeAt(0).toString(16)}`;
}

/** A text as its bytes in UTF-8, one character each. */
function bytesOf(text: string): string {
  return Buffer.from(text, "utf8").toString("latin1");
}
