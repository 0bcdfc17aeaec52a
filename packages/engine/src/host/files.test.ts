import { execFileSync } from "node:child_process";
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test, vi } from "vitest";
import { readBytes, writeText } from "./files.ts";

const folder = mkdtempSync(join(tmpdir(), "concordat-files-"));
const at = (name: string) => join(folder, name);
const fifo = at("fifo");
execFileSync("mkfifo", [fifo]);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test.each([
  ["a pipe", fifo, "refused", "a pipe, a socket or a device"],
  ["a device that never ends", "/dev/zero", "refused", "a pipe, a socket or a device"],
  ["a folder", folder, "missing", "This is a folder. Name the description inside it."],
  ["nothing", at("nothing"), "missing", "The file does not exist."],
  ["a path below a file", at("large/nothing"), "missing", "The file does not exist."],
  ["a large file", at("large"), "too-large", "has 1 MB"],
  ["a name that no file can have", at("a\0b"), "refused", "cannot be read"],
])("%s is not read", async (_, path, failure, message) => {
  writeFileSync(at("large"), "x".repeat(1024 * 1024));
  expect(await readBytes(path, 1024)).toMatchObject({ failure, message: expect.stringContaining(message) });
});

test("a written file keeps its mode, and a link its target", async () => {
  writeFileSync(at("script"), "old");
  chmodSync(at("script"), 0o755);
  symlinkSync("script", at("link"));
  expect(await writeText(at("link"), "new")).toEqual({ value: true });
  expect(readFileSync(at("script"), "utf8")).toBe("new");
  expect(statSync(at("script")).mode & 0o777).toBe(0o755);
  expect(lstatSync(at("link")).isSymbolicLink()).toBe(true);
});

test("a new file is written with the folders above it", async () => {
  expect(await writeText(at("new/er/file"), "text")).toEqual({ value: true });
  expect(readFileSync(at("new/er/file"), "utf8")).toBe("text");
});

test("a device is written to, and stays a device", async () => {
  symlinkSync("/dev/null", at("null"));
  expect(await writeText(at("null"), "text")).toEqual({ value: true });
  expect(lstatSync(at("null")).isSymbolicLink()).toBe(true);
  expect(statSync(at("null")).isCharacterDevice()).toBe(true);
});

test.skipIf(!existsSync("/dev/full"))("a full device is a failure", async () => {
  expect(await writeText("/dev/full", "text")).toEqual({
    failure: "tool",
    message: "`/dev/full` cannot be written (ENOSPC).",
  });
});

test("what cannot be written leaves nothing behind", async () => {
  mkdirSync(at("taken"));
  writeFileSync(at("taken/there"), "");
  const before = readdirSync(folder).toSorted();
  expect(await writeText(at("taken"), "text")).toMatchObject({ failure: "tool" });
  expect(readdirSync(folder).toSorted()).toEqual(before);
});

test("a file that somebody put in the way is not written through", async () => {
  vi.spyOn(process.hrtime, "bigint").mockReturnValueOnce(7n);
  symlinkSync("elsewhere", at(`out.${process.pid}-7.tmp`));
  expect(await writeText(at("out"), "text")).toMatchObject({ failure: "tool" });
  expect(existsSync(at("elsewhere"))).toBe(false);
});
