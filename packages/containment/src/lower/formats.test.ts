import { describe, expect, test } from "vitest";
import { confirm } from "../confirm/index.ts";
import { Decider } from "../decide.ts";
import type { Json } from "../json.ts";
import { STRICT } from "../mode.ts";
import { RefaAutomata } from "../types/automaton.ts";
import { type Document, libraryOf } from "./document.ts";
import type { FormatPolicy } from "./formats.ts";
import { Space } from "./space.ts";

/** Whether the first schema lies within the second; a refutation counts only once it is confirmed. */
async function within(left: Json, right: Json, formats: FormatPolicy): Promise<string> {
  const documents = [left, right].map(
    (root, i): Document => ({ uri: `memory:/${i}`, root, dialect: "draft-2020-12", formats }),
  );
  const library = libraryOf(documents);
  const space = new Space(library);
  const [from, to] = documents.map((document) => space.place({ document, pointer: "", value: document.root }));
  if (from === undefined || to === undefined) throw new Error("two schemas are compared");
  const found = new Decider(space, STRICT, new RefaAutomata()).counterexample([from], [to]);
  if (found.kind !== "some") return found.kind;
  const confirmed = await confirm({ left: from, right: to, value: found.value, seen: found.value }, library, STRICT);
  return confirmed.kind === "confirmed" ? JSON.stringify(confirmed.value) : confirmed.kind;
}

const CASES: readonly (readonly [Json, Json, string])[] = [
  [{ type: "integer", format: "int32" }, { type: "integer", format: "int64" }, "none"],
  [{ type: "integer", format: "int64" }, { type: "integer", format: "int32" }, "-2147483649"],
  [{ type: "integer", minimum: 0, maximum: 10 }, { type: "integer", format: "uint8" }, "none"],
  [{ const: "2024-02-29" }, { format: "date" }, "none"],
  [{ const: "2023-02-29" }, { format: "date" }, '"2023-02-29"'],
  [{ const: "1900-02-29" }, { format: "date" }, '"1900-02-29"'],
  [{ const: "2000-02-29" }, { format: "date" }, "none"],
  [{ const: "2024-05-01T23:59:60Z" }, { format: "date-time" }, "none"],
  [{ const: "2024-05-01T23:59:59.25+02:00" }, { format: "date-time" }, "none"],
  [{ const: "2024-05-01 12:00:00Z" }, { format: "date-time" }, '"2024-05-01 12:00:00Z"'],
  [{ const: "00000000-0000-0000-0000-000000000000" }, { format: "uuid" }, "none"],
  [{ const: 5 }, { format: "date" }, "none"],
  [{ type: "string", format: "date" }, { type: "string", minLength: 10, maxLength: 10 }, "none"],
  [{ type: "string" }, { type: "string", format: "no-such-format" }, "none"],
];

describe("known formats", () => {
  test.each(CASES)("%j within %j: %s", async (left, right, expected) => {
    expect(await within(left, right, "known")).toBe(expected);
  });

  test("say nothing where a format is an annotation", async () => {
    expect(await within({ type: "string" }, { type: "string", format: "date" }, "annotation")).toBe("none");
  });
});
