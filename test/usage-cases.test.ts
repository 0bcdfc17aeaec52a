import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { SHARED } from "./support/paths.ts";

/*
 * Descriptions, logs and migrations with known answers, kept beside the workspace with the programs that check them. They run
 * the built command line.
 */

const CASES = join(SHARED, "usage-cases");
const CLI = join(import.meta.dirname, "../node_modules/.bin/concordat");

const checkers: readonly (readonly [name: string, folders: readonly string[]])[] = [
  ["deprecations", ["deprecations"]],
  ["usage", ["usage", "usage/samples"]],
  ["migrate", ["migrate"]],
];

test.skipIf(!existsSync(CASES)).each(checkers)(
  "all cases of %s are right",
  (name, folders) => {
    const given = [CLI, ...folders.map((folder) => join(CASES, folder))];
    const { status, stdout, stderr } = spawnSync(process.execPath, [join(CASES, name, "check.mjs"), ...given], {
      encoding: "utf8",
    });
    expect(status, stdout + stderr).toBe(0);
  },
  600_000,
);
