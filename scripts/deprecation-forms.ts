import { day, either, list, object, oneOf, optional, text, textOrNull } from "../packages/engine/src/base/forms.ts";
import { envelope, ProblemForm } from "../packages/engine/src/report/document.ts";

/*
 * The forms of what `deprecations timeline` and `deprecations headers` answer.
 */

const asOf = day("The day from which dates are seen.");
const operation = { method: text("In capitals."), path: text("The template.") };
const problems = list("What is wrong with dates and replacements, and what keeps some unknown.", ProblemForm);

/** The answer of `deprecations timeline`. */
export const TimelineAnswerForm = object("The days of deprecations, in order.", {
  ...envelope,
  asOf,
  events: list(
    "One entry for each day.",
    object("A day on which the life of something turns.", {
      day: day("The day."),
      event: oneOf("What happens on it.", "announced", "deprecated", "sunset", "removed"),
      source: text("The description that has it."),
      subject: text("The stable address of what it is about."),
      name: text("What it is called."),
      replacement: textOrNull("What to use instead."),
    }),
  ),
  problems,
});

const headers = {
  operations: list(
    "The deprecated operations that have headers.",
    object("An operation.", {
      ...operation,
      headers: object("The headers that its responses should have.", {
        Deprecation: optional(text("Since when it is deprecated (RFC 9745).")),
        Sunset: optional(text("Until when it works (RFC 8594).")),
        Link: optional(text("Where to read more.")),
      }),
    }),
  ),
  routes: list("All operations, deprecated or not.", object("An operation.", operation)),
  basePaths: list("What stands before the templates in URLs.", text("A path.")),
  problems,
};

/** The answer of `deprecations headers`. */
export const HeadersForm = either([
  object("The headers of one description.", { ...envelope, asOf, ...headers }),
  object("The headers of several descriptions.", {
    ...envelope,
    asOf,
    descriptions: list(
      "One entry for each description, with base paths of its own.",
      object("One description.", { source: text("Where it was read from."), ...headers }),
    ),
  }),
]);
