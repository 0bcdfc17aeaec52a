import type { ValidatorTable } from "../../packages/client/src/index.ts";

/** What messages of the server's GET must be, as `client generate` writes it: each request has a header, and each answer a number. */
export const VALIDATORS: ValidatorTable = {
  schemas: [
    {},
    { types: 8, string: { patterns: ["^[a-z-]+$"] } },
    { types: 32, objects: [{ properties: { nth: 3 }, required: ["nth"], additional: 4 }] },
    { types: 4, number: { integer: true, minimum: 1 } },
    { types: 0 },
    { types: 16, arrays: [{ rest: 6, maxItems: 1_000 }] },
    { types: 32, objects: [{ properties: { id: 3, name: 7, tags: 8, owner: 6 }, required: ["id", "name"] }] },
    { types: 8, string: { minLength: 1, maxLength: 80 } },
    { types: 16, arrays: [{ rest: 1, unique: true }] },
  ],
  operations: {
    getFault: {
      parameters: [
        { in: "path", name: "plan", required: true, schema: 1 },
        { in: "header", name: "x-call", required: true, schema: 0 },
      ],
      responses: { 200: { content: { "application/json": { json: 2 } } } },
    },
  },
};

/** The schema of a long answer, and one that keeps it. */
export const LIST = {
  schema: 5,
  value: Array.from({ length: 1_000 }, (_, i) => ({
    id: i + 1,
    name: `item ${i}`,
    tags: ["first", "second"],
    owner: { id: 1, name: "somebody" },
  })),
};
