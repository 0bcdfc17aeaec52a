import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ROOT } from "../support/paths.ts";
import { typeCheck } from "../support/type-check.ts";

/*
 * The programs of docs/client.md, beside the client of a sample contract as an application has it.
 */

const folder = mkdtempSync(join(tmpdir(), "concordat-client-recipes-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What is installed, by name; the hooks for React bring what is behind them along under their own name. */
const INSTALLED = {
  "@concordat/client": "packages/client",
  "@tanstack/react-query": "node_modules/@tanstack/query-core",
  "@types/node": "node_modules/@types/node",
  msw: "node_modules/msw",
  valibot: "packages/engine/node_modules/valibot",
};

beforeAll(() => {
  writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
  cpSync(join(ROOT, "contracts/bookings/client"), join(folder, "api"), { recursive: true });
  for (const [name, place] of Object.entries(INSTALLED)) {
    const link = join(folder, "node_modules", name);
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(join(ROOT, place), link);
  }
  const page = readFileSync(join(ROOT, "docs/client.md"), "utf8");
  for (const [, name = "", text = ""] of page.matchAll(/```ts file=(\S+)\n([\s\S]*?)```/g))
    writeFileSync(join(folder, name), text);
});

test("they type-check", () => {
  expect(typeCheck(folder, ["node"])).toBe("");
}, 60_000);

test.each(["calendar.test.ts", "mocks.test.ts"])(
  "%s runs",
  (name) => {
    const line = ["--conditions=@concordat/source", join(folder, name)];
    const { status, stderr } = spawnSync(process.execPath, line, { encoding: "utf8" });
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  },
  60_000,
);
