import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Direction, judgeValue } from "../../packages/client/src/validators/judge-value.ts";
import type { Verdict } from "../../packages/client/src/validators/verdict.ts";
import {
  type Dialect,
  type Document,
  type Json,
  type Located,
  libraryOf,
  loadAutomata,
  parseNumber,
} from "../../packages/containment/src/internal.ts";
import { METASCHEMAS } from "../../packages/containment/src/metaschemas.ts";
import { runs } from "../../packages/containment/src/testing/effort.ts";
import { randomFrom, sampleNear } from "../../packages/containment/src/testing/sampling.ts";
import { DIALECTS, documentOf } from "../../packages/containment/src/testing/schemas.ts";
import { SchemaRows } from "../../packages/engine/src/client/schema-rows.ts";
import type { Remark } from "../../packages/engine/src/exchange/exchange.ts";
import { asTexts, type Form, Values } from "../../packages/engine/src/exchange/values.ts";
import { DEFAULT_LOAD, nodeHost } from "../../packages/engine/src/index.ts";
import { loadDescription } from "../../packages/engine/src/load/description.ts";
import { Api } from "../../packages/engine/src/model/api.ts";
import { valueIn } from "../../packages/engine/src/testing/value-in.ts";
import { CORPUS, readCorpus } from "../support/corpus.ts";
import { SUITE_TESTS } from "../support/json-schema-suite.ts";
import { ROOT } from "../support/paths.ts";

/*
 * Whoever judges by the rows of a validator table gives the answers that the exchange judge gives, and both those of JSON Schema. The two
 * share the lowering of schemas and no code that judges.
 */

type Answer = "accepted" | "refused" | "undecided";

function locate(schema: Json, dialect: Dialect): { readonly at: Located; readonly documents: readonly Document[] } {
  const document: Document = { uri: "concordat:/schema", root: schema, dialect };
  return { at: { document, pointer: "", value: schema }, documents: [document, ...METASCHEMAS] };
}

/** What the run-time of clients says of a value, by rows that went through text as those of a generated client do. */
function byRows(schema: Json, dialect: Dialect, value: Json, form: Form, direction: Direction): Answer {
  const { at, documents } = locate(schema, dialect);
  const rows = new SchemaRows(libraryOf(documents));
  const index = rows.index(at, form);
  const table = JSON.parse(JSON.stringify({ schemas: rows.rows() }));
  return answerOf(judgeValue(table, index, value, direction, "body"));
}

function answerOf(said: Verdict | Remark | undefined): Answer {
  if (said === undefined) return "accepted";
  return said.kind === "violation" || said.kind === "refused" ? "refused" : "undecided";
}

/** What the exchange judge says of it. */
function byJudge(schema: Json, dialect: Dialect, value: Json, form: Form, direction: Direction): Answer {
  const { at, documents } = locate(schema, dialect);
  return answerOf(new Values(libraryOf(documents)).remark("body", at, form, [value], direction));
}

test("limits beyond all doubles limit no double", () => {
  const [most, least] = [parseNumber("1e400"), parseNumber("1e-400")];
  const schema = { type: "number", maximum: most, minimum: -1, multipleOf: least } as Json;
  expect([5, -1e300].map((value) => byRows(schema, "draft-2020-12", value, "json", "request"))).toEqual([
    "accepted",
    "refused",
  ]);
});

/** Share of values that may be left undecided. */
const MOST_UNDECIDED = 0.01;

describe("the official suite of JSON Schema", () => {
  test.skipIf(SUITE_TESTS.length === 0)("has no value judged otherwise", { timeout: 120_000 }, () => {
    const wrong: string[] = [];
    const undecided: string[] = [];
    for (const { id, dialect, schema, data, valid } of SUITE_TESTS) {
      const answer = byRows(schema, dialect, data, "json", "request");
      if (answer === "undecided") undecided.push(id);
      else if ((answer === "accepted") !== valid) wrong.push(`${id}: ${answer}`);
    }
    expect(wrong).toEqual([]);
    expect(undecided.length / SUITE_TESTS.length, undecided.join("\n")).toBeLessThanOrEqual(MOST_UNDECIDED);
  });
});

