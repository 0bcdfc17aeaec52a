import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Direction, judgeValue } from "../../packages/client/src/validators/judge-value.ts";
import {
  type Dialect,
  type Document,
  type Json,
  type Located,
  libraryOf,
} from "../../packages/containment/src/internal.ts";
import { METASCHEMAS } from "../../packages/containment/src/metaschemas.ts";
import { runs } from "../../packages/containment/src/testing/effort.ts";
import { randomFrom, sampleNear } from "../../packages/containment/src/testing/sampling.ts";
import { DIALECTS, documentOf } from "../../packages/containment/src/testing/schemas.ts";
import { SchemaRows } from "../../packages/engine/src/client/schema-rows.ts";
import { asTexts, type Form, Values } from "../../packages/engine/src/exchange/values.ts";
import { SHARED } from "../support/paths.ts";

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
  const verdict = judgeValue(table, index, value, direction, "body");
  return verdict === undefined ? "accepted" : verdict.kind === "violation" ? "refused" : "undecided";
}

/** What the exchange judge says of it. */
function byJudge(schema: Json, dialect: Dialect, value: Json, form: Form, direction: Direction): Answer {
  const { at, documents } = locate(schema, dialect);
  const remark = new Values(libraryOf(documents)).remark("body", at, form, [value], direction);
  return remark === undefined ? "accepted" : remark.kind === "refused" ? "refused" : "undecided";
}

interface SuiteTest {
  readonly id: string;
  readonly dialect: Dialect;
  readonly schema: Json;
  readonly data: Json;
  readonly valid: boolean;
}

const file = join(SHARED, "json-schema-suite", "tests.jsonl");
const tests: readonly SuiteTest[] = existsSync(file)
  ? readFileSync(file, "utf8")
      .split("\n")
      .filter((line) => line !== "")
      .map((line) => JSON.parse(line) as SuiteTest)
  : [];

/** Share of values that may be left undecided. */
const MOST_UNDECIDED = 0.01;

describe("the official suite of JSON Schema", () => {
  test.skipIf(tests.length === 0)("has no value judged otherwise", { timeout: 120_000 }, () => {
    const wrong: string[] = [];
    const undecided: string[] = [];
    for (const { id, dialect, schema, data, valid } of tests) {
      const answer = byRows(schema, dialect, data, "json", "request");
      if (answer === "undecided") undecided.push(id);
      else if ((answer === "accepted") !== valid) wrong.push(`${id}: ${answer}`);
    }
    expect(wrong).toEqual([]);
    expect(undecided.length / tests.length, undecided.join("\n")).toBeLessThanOrEqual(MOST_UNDECIDED);
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
