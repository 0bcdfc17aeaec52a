import { type Arguments, type CallOptions, type Client, call, type Operation, type RawResult } from "./client.ts";
import { originOf } from "./core.ts";
import { linkOf } from "./deprecation.ts";
import type { OperationEntry, PagingEntry } from "./entry.ts";
import type { Given } from "./parameters.ts";
import type { RawInput } from "./request.ts";
import type { Data, Shaped, Style } from "./types.ts";

/**
 * Asks for a list page by page, in the way that the contract declares, until there are no more. A page is asked for once the one
 * before was taken. What fails is thrown, whatever the style of the client.
 */
export async function* pages<T>(
  { entry }: Operation<T>,
  client: Client<Style>,
  ...rest: Arguments<Shaped<T>>
): AsyncGenerator<Data<Shaped<T>>> {
  const [input = {}, options = {}] = rest as [RawInput?, CallOptions?];
  const { paging } = entry;
  if (paging === undefined) throw new TypeError(`${entry.name}: the contract declares no paging.`);
  const seen = new Set<string>();
  let page: Page | undefined = { query: input.query ?? {} };
  while (page !== undefined) {
    const key = JSON.stringify(page);
    // A provider that names the same page again would never end.
    if (seen.has(key))
      throw new Error(`${entry.name}: the provider named a page as the next one that was read before.`);
    seen.add(key);
    const result: RawResult = await call(client, entry, { ...input, query: page.query }, { ...options, url: page.url });
    if (result.error) throw result.error;
    yield result.data as Data<Shaped<T>>;
    page = nextPage(entry, paging, page, result, [client.options.baseUrl].flat());
  }
}

/** Which page is asked for: by the query, or by a URL that the provider gave. */
interface Page {
  readonly query: Given;
  readonly url?: string;
}

function nextPage(
  entry: OperationEntry,
  { style, parameter = "", next = "", items = "", first = 1 }: PagingEntry,
  { query }: Page,
  { data, response }: Pick<RawResult, "data" | "response">,
  servers: readonly string[],
): Page | undefined {
  const read = valueAt(data, items);
  const count = Array.isArray(read) ? read.length : 0;
  switch (style) {
    case "cursor": {
      const cursor = valueAt(data, next);
      return isSaid(cursor) ? { query: { ...query, [parameter]: cursor } } : undefined;
    }
    case "page":
      return count === 0 ? undefined : { query: { ...query, [parameter]: Number(query[parameter] ?? first) + 1 } };
    case "offset":
      return count === 0 ? undefined : { query: { ...query, [parameter]: Number(query[parameter] ?? 0) + count } };
    default: {
      const said = style === "link" ? linkOf(response?.headers.get("link"), "next") : valueAt(data, next);
      if (!isSaid(said)) return undefined;
      const from = response?.url || servers[0];
      const url = new URL(String(said), from).href;
      // Credentials go along, so that no other server may be named, by one that the request was redirected to either.
      const asked = response?.redirected ? "" : (from ?? "");
      const known = [asked, ...servers, ...(entry.servers ?? [])].map(originOf);
      if (!known.includes(originOf(url))) throw new Error(`${entry.name}: the next page is at another server, ${url}.`);
      return { query, url };
    }
  }
}

/** Whether an answer names a next page: null, an empty text and false say that there is none. */
function isSaid(value: unknown): boolean {
  return value !== undefined && value !== null && value !== "" && value !== false;
}

/** The value at a JSON Pointer (RFC 6901). */
function valueAt(data: unknown, pointer: string): unknown {
  return pointer
    .split("/")
    .slice(1)
    .reduce<unknown>((value, token) => {
      const name = token.replaceAll("~1", "/").replaceAll("~0", "~");
      return typeof value === "object" && value !== null && Object.hasOwn(value, name)
        ? Reflect.get(value, name)
        : undefined;
    }, data);
}
