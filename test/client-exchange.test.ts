import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createClient, type OperationEntry, operation, type ParameterEntry } from "../packages/client/src/index.ts";
import type { RawInput } from "../packages/client/src/request.ts";
import { judgeByFragment } from "../packages/engine/src/testing/exchange.ts";
import type { Fragment } from "../packages/engine/src/testing/fragment.ts";

/*
 * What the client writes is what the exchange judge reads: values go out in every place and style, and the judge must find
 * the same value in the request. The two share no code.
 */

/** The judgement of a request that the client makes for an entry and an input. */
async function judged(entry: Partial<OperationEntry>, input: RawInput, fragment: Fragment): Promise<string> {
  let request: Parameters<typeof judgeByFragment>[1]["request"] | undefined;
  const client = createClient({
    baseUrl: "",
    fetch: async (url, init) => {
      const sent = new Request(new URL(String(url), "http://a.test"), { ...init, duplex: "half" } as RequestInit);
      const headers = Object.fromEntries(init.headers as Headers);
      const body = init.body ? await sent.text() : undefined;
      request = { method: sent.method, url: String(url), headers, ...(body !== undefined && { body }) };
      return new Response(null, { status: 204 });
    },
  });
  // biome-ignore lint/suspicious/noExplicitAny: values of all types are sent.
  const run = operation<any>({ name: "op", method: "GET", path: "/", ...entry }) as any;
  const { error } = await run(client, input);
  if (request === undefined) throw error;
  return judgeByFragment(fragment, { request, response: null });
}

const name = fc.stringMatching(/^[a-z][a-z0-9]{0,5}$/).filter((text) => text !== "p");
const anyText = fc.string({ unit: "grapheme", minLength: 1, maxLength: 8 }).filter((text) => text.isWellFormed());
const without = (chars: RegExp) => anyText.filter((text) => !chars.test(text));
const token = fc.stringMatching(/^[\w~-]{1,8}$/);
const scalars = (text: fc.Arbitrary<string>) => fc.oneof(text, fc.integer(), fc.boolean());

/** Where a parameter stands, how it is written, and which texts that can hold. */
const STYLES: readonly (readonly [ParameterEntry["in"], string, boolean, fc.Arbitrary<string>])[] = [
  ["path", "simple", false, without(/^\.{1,2}$/)],
  ["path", "simple", true, without(/^\.{1,2}$/)],
  ["path", "label", false, anyText],
  // What separates items there is a character that is never escaped.
  ["path", "label", true, without(/\./)],
  ["path", "matrix", false, anyText],
  ["path", "matrix", true, anyText],
  ["query", "form", false, anyText],
  ["query", "form", true, anyText],
  ["query", "spaceDelimited", false, without(/\s/)],
  ["query", "pipeDelimited", false, without(/\|/)],
  ["header", "simple", false, token],
  ["header", "simple", true, token],
  ["cookie", "form", false, anyText],
  ["cookie", "form", true, anyText],
  ["cookie", "cookie", true, token],
];

const PLACES = { path: "path", query: "query", header: "headers", cookie: "cookies", querystring: "query" } as const;

function parameterCase(place: ParameterEntry["in"], style: string, explode: boolean, value: unknown) {
  const path = place === "path" ? "/{p}" : "/";
  const parameter = { name: "p", in: place, style, explode, required: true, schema: schemaOf(value) };
  return judged(
    { path, parameters: [{ name: "p", in: place, style, explode }] },
    { [PLACES[place]]: { p: value } },
    { [`get ${path}`]: { parameters: [parameter] } },
  );
}

/** A schema of one value only, by which the judge knows what it is made of. */
function schemaOf(value: unknown): object {
  if (Array.isArray(value))
    return { type: "array", minItems: value.length, prefixItems: value.map(schemaOf), items: false };
  if (typeof value !== "object" || value === null) return { const: value };
  const properties = Object.fromEntries(Object.entries(value).map(([key, member]) => [key, schemaOf(member)]));
  return { type: "object", properties, required: Object.keys(value), additionalProperties: false };
}

