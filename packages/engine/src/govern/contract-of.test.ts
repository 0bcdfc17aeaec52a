import { expect, test } from "vitest";
import { memoryHost } from "../host/memory.ts";
import { contractOf } from "./contract-of.ts";

const host = memoryHost({ cwd: "/w/services", today: "2026-01-01", files: { "/w/services/users.yaml": "" } });
const users = { name: "users", spec: "/w/services/users.yaml" } as Parameters<
  typeof contractOf
>[1]["contracts"][number];

test.each([
  ["users.yaml", users],
  ["../services/users.yaml", users],
  ["/w/services/users.yaml", users],
  ["orders.yaml", undefined],
  ["https://api.example/users.yaml", undefined],
])("%s is found from the folder that one stands in", async (source, expected) =>
  expect(await contractOf(source, { contracts: [users] }, host)).toBe(expected),
);
