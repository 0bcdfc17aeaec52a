import { describe, expect, test } from "vitest";
import { type Acceptance, type Side, Validator } from "./accepts.ts";
import type { Json } from "./json.ts";
import { libraryOf } from "./lower/document.ts";
import { Space } from "./lower/space.ts";
import { type Mode, STRICT } from "./mode.ts";
import { Views } from "./view.ts";

const REQUEST: Mode = { extras: "declared", direction: "request", unknownProperties: "refuse" };

function accepts(schema: Json, value: Json, mode: Mode = STRICT, side: Side = "right"): Acceptance {
  const document = { uri: "memory:/accepts", root: schema, dialect: "openapi-3.1" } as const;
  const space = new Space(libraryOf([document]));
  const place = space.place({ document, pointer: "", value: schema });
  return new Validator(new Views(space, mode), mode).accepts(place, value, side);
}

/** A schema of which nobody knows what it accepts. */
const UNKNOWN: Json = { $ref: "#/nowhere" };
const SOME_UNKNOWN: Json = { if: { type: "integer" }, else: UNKNOWN };

describe("items that a schema asks for", () => {
  test.each([
    [{ contains: { type: "integer" }, minContains: 2 }, [1, 2], true],
    [{ contains: { type: "integer" }, minContains: 2 }, [1, "a"], false],
    [{ contains: { type: "integer" }, maxContains: 2 }, [1, 2, "a"], true],
    [{ contains: { type: "integer" }, maxContains: 2 }, [1, 2, 3], false],
    [{ contains: { type: "integer" }, minContains: 0 }, [], true],
    // Of an item of which it is not known whether it counts, it counts where nothing depends on it.
    [{ contains: SOME_UNKNOWN }, [1, "a"], true],
    [{ contains: SOME_UNKNOWN, minContains: 2 }, [1, "a"], undefined],
    [{ contains: SOME_UNKNOWN, maxContains: 1 }, [1, "a"], undefined],
    [{ contains: SOME_UNKNOWN, maxContains: 2 }, [1, "a"], true],
    [{ contains: SOME_UNKNOWN, maxContains: 1 }, [1, 2, "a"], false],
    [{ contains: SOME_UNKNOWN, minContains: 3 }, [1, "a"], false],
  ] as const)("%j of %j: %s", (schema, value, answer) => {
    expect(accepts(schema, value)).toBe(answer);
  });
});

describe("alternatives of which one is not known", () => {
  test.each([
    [{ oneOf: [{ type: "string" }, { maxLength: 3 }] }, "a", false],
    [{ oneOf: [{ type: "string" }, { type: "integer" }] }, "a", true],
    [{ oneOf: [{ type: "string" }, UNKNOWN] }, "a", undefined],
    [{ oneOf: [{ type: "string" }, { maxLength: 3 }, UNKNOWN] }, "a", false],
    [{ anyOf: [{ type: "string" }, UNKNOWN] }, "a", true],
    [{ anyOf: [{ type: "integer" }, UNKNOWN] }, "a", undefined],
    [{ not: UNKNOWN }, "a", undefined],
  ] as const)("%j of %j: %s", (schema, value, answer) => {
    expect(accepts(schema, value)).toBe(answer);
  });
});

test("a condition that is not known matters only where its branches differ", () => {
  // biome-ignore lint/suspicious/noThenProperty: the name is that of JSON Schema.
  const within = (yes: Json, no: Json): Json => ({ if: UNKNOWN, then: yes, else: no });
  expect(accepts(within({ type: "string" }, { maxLength: 3 }), "a")).toBe(true);
  expect(accepts(within({ type: "integer" }, { minLength: 3 }), "a")).toBe(false);
  expect(accepts(within({ type: "string" }, { minLength: 3 }), "a")).toBe(undefined);
});

describe("a property that the direction does not send", () => {
  const schema: Json = {
    required: ["id"],
    properties: { id: { type: "string", readOnly: true }, name: { type: "string" } },
    dependentRequired: { name: ["id"] },
  };

  test("is in no value of the left side, and anything on the right", () => {
    expect(accepts(schema, { id: "a" }, REQUEST, "left")).toBe(false);
    expect(accepts(schema, { id: 5 }, REQUEST, "right")).toBe(true);
    expect(accepts(schema, { id: 5 }, STRICT)).toBe(false);
  });

  test("need not be there, nor beside another", () => {
    expect(accepts(schema, { name: "a" }, REQUEST, "left")).toBe(true);
    expect(accepts(schema, { name: "a" }, REQUEST, "right")).toBe(true);
    expect(accepts(schema, { name: "a" }, STRICT)).toBe(false);
  });
});
