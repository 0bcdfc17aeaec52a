import { expect, test } from "vitest";
import { readConfig } from "../config/read-config.ts";
import { memoryHost } from "../host/memory.ts";
import { valueIn } from "../testing/value-in.ts";
import { changedPackages } from "./changed-packages.ts";

const lockOf = (version: string) => JSON.stringify({ packages: { "node_modules/policy": { version } } });

/** The packages that head installs otherwise, where the lockfile of a folder changes. */
async function changedBy(folder: string) {
  const lock = `${folder}package-lock.json`;
  const config = { "apps/shop/api/concordat.yaml": "extends: policy\n" };
  const installed = { "/apps/shop/node_modules/policy/concordat.yaml": "policy: { preset: core }\n" };
  const kept = Object.fromEntries(Object.entries(config).map(([path, text]) => [`/${path}`, text]));
  const host = memoryHost({
    cwd: "/apps/shop/api",
    today: "2026-01-01",
    files: { ...kept, ...installed, [`/${lock}`]: lockOf("2.0.0") },
    git: { main: { ...config, [lock]: lockOf("1.0.0") } },
  });
  const read = valueIn(await readConfig(host, undefined, []));
  return changedPackages(read, { root: "/", commit: "main" }, host);
}

test.each(["", "apps/shop/", "apps/shop/api/"])("a package is changed by the lockfile in `%s`", async (folder) => {
  expect(await changedBy(folder)).toEqual({ value: ["policy"] });
});

test("a lockfile elsewhere changes no package", async () => {
  expect(await changedBy("apps/other/")).toEqual({ value: [] });
});
