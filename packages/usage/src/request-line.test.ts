import { describe, expect, it, test } from "vitest";
import { parseRequestLine, unescapeTarget, unescapeText } from "./request-line.ts";

describe("a request line", () => {
  it.each([
    ["GET /a HTTP/1.1", { method: "GET", target: "/a" }],
    ["GET /a b.txt HTTP/1.1", { method: "GET", target: "/a b.txt" }],
    ["GET /a", { method: "GET", target: "/a" }],
    ["OPTIONS * HTTP/1.1", { method: "OPTIONS", target: "*" }],
    ["GET HTTP/1.1", undefined],
    ["hello", undefined],
    ["-", undefined],
    ["", undefined],
  ])("%j is %j", (line, parsed) => expect(parseRequestLine(line)).toEqual(parsed));
});

test("what servers escape in a target is undone as bytes", () => {
  expect(unescapeTarget(String.raw`/caf\xC3\xA9\x22\"\\ \x2525`)).toBe(String.raw`/caf%c3%a9""\ %25`);
  expect(unescapeText(String.raw`caf\xC3\xA9 \"é\" \xff`)).toBe('café "é" \ufffd');
  expect(unescapeText("plain")).toBe("plain");
});
