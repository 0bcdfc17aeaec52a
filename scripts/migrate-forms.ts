import {
  count,
  day,
  flag,
  list,
  object,
  oneOf,
  optional,
  orNull,
  text,
  textOrNull,
  value,
} from "../packages/engine/src/base/forms.ts";
import { callSite } from "../packages/engine/src/model/scan-form.ts";
import { envelope, RevisionForm } from "../packages/engine/src/report/document.ts";

/*
 * The forms of what `migrate plan` and `migrate codemod` answer.
 */

const TargetForm = object("An operation as call sites name it.", {
  method: text("Its method."),
  path: text("Its path template."),
  name: textOrNull("The name of its function in a generated client; null where it has none."),
});

const FieldMoveForm = object("A property that call sites write or read otherwise.", {
  at: list("The names on the way to the object that has it; `*` is each item of an array.", text("A name.")),
  from: text("Its name in base."),
  to: textOrNull("Its name in head; null where it is gone."),
});

const MoveForm = object("What changes for calls of one operation.", {
  from: TargetForm,
  to: orNull(TargetForm),
  why: oneOf(
    "`moved`: another path or method. `replaced`: another operation. `changed`: it stays.",
    "moved",
    "replaced",
    "removed",
    "changed",
  ),
  parameters: list(
    "Parameters that are renamed or gone.",
    object("A parameter.", {
      in: text("Where it is sent: path, query, header, cookie."),
      from: text("Its name in base."),
      to: textOrNull("Its name in head; null where it is gone."),
    }),
  ),
  requestFields: list("Properties of the body that are renamed or gone.", FieldMoveForm),
  responseFields: list("Properties of the answer that are renamed or gone.", FieldMoveForm),
  demands: list(
    "What head requires and base did not.",
    object("Something that is required.", {
      in: text("Where: path, query, header, cookie or body."),
      name: text("The name of the parameter, the way to the property; empty for the body itself."),
    }),
  ),
  isCut: flag("Whether bodies have properties that are nested too deep to be compared."),
});

const RequestForm = object("A request.", {
  method: text("Its method."),
  path: text("Its path."),
  query: list("Its query, in order.", list("A name and its value.", text("One of the two."))),
  body: optional(value("Its body, if that is JSON.")),
});

const consumerSite = { consumer: text("Whose code it is."), ...callSite };

/** The answer of `migrate plan`. */
export const PlanForm = object("How consumers move from base to head.", {
  ...envelope,
  consumer: textOrNull("Whose guide it is; null for that of all."),
  base: RevisionForm,
  head: RevisionForm,
  steps: list(
    "The operations that move, as far as they concern the consumer.",
    object("A move that concerns a consumer.", {
      move: MoveForm,
      sunset: orNull(day("The day after which the operation may stop working.")),
      callers: orNull(
        list(
          "Who has called it; null where nobody counts calls.",
          object("One consumer.", {
            consumer: textOrNull("Its name; null where nobody knows who."),
            calls: count("Its calls."),
            lastCall: day("The day of the last one."),
          }),
        ),
      ),
      sites: list("Where code calls it, by scans.", object("A place in a source.", consumerSite)),
      calls: list(
        "The calls that pacts show.",
        object("A call, before and after.", {
          consumer: text("Whose call it is."),
          interaction: text("What the consumer calls it."),
          before: RequestForm,
          after: orNull(RequestForm),
          answer: orNull(
            object("What the consumer reads of the answer, where that changes.", {
              before: value("As base has it."),
              after: value("As head has it."),
            }),
          ),
          decisions: list("What a person has to decide.", text("One sentence.")),
        }),
      ),
    }),
  ),
  unchanged: list("The names of operations that are called and do not move.", text("`METHOD /path`.")),
  unmatched: list(
    "Requests of pacts that lead to no operation of base.",
    object("A request.", {
      consumer: text("Whose request it is."),
      interaction: text("What the consumer calls it."),
      method: text("Its method."),
      path: text("Its path."),
    }),
  ),
  unresolved: list(
    "Places in code of which no scan can tell what they call.",
    object("A place in a source.", { ...consumerSite, reason: text("Why it cannot be told.") }),
  ),
});

/** The answer of `migrate codemod`. */
export const CodemodForm = object("What became of the sources.", {
  ...envelope,
  files: list(
    "The files with calls that were rewritten, or that a person has to decide about.",
    object("A file.", {
      file: text("Its path."),
      calls: count("The calls that were rewritten."),
      decisions: list(
        "What a person has to decide.",
        object("A place that stays as it is.", {
          line: count("The line of the rewritten text, from 1.", 1),
          message: text("What there is to decide."),
        }),
      ),
    }),
  ),
});
