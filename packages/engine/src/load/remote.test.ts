import { expect, test } from "vitest";
import { isAllowedRemote } from "./remote.ts";

test.each([
  ["https://example.com/a.yaml", "https://example.com"],
  ["https://example.com/a.yaml", "https://example.com/"],
  ["https://example.com:443/a.yaml", "https://EXAMPLE.com/"],
  ["https://example.com/schemas/a.yaml", "https://example.com/schemas/"],
  ["https://example.com/schemas/a.yaml", "https://example.com/schemas"],
  ["https://example.com/schemas/a.yaml", "https://example.com/schemas/a.yaml"],
  ["https://example.com/schemas/a.yaml?v=1#/A", "https://example.com/schemas/a.yaml"],
  ["https://example.com/a.yaml?v=1", "https://example.com/a.yaml?v=1"],
  ["https://example.com/schemas/x/../a.yaml", "https://example.com/schemas/"],
  ["https://example.com/schemas/a%20b.yaml", "https://example.com/schemas/"],
])("%s is allowed by %s", (uri, allowed) => {
  expect(isAllowedRemote(uri, ["https://other.example.com/", allowed])).toBe(true);
});

test.each([
  ["https://localhost/a.yaml", "https://local"],
  ["https://example.com.evil.org/a.yaml", "https://example.com"],
  ["https://example.com@evil.org/a.yaml", "https://example.com"],
  ["https://example.com:8443/a.yaml", "https://example.com/"],
  ["https://sub.example.com/a.yaml", "https://example.com/"],
  ["http://example.com/a.yaml", "http://example.com/"],
  ["http://example.com/a.yaml", "https://example.com/"],
  ["https://example.com/schemas-of-others/a.yaml", "https://example.com/schemas"],
  ["https://example.com/schemas/../a.yaml", "https://example.com/schemas/"],
  ["https://example.com/schemas/%2e%2e/a.yaml", "https://example.com/schemas/"],
  ["https://example.com/schemas/..%2fa.yaml", "https://example.com/schemas/"],
  ["https://example.com/schemas/..%5Ca.yaml", "https://example.com/schemas/"],
  ["https://example.com/schemas/..%252Fa.yaml", "https://example.com/schemas/"],
  ["https://example.com/schemas/%252e%252e/a.yaml", "https://example.com/schemas/"],
  ["https://example.com/schemas/..\\a.yaml", "https://example.com/schemas/"],
  ["https://example.com/a.yaml?v=2", "https://example.com/a.yaml?v=1"],
  ["https://example.com/a.yaml", "example.com"],
  ["https://example.com/a.yaml", ""],
  ["no URL", "https://example.com/"],
])("%s is not allowed by %s", (uri, allowed) => {
  expect(isAllowedRemote(uri, [allowed])).toBe(false);
});
