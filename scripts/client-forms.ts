import { count, flag, list, object, oneOf, text } from "../packages/engine/src/base/forms.ts";
import { envelope } from "../packages/engine/src/report/document.ts";

/*
 * The forms of what `concordat client` answers.
 */

const site = { file: text("The source."), line: count("From 1.", 1), column: count("From 1.", 1) };

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

export const ClientUsageForm = object("The operations that sources use.", {
  ...envelope,
  clients: list(
    "The descriptions whose use was looked for.",
    object("A description.", {
      spec: text("The description."),
      operations: count("How many operations it has."),
      files: count("How many sources were read."),
      used: list(
        "The operations that are used.",
        object("An operation.", {
          method: text("Its method."),
          path: text("Its path template."),
          function: text("The name of its function in the generated client."),
          sites: list("Where it is used.", object("A place in a source.", site)),
        }),
      ),
      unresolved: list(
        "Places that use the API, where it cannot be told which operation.",
        object("A place in a source.", { ...site, reason: text("Why it cannot be told.") }),
      ),
    }),
  ),
});
