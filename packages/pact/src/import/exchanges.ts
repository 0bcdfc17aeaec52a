import { inputFailure, type Problem, type Result, resultOf } from "@concordat/engine";
import { isRecord, numberAt, textAt } from "@concordat/engine/base";
import { parseText } from "@concordat/engine/source";

/** Names of headers in small letters, with their values joined. */
export type RecordedHeaders = ReadonlyMap<string, string>;

/** A request or a response as it was recorded. */
interface RecordedMessage {
  readonly headers: RecordedHeaders;
  /** The text of the body; undefined where there was none, or where it is no text. */
  readonly body: string | undefined;
}

/** One request and its response, as they were recorded. */
export interface RecordedExchange {
  readonly consumer: string | undefined;
  readonly request: RecordedMessage & { readonly method: string; readonly url: URL };
  /** Undefined where nothing was answered. */
  readonly response: (RecordedMessage & { readonly status: number }) | undefined;
}

/** Reads recorded traffic: a file of HAR (version 1.2), or lines of exchanges, one object of JSON each. */
export function parseExchanges(file: string, text: string): Result<readonly RecordedExchange[]> {
  const parsed = /^\s*\{\s*"log"/.test(text) ? parseText({ uri: file, name: file, text }) : undefined;
  if (parsed?.data === undefined && parsed) return { failure: "input", problems: parsed.problems };
  return parsed ? readHar(file, parsed.data) : readLines(file, text);
}

function readLines(file: string, text: string): Result<readonly RecordedExchange[]> {
  const exchanges: RecordedExchange[] = [];
  const problems: Problem[] = [];
  for (const [i, line] of text.split("\n").entries()) {
    if (line.trim() === "") continue;
    const read = readLine(line);
    if (typeof read === "string")
      problems.push({ code: "exchange-form", message: `This line is not an exchange: ${read}`, file, line: i + 1 });
    else exchanges.push(read);
  }
  return resultOf(exchanges, problems);
}

/** An exchange, or what is wrong with the line. */
function readLine(line: string): RecordedExchange | string {
  let data: unknown;
  try {
    data = JSON.parse(line);
  } catch {
    return "it is not JSON.";
  }
  if (!isRecord(data) || !isRecord(data["request"])) return "`request` is missing.";
  const { request, response } = data;
  const [method, url] = [textAt(request, "method"), urlOf(textAt(request, "url"))];
  if (method === undefined) return "`request.method` is missing.";
  if (url === undefined) return "`request.url` is not a URL.";
  const status = numberAt(response, "status") ?? (Number(textAt(response, "status")) || undefined);
  if (isRecord(response) && status === undefined) return "`response.status` is missing.";
  const messageOf = (message: unknown): RecordedMessage => ({
    headers: headersOf(isRecord(message) && isRecord(message["headers"]) ? Object.entries(message["headers"]) : []),
    body: bodyOf(textAt(message, "body"), textAt(message, "bodyEncoding")),
  });
  return {
    consumer: textAt(data, "consumer"),
    request: { method: method.toUpperCase(), url, ...messageOf(request) },
    response: status === undefined ? undefined : { status, ...messageOf(response) },
  };
}

function readHar(file: string, data: unknown): Result<readonly RecordedExchange[]> {
  const entries = isRecord(data) && isRecord(data["log"]) ? data["log"]["entries"] : undefined;
  if (!Array.isArray(entries))
    return inputFailure("har-form", "This is not a HAR file: `/log/entries` is not a list.", { file, line: 1 });
  const exchanges: RecordedExchange[] = [];
  const problems: Problem[] = [];
  for (const [i, entry] of entries.entries()) {
    const { request, response } = isRecord(entry) ? entry : {};
    const [method, url] = [textAt(request, "method"), urlOf(textAt(request, "url"))];
    if (method === undefined || url === undefined) {
      const message = `The entry \`/log/entries/${i}\` has no ${method === undefined ? "method" : "URL"} in its request.`;
      problems.push({ code: "har-form", message, file, line: 1 });
      continue;
    }
    // Browsers note 0 where nothing was answered.
    const status = numberAt(response, "status") || undefined;
    const content = isRecord(response) ? response["content"] : undefined;
    const posted = isRecord(request) ? request["postData"] : undefined;
    exchanges.push({
      consumer: undefined,
      request: {
        ...{ method: method.toUpperCase(), url, headers: harHeaders(request) },
        body: bodyOf(textAt(posted, "text"), textAt(posted, "encoding")),
      },
      response:
        status === undefined
          ? undefined
          : {
              ...{ status, headers: harHeaders(response) },
              body: bodyOf(textAt(content, "text"), textAt(content, "encoding")),
            },
    });
  }
  return resultOf(exchanges, problems);
}

function harHeaders(message: unknown): RecordedHeaders {
  const headers = isRecord(message) && Array.isArray(message["headers"]) ? message["headers"] : [];
  return headersOf(headers.map((header) => [textAt(header, "name") ?? "", textAt(header, "value") ?? ""] as const));
}

/** Several values of one name are one list (RFC 9110, section 5.3). */
function headersOf(entries: readonly (readonly [string, unknown])[]): RecordedHeaders {
  const headers = new Map<string, string>();
  for (const [name, value] of entries) {
    const key = name.toLowerCase();
    const text = Array.isArray(value) ? value.join(", ") : String(value);
    // Names of HTTP/2 that begin with a colon are no headers.
    if (key !== "" && !key.startsWith(":")) headers.set(key, headers.has(key) ? `${headers.get(key)}, ${text}` : text);
  }
  return headers;
}

/** A body as text; bytes that are not UTF-8 are none. */
function bodyOf(text: string | undefined, encoding: string | undefined): string | undefined {
  if (text === undefined || text === "") return undefined;
  if (encoding !== "base64") return text;
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(Buffer.from(text, "base64"));
  } catch {
    return undefined;
  }
}

function urlOf(text: string | undefined): URL | undefined {
  if (text === undefined) return undefined;
  const url = URL.parse(text.startsWith("/") ? `http://localhost${text}` : text);
  return url !== null && /^https?:$/.test(url.protocol) ? url : undefined;
}
