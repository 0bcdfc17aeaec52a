import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { pathFrom } from "../base/paths.ts";
import { failed } from "../base/result.ts";
import { readConfig } from "../config/read-config.ts";
import { findFiles } from "./find-files.ts";
import { type Disk, globFiles } from "./glob.ts";
import { memoryHost } from "./memory.ts";

const folder = realpathSync(mkdtempSync(join(tmpdir(), "concordat-glob-")));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const FILES = ["a/api.yaml", "a/.draft.yaml", "b/c/api.yaml", "node_modules/x/api.yaml", ".git/api.yaml", "api.yaml"];
for (const path of FILES) {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), "");
}
symlinkSync("a", join(folder, "link"));

test.each([
  ["**/*.yaml", ["a/api.yaml", "api.yaml", "b/c/api.yaml"]],
  ["*/api.yaml", ["a/api.yaml"]],
  ["**/api.yaml", ["a/api.yaml", "api.yaml", "b/c/api.yaml"]],
  ["{a,b/*}/*.{yaml,yml}", ["a/api.yaml", "b/c/api.yaml"]],
  ["{a,b,missing}/*", ["a/api.yaml", "b/c"]],
  ["./a/../b/?/api.yaml", ["b/c/api.yaml"]],
  ["link/[a-z]*.yaml", ["link/api.yaml"]],
  ["a/.*.yaml", ["a/.draft.yaml"]],
  ["*", ["a", "api.yaml", "b", "link"]],
  ["b/**", ["b/c", "b/c/api.yaml"]],
  ["node_modules/*/api.yaml", []],
  ["api.yaml", ["api.yaml"]],
  ["api.yaml/*", []],
  [`${folder}/a/*.yaml`, ["a/api.yaml"]],
])("%s matches", (pattern, paths) => expect(globFiles(pattern, folder)).toEqual({ paths, unreadable: [] }));

test("nothing matches in a folder that does not exist", () =>
  expect(globFiles("**/*", join(folder, "missing"))).toEqual({ paths: [], unreadable: [] }));

/** A disk with some folders that may not be read. */
function diskWithout(...closed: readonly string[]): Disk {
  const isClosed = (path: string) => closed.includes(pathFrom(folder, path));
  return {
    list: (path) =>
      isClosed(path)
        ? undefined
        : readdirSync(path, { withFileTypes: true }).map((each) => ({ name: each.name, isFolder: each.isDirectory() })),
    has: (path) => (isClosed(dirname(path)) ? undefined : existsSync(path)),
  };
}

describe("a folder that may not be read", () => {
  test.each([
    ["**/*.yaml", "b", ["b"]],
    ["**/api.yaml", "b/c", ["b/c"]],
    ["b/*/api.yaml", "b/c", ["b/c"]],
    ["*/api.yaml", "", ["."]],
    ["{a,b}/api.yaml", "b", ["b"]],
    ["a/*.yaml", "b", []],
    ["*/*.yaml", "node_modules", []],
  ])("the glob %s tells of `%s`", (pattern, closed, unreadable) =>
    expect(globFiles(pattern, folder, diskWithout(closed)).unreadable).toEqual(unreadable),
  );

  test.skipIf(process.platform === "win32" || process.getuid?.() === 0)("on a real disk", async () => {
    chmodSync(join(folder, "b"), 0);
    const found = globFiles("**/api.yaml", folder);
    chmodSync(join(folder, "b"), 0o755);
    expect(found).toEqual({ paths: ["a/api.yaml", "api.yaml"], unreadable: ["b"] });
  });

  test("fails whoever needs all that matches, and says where", async () => {
    const host = memoryHost({ cwd: "/w", today: "2026-01-01", files: {}, unreadable: ["/w/pacts/shop"] });
    expect(await findFiles(host, "*/pact.json", "/w/pacts")).toEqual({
      failure: "input",
      problems: [
        {
          code: "folder-unreadable",
          message:
            "The folder `pacts/shop` may not be read, and `*/pact.json` may match files in it. Allow reading it, or move it away.",
          file: "pacts/shop",
        },
      ],
    });
  });

  test("fails a configuration at the line of the contract", async () => {
    const text = "contracts:\n  - name: all\n    spec: services/*/openapi.yaml\n";
    const host = memoryHost({
      cwd: "/w",
      today: "2026-01-01",
      files: { "/w/concordat.yaml": text, "/w/services/a/openapi.yaml": "" },
      unreadable: ["/w/services/b"],
    });
    const read = await readConfig(host, undefined, []);
    expect(failed(read) && read.problems).toMatchObject([
      { code: "folder-unreadable", file: "concordat.yaml", line: 3, message: expect.stringContaining("`services/b`") },
    ]);
  });
});
