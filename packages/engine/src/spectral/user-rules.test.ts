// biome-ignore-all lint/suspicious/noThenProperty: the name is Spectral's.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { TextIndex } from "../finding/text-index.ts";
import { memoryHost } from "../host/memory.ts";
import { nodeHost } from "../host/node.ts";
import { type Description, loadDescription } from "../load/description.ts";
import { toLocation } from "../source/location.ts";
import { valueIn } from "../testing/value-in.ts";
import { resolveDescription } from "./resolver.ts";
import type { LoadedRulesets } from "./ruleset.ts";
import { loadRulesets } from "./rulesets.ts";
import { runUserRules } from "./user-rules.ts";

const FIXTURES = join(import.meta.dirname, "fixtures");
const host = nodeHost(FIXTURES);

/**
 * What the command line of Spectral finds in the fixtures, by ruleset and description: @stoplight/spectral-cli 6.16.3,
 * `spectral lint --format json`, with paths cut back to what the document has and the folder left out.
 */
const EXPECTED: Record<string, string[]> = JSON.parse(readFileSync(join(FIXTURES, "expected.json"), "utf8"));

async function descriptionOf(source: string, from = host): Promise<Description> {
  return valueIn(await loadDescription(source, from));
}

async function rulesetsOf(...paths: string[]): Promise<LoadedRulesets> {
  const loaded = await loadRulesets(paths, host);
  if ("problems" in loaded) throw new Error(loaded.problems.map(({ message }) => message).join("\n"));
  return loaded.value;
}

async function linesOf(description: Description, rulesets: LoadedRulesets): Promise<string[]> {
  const { findings } = await runUserRules(description, rulesets);
  const located = findings.map((finding) => ({
    ...finding,
    location: { side: "head" as const, ...toLocation(finding.at) },
  }));
  const index = new TextIndex(
    { head: description },
    located.map(({ location }) => location),
  );
  return located.map(({ code, message, severity, at, location }) => {
    const { file, line } = index.spanOf(location) ?? {};
    return `${file}:${line} ${severity} ${code} ${at.pointer}: ${message.replaceAll(`${FIXTURES}/`, "./")}`;
  });
}

describe("the same is found as by Spectral's command line", () => {
  test.each(Object.keys(EXPECTED))("%s", async (name) => {
    const [ruleset, description = ""] = name.split(" on ");
    const lines = await linesOf(await descriptionOf(description), await rulesetsOf(`rules/${ruleset}.yaml`));
    expect(lines.sort()).toEqual(EXPECTED[name]);
  });

  test("by two rulesets together, each finding once", async () => {
    const description = await descriptionOf("new.yaml");
    const twice = await linesOf(description, await rulesetsOf("rules/oas.yaml", "rules/oas.yaml"));
    expect(twice.sort()).toEqual(EXPECTED["oas on new.yaml"]);
  });
});

describe("rules that fail", () => {
  const ruleset = (rules: object): LoadedRulesets => ({
    rulesets: [{ name: "r", source: join(FIXTURES, "r.yaml"), definition: { rules } as never }],
  });
  const fine = { given: "$.info", then: { function: () => [{ message: "seen" }] } };

  test("are findings, and the others go on", async () => {
    const throws = { given: "$.paths[*]", then: { function: () => Object(null).nothing.more } };
    const rejects = { given: "$.info", then: { function: () => Promise.reject(new Error("later")) } };
    const { findings, timings } = await runUserRules(
      await descriptionOf("new.yaml"),
      ruleset({ throws, rejects, fine }),
      () => 0,
    );
    expect(findings.map(({ code, severity, message }) => [code, severity, message]).sort()).toEqual([
      ["fine", "warn", "seen"],
      ["rejects", "error", "Its function `function` failed and did not judge all it should: later"],
      ["throws", "error", expect.stringMatching(/^Its function `function` failed .*undefined/)],
    ]);
    expect(timings.map(({ rule }) => rule).sort()).toEqual(["fine", "rejects", "throws"]);
  });

  test("by their paths too", async () => {
    const lost = { given: "$.info[?(@.a.b.c ===", then: { function: () => [] } };
    const { findings } = await runUserRules(await descriptionOf("new.yaml"), ruleset({ lost, fine }));
    expect(findings.map(({ code }) => code).sort()).toEqual(["fine", "lost"]);
  });
});

describe("references", () => {
  const world = (files: Record<string, string>) => memoryHost({ cwd: "/w", today: "2026-01-01", files });
  const head = "openapi: 3.0.0\ninfo: { title: t, version: '1' }\npaths: {}\n";

  test("to one place share what is there, and the description stays as it was", async () => {
    const text = `${head}components: { schemas: { A: { $ref: '#/components/schemas/C' }, B: { allOf: [{ $ref: '#/components/schemas/C' }] }, C: { type: string } } }`;
    const description = await descriptionOf("a.yaml", world({ "/w/a.yaml": text }));
    const before = JSON.stringify(description.root.root);
    const { result } = resolveDescription(description) as {
      result: { components: { schemas: Record<string, never> } };
    };
    const { A, B, C } = result.components.schemas as Record<string, { allOf: unknown[] }>;
    expect(A).toEqual({ type: "string" });
    expect(A).toBe(C);
    expect(B?.allOf[0]).toBe(C);
    expect(JSON.stringify(description.root.root)).toBe(before);
  });

  test("in a circle across documents end in a reference", async () => {
    const description = await descriptionOf(
      "a.yaml",
      world({
        "/w/a.yaml": `${head}components: { schemas: { A: { properties: { b: { $ref: 'b.yaml#/B' } } } } }`,
        "/w/b.yaml": "B: { properties: { a: { $ref: 'a.yaml#/components/schemas/A' }, c: { $ref: 'c.yaml' } } }",
        "/w/c.yaml": "{ items: { $ref: 'b.yaml#/B' } }",
      }),
    );
    const { result, errors } = resolveDescription(description);
    expect(JSON.stringify(result)).toContain('{"items":{"$ref":"b.yaml#/B"}}');
    expect(errors).toEqual([]);
  });

  test("that lead nowhere in another document are told of where they stand", async () => {
    const description = await descriptionOf(
      "a.yaml",
      world({ "/w/a.yaml": `${head}components: { schemas: { A: { $ref: 'b.yaml#/None' } } }`, "/w/b.yaml": "B: {}" }),
    );
    const { findings } = await runUserRules(description, await rulesetsOf("rules/oas.yaml"));
    const found = findings.filter(({ code }) => code === "invalid-ref");
    expect(found.map(({ at, message }) => [at.pointer, message])).toEqual([
      ["/components/schemas/A/$ref", "'#/None' does not exist @ '/w/b.yaml'"],
    ]);
  });
});
