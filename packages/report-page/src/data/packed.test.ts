import { expect, test } from "vitest";
import { documentOf, findingOf, judgedOf } from "../testing/documents.ts";
import { pack, unpack } from "./packed.ts";

const reach = (path: string) => ({ method: "GET", path, direction: "response", status: "200" }) as const;
const findings = [
  findingOf({ operations: [reach("/a"), { ...reach("/b"), at: "/id" }] }),
  findingOf({ fingerprint: "f2", operations: [reach("/b"), reach("/a")], data: { operations: ["/a"] } }),
];
const head = { schemaVersion: 1, tool: { name: "concordat", version: "0.0.0" }, asOf: "2026-01-01" } as const;
const { verdict } = judgedOf(findings);
const page = {
  documents: [
    { document: documentOf(findings) },
    { document: { ...head, verdict, contracts: [{ contract: "orders", ...judgedOf(findings) }] } },
    { document: { ...head, deprecations: [], problems: [] } },
  ],
  rules: {},
};

test("what is packed is the same again, through JSON too", () => {
  expect(unpack(JSON.parse(JSON.stringify(pack(page))))).toEqual(page);
});

test("an operation is written once, however many findings reach it, and so is a place", () => {
  expect(pack(page)).toMatchObject({
    operations: [reach("/a"), reach("/b")],
    places: [null, "/id"],
    data: {
      documents: [{ document: { findings: [{ operations: [0, 0, 1, 1] }, { operations: [1, 0, 0, 0] }] } }, {}, {}],
    },
  });
});
