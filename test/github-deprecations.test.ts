import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { governDeprecations } from "../packages/engine/src/govern/deprecations.ts";
import { DEFAULT_LOAD, nodeHost } from "../packages/engine/src/index.ts";
import { valueIn } from "../packages/engine/src/testing/value-in.ts";
import { ROOT } from "./support/paths.ts";

/* What the description of GitHub deprecates, as `bench/` installs it. */

const GITHUB = join(ROOT, "bench/node_modules/@octokit/openapi/generated/api.github.com.json");

test.skipIf(!existsSync(GITHUB))(
  "GitHub's deprecated operations are listed, with those that get little notice",
  async () => {
    const terms = { noticeDays: 180, datesRequired: false, load: DEFAULT_LOAD };
    const { deprecations, faults } = valueIn(await governDeprecations(GITHUB, terms, nodeHost(ROOT)));
    const operations = deprecations.filter(({ kind, removed }) => kind === "operation" && removed === null);
    expect(operations).toHaveLength(37);
    expect(operations.filter(({ sunset }) => sunset !== null)).toHaveLength(34);
    expect(faults.map(({ code }) => code)).toEqual(Array(6).fill("notice-too-short"));
  },
);
