import { Space } from "@concordat/containment/internal";
import { expect, test } from "vitest";
import { memoryHost } from "../../host/memory.ts";
import { defineSchemaCheck } from "../../kit/rule.ts";
import { DEFAULT_LOAD, loadDescription } from "../../load/description.ts";
import { valueIn } from "../../testing/value-in.ts";
import { Judging } from "./judging.ts";
import type { SchemaChange } from "./schema-compare.ts";

const RULE = defineSchemaCheck({
  id: "diff/request-schema-narrowed",
  summary: "Some values are no longer accepted.",
  why: "They are refused.",
  fix: "Accept them.",
  severity: "error",
  about: { area: "schema", aspect: "schema", action: "narrowed" },
  impact: "major",
  audience: "wire",
  facet: "schema",
  direction: "request",
  change: "narrowed",
  mirror: { none: "a test" },
  messages: { other: "Some values are no longer accepted." },
});

test("a finding that two messages lead to is shown by whichever has a witness, and names the operations of both", async () => {
  const text = '{ "openapi": "3.1.0", "info": { "title": "T", "version": "1" }, "paths": {} }';
  const host = memoryHost({ cwd: "/", today: "2026-01-01", files: { "/a.json": text } });
  const description = valueIn(await loadDescription("/a.json", host, DEFAULT_LOAD));
  const place = new Space(description.library).place({ document: description.root, pointer: "", value: {} });
  const judging = new Judging([RULE], description, description);
  const witness = { value: "a", acceptedBy: "base", refusedBy: "head", reason: "It is too short." } as const;
  const change = (path: string, proof: SchemaChange["proof"]): SchemaChange => ({
    facet: "schema",
    direction: "request",
    change: "narrowed",
    cause: {
      keyword: "schema",
      type: 0,
      left: [],
      right: place,
      data: {},
      value: undefined,
      reason: undefined,
      exists: true,
    },
    base: undefined,
    head: place,
    types: undefined,
    operations: [{ method: "POST", path, direction: "request" }],
    proof,
  });
  judging.nameSchemaChange(change("/a", { unwritten: true }));
  judging.nameSchemaChange(change("/b", { witness }));
  const [found, ...others] = judging.findings();
  expect(others).toEqual([]);
  expect(found).toMatchObject({ proof: "witness", witness });
  expect(found?.operations.map(({ path }) => path)).toEqual(["/a", "/b"]);
});
