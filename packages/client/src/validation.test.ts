import { describe, expect, test } from "vitest";
import { type CallOptions, type ClientOptions, createClient } from "./client.ts";
import type { OperationEntry } from "./entry.ts";
import type { JudgedMessage } from "./hooks.ts";
import type { RawInput } from "./request.ts";
import { StaleCache } from "./stale.ts";
import { plainOperation } from "./testing/plain-operation.ts";
import { type Validate, validation } from "./validation.ts";
import type { ValidatorTable } from "./validators/table.ts";
import { WORLD } from "./world.ts";

/** One operation: a required number in the query, a body with a pin, and answers that have a text of three characters. */
const TABLE: ValidatorTable = {
  schemas: [
    {},
    { types: 8, string: { numeral: { maximum: 9 } } },
    { types: 32, objects: [{ properties: { pin: 3 }, additional: 4 }] },
    { types: 8, string: { minLength: 4, patterns: ["^[0-9]+$"] } },
    { types: 0 },
    { types: 32, objects: [{ properties: { name: 6 }, required: ["name"] }] },
    { types: 8, string: { maxLength: 3 } },
  ],
  operations: {
    op: {
      parameters: [{ in: "query", name: "n", required: true, schema: 1 }],
      body: { content: { "application/json": { json: 2 } } },
      responses: { 200: { content: { "application/json": { json: 5 } } }, 404: {} },
    },
  },
};
const GOOD: RawInput = { query: { n: 1 }, body: { pin: "1234" } };
const ENTRY: Partial<OperationEntry> = {
  method: "POST",
  body: { mediaType: "application/json" },
  idempotency: "key",
  errors: ["404"],
};

interface Called {
  readonly validate?: Validate;
  readonly input?: RawInput;
  readonly own?: CallOptions;
  readonly entry?: Partial<OperationEntry>;
  readonly options?: Partial<ClientOptions>;
  readonly answer?: () => Response;
}

/** Calls the operation; what was sent, told and warned of. */
async function call({ validate = "throw", input = GOOD, own = {}, entry = {}, options = {}, answer }: Called) {
  const told: JudgedMessage[] = [];
  const warned: string[] = [];
  let sent = 0;
  const client = createClient({
    baseUrl: "http://a.test",
    hooks: { onValidation: (message) => void told.push(message) },
    validation: validation(TABLE, validate),
    world: {
      ...WORLD,
      warn: (message) => void warned.push(message),
      fetch: async () => {
        sent++;
        return answer?.() ?? Response.json({ name: "abc" });
      },
    },
    ...options,
  });
  const run = plainOperation({ ...ENTRY, ...entry });
  const results = [await run(client, input, own), await run(client, input, own)] as const;
  return { result: results[0], again: results[1], told, warned, sent };
}

const wrong = () => Response.json({ name: "abcdef" });

