import { expect, test } from "vitest";
import { memoryHost } from "../host/memory.ts";
import { DEFAULT_LOAD, type Description, loadDescription } from "../load/description.ts";
import { valueIn } from "../testing/value-in.ts";
import { replacementFor } from "./replacement.ts";
import { subjectOf, subjectText } from "./subject.ts";

const MAIN = {
  openapi: "3.1.0",
  info: { title: "T", version: "1" },
  paths: {
    "/a~b#c": {
      get: {
        parameters: [
          { name: "limit", in: "header", schema: {} },
          { name: "limit", in: "query", schema: {}, "x-replaced-by": "page" },
          { name: "nowhere" },
        ],
        responses: { "200": { $ref: "part.json#/ok" } },
      },
    },
  },
};
const PART = { ok: { description: "Use the other one instead." } };

async function read(): Promise<Description> {
  const files = { "/main.json": JSON.stringify(MAIN), "/part.json": JSON.stringify(PART) };
  const host = memoryHost({ cwd: "/", today: "2026-01-01", files });
  return valueIn(await loadDescription("/main.json", host, DEFAULT_LOAD));
}

const inMain = (pointer: string) => ({ uri: "file:///main.json", pointer });
const GET = "/paths/~1a~0b#c/get";

test.each([
  { at: inMain(""), text: "", replacement: undefined },
  { at: inMain(`${GET}/parameters/1`), text: `${GET}/parameters/query.limit`, replacement: "`page`" },
  { at: inMain(`${GET}/parameters/2`), text: `${GET}/parameters/2`, replacement: undefined },
  { at: inMain(`${GET}/parameters/0`), text: `${GET}/parameters/header.limit`, replacement: undefined },
  { at: inMain(`${GET}/parameters/1/schema`), text: `${GET}/parameters/query.limit/schema`, replacement: undefined },
  { at: inMain(`${GET}/parameters/1/in`), text: `${GET}/parameters/query.limit/in`, replacement: "`page`" },
  {
    at: { uri: "file:///part.json", pointer: "/ok" },
    text: "part.json#/ok",
    replacement: "Use the other one instead.",
  },
])("the place $at.pointer is the subject `$text`, and leads back to it", async ({ at, text, replacement }) => {
  const description = await read();
  const document = description.library.document(at.uri);
  if (document === undefined) throw new Error(`${at.uri} is loaded`);
  const subject = subjectOf({ document, pointer: at.pointer, value: undefined }, description);
  expect(subjectText(subject)).toBe(text);
  expect(replacementFor(subject, description)).toBe(replacement);
});
