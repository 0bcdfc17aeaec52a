import { flag, list, object, oneOf, text } from "../packages/engine/src/base/forms.ts";
import { scanEntries } from "../packages/engine/src/model/scan-form.ts";
import { envelope } from "../packages/engine/src/report/document.ts";

/*
 * The forms of what `concordat client` answers.
 */

export const ClientCheckForm = object("Whether committed clients are up to date.", {
  ...envelope,
  pass: flag("Whether all of them are."),
  clients: list(
    "The clients that were asked for.",
    object("A client.", {
      source: text("Its description."),
      folder: text("Its folder."),
      stale: list(
        "The files that are not as they would be generated now.",
        object("A file.", {
          file: text("Its path."),
          reason: oneOf("What is wrong with it.", "missing", "changed"),
        }),
      ),
    }),
  ),
});

export const ClientUsageForm = object("The operations that sources use.", { ...envelope, ...scanEntries });
