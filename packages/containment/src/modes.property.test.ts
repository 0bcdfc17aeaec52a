import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Decider } from "./decide.ts";
import { isObject, type Json, type JsonObject } from "./json.ts";
import { libraryOf } from "./lower/document.ts";
import { Space } from "./lower/space.ts";
import type { Mode } from "./mode.ts";
import { PATIENCE, runs } from "./testing/effort.ts";
import { excluded, Oracle } from "./testing/oracle.ts";
import type { Found } from "./types/outcome.ts";

/*
 * Every mode, judged by an oracle that takes names off and asks `ajv`: an answer is proof, or a value that one side sends
 * and the other refuses.
 */

const NAMES = ["a", "b", "c"] as const;

const modes: fc.Arbitrary<Mode> = fc.record({
  extras: fc.constantFrom("declared", "strict"),
  direction: fc.constantFrom("none", "request", "response"),
  unknownProperties: fc.constantFrom("refuse", "ignore"),
});

const scalars: fc.Arbitrary<Json> = fc.oneof(
  fc.constantFrom<Json>(
    { type: "string" },
    { type: "integer" },
    { type: "number", minimum: 0 },
    { enum: ["s", 1] },
    {},
  ),
);
function objects(member: fc.Arbitrary<Json>): fc.Arbitrary<Json> {
  return fc
    .record(
      {
        type: fc.constant("object"),
        properties: fc.dictionary(fc.constantFrom(...NAMES), member, { maxKeys: 3 }),
        required: fc.uniqueArray(fc.constantFrom(...NAMES), { maxLength: 2 }),
        additionalProperties: fc.oneof(fc.constant(false), fc.constant(true), member),
        minProperties: fc.nat(2),
        maxProperties: fc.integer({ min: 1, max: 3 }),
      },
      { requiredKeys: ["type", "properties"] },
    )
    .map((schema) => schema as Json);
}

function joined(part: fc.Arbitrary<Json>): fc.Arbitrary<Json> {
  const parts = fc.array(part, { minLength: 2, maxLength: 3 });
  return fc.oneof(
    { weight: 3, arbitrary: part },
    { weight: 1, arbitrary: parts.map((allOf) => ({ allOf })) },
    { weight: 1, arbitrary: parts.map((anyOf) => ({ anyOf })) },
    { weight: 1, arbitrary: parts.map((oneOf) => ({ oneOf })) },
    { weight: 1, arbitrary: fc.tuple(part, parts).map(([own, oneOf]) => ({ ...(own as object), oneOf }) as Json) },
  );
}

const unflagged = joined(
  objects(
    fc.oneof(
      { weight: 6, arbitrary: scalars },
      { weight: 1, arbitrary: objects(scalars) },
      { weight: 1, arbitrary: joined(objects(scalars)) },
    ),
  ),
);

/** Which names are sent by one side only: the same wherever a schema declares them, and it asks only for those that it does. */
const flags = fc.record({
  a: fc.constant({}),
  b: fc.constantFrom({}, {}, { readOnly: true }),
  c: fc.constantFrom({}, {}, { writeOnly: true }, { readOnly: true }),
});

function flagged(schema: Json, flag: Readonly<Record<string, object>>): Json {
  if (Array.isArray(schema)) return schema.map((part) => flagged(part, flag));
  if (!isObject(schema)) return schema;
  const { properties, required, ...rest } = schema as JsonObject;
  const named = Object.entries((properties ?? {}) as JsonObject).map(
    ([name, part]) => [name, { ...(flagged(part, flag) as object), ...flag[name] }] as const,
  );
  const asked = ((required ?? []) as readonly string[]).filter((name) => named.some(([other]) => other === name));
  const members = Object.entries(rest).map(([key, value]) => [key, key === "enum" ? value : flagged(value, flag)]);
  const object = properties === undefined ? {} : { properties: Object.fromEntries(named), required: asked };
  return { ...Object.fromEntries(members), ...object } as Json;
}

const schemas = fc.tuple(unflagged, flags).map(([schema, flag]) => flagged(schema, flag));

const texts = fc.constantFrom<Json>("s", "t", 1, -1, 0.5, null);
const record = (member: fc.Arbitrary<Json>): fc.Arbitrary<Json> =>
  fc.dictionary(fc.constantFrom(...NAMES, "extra"), member, { maxKeys: 4 });
const values = fc.array(record(fc.oneof({ weight: 4, arbitrary: texts }, { weight: 1, arbitrary: record(texts) })), {
  minLength: 40,
  maxLength: 40,
});

function find(left: Json, right: Json, mode: Mode): Found<Json> {
  const documents = [left, right].map((root, i) => ({ uri: `memory:/${i}`, root, dialect: "openapi-3.1" as const }));
  const space = new Space(libraryOf(documents));
  const [from, to] = documents.map((document) => space.place({ document, pointer: "", value: document.root }));
  if (from === undefined || to === undefined) throw new Error("two schemas are compared");
  return new Decider(space, mode).counterexample([from], [to]);
}

describe("in every mode", { timeout: PATIENCE }, () => {
  test("a value that is found is sent by the one side and refused by the other", () => {
    fc.assert(
      fc.property(schemas, schemas, modes, (left, right, mode) => {
        const found = find(left, right, mode);
        fc.pre(found.kind === "some");
        if (found.kind !== "some") return;
        const said = JSON.stringify(found.value);
        expect(new Oracle(left, "left", mode).accepts(found.value), `${said} is sent`).toBe(true);
        expect(new Oracle(right, "right", mode).acceptsSeen(found.value), `${said} is accepted`).toBe(false);
        if (mode.extras === "declared") expect(excluded([left], [right], found.value), said).not.toBe("surely");
      }),
      { numRuns: runs(600) },
    );
  });

  test("no value that is sent contradicts what is said to be contained", () => {
    let judged = 0;
    fc.assert(
      fc.property(schemas, schemas, modes, values, (left, right, mode, list) => {
        fc.pre(find(left, right, mode).kind === "none");
        const [sends, accepts] = [new Oracle(left, "left", mode), new Oracle(right, "right", mode)];
        for (const value of list) {
          if (!sends.accepts(value)) continue;
          if (mode.extras === "declared" && excluded([left], [right], value) !== "none") continue;
          judged++;
          expect(accepts.acceptsSeen(value), JSON.stringify(value)).toBe(true);
        }
      }),
      { numRuns: runs(300) },
    );
    expect(judged, "values judged").toBeGreaterThan(runs(30));
  });

  test("a schema lies within itself", () => {
    fc.assert(
      fc.property(schemas, modes, (schema, mode) => {
        const again = JSON.parse(JSON.stringify({ ...(schema as object), description: "The same." }));
        expect(find(schema, { allOf: [again, {}] }, mode).kind).not.toBe("some");
      }),
      { numRuns: runs(300) },
    );
  });
});
