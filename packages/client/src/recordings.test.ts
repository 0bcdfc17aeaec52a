import { expect, test } from "vitest";
import { createClient, recordings } from "./index.ts";
import { plainOperation } from "./testing/plain-operation.ts";

const TOKEN = "eyJhbGciOiJub25lIn0.eyJzdWIiOiJhIn0.c2ln";

/** The recorded exchanges of some calls. */
async function record(answer: () => Response | Promise<Response>, input: object, entry: object = {}) {
  const lines: string[] = [];
  const client = createClient({
    baseUrl: "http://user:pass@a.test",
    consumer: "shop",
    retry: { base: 0 },
    auth: { key: "k-1" },
    hooks: recordings((line) => lines.push(line), { consumer: "shop", secrets: ["X-Tenant", "iban"] }),
    fetch: async () => answer(),
  });
  const security = [[{ scheme: "key", in: "query", name: "api_key" } as const]];
  const run = plainOperation({ path: "/users", security, ...entry });
  const { data } = await run(client, input);
  await new Promise((resolve) => setImmediate(resolve));
  return { lines, exchanges: lines.map((line) => JSON.parse(line)), data };
}

test("an exchange is recorded as it was, without secrets", async () => {
  const answer = () =>
    Response.json(
      { id: 7, accessToken: "s-1", nested: { password: ["s-2"] }, note: `is ${TOKEN}`, iban: "s-3" },
      {
        headers: { "set-cookie": "sid=s-4; Path=/" },
      },
    );
  const headers = { Authorization: "Bearer s-5", "X-Tenant": "s-6", "X-Plain": "p" };
  const input = {
    query: { q: "a b", session: "s-7" },
    headers,
    cookies: { sid: "s-8", lang: "s-9" },
    body: { pin: "s-0", name: "n" },
  };
  const entry = { method: "POST", body: { mediaType: "application/json" } };
  const { lines, exchanges } = await record(answer, input, entry);
  expect(lines.join("").match(/s-\d|k-1|user:|eyJ/g)).toBe(null);
  expect(exchanges).toEqual([
    {
      at: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
      consumer: "shop",
      request: {
        method: "POST",
        url: "http://a.test/users?q=a%20b&session=REDACTED&api_key=REDACTED",
        headers: {
          accept: expect.any(String),
          authorization: "Bearer REDACTED",
          "content-type": "application/json",
          cookie: "sid=REDACTED; lang=REDACTED",
          "x-consumer": "shop",
          "x-plain": "p",
          "x-tenant": "REDACTED",
        },
        body: '{"pin":"REDACTED","name":"n"}',
      },
      response: {
        status: 200,
        headers: { "content-type": "application/json", "set-cookie": "REDACTED" },
        body: '{"id":7,"accessToken":"REDACTED","nested":{"password":["REDACTED"]},"note":"is REDACTED","iban":"REDACTED"}',
      },
    },
  ]);
});

test("the last try of a call is recorded, null where no answer came, and no stream", async () => {
  let tries = 0;
  const flaky = () => new Response(null, { status: ++tries === 1 ? 503 : 204 });
  expect((await record(flaky, {})).exchanges.map(({ response }) => response.status)).toEqual([204]);
  expect((await record(() => Promise.reject(new Error("down")), {})).exchanges).toMatchObject([{ response: null }]);
  const stream = () => new Response("data: 1\n\n", { headers: { "content-type": "text/event-stream" } });
  expect((await record(stream, {})).exchanges).toEqual([]);
});

test("keys of the contract are hidden, whatever their names", async () => {
  const security = [
    [{ scheme: "key", in: "query", name: "appid" } as const, { scheme: "key", in: "header", name: "X-Acme" } as const],
  ];
  const { lines } = await record(() => Response.json({ appid: 7 }), {}, { security });
  expect(lines.join("")).not.toContain("k-1");
  expect(lines.join("")).toContain('{\\"appid\\":7}');
});

test.each([
  ["application/json", '{"password":"s-1"', "REDACTED"],
  ["application/json", "", undefined],
  ["application/problem+json; charset=utf-8", '{"token":"s-1","n":1}', '{"token":"REDACTED","n":1}'],
  ["application/jsonl", '{"pin":"s-1"}\n{"n":1}\n{"pin"', '{"pin":"REDACTED"}\n{"n":1}\nREDACTED'],
  ["text/plain", "a text", "a text"],
  ["application/xml", "<pin>s-1</pin>", "REDACTED"],
  ["application/x-www-form-urlencoded", "pin=s-1&n=1", "pin=REDACTED&n=1"],
  ["application/json-seq", '\u001e{"pin":"s-1"}\n', '\u001e{"pin":"REDACTED"}\n'],
])("of %s, %j is recorded as %j", async (contentType, body, expected) => {
  const answer = () => new Response(body, { status: 400, headers: { "content-type": contentType } });
  expect((await record(answer, {})).exchanges[0].response.body).toBe(expected);
});

test("of bytes, only that there were some is recorded", async () => {
  const answer = () => new Response(new Uint8Array([0, 255]), { headers: { "content-type": "image/png" } });
  expect((await record(answer, {})).exchanges[0].response).toMatchObject({ body: "REDACTED" });
});

test("a form of parts is recorded without its secrets and without the content of its files", async () => {
  const body = {
    note: `is ${TOKEN}`,
    password: "s-1",
    profile: { name: "n", token: "s-2" },
    credentials: { user: "s-3" },
    photo: new File(["s-4"], "a.png", { type: "image/png" }),
    letter: new File(["s-5"], "a.txt", { type: "text/plain" }),
  };
  const entry = { method: "POST", body: { mediaType: "multipart/form-data" } };
  const { exchanges, lines } = await record(() => new Response(null, { status: 204 }), { body }, entry);
  expect(lines.join("").match(/s-\d|eyJ/g)).toBe(null);
  const { request } = exchanges[0];
  const form = await new Response(request.body, { headers: request.headers }).formData();
  expect(
    await Promise.all([...form].map(async ([name, part]) => [name, part instanceof File ? await part.text() : part])),
  ).toEqual([
    ["note", "is REDACTED"],
    ["password", "REDACTED"],
    ["profile", '{"name":"n","token":"REDACTED"}'],
    ["credentials", '{"user":"REDACTED"}'],
    ["photo", "REDACTED"],
    ["letter", "REDACTED"],
  ]);
});

test.each([
  ["multipart/form-data", "--b\r\n\r\ns-1\r\n--b--"],
  ["multipart/form-data; boundary=b", "s-1"],
  ["multipart/form-data; boundary=b", "--b\r\n\r\ns-1"],
  ["multipart/form-data; boundary=b", "--b\r\ns-1\r\n--b--\r\n"],
])("nothing is recorded of a body in %s that is none: %j", async (contentType, body) => {
  const answer = () => new Response(body, { status: 400, headers: { "content-type": contentType } });
  expect((await record(answer, {})).exchanges[0].response.body).toBe("REDACTED");
});
