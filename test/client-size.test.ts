import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { bundleConsumer } from "./support/bundle-consumer.ts";

const TWO_CALLS = `
import { createClient, operation } from "@concordat/client";
const getUser = /*#__PURE__*/ operation({ name: "getUser", method: "GET", path: "/users/{id}", errors: ["404"] });
const createUser = /*#__PURE__*/ operation({ name: "createUser", method: "POST", path: "/users", body: { mediaType: "application/json" }, idempotency: "key" });
const unused = /*#__PURE__*/ operation({ name: "unused", method: "GET", path: "/unused" });
const client = createClient({ baseUrl: "https://api.example.com" });
export const run = async () => [await createUser(client, { body: {} }), await getUser(client, { path: { id: "1" } })];
`;

test("two calls take less than 12 kB, run-time included, and bring nothing that they do not use", async () => {
  const code = await bundleConsumer(TWO_CALLS);
  expect(gzipSync(code, { level: 9 }).length).toBeLessThan(12_000);
  for (const absent of [
    "/unused",
    "REDACTED",
    "http.client.request.duration",
    "declares no paging",
    "stale-if-error",
    "breaks the contract",
  ])
    expect(code).not.toContain(absent);
});

test("validation is for those who ask for it, and evaluates no text", async () => {
  const validating = TWO_CALLS.replace("operation }", "operation, validation }").replace(
    'baseUrl: "https://api.example.com"',
    'baseUrl: "https://api.example.com", validation: validation({ schemas: [{}], operations: {} }, "throw")',
  );
  const code = await bundleConsumer(validating);
  expect(gzipSync(code, { level: 9 }).length).toBeLessThan(15_500);
  expect(code).toContain("breaks the contract");
  expect(code).not.toMatch(/\beval\b|\bFunction\s*\(/);
});
