import { expect, test } from "vitest";
import { memoryHost } from "../host/memory.ts";
import { DEFAULT_LOAD } from "../load/description.ts";
import { valueIn } from "../testing/value-in.ts";
import { governMoves } from "./moves.ts";

/** A description whose one operation answers with a schema. */
function answering(schema: object, components: object = {}): string {
  const content = { "application/json": { schema } };
  const get = { responses: { 200: { description: "ok", content } } };
  return JSON.stringify({
    openapi: "3.1.0",
    info: { title: "t", version: "1" },
    paths: { "/a": { get } },
    components: { schemas: components },
  });
}

async function movesOf(base: string, head: string) {
  const host = memoryHost({ cwd: "/", today: "2026-01-01", files: { "/base.json": base, "/head.json": head } });
  return valueIn(await governMoves({ base: "/base.json", head: "/head.json", load: DEFAULT_LOAD }, host));
}

/** An object within so many others. */
function nested(levels: number, inner: object): object {
  return levels === 0 ? inner : { type: "object", properties: { in: nested(levels - 1, inner) } };
}

test("what is nested too deep to be compared does not count as unchanged", async () => {
  const leaf = (name: string) => ({ type: "object", properties: { [name]: {} } });
  const near = await movesOf(answering(nested(3, leaf("a"))), answering(nested(3, leaf("b"))));
  expect(near).toMatchObject([{ responseFields: [{ at: ["in", "in", "in"], from: "a", to: null }], isCut: false }]);
  const far = await movesOf(answering(nested(12, leaf("a"))), answering(nested(12, leaf("b"))));
  expect(far).toMatchObject([{ why: "changed", responseFields: [], isCut: true }]);
});

test("a schema within itself is looked into as a whole", async () => {
  const Node = { type: "object", properties: { next: { $ref: "#/components/schemas/Node" }, value: {} } };
  const text = answering({ $ref: "#/components/schemas/Node" }, { Node });
  expect(await movesOf(text, text)).toEqual([]);
});
