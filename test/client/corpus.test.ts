import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { typesOf } from "../../packages/client-typescript/src/index.ts";
import { governClientGenerate } from "../../packages/engine/src/govern/client.ts";
import { DEFAULT_LOAD, failed, nodeHost } from "../../packages/engine/src/index.ts";
import { CORPUS, readCorpus } from "../support/corpus.ts";
import { typeCheck } from "../support/type-check.ts";

/*
 * Every real description of the corpus becomes a client that type-checks, or is refused with the place of what is wrong.
 */

const pairs = readCorpus();
const folder = mkdtempSync(join(tmpdir(), "concordat-clients-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test.skipIf(pairs.length === 0)(
  "clients of real descriptions type-check",
  async () => {
    const host = nodeHost(CORPUS);
    writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
    mkdirSync(join(folder, "clients"));
    const unplaced: string[] = [];
    let generated = 0;
    for (const source of pairs.flatMap(({ base, head }) => [base, head])) {
      const out = join(folder, "clients", source.replaceAll(/[^\w-]/g, "_"));
      const result = await governClientGenerate(
        { source, out, load: { ...DEFAULT_LOAD, root: CORPUS } },
        typesOf,
        host,
      );
      if (!failed(result)) generated++;
      else if (!result.problems.every(({ file, line }) => file !== undefined && line !== undefined))
        unplaced.push(basename(out));
    }
    expect(unplaced).toEqual([]);
    expect(generated).toBeGreaterThan(20);
    expect(typeCheck(folder)).toBe("");
  },
  120_000,
);
