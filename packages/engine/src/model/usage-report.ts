import type { InferOutput } from "valibot";
import { count, day, list, object, optional, text, textOrNull } from "../base/forms.ts";

/** What `usage report --format json` answers. It can stand for the store that it was made of, wherever calls are asked for. */
export const UsageReportForm = object("The calls of a usage store.", {
  cells: list(
    "Calls of one operation by one consumer on one day each.",
    object("One cell.", {
      consumer: textOrNull("The consumer; null where nobody knows who calls."),
      method: text("The method, in capitals."),
      path: text("The path template."),
      day: day("The day in UTC."),
      calls: count("The calls.", 1),
      errors: count("Those of them that failed on the server."),
    }),
  ),
  days: optional(list("The days that have any row. Without it, those of the cells count.", day("A day in UTC."))),
  totals: object("All rows that were imported.", {
    rows: count("All of them: matched, unmatched and malformed."),
    matched: count("Those that count for an operation."),
    unmatched: count("Those that count for none."),
    malformed: count("Those that cannot be read."),
    anonymous: count("Matched rows whose consumer is unknown."),
  }),
});

/** The calls of a usage store, as a document. */
export type UsageReport = InferOutput<typeof UsageReportForm>;
