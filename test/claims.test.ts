import { expect, test } from "vitest";
import type { Json } from "../packages/containment/src/internal.ts";
import { judgeData } from "./support/judging.ts";

/* A claim that is refuted is none, and what is left of it is shown. */

function answering(schema: Json): object {
  return {
    openapi: "3.0.3",
    info: { title: "Orders", version: "1.0.0" },
    paths: {
      "/orders": {
        get: { responses: { "200": { description: "All.", content: { "application/json": { schema } } } } },
      },
    },
  };
}

async function proofsOf(base: Json, head: Json): Promise<string[]> {
  const { rulings } = await judgeData(answering(base), answering(head));
  return rulings.map(({ rule, proof, operations }) => `${rule} ${operations[0]?.at} ${proof}`);
}

const lines = (total: Json) => ({ lines: { items: { type: "object", properties: { total } } } });

test("values that two alternatives take are not sent, and those beside them are", async () => {
  const base = { properties: lines({ type: "array" }) };
  const found = await proofsOf(base, { oneOf: [{ properties: lines({}) }, { properties: { lines: {} } }] });
  expect(found.filter((line) => line.endsWith("witness"))).not.toEqual([]);
  expect(found.filter((line) => line.endsWith("undecided"))).toEqual([]);
});

test("another value shows a place where the simplest is taken by two alternatives", async () => {
  const base = { type: "object", properties: { size: { enum: ["s", "m"] } } };
  const head = {
    oneOf: [
      { type: "object", properties: { size: { enum: ["l", "s", "m", "xl"] } } },
      { type: "object", properties: { size: { const: "l" } }, required: ["size"] },
    ],
  };
  expect(await proofsOf(base, head)).toContain("diff/response-enum-widened /size witness");
});
