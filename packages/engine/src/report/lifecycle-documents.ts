import * as v from "valibot";
import { count, day, flag, list, object, oneOf, optional, orNull, text, textOrNull } from "../base/forms.ts";
import { CallSiteForm } from "../model/scan-form.ts";
import { envelope, ProblemForm } from "./document.ts";

/* The documents of `deprecations list` and `migrate status`, as far as a page shows them. */

const OperationForm = object("An operation.", { method: text("In capitals."), path: text("The template.") });

const DeprecationForm = object("Something that is on its way out.", {
  subject: text("The stable address of what it is."),
  kind: text("What it is: an operation, a parameter, a property."),
  operation: orNull(OperationForm),
  announced: orNull(day("The day on which consumers were told.")),
  deprecated: orNull(day("The day since when it is deprecated.")),
  sunset: orNull(day("The last day on which it works.")),
  removed: orNull(day("The day on which it was removed.")),
  replacement: textOrNull("What to use instead."),
  stability: optional(text("How firm its promise is: draft, alpha, beta or stable.")),
  docs: optional(textOrNull("Where consumers read more.")),
  source: optional(text("What says so: the description, its timeline, its history.")),
});

const deprecations = {
  deprecations: list("What is deprecated.", DeprecationForm),
  problems: list("What is wrong with the dates and replacements.", ProblemForm),
};

/** What one description deprecates. */
export const DeprecationsForm = object("The deprecations of a description.", {
  ...envelope,
  asOf: day("The day from which dates are seen."),
  ...deprecations,
});

/** What several descriptions deprecate. */
export const AllDeprecationsForm = object("The deprecations of several descriptions.", {
  ...envelope,
  asOf: day("The day from which dates are seen."),
  descriptions: list(
    "One entry for each description.",
    object("One description.", { source: text("Where it was read from."), ...deprecations }),
  ),
});

const ConsumerForm = object("How far one consumer has come.", {
  consumer: textOrNull("Its name; null where nobody knows who calls."),
  state: oneOf("Where it stands.", "not-started", "dual-running", "migrated", "silent"),
  oldCalls: count("Calls of what is deprecated, within the window."),
  newCalls: count("Calls of the successor, within the window."),
  lastOldCall: text("The day of the last call of what is deprecated."),
  trend: optional(
    list(
      "The days of the window on which it called either.",
      object("One day.", {
        day: day("The day."),
        oldCalls: count("Calls of what is deprecated."),
        newCalls: count("Calls of the successor."),
      }),
    ),
  ),
  owner: optional(text("Who is responsible for it.")),
  contact: optional(text("How to reach them.")),
});

const FieldForm = object(
  "The move of consumers away from a deprecated parameter, property or value, by their pacts and scans.",
  {
    subject: text("The stable address of what is deprecated."),
    kind: oneOf("What it is.", "parameter", "property", "enum-value"),
    name: text("What it is called in sentences."),
    operation: orNull(OperationForm),
    deprecated: orNull(day("The day since when it is deprecated.")),
    sunset: orNull(day("The last day on which it works.")),
    replacement: textOrNull("What to use instead."),
    consumers: list(
      "One entry for each consumer.",
      object("How far one consumer has come.", {
        consumer: text("Its name."),
        state: oneOf("Where it stands.", "not-started", "dual-running", "migrated", "silent"),
        oldCalls: count("Interactions and call sites that use what is deprecated."),
        newCalls: count("Interactions and call sites that use its replacement."),
        lastOldCall: v.pipe(v.null(), v.description("Neither pacts nor scans have days.")),
      }),
    ),
    progress: v.pipe(
      v.number(),
      v.minValue(0),
      v.maxValue(1),
      v.description("The share of consumers that have moved."),
    ),
    forecast: v.pipe(v.null(), v.description("Neither pacts nor scans have days.")),
    removable: flag("Whether it may be removed."),
    because: list("Why it may not be removed.", text("One reason.")),
  },
);

const MigrationForm = object("The move of all consumers away from one deprecated operation.", {
  subject: text("The stable address of the operation."),
  operation: OperationForm,
  deprecated: optional(orNull(day("The day since when it is deprecated."))),
  sunset: orNull(day("The last day on which it works.")),
  replacement: textOrNull("What to use instead."),
  consumers: list("One entry for each consumer.", ConsumerForm),
  code: optional(
    list(
      "The consumers whose code calls it or its successor, or may, by their scans.",
      object("How far the code of one consumer has come.", {
        consumer: text("Its name."),
        state: oneOf(
          "Where it stands; `unknown` where the scan could not read every place.",
          "not-started",
          "dual-running",
          "migrated",
          "unknown",
        ),
        oldSites: list("Where it calls what is deprecated.", CallSiteForm),
        newSites: list("Where it calls the successor.", CallSiteForm),
      }),
    ),
  ),
  progress: v.pipe(v.number(), v.minValue(0), v.maxValue(1), v.description("The share of consumers that have moved.")),
  traffic: optional(
    orNull(
      v.pipe(v.number(), v.description("The share of calls that go to the successor; null where there are none.")),
    ),
  ),
  forecast: orNull(day("The day on which use ends if it goes on falling.")),
  removable: flag("Whether it may be removed."),
  because: list("Why it may not be removed.", text("One reason.")),
  late: optional(flag("Whether its sunset has passed and it is used more than is allowed.")),
});

/** How far consumers have moved. */
export const MigrationsForm = object("The state of migrations.", {
  ...envelope,
  asOf: day("The day from which dates are seen."),
  window: object("The days whose calls count, both included.", { from: day("The first."), to: day("The last.") }),
  owner: optional(textOrNull("Who is responsible for the contract.")),
  migrations: list("One entry for each deprecated operation.", MigrationForm),
  fields: optional(list("One entry for each deprecated part that a pact or a scan shows in use.", FieldForm)),
  problems: optional(list("What keeps days of deprecations unknown.", ProblemForm)),
});

export type DeprecationsDocument = v.InferOutput<typeof DeprecationsForm>;
export type AllDeprecationsDocument = v.InferOutput<typeof AllDeprecationsForm>;
export type MigrationsDocument = v.InferOutput<typeof MigrationsForm>;
