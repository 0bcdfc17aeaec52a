import {
  count,
  flag,
  list,
  object,
  oneOf,
  optional,
  orNull,
  text,
  textOrNull,
} from "../packages/engine/src/base/forms.ts";
import { DiffForm, envelope, NAMED_FORMS } from "../packages/engine/src/report/document.ts";

/*
 * The forms of what the commands about pacts answer, beside those that answer as `diff` and `check` do.
 */

const ReplayedForm = object("An interaction that was replayed and did not pass.", {
  ...NAMED_FORMS.finding.entries,
  pending: flag("Whether its failure does not count yet."),
  example: orNull(object("What to repeat.", { curl: text("The request, as a command for a POSIX shell.") })),
});

/** The answer of `pact verify`. */
export const VerificationForm = object("A provider that runs, verified against pacts.", {
  ...DiffForm.entries,
  head: orNull(object("There is no revision: null.", {})),
  provider: text("The provider, as pacts name it."),
  providerVersion: textOrNull("Its version, or null where none was given."),
  totals: object("Interactions, by what came of them.", {
    interactions: count("All of them."),
    passed: count("Those that the provider keeps."),
    failed: count("Those that it does not keep."),
    unverified: count("Those of which nothing is known."),
  }),
  findings: list("The interactions that did not pass.", ReplayedForm),
});

const names = (what: string) => list(what, text("What the interaction is described as."));

/** The answer of `pact test`. */
export const ConsumerTestForm = object("The pacts that a consumer's tests wrote, beside those that are kept.", {
  ...envelope,
  pass: flag("Whether all are as they are kept, or were written, and no interaction was overwritten."),
  pacts: list(
    "One entry for each pact.",
    object("A pact.", {
      consumer: text("The consumer."),
      provider: text("The provider."),
      file: text("Where it is kept."),
      state: oneOf("How it compares.", "same", "new", "changed", "written"),
      added: names("Interactions that were not kept."),
      changed: names("Interactions that were kept otherwise."),
      stale: names("Interactions that no test writes any more."),
      overwritten: names("Interactions that two tests write with different content."),
    }),
  ),
});

const VersionForm = object("A version of an application.", {
  pacticipant: text("The application."),
  version: text("Its version."),
});

/** The answer of `pact can-i-deploy`. */
export const DeploymentForm = object("Whether a version may be deployed.", {
  ...envelope,
  answer: oneOf("Only `yes` passes.", "yes", "no", "unverified"),
  pacticipant: text("The application."),
  version: text("Its version."),
  environment: optional(text("Where it is to go.")),
  with: optional(list("The versions that it is to get along with, instead of an environment.", VersionForm)),
  reasons: list("Why, as sentences.", text("A sentence.")),
  warnings: list("What else is to be known.", text("A sentence.")),
  matrix: list(
    "The pairs that were looked at.",
    object("A consumer and a provider.", {
      consumer: text("The consumer."),
      consumerVersion: text("Its version."),
      provider: text("The provider."),
      providerVersion: textOrNull("Its version; null where there is none in the environment."),
      result: oneOf("What is known of the two.", "passed", "failed", "unverified"),
      ignored: flag("Whether it does not count."),
    }),
  ),
});