/** Members of a schema that one direction does not have. */
const DIRECTED: fc.Arbitrary<Json> = fc
  .tuple(fc.subarray(["a", "b", "c"]), fc.subarray(["a", "b", "c"]), fc.subarray(["a", "b", "c"]), fc.boolean())
  .map(([readOnly, writeOnly, required, isClosed]) => ({
    type: "object",
    properties: Object.fromEntries(
      ["a", "b"].map((name) => [
        name,
        { type: "integer", readOnly: readOnly.includes(name), writeOnly: writeOnly.includes(name) },
      ]),
    ),
    required,
    ...(isClosed && { additionalProperties: false }),
  }));

describe("a random value is judged as the exchange judge does it", () => {
  const directions = fc.constantFrom<Direction>("request", "response");

  test.each(DIALECTS)("by schemas of %s, as JSON and as text", (dialect) => {
    fc.assert(
      fc.property(documentOf(dialect), fc.integer(), directions, (schema, seed, direction) => {
        const value = sampleNear(schema, randomFrom(seed));
        expect(byRows(schema, dialect, value, "json", direction)).toBe(
          byJudge(schema, dialect, value, "json", direction),
        );
        const text = asTexts(value);
        expect(byRows(schema, dialect, text, "wire", direction)).toBe(
          byJudge(schema, dialect, text, "wire", direction),
        );
      }),
      { numRuns: runs(400) },
    );
  });

  test("by schemas whose properties one direction does not have", () => {
    const schemas = fc.oneof(
      DIRECTED,
      fc.tuple(DIRECTED, DIRECTED).map(([one, other]) => ({ allOf: [one, other] })),
      fc.tuple(DIRECTED, DIRECTED).map((oneOf) => ({ oneOf })),
      fc.tuple(DIRECTED, DIRECTED).map(([own, not]) => ({ ...(own as object), not }) as Json),
    );
    const values = fc.dictionary(fc.constantFrom("a", "b", "c"), fc.constantFrom<Json>(1, "x"), {
      noNullPrototype: true,
    });
    fc.assert(
      fc.property(schemas, values, directions, (schema, value, direction) => {
        const [ours, judges] = [byRows, byJudge].map((by) => by(schema, "openapi-3.1", value, "json", direction));
        expect(ours).toBe(judges);
      }),
      { numRuns: runs(400) },
    );
  });
});

/** A value with one place in it changed: gone, or another value. */
function changed(value: Json, random: () => number): Json {
  const pick = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)] as T;
  const others: readonly Json[] = [null, true, 0, -1, 1.5, 1e6, "", "x", "2027-05-01", [], ["x"], {}, { x: 1 }];
  if (typeof value !== "object" || value === null || random() < 0.2) return pick(others);
  const names = Object.keys(value);
  if (names.length === 0 || random() < 0.1)
    return Array.isArray(value) ? [...value, pick(others)] : { ...value, x: pick(others) };
  const name = pick(names);
  const copy = structuredClone(value) as Record<string, Json>;
  if (random() < 0.2 && !Array.isArray(value)) delete copy[name];
  else copy[name] = changed(copy[name] as Json, random);
  return copy;
}

describe("values of real descriptions, changed at random, are judged as the exchange judge does it", () => {
  const corpus = new Set(readCorpus().map(({ vendor }) => vendor));
  test.skipIf(corpus.size === 0).each([
    ["qdrant", "new.json"],
    ["adyen-checkout", "new.json"],
    ["redocly-cafe-32", "new.yaml"],
    ["box", "new.json"],
  ])("%s", { timeout: 120_000 }, async (vendor, name) => {
    const source = join(CORPUS, vendor, name);
    const api = new Api(valueIn(await loadDescription(source, nodeHost(ROOT), { ...DEFAULT_LOAD, root: "/" })));
    const { library } = api.cursor.description;
    const [rows, values] = [new SchemaRows(library), new Values(library, await loadAutomata())];
    const random = randomFrom(7);
    const answers = { accepted: 0, refused: 0, undecided: 0 };
    for (const { at } of api.schemas) {
      const index = rows.index(at, "json");
      const found = values.find(at, "json", "response");
      if (found.kind !== "some") continue;
      const table = { schemas: rows.rows() };
      let value = found.value;
      for (let change = 0; change < 6; change++) {
        const judge = answerOf(values.remark("body", at, "json", [value], "response"));
        const ours = answerOf(judgeValue(table, index, value, "response", "body"));
        expect({ at: at.pointer, value, answer: ours }).toEqual({ at: at.pointer, value, answer: judge });
        answers[ours]++;
        value = changed(change % 2 === 0 ? found.value : value, random);
      }
    }
    expect(answers.accepted).toBeGreaterThan(20);
    expect(answers.refused).toBeGreaterThan(20);
  });
});
