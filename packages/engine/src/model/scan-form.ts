import { count, flag, list, object, optional, text, value } from "../base/forms.ts";

/*
 * The form of scans. The types of `scan.ts` are written out beside it, as programs of others see them.
 */

/** The members of a place in a source. */
export const callSite = { file: text("The source."), line: count("From 1.", 1), column: count("From 1.", 1) };

export const CallSiteForm = object("A place in a source.", callSite);

const operation = { method: text("Its method."), path: text("Its path template.") };

const ScannedForm = object("A description.", {
  spec: text("The description."),
  operations: count("How many operations it has."),
  files: count("How many sources were read."),
  used: list(
    "The operations that are used.",
    object("An operation.", {
      ...operation,
      function: text("The name of its function in the generated client."),
      sites: list(
        "Where it is used.",
        object("A place in a source.", {
          ...callSite,
          sends: optional(
            object("What is given to it, as the source writes it out; absent where it is not called here.", {
              parameters: list("The parameters that are given, by place and name.", text("As `query.limit`.")),
              isWhole: flag("Whether these are all: nothing is spread, computed or passed from elsewhere."),
              body: optional(value("The body; values that are not written out stand as empty objects.")),
            }),
          ),
        }),
      ),
    }),
  ),
  unused: list(
    "The operations of which no use was found. Where `unresolved` has places, one of these may use them.",
    object("An operation.", operation),
  ),
  unresolved: list(
    "Places that use the API, or may, where it cannot be told which operation.",
    object("A place in a source.", { ...callSite, reason: text("Why it cannot be told.") }),
  ),
});

/** The members of what `client usage --format json` answers, beside those of every answer. */
export const scanEntries = {
  consumer: optional(text("The consumer whose sources were read.")),
  clients: list("The descriptions whose use was looked for.", ScannedForm),
};
