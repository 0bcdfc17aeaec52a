import Ajv2020 from "ajv/dist/2020.js";
import Ajv4 from "ajv-draft-04";
import addFormats from "ajv-formats";
import fc from "fast-check";
import { expect, test } from "vitest";
import { Acceptance, REFUSAL } from "./acceptance.ts";

const OPTIONS = { strict: false, unicodeRegExp: false, logger: false, allowUnionTypes: true } as const;

/** Schemas of the kind met in descriptions, some of them with something for Ajv to say. */
const rarely = <T>(arbitrary: fc.Arbitrary<T>, weight = 1) =>
  fc.oneof({ weight: 4, arbitrary: fc.constant(undefined) }, { weight, arbitrary });
const simple = {
  type: fc.constantFrom(undefined, "string", "integer", "number", "boolean", "array", "object", ["string", "null"]),
  nullable: rarely(fc.boolean()),
  enum: rarely(fc.constantFrom(["a", 1], ["ab", null, true], ["a", "a"])),
  minLength: rarely(fc.nat(2)),
  maximum: rarely(fc.nat(3)),
  maxItems: rarely(fc.nat(2)),
  minProperties: rarely(fc.nat(2)),
  uniqueItems: rarely(fc.boolean()),
  pattern: rarely(fc.constantFrom("^a", "b$", "a|1", "(")),
  format: rarely(fc.constantFrom("date", "uuid", "int32", "unheard-of", "email")),
  required: rarely(fc.uniqueArray(fc.constantFrom("a", "b"), { minLength: 1 })),
  description: rarely(fc.constant("text")),
  "x-other": rarely(fc.constant({})),
  readOnly: rarely(fc.boolean()),
};
const { schema } = fc.letrec((tie) => {
  const several = fc.array(tie("schema"), { minLength: 1, maxLength: 2 });
  const compound = {
    ...simple,
    properties: rarely(fc.dictionary(fc.constantFrom("a", "b", "c"), tie("schema"), { maxKeys: 2 }), 4),
    additionalProperties: rarely(fc.oneof(fc.boolean(), tie("schema"))),
    items: rarely(tie("schema"), 4),
    anyOf: rarely(several),
    oneOf: rarely(several),
    allOf: rarely(several),
  };
  return {
    schema: fc.oneof(
      { maxDepth: 2 },
      fc.record(simple, { requiredKeys: [] }),
      fc.record(compound, { requiredKeys: [] }),
    ),
  };
});

const value = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    fc.constantFrom("a", "ab", "", 1, 2.5, -1, true, null, "2026-02-28", "a@b.de"),
    fc.array(tie("value"), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom("a", "b", "c", "d"), tie("value"), { maxKeys: 3 }),
  ),
})).value;

type Ajv = InstanceType<typeof Ajv2020.default>;

/** What Ajv has to say: of the schema, or its first errors. */
function saidBy(ajv: Ajv, written: object, example: unknown): unknown {
  try {
    const validate = ajv.compile(structuredClone(written));
    if (validate(example)) return true;
    return validate.errors?.map((error) => [error.instancePath, error.keyword, error.message, error.params]);
  } catch (error) {
    return (error as Error).message;
  }
}

test.each(["draft-04", "2020-12"])("what is sure is what Ajv says, and schemas may be cut to a value: %s", (draft) => {
  const Dialect = (draft === "draft-04" ? Ajv4 : Ajv2020) as unknown as new (options: object) => Ajv;
  const ajv = new Dialect(OPTIONS);
  (addFormats as unknown as (ajv: object) => void)(ajv);
  const seen = { accepted: 0, refused: 0, cut: 0 };
  fc.assert(
    fc.property(schema, value, (written, example) => {
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