describe("a message that breaks the contract", () => {
  test("is not sent, where the mode is `throw`", async () => {
    const { result, sent } = await call({ input: { ...GOOD, query: { n: 10 } } });
    expect(sent).toBe(0);
    expect(result).toMatchObject({ tries: 0, error: { kind: "invalid", direction: "request" } });
    expect(result.error?.message).toBe("op: the request breaks the contract at query.n: expected at most 9, got more.");
  });

  test("fails the call once it is read, and is not sent again, even where that is safe", async () => {
    const { result, sent } = await call({ answer: wrong });
    expect(sent).toBe(2);
    expect(result).toMatchObject({ tries: 1, data: undefined, error: { kind: "invalid", status: 200 } });
    expect(result.error).toMatchObject({
      violations: [
        { at: "body/name", keyword: "maxLength", expected: "at most 3 characters", got: "a string of 6 characters" },
      ],
    });
  });

  test("changes nothing where the mode is `warn`, and a hook is told each time", async () => {
    const { result, told, warned } = await call({ validate: "warn", answer: wrong });
    expect(result).toMatchObject({ data: { name: "abcdef" }, error: undefined });
    expect(told).toMatchObject([{ direction: "response", status: 200 }, { direction: "response" }]);
    expect(warned).toEqual([]);
  });

  test("is told on the console once, where no hook takes it", async () => {
    const { warned } = await call({ validate: "warn", answer: wrong, options: { hooks: [] } });
    expect(warned).toEqual([
      "op: the response 200 breaks the contract at body/name: expected at most 3 characters, got a string of 6 characters.",
    ]);
  });

  test("is not looked at where nothing asks for it", async () => {
    const input = { query: {}, body: 5 };
    expect(await call({ validate: "off", input, answer: wrong })).toMatchObject({ told: [], sent: 2 });
    expect(await call({ options: { validation: undefined }, input })).toMatchObject({ told: [], sent: 2 });
    expect(await call({ validate: { response: "warn" }, input })).toMatchObject({ told: [], sent: 2 });
  });

  test("is treated as its call asks", async () => {
    expect(await call({ own: { validate: "off" }, answer: wrong })).toMatchObject({ told: [] });
    const own = { validate: { response: "throw" } } as const;
    expect(await call({ validate: "off", own, answer: wrong })).toMatchObject({
      result: { error: { kind: "invalid" } },
    });
  });

  test("tells nothing of its values, nor of names that the contract does not declare", async () => {
    const body = { pin: "s3cret", "s3cret-name": "s3cret" };
    for (const input of [
      { ...GOOD, body },
      { ...GOOD, body: { "s3cret-name": 1 } },
      { ...GOOD, query: { n: "s3cret" } },
    ]) {
      const { result, told } = await call({ input });
      expect(result.error?.message).toMatch(/^op: the request breaks the contract at /);
      expect(`${result.error?.message} ${JSON.stringify(told)}`).not.toContain("s3cret");
    }
  });

  test("has no answer that stands in for it, and is not kept as one", async () => {
    const stale = new StaleCache({ staleIfError: 60_000 });
    const own = { fallback: () => "fallback" as never };
    const { result } = await call({ entry: { method: "GET" }, own, options: { stale }, answer: wrong });
    expect(result).toMatchObject({ data: undefined, degraded: false, error: { kind: "invalid" } });
  });
});

describe("where a provider is out", () => {
  const responses = { 200: { content: { "application/json": { json: 5 } } }, 503: { content: {} } };
  const table = { ...TABLE, operations: { op: { responses } } };
  const run = (own: CallOptions) =>
    call({
      input: {},
      own: { retry: false, ...own },
      entry: { method: "GET", errors: ["503"] },
      options: { validation: validation(table, "throw") },
      answer: () => new Response("<p>Down</p>", { status: 503, headers: { "content-type": "text/html" } }),
    });

  test("something stands in for it, whatever it says then", async () => {
    const { result, told } = await run({ fallback: () => "fallback" as never });
    expect(result).toMatchObject({ data: "fallback", error: undefined, degraded: true });
    expect(told[0]).toMatchObject({ status: 503, violations: [{ at: "content-type" }] });
  });

  test("what it says breaks the contract where nothing does", async () => {
    expect((await run({})).result).toMatchObject({ degraded: false, error: { kind: "invalid", status: 503 } });
  });
});

test("a stream that the call fails for ends", async () => {
  let cancelled = 0;
  const body = () => new ReadableStream({ cancel: () => void cancelled++ });
  const answer = () => new Response(body(), { headers: { "content-type": "text/event-stream" } });
  const { result } = await call({ answer });
  expect(result).toMatchObject({ data: undefined, error: { kind: "invalid" } });
  expect(cancelled).toBe(2);
});

describe("an answer without bytes", () => {
  const answer = (status: number) => () =>
    new Response(null, { status, headers: { "content-type": "application/octet-stream" } });
  const told = async (method: string, status: number, response: object) => {
    const table = { ...TABLE, operations: { op: { responses: { [status]: response } } } };
    const options = { validation: validation(table, "throw") };
    return (await call({ input: {}, entry: { method }, options, answer: answer(status) })).told;
  };

  test("has no body, also where it says of what type one would be", async () => {
    expect(await told("HEAD", 200, {})).toEqual([]);
    expect(await told("GET", 204, {})).toEqual([]);
    expect(await told("GET", 200, {})).toEqual([]);
  });

  test("is an empty file where the contract has one", async () => {
    expect(await told("GET", 200, { content: { "application/octet-stream": { any: true } } })).toEqual([]);
    expect(await told("GET", 200, { content: { "application/octet-stream": {} } })).toMatchObject([
      { violations: [], unchecked: [{ at: "body" }] },
      {},
    ]);
  });
});