describe("a parameter is read as the value that was written", () => {
  test.each(STYLES)("%s, %s, explode %s", async (place, style, explode, text) => {
    const values = fc.oneof(
      scalars(text),
      fc.array(scalars(text), { minLength: 1, maxLength: 4 }),
      fc.dictionary(name, scalars(text), { minKeys: 1, maxKeys: 3, noNullPrototype: true }),
    );
    const judge = async (value: unknown) => {
      expect(await parameterCase(place, style, explode, value)).toBe("accepted");
    };
    await fc.assert(fc.asyncProperty(values, judge), { numRuns: 60 });
  });

  test("query, deepObject", async () => {
    const values = fc.dictionary(name, fc.oneof(scalars(anyText), fc.array(anyText, { minLength: 2, maxLength: 3 })), {
      minKeys: 1,
      noNullPrototype: true,
    });
    const judge = async (value: unknown) => {
      expect(await parameterCase("query", "deepObject", true, value)).toBe("accepted");
    };
    await fc.assert(fc.asyncProperty(values, judge), { numRuns: 60 });
  });

  test.each(["path", "query", "header", "cookie"] as const)("%s, as a document", async (place) => {
    const text = place === "header" ? token : anyText;
    const path = place === "path" ? "/{p}" : "/";
    const judge = async (value: unknown) => {
      const content = { "application/json": { schema: { const: value } } };
      const answer = await judged(
        { path, parameters: [{ name: "p", in: place, mediaType: "application/json" }] },
        { [PLACES[place]]: { p: value } },
        { [`get ${path}`]: { parameters: [{ name: "p", in: place, required: true, content }] } },
      );
      expect(answer).toBe("accepted");
    };
    const values = fc.oneof(fc.array(scalars(text)), fc.dictionary(name, fc.array(text), { noNullPrototype: true }));
    await fc.assert(fc.asyncProperty(values, judge), { numRuns: 40 });
  });

  test("query, with reserved characters", async () => {
    const judge = async (value: string) => {
      const answer = await judged(
        { parameters: [{ name: "p", in: "query", allowReserved: true }] },
        { query: { p: value } },
        { "get /": { parameters: [{ name: "p", in: "query", allowReserved: true, schema: { const: value } }] } },
      );
      expect(answer).toBe("accepted");
    };
    await fc.assert(fc.asyncProperty(anyText, judge), { numRuns: 100 });
  });
});

describe("a body is read as the value that was written", () => {
  const text = anyText;
  const members = fc.oneof(
    scalars(text),
    fc.array(scalars(text), { minLength: 2, maxLength: 3 }),
    fc.dictionary(name, scalars(text), { minKeys: 1, noNullPrototype: true }),
  );
  const values = fc.dictionary(name, members, { minKeys: 1, maxKeys: 4, noNullPrototype: true });

  test.each([
    "application/json",
    "application/merge-patch+json",
    "application/x-www-form-urlencoded",
    "multipart/form-data",
  ])("%s", async (mediaType) => {
    const judge = async (value: object) => {
      const content = { [mediaType]: { schema: schemaOf(value) } };
      const answer = await judged(
        { method: "POST", body: { mediaType } },
        { body: value },
        { "post /": { requestBody: { required: true, content } } },
      );
      expect(answer).toBe("accepted");
    };
    await fc.assert(fc.asyncProperty(values, judge), { numRuns: 60 });
  });

  test("a file in a form has its type, and its name", async () => {
    const file = new File(["a,b"], 'a "b".csv', { type: "text/csv" });
    const schema = { type: "object", properties: { file: { type: "string", format: "binary" }, note: { const: "n" } } };
    const content = { "multipart/form-data": { schema, encoding: { file: { contentType: "text/csv" } } } };
    const answer = await judged(
      { method: "POST", body: { mediaType: "multipart/form-data" } },
      { body: { file, note: "n" } },
      { "post /": { requestBody: { required: true, content } } },
    );
    expect(answer).toBe("accepted");
  });

  test("JSON lines, given as a list or as they come", async () => {
    const fragment = {
      "post /": {
        requestBody: { content: { "application/jsonl": { itemSchema: { type: "object", required: ["n"] } } } },
      },
    };
    const items = [{ n: 1 }, { n: 2 }];
    const entry = { method: "POST", body: { mediaType: "application/jsonl" } };
    async function* coming() {
      yield* items;
    }
    expect(await judged(entry, { body: items }, fragment)).toBe("accepted");
    expect(await judged(entry, { body: coming() }, fragment)).toBe("accepted");
    expect(await judged(entry, { body: [{}] }, fragment)).not.toBe("accepted");
  });
});
