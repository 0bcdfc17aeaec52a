import type { BodyEntry } from "./entry.ts";
import { mediaKind } from "./media.ts";
import { type Given, writeForm } from "./parameters.ts";
import { RECORD_SEPARATOR } from "./streams.ts";

/** A body as `fetch` takes it. */
export interface WrittenBody {
  readonly body: string | Blob | FormData | URLSearchParams | ArrayBuffer | Uint8Array<ArrayBuffer> | ReadableStream;
  /** Absent where `fetch` has to find it out, with the boundary of a form. */
  readonly contentType?: string;
  /** A stream, which cannot be sent a second time. */
  readonly isStream?: true;
}

/** Whether a body is gone once it is sent: a stream, also one of Node's own, which `fetch` takes there as well. */
export function isSentOnce(value: unknown): boolean {
  return (
    value instanceof ReadableStream || (typeof value === "object" && value !== null && Symbol.asyncIterator in value)
  );
}

/** Writes a body in its media type. A value that is already what `fetch` takes is sent as it is. */
export function writeBody({ mediaType, encoding = {} }: BodyEntry, value: unknown, uuid: () => string): WrittenBody {
  const contentType = mediaType;
  if (value instanceof FormData) return { body: value };
  const kind = mediaKind(mediaType);
  const isItems = kind === "sequence" && !(value instanceof ReadableStream);
  if (isSentOnce(value) && !isItems) return { body: value as ReadableStream, contentType, isStream: true };
  if (kind === "json") return { body: JSON.stringify(value), contentType };
  if (kind === "form" && !(value instanceof URLSearchParams))
    return { body: writeForm(value as Given, encoding).join("&"), contentType };
  if (kind === "form") return { body: String(value), contentType };
  if (kind === "multipart") return writeMultipart(mediaType, value as Given, encoding, uuid());
  if (kind === "sequence" && typeof value !== "string")
    return { ...writeLines(value as Sequence, contentType), contentType };
  return { body: kind === "text" ? String(value) : (value as WrittenBody["body"]), contentType };
}

/**
 * A form of parts (RFC 7578), as a `Blob` that can be sent again. `FormData` would give every part that is not plain text a
 * file name, and servers would take it for a file.
 */
function writeMultipart(
  mediaType: string,
  given: Given,
  encoding: NonNullable<BodyEntry["encoding"]>,
  boundary: string,
): WrittenBody {
  const parts = Object.entries(given).flatMap(([name, value]) =>
    (Array.isArray(value) ? value : [value]).flatMap((each) =>
      each === undefined ? [] : [...writePart(boundary, name, each, encoding[name]?.contentType), "\r\n"],
    ),
  );
  return {
    body: new Blob([...parts, `--${boundary}--\r\n`]),
    contentType: `${mediaType}; boundary=${boundary}`,
  };
}

function writePart(boundary: string, name: string, value: unknown, declared: string | undefined): (string | Blob)[] {
  const file = value instanceof Blob ? value : undefined;
  const fileName = file instanceof File ? file.name : "blob";
  const isText = file === undefined && (typeof value !== "object" || value === null);
  const fallback = file ? file.type || "application/octet-stream" : isText ? undefined : "application/json";
  // Several declared types are a choice, and a file knows its own.
  const type = declared === undefined || /[,*]/.test(declared) ? fallback : declared;
  const head = [
    `--${boundary}`,
    `Content-Disposition: form-data; name="${quoted(name)}"${file ? `; filename="${quoted(fileName)}"` : ""}`,
    ...(type === undefined ? [] : [`Content-Type: ${type}`]),
  ];
  return [`${head.join("\r\n")}\r\n\r\n`, file ?? (isText ? String(value) : JSON.stringify(value))];
}

/** As browsers write it (HTML Living Standard, section 4.10.21.8). */
function quoted(text: string): string {
  return text.replace(/["\r\n]/g, encodeURIComponent);
}

type Sequence = Iterable<unknown> | AsyncIterable<unknown>;

/** JSON values one after another, each on a line (JSON lines), and behind a record separator where the media type asks for that. */
function writeLines(values: Sequence, mediaType: string): Pick<WrittenBody, "body" | "isStream"> {
  const begin = /^application\/json-seq\b/i.test(mediaType) ? RECORD_SEPARATOR : "";
  const line = (value: unknown) => `${begin}${JSON.stringify(value)}\n`;
  if (Symbol.iterator in values) return { body: Array.from(values, line).join("") };
  const encoder = new TextEncoder();
  const iterator = values[Symbol.asyncIterator]();
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await iterator.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(line(value)));
    },
    async cancel() {
      await iterator.return?.();
    },
  });
  return { body, isStream: true };
}
