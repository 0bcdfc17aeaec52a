import { escapeMarkdown, inlineCode, jsonText } from "@concordat/engine/report";
import type { SchemaComparison } from "@concordat/engine/schemas";

/** The forms in which a comparison of two schemas is printed. */
export const SCHEMA_FORMATS = ["json", "stylish", "markdown"] as const;
export type SchemaFormat = (typeof SCHEMA_FORMATS)[number];

/** What came of two schema files, in one of the forms, with a line end. */
export function renderSchemaComparison(
  comparison: SchemaComparison,
  names: { readonly base: string; readonly head: string },
  format: SchemaFormat,
): string {
  if (format === "json") return `${jsonText(comparison)}\n`;
  const { baseWithinHead, headWithinBase, witnesses, reasons, pass } = comparison;
  const claims = [
    {
      answer: baseWithinHead,
      claim: "every value of base is a value of head",
      witness: witnesses.baseNotHead,
      reason: reasons?.baseWithinHead,
    },
    {
      answer: headWithinBase,
      claim: "every value of head is a value of base",
      witness: witnesses.headNotBase,
      reason: reasons?.headWithinBase,
    },
  ];
  if (format === "markdown")
    return [
      `## ${pass ? "✅" : "❌"} ${inlineCode(names.base)} → ${inlineCode(names.head)}`,
      claims
        .map(
          ({ answer, claim, witness, reason }) =>
            `- ${claim}: **${answer}**${witness === undefined ? "" : `, as ${inlineCode(jsonText(witness))} shows`}${reason === undefined ? "" : `: ${escapeMarkdown(reason)}`}`,
        )
        .join("\n"),
      "",
    ].join("\n\n");
  return [
    `${names.base} → ${names.head}`,
    "",
    ...claims.flatMap(({ answer, claim, witness, reason }) => [
      `  ${answer.padEnd(9)}  ${claim}`,
      ...(witness === undefined ? [] : [`             witness ${jsonText(witness)}`]),
      ...(reason === undefined ? [] : [`             ${reason}`]),
    ]),
    "",
    pass ? "  ✔ pass" : "  ✘ fail",
    "",
  ].join("\n");
}
