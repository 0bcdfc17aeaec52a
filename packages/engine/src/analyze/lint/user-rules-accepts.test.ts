import Ajv2020 from "ajv/dist/2020.js";
import Ajv4 from "ajv-draft-04";
import addFormats from "ajv-formats";
import fc from "fast-check";
import { expect, test } from "vitest";
import { Acceptance, REFUSAL } from "./user-rules-accepts.ts";

const OPTIONS = { strict: false, unicodeRegExp: false, logger: false, allowUnionTypes: true } as const;

/** Schemas of the kind met in descriptions, some of them with something for Ajv to say. */
const schema: fc.Arbitrary<Record<string, unknown>> = fc.letrec((tie) => ({
  schema: fc.record(
    {
      type: fc.oneof(
        fc.constantFrom("string", "integer", "number", "boolean", "array", "object", "null"),
        fc.constantFrom(["string", "null"], ["object", "array"]),
      ),
      nullable: fc.oneof({ weight: 9, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: fc.boolean() }),
      enum: fc.oneof({ weight: 6, arbitrary: fc.constant(undefined) }, fc.array(fc.constantFrom("a", 1, null, "a"))),
      required: fc.uniqueArray(fc.constantFrom("a", "b"), { minLength: 1 }),
      properties: fc.dictionary(fc.constantFrom("a", "b", "c"), tie("schema"), { maxKeys: 2 }),
      additionalProperties: fc.oneof(fc.boolean(), tie("schema")),
      items: tie("schema"),
      anyOf: fc.array(tie("schema"), { minLength: 1, maxLength: 2 }),
      oneOf: fc.array(tie("schema"), { minLength: 1, maxLength: 2 }),
      allOf: fc.array(tie("schema"), { minLength: 1, maxLength: 2 }),
      minLength: fc.nat(2),
      maximum: fc.nat(3),
      maxItems: fc.nat(2),
      minProperties: fc.nat(2),
      uniqueItems: fc.boolean(),
      pattern: fc.constantFrom("^a", "b$", "("),
      format: fc.constantFrom("date", "uuid", "int32", "unheard-of", "email"),
      description: fc.constantFrom("text", 1),
      "x-other": fc.constant({}),
      readOnly: fc.boolean(),
    },
    { requiredKeys: [] },
  ),
})).schema as fc.Arbitrary<Record<string, unknown>>;

const value = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    fc.constantFrom("a", "ab", "", 1, 2.5, -1, true, null, "2026-02-28", "a@b.de"),
    fc.array(tie("value"), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom("a", "b", "c", "d"), tie("value"), { maxKeys: 3 }),
  ),
})).value;

/** What Ajv has to say: of the schema, or its first errors. */
function saidBy(ajv: Ajv4 | Ajv2020, written: object, example: unknown): unknown {
  try {
    const validate = ajv.compile(structuredClone(written));
    if (validate(example)) return true;
    return validate.errors?.map(({ instancePath, keyword, message, params }) => [
      instancePath,
      keyword,
      message,
      params,
    ]);
  } catch (error) {
    return (error as Error).message;
  }
}

test.each(["draft-04", "2020-12"])("what is sure is what Ajv says, and schemas may be cut to a value: %s", (draft) => {
  const Ajv = (draft === "draft-04" ? Ajv4 : Ajv2020) as unknown as new (options: object) => Ajv2020;
  const seen = { accepted: 0, refused: 0, cut: 0 };
  fc.assert(
    fc.property(schema, value, (written, example) => {
      const ajv = new Ajv(OPTIONS);
      (addFormats as unknown as (ajv: object) => void)(ajv);
      const acceptance = new Acceptance();
      const plain = JSON.parse(JSON.stringify(written)) as Record<string, unknown>;
      const said = saidBy(ajv, plain, example);
      if (acceptance.accepts(plain, example, false)) {
        seen.accepted++;
        expect(said).toBe(true);
      }
      if (acceptance.refuses(plain)) {
        seen.refused++;
        expect(said).toBe(REFUSAL);
      }
      const fit = acceptance.fit(plain, example);
      if (fit !== plain) seen.cut++;
      expect(saidBy(ajv, fit, example)).toEqual(said);
    }),
    { numRuns: 400 },
  );
  expect(Math.min(seen.accepted, seen.refused, seen.cut)).toBeGreaterThan(5);
});
