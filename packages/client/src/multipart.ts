/** A part of a multipart body (RFC 7578): its head as it was sent, and what that says. */
export interface Part {
  /** The lines of the head, each with its end. */
  readonly head: string;
  readonly name: string;
  readonly isFile: boolean;
  /** Its media type; `text/plain` where none was sent. */
  readonly contentType: string;
  readonly text: string;
}

/** Rewrites the content of each part of a multipart body; undefined where it has not the form of one. */
export function mapParts(body: string, contentType: string, map: (part: Part) => string): string | undefined {
  const boundary = parameterOf(contentType, "boundary");
  if (boundary === undefined) return undefined;
  const [, ...rest] = `\r\n${body}`.split(`\r\n--${boundary}`);
  const end = rest.findIndex((part) => part.startsWith("--"));
  if (end < 0) return undefined;
  const parts = rest.slice(0, end).map(readPart);
  if (parts.includes(undefined)) return undefined;
  const written = (parts as Part[]).map((part) => `--${boundary}${part.head}${map(part)}\r\n`);
  return `${written.join("")}--${boundary}--\r\n`;
}

function readPart(raw: string): Part | undefined {
  const split = raw.indexOf("\r\n\r\n");
  if (!raw.startsWith("\r\n") || split < 0) return undefined;
  const head = raw.slice(0, split + 4);
  const disposition = /^content-disposition:(.*)$/im.exec(head)?.[1] ?? "";
  return {
    head,
    name: parameterOf(disposition, "name") ?? "",
    isFile: /;\s*filename\*?=/i.test(disposition),
    contentType: /^content-type:(.*)$/im.exec(head)?.[1]?.trim() ?? "text/plain",
    text: raw.slice(split + 4),
  };
}

/** The value of a parameter of a header such as `Content-Type`. */
function parameterOf(header: string, name: string): string | undefined {
  const match = new RegExp(`;\\s*${name}=(?:"((?:[^"\\\\]|\\\\.)*)"|([^;\\s]+))`, "i").exec(header);
  return match?.[1]?.replace(/\\(.)/g, "$1") ?? match?.[2];
}
