import { failed } from "@concordat/engine";
import type { ExitCode, Surroundings } from "../io.ts";
import { openRules, type RulesFlags } from "../session/open.ts";
import { failureCode } from "../session/problems.ts";

/** `concordat rules list`: all rules with their dials, those of the team as well. */
export async function rulesList(
  { format, ...flags }: RulesFlags & { readonly format: "stylish" | "json" },
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
  const rules = [...diff, ...lint, ...pact];
  if (format === "json") io.stdout.writeRaw(`${JSON.stringify({ schemaVersion: 1, rules })}\n`);
  else {
    const width = Math.max(...rules.map(({ id }) => id.length));
    for (const { id, summary, severity, impact, audience } of rules) {
      io.stdout.write(
        `${id.padEnd(width)}  ${severity.padEnd(5)}  ${impact.padEnd(5)}  ${audience.padEnd(6)}  ${summary}\n`,
      );
    }
  }
  return 0;
}
