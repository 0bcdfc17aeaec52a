import { describe, expect, test } from "vitest";
import { createClient, type OperationEntry, operation, pages } from "./index.ts";
import type { OperationShape } from "./types.ts";

type Paging = NonNullable<OperationEntry["paging"]>;
const NUMBERS = [1, 2, 3, 4, 5];

/** Reads all pages from a provider that has five numbers, two on a page. */
async function read(
  paging: Paging | undefined,
  answer: (query: URLSearchParams) => Response,
  query: object = {},
  security: NonNullable<OperationEntry["security"]> = [],
) {
  const asked: string[] = [];
  const client = createClient({
    baseUrl: "http://a.test/v1",
    auth: { key: "k 1" },
    fetch: async (url) => {
      asked.push(String(url).replace("http://a.test", ""));
      return answer(new URL(String(url)).searchParams);
    },
  });
  const list = operation<OperationShape>({
    name: "list",
    method: "GET",
    path: "/n",
    security,
    ...(paging && { paging }),
  });
  const read: unknown[] = [];
  for await (const page of pages(list, client, { query } as never)) read.push(page);
  return { asked, read };
}
const from = (start: number) => NUMBERS.slice(start, start + 2);

describe("pages are asked for", () => {
  test("by a cursor, until there is none", async () => {
    const paging: Paging = { style: "cursor", parameter: "after", next: "/meta/next" };
    const answer = (query: URLSearchParams) => {
      const start = Number(query.get("after") ?? 0);
      return Response.json({ items: from(start), meta: { next: start < 4 ? start + 2 : null } });
    };
    const { asked, read: got } = await read(paging, answer, { q: "x" });
    expect(asked).toEqual(["/v1/n?q=x", "/v1/n?q=x&after=2", "/v1/n?q=x&after=4"]);
    expect(got).toEqual([0, 2, 4].map((start) => expect.objectContaining({ items: from(start) })));
  });

  test("by number, from where the caller begins, until one is empty", async () => {
    const answer = (query: URLSearchParams) => Response.json(from((Number(query.get("page") ?? 1) - 1) * 2));
    expect((await read({ style: "page", parameter: "page", items: "" }, answer)).asked).toEqual([
      "/v1/n",
      "/v1/n?page=2",
      "/v1/n?page=3",
      "/v1/n?page=4",
    ]);
    const begun = await read({ style: "page", parameter: "page", items: "" }, answer, { page: 3 });
    expect(begun.asked).toEqual(["/v1/n?page=3", "/v1/n?page=4"]);
  });

  test("by offset", async () => {
    const answer = (query: URLSearchParams) => Response.json({ items: from(Number(query.get("skip") ?? 0)) });
    const { asked } = await read({ style: "offset", parameter: "skip", items: "/items" }, answer);
    expect(asked).toEqual(["/v1/n", "/v1/n?skip=2", "/v1/n?skip=4", "/v1/n?skip=5"]);
  });

  test("by the URL in the answer or in its `Link`", async () => {
    const next = (query: URLSearchParams) => (query.get("p") === "2" ? null : "http://a.test/v1/n?p=2");
    const inBody = await read({ style: "url", next: "/next" }, (query) => Response.json({ next: next(query) }));
    expect(inBody.asked).toEqual(["/v1/n", "/v1/n?p=2"]);
    const link = (query: URLSearchParams) =>
      `<http://a.test/v1/n>; rel="first"${next(query) ? ', <http://a.test/v1/n?p=2>; title="a, b"; rel="last next"' : ""}`;
    const inHeader = await read({ style: "link" }, (query) => Response.json([], { headers: { link: link(query) } }));
    expect(inHeader.asked).toEqual(["/v1/n", "/v1/n?p=2"]);
  });
});

test("a key in the query goes along to the next page, unless its URL has it", async () => {
  const security = [[{ scheme: "key", in: "query", name: "api_key" } as const]];
  const answer = (query: URLSearchParams) => {
    const next = { null: "/v1/n?p=2#x", "2": "/v1/n?api_key=own&p=3" }[String(query.get("p"))];
    return Response.json({ next });
  };
  const { asked } = await read({ style: "url", next: "/next" }, answer, {}, security);
  expect(asked).toEqual(["/v1/n?api_key=k%201", "/v1/n?p=2&api_key=k%201", "/v1/n?api_key=own&p=3"]);
});

/** An answer that came from another URL than was asked, as `fetch` tells it behind a redirect. */
function redirectedTo(url: string, body: unknown): Response {
  const members = { url: { value: url }, redirected: { value: true } };
  return Object.defineProperties(Response.json(body), members);
}

describe("pages end with an error", () => {
  test.each([
    [
      "at a page that fails",
      { style: "link" },
      () => new Response("", { status: 400 }),
      "list: the provider answered 400",
    ],
    [
      "at a server that is not the contract's",
      { style: "url", next: "/n" },
      () => Response.json({ n: "http://evil.test/" }),
      "another server",
    ],
    [
      "at a server that the request was redirected to",
      { style: "url", next: "/n" },
      () => redirectedTo("http://evil.test/v1/n", { n: "?p=2" }),
      "another server, http://evil.test/v1/n?p=2",
    ],
    [
      "at a page that comes again",
      { style: "cursor", parameter: "c", next: "/n" },
      () => Response.json({ n: "x" }),
      "was read before",
    ],
    ["without paging", undefined, () => Response.json({}), "declares no paging"],
  ] as const)("%s", async (_, paging, answer, message) => {
    await expect(read(paging, answer)).rejects.toThrow(message);
  });
});
