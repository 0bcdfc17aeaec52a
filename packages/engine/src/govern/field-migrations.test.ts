import { describe, expect, test } from "vitest";
import { memoryHost } from "../host/memory.ts";
import { DEFAULT_LOAD } from "../load/description.ts";
import { valueIn } from "../testing/value-in.ts";
import { governMigrations, type MigrationTerms } from "./migration.ts";
import type { UsageEvidence } from "./usage-store.ts";

const OLD = { deprecated: true, "x-deprecated-at": "2025-01-01", "x-sunset": "2026-06-01" };
const PERSON = { properties: { nick: { ...OLD, type: "string", "x-replaced-by": "name" }, name: { type: "string" } } };
const REF = { schema: { $ref: "#/components/schemas/Person" } };
const FORM = "application/x-www-form-urlencoded";
const API = {
  openapi: "3.1.0",
  info: { title: "t", version: "1" },
  paths: {
    "/people": {
      post: {
        parameters: [
          { ...OLD, name: "sid", in: "cookie", "x-replaced-by": "session", schema: { type: "string" } },
          { name: "session", in: "cookie", schema: { type: "string" } },
        ],
        requestBody: { content: { "application/json": REF, [FORM]: REF } },
        responses: {
          200: {
            description: "ok",
            content: {
              "application/json": { schema: { additionalProperties: REF.schema } },
              "text/plain": { schema: { type: "string" } },
            },
          },
        },
      },
    },
  },
  components: { schemas: { Person: PERSON } },
};
const TERMS: MigrationTerms = {
  asOf: "2026-07-01",
  maxUse: { calls: 0 },
  noticeDays: 0,
  datesRequired: false,
  windowDays: 1,
  exclude: [],
};
const STORE: UsageEvidence = {
  operations: async () => [],
  cellsOf: async () => [],
  callsByConsumer: async () => new Map(),
  daysWithRows: async () => new Set<string>(),
};

/** What becomes of deprecated parts where `new` sends what replaces them, and another consumer has one interaction. */
async function judge(request: object, response: object = {}, store = STORE) {
  const pactOf = (name: string, sent: object, answer: object) =>
    JSON.stringify({
      consumer: { name },
      provider: { name: "t" },
      interactions: [
        {
          description: "adds",
          request: { method: "POST", path: "/people", ...sent },
          response: { status: 200, ...answer },
        },
      ],
      metadata: { pactSpecification: { version: "3.0.0" } },
    });
  const modern = { headers: { Cookie: "session=1" }, body: { name: "x" } };
  const files = {
    "/api.json": JSON.stringify(API),
    "/new.json": pactOf("new", modern, {}),
    "/other.json": pactOf("other", request, response),
  };
  const host = memoryHost({ cwd: "/", today: "2026-07-01", files });
  const source = { source: "/api.json", pacts: ["/new.json", "/other.json"] };
  const { fields } = valueIn(await governMigrations(source, DEFAULT_LOAD, store, TERMS, host));
  return Object.fromEntries(
    fields.map(({ subject, removable, because }) => [subject.split("/").at(-1), removable || because]),
  );
}

describe("a deprecated part may be removed", () => {
  test("where all pacts are read and none uses it", async () => {
    expect(await judge({ body: { name: "y" } })).toEqual({ 0: true, nick: true });
    const text = { headers: { "Content-Type": "text/plain" }, body: "done" };
    expect(await judge({}, text)).toEqual({ 0: true, nick: true });
  });

  test("not while a member of a map has it", async () => {
    const { nick } = await judge({}, { body: { a: { nick: "y" } } });
    expect(nick).toEqual(["in-use: the pacts of other use it"]);
  });

  test("not while a cookie has it", async () => {
    const used = await judge({ headers: { Cookie: "a=b; sid=2" } });
    expect(used).toEqual({ 0: ["in-use: the pacts of other use it"], nick: true });
  });

  test("not where a consumer calls the operation and its pact does not speak of it", async () => {
    const call = { consumer: "other", method: "POST", path: "/people", day: "2026-06-30", calls: 1 };
    const store = { ...STORE, operations: async () => [call], cellsOf: async () => [call] };
    expect((await judge({}, {}, store))[0]).toBe(true);
    const unseen = ["no-evidence: no pact or scan shows what other use"];
    expect((await judge({ path: "/ping" }, {}, store))[0]).toEqual(unseen);
    expect((await judge({}, { status: 404 }, store))[0]).toEqual(unseen);
  });

  test("not on the word of a body that is not read", async () => {
    const { nick } = await judge({ headers: { "Content-Type": FORM }, body: "nick=y" });
    expect(nick).toEqual(["no-evidence: not all is read of the pacts of other"]);
  });
});
