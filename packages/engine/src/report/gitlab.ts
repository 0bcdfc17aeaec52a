import { jsonText } from "../base/plain-text.ts";
import type { Severity } from "../finding/finding.ts";
import { fingerprintOf } from "../finding/fingerprint.ts";
import { outcomesOf, type Reporter } from "./report.ts";
import { spanToday } from "./texts.ts";

const SEVERITIES: Readonly<Record<Severity, string>> = { error: "critical", warn: "major", info: "info", off: "info" };

/** A Code Quality report of GitLab: open findings and problems with path, line and fingerprint. */
export const renderGitlab: Reporter = (input) => {
  const issues = outcomesOf(input).flatMap(({ head, rulings, problems }) => [
    ...problems.map(({ code, message, severity, file = head.source, line = 1 }) => ({
      description: message,
      check_name: `problem/${code}`,
      fingerprint: fingerprintOf(`problem/${code}`, file, { message }),
      severity: SEVERITIES[severity],
      location: { path: file, lines: { begin: line } },
    })),
    ...rulings
      .filter(({ standing }) => standing === "open")
      .map((ruling) => {
        const { file, line } = spanToday(ruling) ?? { file: head.source, line: 1 };
        return {
          description: ruling.message,
          check_name: ruling.rule,
          // Two contracts may have findings of the same kind at the same place of theirs.
          fingerprint: fingerprintOf(ruling.rule, file, { finding: ruling.fingerprint }),
          severity: SEVERITIES[ruling.severity],
          location: { path: file, lines: { begin: line } },
        };
      }),
  ]);
  return `${jsonText(issues)}\n`;
};
