import { count, list, object, text, textOrNull } from "../packages/engine/src/report/forms.ts";

/** What `usage report` answers. */
export const UsageReportForm = object("The calls of a usage store.", {
  cells: list(
    "Calls of one operation by one consumer on one day each.",
    object("One cell.", {
      consumer: textOrNull("The consumer; null where nobody knows who calls."),
      method: text("The method, in capitals."),
      path: text("The path template."),
      day: text("The day in UTC, `YYYY-MM-DD`."),
      calls: count("The calls.", 1),
      errors: count("Those of them that failed on the server."),
    }),
  ),
  totals: object("All rows that were imported.", {
    rows: count("All of them: matched, unmatched and malformed."),
    matched: count("Those that count for an operation."),
    unmatched: count("Those that count for none."),
    malformed: count("Those that cannot be read."),
    anonymous: count("Matched rows whose consumer is unknown."),
  }),
});
