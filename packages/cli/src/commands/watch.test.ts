import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test, vi } from "vitest";
import { guarded } from "../io.ts";
import { FormatOptions } from "../output/formats.ts";
import { watched } from "./watch.ts";

const folder = mkdtempSync(join(tmpdir(), "concordat-watch-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function surroundings() {
  const told: string[] = [];
  const stream = { write: (text: string) => told.push(text) };
  const io = guarded({ stdout: stream, stderr: stream, stdin: {}, env: {}, cwd: () => folder });
  return { io, told };
}

test("without the flag a command runs once", async () => {
  expect(await watched([], {}, new FormatOptions(), surroundings().io, async () => 1)).toBe(1);
});

test("what writes files is not watched", async () => {
  const { io, told } = surroundings();
  const run = vi.fn(async () => 0 as const);
  expect(await watched([], { watch: true, writes: true }, new FormatOptions(), io, run)).toBe(2);
  expect(run).not.toHaveBeenCalled();
  expect(told.join("")).toContain("`--watch` only reports.");
});

test("a change of a description runs the command again, and a fault of the command ends it", async () => {
  const file = join(folder, "api.yaml");
  writeFileSync(file, "openapi: 3.1.0");
  const { io, told } = surroundings();
  const run = vi.fn(async () => {
    if (run.mock.calls.length > 1) throw new Error("the second run");
    return 0 as const;
  });
  const ended = watched([file], { watch: true }, new FormatOptions(), io, run);
  const settled = expect(ended).rejects.toThrow("the second run");
  await vi.waitFor(() => expect(told.join("")).toContain("Watching "), { timeout: 10_000 });
  writeFileSync(file, "openapi: 3.1.1");
  await settled;
  expect(run).toHaveBeenCalledTimes(2);
});

test("a change during the first run is judged by a second one", async () => {
  const file = join(folder, "api.yaml");
  writeFileSync(file, "openapi: 3.1.0");
  const { promise, resolve } = Promise.withResolvers<void>();
  const run = vi.fn(async () => {
    if (run.mock.calls.length > 1) throw new Error("the second run");
    writeFileSync(file, "openapi: 3.1.1");
    await promise;
    return 0 as const;
  });
  const ended = watched([file], { watch: true }, new FormatOptions(), surroundings().io, run);
  const settled = expect(ended).rejects.toThrow("the second run");
  await vi.waitFor(() => expect(run).toHaveBeenCalledTimes(1), { timeout: 10_000 });
  resolve();
  await settled;
});

test("a fault of the first run ends it", async () => {
  const { io, told } = surroundings();
  const run = async () => {
    throw new Error("the first run");
  };
  await expect(watched([join(folder, "api.yaml")], { watch: true }, new FormatOptions(), io, run)).rejects.toThrow(
    "the first run",
  );
  expect(told).toEqual([]);
});