describe("what cannot be judged", () => {
  test("is a text in another charset, which is read as UTF-8 all the same", async () => {
    const responses = { 200: { content: { "text/plain": { text: 6 } } } };
    const options = { validation: validation({ ...TABLE, operations: { op: { responses } } }, "throw") };
    const told = async (charset: string) => {
      const headers = { "content-type": `text/plain; charset=${charset}` };
      return (await call({ input: {}, options, answer: () => new Response("long", { headers }) })).told[0];
    };
    expect(await told("iso-8859-1")).toMatchObject({ violations: [], unchecked: [{ at: "body" }] });
    for (const charset of ["utf-8", '"UTF-8"', "utf8", "us-ascii"])
      expect(await told(charset)).toMatchObject({ violations: [{ at: "body", keyword: "maxLength" }] });
  });

  test("is told as unchecked, and never as a violation", async () => {
    const answer = () => new Response("1\n", { headers: { "content-type": "application/json", x: "1" } });
    const table = { ...TABLE, schemas: TABLE.schemas.map((row, i) => (i === 5 ? { unread: true as const } : row)) };
    const { result, told } = await call({ answer, options: { validation: validation(table, "throw") } });
    expect(result).toMatchObject({ data: 1, error: undefined });
    expect(told[0]).toMatchObject({
      violations: [],
      unchecked: [{ at: "body", reason: "Its schema cannot be read." }],
    });
  });

  test("is an operation that the validators do not have", async () => {
    const { told } = await call({ entry: { name: "other" } });
    expect(told[0]?.unchecked).toEqual([{ at: "operation", reason: "The validators have no such operation." }]);
  });

  test("is a response of where the request was redirected to", async () => {
    const answer = () => Object.defineProperty(wrong(), "redirected", { value: true });
    const { result, told } = await call({ answer });
    expect(result.error).toBeUndefined();
    expect(told[0]?.unchecked).toMatchObject([{ at: "status" }]);
  });

  test("is a header that a browser may hide", async () => {
    const header = { name: "X-A", required: true, schema: 0 } as const;
    const op = {
      ...TABLE.operations["op"],
      responses: { 200: { headers: [header], content: { "*/*": { any: true } } } },
    };
    const table = { ...TABLE, operations: { op } } as ValidatorTable;
    const answer = (type: string) => () => Object.defineProperty(wrong(), "type", { value: type });
    const told = async (type: string) =>
      (await call({ answer: answer(type), options: { validation: validation(table, "throw") } })).told[0];
    expect(await told("cors")).toMatchObject({ violations: [], unchecked: [{ at: "header.X-A" }] });
    expect(await told("basic")).toMatchObject({ violations: [{ at: "header.X-A", keyword: "missing" }] });
  });
});

test("a call that asks for validation needs a client that has validators", async () => {
  const { result, sent } = await call({ own: { validate: "throw" }, options: { validation: undefined } });
  expect(sent).toBe(0);
  expect(result.error?.message).toBe(
    "op: the request could not be written: `validate` needs a client with a `validation`.",
  );
});

test("an answer that is unexpected anyway keeps its error", async () => {
  const { result, told } = await call({ answer: () => new Response("", { status: 500 }), own: { retry: false } });
  expect(result.error).toMatchObject({ kind: "unexpected", status: 500 });
  expect(told[0]).toMatchObject({ violations: [{ at: "status", expected: "200, 404", got: "500" }] });
});

test("a mode that is none is refused", () => {
  expect(() => validation(TABLE, "thrw" as never)).toThrow(
    "The mode of `validation` must be `off`, `warn` or `throw`; it is `thrw`.",
  );
  expect(() => validation(TABLE, { request: "no" as never })).toThrow(RangeError);
});
