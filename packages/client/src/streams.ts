import type { ServerSentEvent } from "./types.ts";

/** The texts of a body as they arrive; leaving the loop early cancels the body. */
async function* chunksOf(body: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let isDone = false;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      isDone = done;
      const text = done ? decoder.decode() : decoder.decode(value, { stream: true });
      if (text !== "") yield text;
      if (done) return;
    }
  } finally {
    if (!isDone) await reader.cancel().catch(() => {});
  }
}

/** The lines of a body, ended by CR, LF or both; what stands behind the last end of a line is a line too. */
async function* linesOf(body: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  let rest = "";
  for await (const chunk of chunksOf(body)) {
    rest += chunk;
    // A CR at the end may be half of a CR LF.
    const lines = rest.split(/\r\n|\n|\r(?!$)/);
    rest = lines.pop() as string;
    yield* lines;
  }
  const last = rest.replace(/\r$/, "");
  if (last !== "" || rest !== last) yield last;
}

/** What begins each value of `application/json-seq` (RFC 7464, section 2.2). */
export const RECORD_SEPARATOR = "\u001e";

/** JSON values, one on each line (JSON lines), or each behind a record separator (RFC 7464). Throws where a line is no JSON. */
export async function* readSequence(body: ReadableStream<Uint8Array>): AsyncGenerator<unknown> {
  for await (const line of linesOf(body)) {
    const text = (line.startsWith(RECORD_SEPARATOR) ? line.slice(1) : line).trim();
    if (text !== "") yield JSON.parse(text);
  }
}

/** The events of an event stream (HTML Living Standard, section 9.2.6). An event that is not complete at the end is dropped. */
export async function* readEvents(body: ReadableStream<Uint8Array>): AsyncGenerator<ServerSentEvent> {
  let id = "";
  let event = "";
  let data: string[] = [];
  let isFirst = true;
  for await (const raw of linesOf(body)) {
    const line = isFirst ? raw.replace(/^\uFEFF/, "") : raw;
    isFirst = false;
    if (line === "") {
      if (data.length > 0) yield { event: event || "message", data: data.join("\n"), id };
      event = "";
      data = [];
      continue;
    }
    const [, field = "", value = ""] = /^([^:]*)(?:: ?(.*))?$/s.exec(line) ?? [];
    if (field === "event") event = value;
    else if (field === "data") data.push(value);
    else if (field === "id" && !value.includes("\0")) id = value;
  }
}
