import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";
import type { Ended } from "./command.ts";
import type { Run, TextExpectation } from "./scenario.ts";

/** Holds what a run did against what was expected of it. */
export function expectRun({ exit, stdout, stderr }: Ended, run: Run, workspace: string): void {
  // Both outputs are shown where the code is wrong: they mostly say why.
  if (exit !== run.exit)
    expect.fail(`exit ${exit} instead of ${run.exit}\n--- stdout\n${stdout}\n--- stderr\n${stderr}`);
  expectText(stdout, run.stdout ?? (run.exit >= 2 ? { is: "" } : {}), "stdout");
  expectText(stderr, run.stderr ?? (run.exit < 2 ? { is: "" } : {}), "stderr");
  if (run.exit >= 2 && run.stderr === undefined) expect.fail("a run that fails must say what its message is");
  if (run.json) {
    const data = JSON.parse(stdout);
    for (const [path, value] of Object.entries(run.json)) expect(valueAt(data, path), path).toEqual(value);
  }
  for (const [path, expected] of Object.entries(run.after ?? {})) {
    const file = join(workspace, path);
    expect(existsSync(file), `${path} exists`).toBe(expected !== null);
    if (expected !== null) expectText(readFileSync(file, "utf8"), expected, path);
  }
}

function expectText(text: string, { is, has = [], lacks = [] }: TextExpectation, what: string): void {
  if (is !== undefined) expect(text, what).toBe(is);
  for (const part of has) expect(text, what).toContain(part);
  for (const part of lacks) expect(text, what).not.toContain(part);
  // A stack or an unfilled value is never right, whatever else is expected.
  for (const slip of ["    at ", "[object Object]", "undefined", "NaN"]) expect(text, what).not.toContain(slip);
}

/** The value at a path; `*` gathers what comes of every item of a list. */
function valueAt(data: unknown, path: string): unknown {
  const [key = "", ...rest] = path.split(".");
  if (path === "") return data;
  if (key === "*") return (data as unknown[]).map((item) => valueAt(item, rest.join(".")));
  return typeof data === "object" && data !== null
    ? valueAt((data as Record<string, unknown>)[key], rest.join("."))
    : undefined;
}
