import { createRequire } from "node:module";
import { join } from "node:path";
import { catalogue } from "../../packages/rules/src/index.ts";
import type { Command } from "../measure.ts";
import { bench, concordatPath, environment, redoclyPath, root } from "../surroundings.ts";
import { countRedocly, readConcordat, readSpectral } from "./findings.ts";

/** A linter with the rules that it runs. */
export interface Linter {
  readonly name: string;
  /** Its rules for a description of OpenAPI 3.0, and what they look at beside their own subject. */
  readonly rules: number;
  readonly checks: string;
  /** @param output where the report is to go */
  command(description: string, output: string): Command;
  /** How much it found, as its report tells. */
  count(report: string): number;
}

const ruleset = join(bench, "spectral/oas.yaml");
const once = { env: environment, repeat: 1 };

function concordat(config: string, ...more: readonly string[]): Pick<Linter, "command" | "count"> {
  return {
    command: (description, output) => ({
      ...once,
      line: [
        ...[concordatPath, "lint", description, "--config", join(bench, config), ...more],
        ...["--format", "json", "--output", output, "--fail-on", "never"],
      ],
      succeeds: [0],
      output: `${output}.log`,
    }),
    count: (report) => readConcordat(report).length,
  };
}

/** Redocly cannot be told to succeed whatever it finds; whether it did its work shows in its report. */
function redocly(...more: readonly string[]): Pick<Linter, "command" | "count" | "rules" | "checks"> {
  return {
    // As counted in its bundle, version 2.77.0: it has no command that tells them.
    rules: 40,
    checks: "structure; examples of media types",
    command: (description, output) => ({
      ...once,
      line: [redoclyPath, "lint", description, "--extends", "recommended", "--format", "json", ...more],
      succeeds: [0, 1],
      output,
    }),
    count: countRedocly,
  };
}

/** Our recommended preset. */
export const ours: Linter = {
  name: "concordat lint",
  rules: recommendedRules(),
  checks: "structure; no examples",
  ...concordat("lint/recommended.yaml"),
};

/** The same with the one rule more that rivals have in their presets. */
const oursWithExamples: Linter = {
  name: "concordat lint, examples too",
  rules: ours.rules + 1,
  checks: "structure; examples of schemas and media types",
  ...concordat("lint/examples.yaml"),
};

/** Redocly as it comes: it writes a hundred problems and counts the others. */
export const redoclyDefault: Linter = { name: "redocly lint", ...redocly() };

/** Redocly with all that it finds in its report, as the others write theirs. */
export const redoclyAll: Linter = { name: "redocly lint, all problems", ...redocly("--max-problems", "1000000000") };

const spectralChecks = { rules: spectralRules(), checks: "structure; examples of schemas and media types" };

/** Spectral's own rules, run by ours. */
export const viaOurs: Linter = {
  name: "concordat lint, spectral:oas",
  ...spectralChecks,
  ...concordat("spectral/only.yaml", "--ruleset", ruleset),
};

/** Spectral's own rules, run by Spectral. */
export const stock: Linter = {
  name: "spectral lint, spectral:oas",
  ...spectralChecks,
  command: (description, output) => ({
    ...once,
    line: [
      ...[join(root, "node_modules/.bin/spectral"), "lint", description, "-r", ruleset],
      ...["-f", "json", "-o", output, "--quiet"],
    ],
    succeeds: [0, 1],
    output: `${output}.log`,
  }),
  count: (report) => readSpectral(report).length,
};

/** All linters, in the order of their rows. */
export const linters: readonly Linter[] = [ours, oursWithExamples, redoclyDefault, redoclyAll, viaOurs, stock];

function recommendedRules(): number {
  const { lint, presets } = catalogue;
  return lint.filter(({ id, severity }) => (presets.recommended.get(id) ?? severity) !== "off").length;
}

interface SpectralRule {
  readonly recommended?: boolean;
  readonly formats?: readonly Format[];
}
type Format = ((document: unknown, source: null) => boolean) & { readonly displayName?: string };

/** The rules of `spectral:oas` that are on, and that a description of OpenAPI 3.0 is judged by. */
function spectralRules(): number {
  const inSpectral = createRequire(createRequire(join(root, "package.json")).resolve("@stoplight/spectral-cli"));
  const { oas } = inSpectral("@stoplight/spectral-rulesets") as {
    oas: { readonly rules: Readonly<Record<string, SpectralRule>>; readonly formats: readonly Format[] };
  };
  return Object.values(oas.rules).filter(
    ({ recommended, formats = oas.formats }) =>
      recommended !== false && formats.some((isOf) => isOf({ openapi: "3.0.3" }, null)),
  ).length;
}
