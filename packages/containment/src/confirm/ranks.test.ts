import { describe, expect, test } from "vitest";
import { parseNumber } from "../exact.ts";
import type { Json } from "../json.ts";
import { libraryOf } from "../lower/document.ts";
import { closedSchema } from "./closed-schema.ts";
import { inDoubles } from "./ranks.ts";
import { judge } from "./validators.ts";

const BIG = "9007199254740993";
const big = (text: string): Json => parseNumber(text);

async function judged(schema: Json, value: Json, claimed: "accepted" | "refused"): Promise<string | undefined> {
  const document = { uri: "test:/ranks", root: schema, dialect: "draft-2020-12" } as const;
  const library = libraryOf([document]);
  const closed = closedSchema({ document, pointer: "", value: schema }, [value], library, "none");
  return (await judge(closed, [value], claimed))[0];
}

describe("a number that no double holds is judged as it is", () => {
  test.each([
    ["above a bound that is the same double", { maximum: 9007199254740992 }, big(BIG), "refused"],
    ["at the bound", { maximum: big(BIG) }, big(BIG), "accepted"],
    ["at an exclusive bound", { exclusiveMinimum: big(BIG) }, big(BIG), "refused"],
    ["above an exclusive bound", { exclusiveMinimum: big(BIG) }, big("9007199254740993.5"), "accepted"],
    ["whole", { type: "integer" }, big("9223372036854775807"), "accepted"],
    ["not whole", { type: "integer" }, big("9007199254740993.5"), "refused"],
    ["past the doubles", { minimum: 1e308 }, big("1e400"), "accepted"],
    ["one of a list", { enum: [1, big(BIG), 9007199254740992] }, big(BIG), "accepted"],
    ["not its neighbour in a list", { enum: [9007199254740992] }, big(BIG), "refused"],
    ["in other digits", { const: big("9.007199254740993e15") }, big(BIG), "accepted"],
    [
      "within objects and lists",
      { properties: { a: { items: { const: [big(BIG)] } } } },
      { a: [[9007199254740992]] },
      "refused",
    ],
    ["beside its neighbour", { uniqueItems: true }, [big(BIG), 9007199254740992], "accepted"],
    ["as far as the length goes", { maxLength: big("1e400"), maximum: 3 }, "text", "accepted"],
    ["in a list with a length", { maxItems: 1, items: { minimum: 7 } }, [big(BIG)], "accepted"],
    ["a multiple of one", { multipleOf: 1 }, big(BIG), "accepted"],
  ] as const)("%s", async (_, schema, value, judgement) => {
    expect(await judged(schema, value, "accepted")).toBe(judgement);
    expect(await judged(schema, value, "refused")).toBe(judgement);
  });
});

test("of a step that must be met nothing is said where the number was rounded", async () => {
  // Three times 3002399751580331 is 9007199254740993; the double beside it is no multiple.
  const schema = { multipleOf: 3 };
  expect(await judged(schema, big(BIG), "accepted")).toBe("inexact");
  expect(await judged(schema, 9007199254740990, "accepted")).toBe("accepted");
});

test("numbers that doubles hold are left alone", () => {
  const [schema, values] = [{ minimum: 5 }, [7]];
  const asked = inDoubles(schema, values);
  expect(asked.schema).toBe(schema);
  expect(asked).toMatchObject({ values: [7], isRounded: false });
});
