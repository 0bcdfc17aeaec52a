import { catalogue } from "@concordat/rules";
import type { ExitCode, Surroundings } from "../io.ts";

/** `concordat rules list`: all rules with their dials. */
export function rulesList({ format }: { readonly format: "stylish" | "json" }, io: Surroundings): ExitCode {
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
  const rules = [...diff, ...lint];
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
