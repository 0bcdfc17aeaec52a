import { globSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { CORPUS, readCorpus } from "./support/corpus.ts";
import { lintFile, renderJson } from "./support/judging.ts";

/*
 * The lint rules over real descriptions: none fails, answers repeat byte for byte, and what they say can be read.
 */

const pairs = readCorpus();

/** Findings that a description may have at most: 50, or 200 for each megabyte of all its files. */
function mostFindings(head: string): number {
  const parts = head.split("/");
  // `vendor/new.json`, or `vendor/new/...` where it is a tree of files.
  const root = join(CORPUS, ...parts.slice(0, 2));
  const files =
    parts.length === 2 ? [root] : globSync("**/*.{yaml,json}", { cwd: root }).map((file) => join(root, file));
  return Math.max(50, (200 * files.reduce((size, file) => size + statSync(file).size, 0)) / 1e6);
}

test.skipIf(pairs.length > 0)("is skipped: the corpus is not at hand", () => {});

describe.each(pairs)("$vendor", ({ head }) => {
  test("is judged by all rules, none of which fails", async () => {
    const { rulings } = await lintFile(CORPUS, head, "strict");
    expect(rulings.filter(({ rule }) => rule === "lint/rule-crashed").map(({ message }) => message)).toEqual([]);
    for (const { rule, head: span, members } of rulings) {
      expect(span, rule).not.toBeNull();
      for (const member of members ?? []) expect(member.head, rule).not.toBeNull();
    }
  });

  test("has findings that people can read, the same each time", async () => {
    const outcome = await lintFile(CORPUS, head);
    expect(outcome.rulings.length).toBeLessThanOrEqual(mostFindings(head));
    expect(await renderJson(await lintFile(CORPUS, head))).toBe(await renderJson(outcome));
  });
});
