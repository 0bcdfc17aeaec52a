/** A part of a multipart body (RFC 7578). */
export interface Part {
  readonly name: string | undefined;
  /** Names in lower case. */
  readonly headers: ReadonlyMap<string, string>;
  readonly text: string;
}

/** Reads a multipart body; undefined where it has not the form of one. */
export function readMultipart(body: string, contentType: string): Part[] | undefined {
  const boundary = parameterOf(contentType, "boundary");
  if (boundary === undefined) return undefined;
  const lines = `\r\n${body}`;
  const delimiter = `\r\n--${boundary}`;
  const [, ...rest] = lines.split(delimiter);
  const end = rest.findIndex((part) => part.startsWith("--"));
  if (end < 0) return undefined;
  const parts = rest.slice(0, end).map(readPart);
  return parts.includes(undefined) ? undefined : (parts as Part[]);
}

function readPart(raw: string): Part | undefined {
  const split = raw.indexOf("\r\n\r\n");
  if (!raw.startsWith("\r\n") || split < 0) return undefined;
  const headers = new Map(
    raw
      .slice(2, split)
      .split("\r\n")
      .map((line) => {
        const colon = line.indexOf(":");
        return [line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim()] as const;
      }),
  );
  const disposition = headers.get("content-disposition");
  return { name: disposition && parameterOf(disposition, "name"), headers, text: raw.slice(split + 4) };
}

/** The value of a parameter of a header such as `Content-Type`. */
function parameterOf(header: string, name: string): string | undefined {
  const match = new RegExp(`;\\s*${name}=(?:"((?:[^"\\\\]|\\\\.)*)"|([^;\\s]+))`, "i").exec(header);
  return match?.[1]?.replace(/\\(.)/g, "$1") ?? match?.[2];
}

/** Writes a multipart body. */
export function writeMultipart(parts: readonly Part[], boundary: string): string {
  const written = parts.map(({ name, headers, text }) => {
    const disposition =
      name === undefined ? [] : [`content-disposition: form-data; name="${name.replace(/["\\]/g, "\\$&")}"`];
    const lines = [...disposition, ...[...headers].map(([key, value]) => `${key}: ${value}`)];
    return `--${boundary}\r\n${lines.map((line) => `${line}\r\n`).join("")}\r\n${text}\r\n`;
  });
  return `${written.join("")}--${boundary}--\r\n`;
}
