import { failed } from "@concordat/engine";
import type { ExitCode, Surroundings } from "../io.ts";
import { openRules, type RulesFlags } from "../session/open.ts";
import { failureCode } from "../session/problems.ts";

/** The flags of `rules list`. */
export interface RulesListFlags extends RulesFlags {
  readonly format: "stylish" | "json";
  readonly family?: "diff" | "lint" | "pact";
  readonly severity?: "error" | "warn" | "info" | "off";
}

/** A rule as the list has it. */
interface ListedRule {
  readonly id: string;
  readonly summary: string;
  readonly severity: string;
  readonly impact: string;
  readonly audience: string;
}

/** `concordat rules list`: rules with their dials by family, those of the team as well; all, or those that a text and flags select. */
export async function rulesList(
  text: string | undefined,
  { format, family, severity: level, ...flags }: RulesListFlags,
  io: Surroundings,
): Promise<ExitCode> {
  const opened = await openRules(flags, io);
  if (failed(opened)) return failureCode(opened, io);
  const { catalogue } = opened.value;
  const diff = catalogue.diff.map(({ id, summary, severity, impact, audience }) => ({
    id,
    summary,
    severity,
    impact,
    audience,
  }));
  const lint = catalogue.lint.map(({ id, summary, severity, audience = "wire", theme }) => ({
    id,
    summary,
    severity,
    impact: "none",
    audience,
    theme,
  }));
  const pact = catalogue.pact.map(({ id, summary, severity }) => ({
    id,
    summary,
    severity,
    impact: "none",
    audience: "wire",
  }));
  const wanted = text?.toLowerCase() ?? "";
  const selected = (rules: readonly ListedRule[]) =>
    rules.filter(
      ({ id, summary, severity }) =>
        `${id} ${summary}`.toLowerCase().includes(wanted) && (level === undefined || severity === level),
    );
  const families = Object.entries({ diff, lint, pact })
    .filter(([name]) => family === undefined || name === family)
    .map(([name, rules]) => ({ name, rules: selected(rules) }))
    .filter(({ rules }) => rules.length > 0);
  const rules = families.flatMap((each) => each.rules);
  if (format === "json") io.stdout.writeRaw(`${JSON.stringify({ schemaVersion: 1, rules })}\n`);
  else if (rules.length === 0) io.stderr.write("No rule matches. Run `concordat rules list` to see all rules.\n");
  else io.stdout.write(families.map((each) => `${familyLines(each).join("\n")}\n`).join("\n"));
  return 0;
}

function familyLines({ name, rules }: { readonly name: string; readonly rules: readonly ListedRule[] }): string[] {
  const width = Math.max(...rules.map(({ id }) => id.length));
  return [
    `${name} (${rules.length})`,
    ...rules.map(
      ({ id, summary, severity, impact, audience }) =>
        `${id.padEnd(width)}  ${severity.padEnd(5)}  ${impact.padEnd(5)}  ${audience.padEnd(6)}  ${summary}`,
    ),
  ];
}
