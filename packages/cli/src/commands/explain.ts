import { nearest } from "@concordat/engine";
import { catalogue } from "@concordat/rules";
import type { ExitCode, Surroundings } from "../io.ts";
import { complain } from "./judging.ts";

/** `concordat explain`: everything known about a rule. */
export function explain(id: string, io: Surroundings): ExitCode {
  const rule = catalogue.diff.find((each) => each.id === id || each.id === `diff/${id}`);
  if (rule === undefined) {
    const near = nearest(
      id.includes("/") ? id : `diff/${id}`,
      catalogue.diff.map((each) => each.id),
    );
    return complain(
      [
        {
          code: "rule-unknown",
          message: `There is no rule \`${id}\`.${near ? ` Did you mean \`${near}\`?` : ""} \`concordat rules list\` shows all.`,
        },
      ],
      io,
    );
  }
  const facts = [
    ["severity", rule.severity],
    ["impact", rule.impact],
    ["audience", rule.audience],
    ...(rule.direction ? [["direction", rule.direction]] : []),
    ["mirror", typeof rule.mirror === "string" ? rule.mirror : `none: ${rule.mirror.none}`],
    ...(rule.source ? [["source", rule.source]] : []),
  ];
  const lines = [
    rule.id,
    "",
    `  ${rule.summary}`,
    "",
    `  Why  ${rule.why}`,
    `  Fix  ${rule.fix}`,
    "",
    ...facts.map(([name, value]) => `  ${`${name}`.padEnd(10)}${value}`),
    "",
    "  To change how loud it is, in concordat.yaml:",
    "",
    "    rules:",
    `      ${rule.id}: ${rule.severity === "error" ? "warn" : "error"}`,
    "",
    "  To accept one finding until a date, beside what it is about in the description:",
    "",
    "    x-concordat-ignore:",
    `      - rule: ${rule.id}`,
    "        reason: why it is right here",
    "        until: 2027-06-30",
    "",
  ];
  io.stdout.write(lines.join("\n"));
  return 0;
}
