import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Contest } from "../rounds.ts";
import { bench, concordatPath, environment, ghes } from "../surroundings.ts";
import { writeConsumers, writePact } from "./pacts.ts";

export const CONCORDAT = "concordat";
export const COMPARATOR = "openapi-pact-comparator";
/** Consumers that expect whole examples of responses, and such that read about a third of them. */
export const CHECKS = ["200 interactions, whole examples", "200 interactions, parts of examples"];
/** Both ways: the later release adds more than it takes away, so that the way back hurts more. */
export const IMPACTS = ["500 consumers, GHES 3.18 → 3.19", "500 consumers, GHES 3.19 → 3.18"];

const once = { env: environment, repeat: 1 };
const github = join(bench, "node_modules/@octokit/openapi/generated/api.github.com.json");
/** Where the pacts are, once they are made. */
let folder: string | undefined;

/** A pact beside a description, and consumers beside two. */
export function contests(): Contest[] {
  const pacts = (folder ??= makePacts());
  const [lower, upper] = [ghes("3.18"), ghes("3.19")];
  const sides = [
    [lower, upper],
    [upper, lower],
  ] as const;
  const files = ["bench.json", "parts/consumer-0.json"].map((file) => join(pacts, file));
  return [
    ...files.map((file, i) => check(CHECKS[i] ?? "", file)),
    ...sides.map(([base, head], i) => impact(IMPACTS[i] ?? "", base, head, pacts)),
  ];
}

/** Makes the pacts in a folder that is gone when the bench ends. */
function makePacts(): string {
  const made = mkdtempSync(join(tmpdir(), "concordat-bench-pact-"));
  process.on("exit", () => rmSync(made, { recursive: true }));
  writePact(github, 200, made);
  writeConsumers(github, 1, 200, join(made, "parts"));
  writeConsumers(ghes("3.18"), 500, 10, join(made, "consumers"));
  return made;
}

function check(name: string, pact: string): Contest {
  const line = ["node", fileURLToPath(import.meta.resolve("./comparator.ts")), github, pact];
  return {
    name,
    entrants: [
      { name: CONCORDAT, command: ours(["pact", "check", "--spec", github, "--pact", pact]) },
      { name: COMPARATOR, command: (output) => ({ ...once, line, succeeds: [0], output }) },
    ],
  };
}

/** Consumers joined with a comparison, beside the comparison alone. */
function impact(name: string, base: string, head: string, pacts: string): Contest {
  const consumers = join(pacts, "consumers/*.json");
  return {
    name,
    entrants: [
      { name: CONCORDAT, command: ours(["pact", "impact", "--base", base, "--head", head, "--pact", consumers]) },
      { name: "concordat diff", command: ours(["diff", base, head]) },
    ],
  };
}

function ours(args: readonly string[]): Contest["entrants"][number]["command"] {
  return (output) => ({
    ...once,
    line: [concordatPath, ...args, "--format", "json", "--output", output],
    succeeds: [0, 1],
    output: `${output}.log`,
  });
}
