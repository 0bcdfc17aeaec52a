import { expect, test } from "vitest";
import { withoutCredentials } from "./url-text.ts";

test.each([
  ["https://example.com/a.yaml", "https://example.com/a.yaml"],
  ["`https://ada:secret@example.com/a.yaml` broke off.", "`https://***@example.com/a.yaml` broke off."],
  ["https://secret@example.com", "https://***@example.com"],
  ["https://a:p@ss@example.com/", "https://***@example.com/"],
  ["https://example.com/a?token=secret&x=1#/b", "https://example.com/a?token=***&x=***#/b"],
  ["https://example.com/a?secret=", "https://example.com/a?secret=***"],
  ["from 'https://x-access-token:secret@github.com/o/r/': 403", "from 'https://***@github.com/o/r/': 403"],
  ["HTTPS://A:SECRET@EXAMPLE.COM and ssh://git:secret@host", "HTTPS://***@EXAMPLE.COM and ssh://***@host"],
  ["https://example.com/@scope/a@1.0.0", "https://example.com/@scope/a@1.0.0"],
  ["ada@example.com", "ada@example.com"],
  ["git:main:a@b.yaml", "git:main:a@b.yaml"],
])("%s is shown as %s", (text, shown) => {
  expect(withoutCredentials(text)).toBe(shown);
});
