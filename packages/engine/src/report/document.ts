import * as v from "valibot";
import { count, flag, list, object, oneOf, optional, orNull, text, textOrNull, value } from "../base/forms.ts";
import { THEMES } from "../kit/lint-rule.ts";
import { SCHEMA_VERSION } from "./answer.ts";

/*
 * The published document, which is what came of a run: `json.ts` writes it, `read-report.ts` reads it, and the JSON Schemas in
 * `docs/schemas` are made from it.
 */

const BUMPS = ["none", "patch", "minor", "major"] as const;

export const RevisionForm = object("One side of a comparison.", {
  source: text("Where it was read from."),
  version: textOrNull("`info.version`, or null where there is none."),
  openapi: text("The version of OpenAPI or Swagger that it is written in."),
});

export const VerdictForm = object("The answer for a run.", {
  pass: flag("Whether the declared bump covers what was found."),
  declaredBump: oneOf("The step from base's `info.version` to head's.", ...BUMPS),
  requiredBump: oneOf("The smallest step that the findings allow.", ...BUMPS),
  because: list("Fingerprints of the findings that demand the required bump.", v.string()),
});

const SpanForm = object("A place in a file.", {
  file: text("The file."),
  line: count("The line, from 1.", 1),
  column: count("The column, from 1.", 1),
});

const ReachForm = object("An operation that a finding reaches, and where in it.", {
  method: text("The HTTP method, in capitals."),
  path: text("The path template, or the name of a webhook."),
  direction: oneOf("Who sends it: consumers the request, the provider the response.", "request", "response"),
  status: optional(text("The status of the response.")),
  mediaType: optional(text("The media type of the body.")),
  at: optional(text("JSON Pointer into the value that is sent, or the place and name of a parameter.")),
});

const WitnessForm = object("The smallest value, request or response that one side accepts and the other refuses.", {
  value: value("A value, or a request with `method` and `url`, or a response with `status`."),
  acceptedBy: oneOf("The side that accepts it.", "base", "head", "pact"),
  refusedBy: oneOf("The side that refuses it.", "base", "head", "pact"),
  reason: text("Where the refusal lies, and why."),
});

const MemberForm = object("One of several findings that are reported as one.", {
  fingerprint: text("Names it in baselines."),
  subject: text("The stable address of what it is about."),
  message: text("One sentence for people; its wording may change."),
  head: orNull(SpanForm),
  operation: orNull(
    object("The operation it is about.", { method: text("In capitals."), path: text("The template.") }),
  ),
});

/** Consumers, by what becomes of them. */
const AFFECTED = {
  affected: list("The consumers that are hurt.", text("The name of a consumer.")),
  unaffected: list("Those that are not hurt.", text("The name of a consumer.")),
  unknown: list("Those of whom it is not known.", text("The name of a consumer.")),
};

const FindingForm = object("What one rule reports about one subject.", {
  rule: text("The id of the rule; `concordat explain` tells more."),
  fingerprint: text("Names the finding in baselines; the same as long as rule, subject and data are."),
  severity: oneOf("How loud it is.", "off", "info", "warn", "error"),
  impact: oneOf("The smallest bump that it demands.", ...BUMPS),
  audience: oneOf("Whom it concerns: what is sent, generated code, or readers.", "wire", "client", "docs"),
  proof: oneOf("What it rests on: a confirmed value, a rule of HTTP, or nothing yet.", "witness", "rule", "undecided"),
  message: text("One sentence for people; its wording may change."),
  data: v.pipe(
    v.record(v.string(), value("A datum.")),
    v.description("What tells it from other findings of its rule and subject; it differs from rule to rule."),
  ),
  standing: oneOf("Whether it counts, and if not, why.", "open", "baselined", "waived", "unused", "past-sunset"),
  subject: text("The stable address of what it is about."),
  base: orNull(SpanForm),
  head: orNull(SpanForm),
  operations: list("All operations that it reaches.", ReachForm),
  witness: orNull(WitnessForm),
  places: optional(
    object("Where it is in other texts than the descriptions; absent where it is in none.", {
      pact: optional(SpanForm),
      timeline: optional(SpanForm),
      usage: optional(SpanForm),
    }),
  ),
  origins: optional(
    object("The file of an extended configuration that changed a dial, for each dial that one did change.", {
      severity: optional(text("Where the severity comes from.")),
      impact: optional(text("Where the impact comes from.")),
      audience: optional(text("Where the audience comes from.")),
    }),
  ),
  compatibility: optional(
    oneOf("Whose consumers it breaks: `forward`, those of head on base. Absent: those of base on head.", "forward"),
  ),
  consumer: optional(text("The consumer whose use of the contract it is about.")),
  interaction: optional(text("What the consumer's interaction is described as.")),
  consumers: optional(
    object("Whom a change hurts, where consumers are known by their pacts.", {
      ...AFFECTED,
      shown: list(
        "In which interaction it hurts each of those affected.",
        object("An interaction that fails with head.", {
          consumer: text("The consumer."),
          interaction: text("What the interaction is described as."),
          witness: orNull(WitnessForm),
        }),
      ),
    }),
  ),
  use: optional(
    object("How the operation was called whose end it is about; absent where no calls are counted.", {
      window: object("The days whose calls count, both included.", { from: text("The first."), to: text("The last.") }),
      callers: list(
        "Who called it, who calls most first.",
        object("One consumer.", {
          consumer: textOrNull("Its name; null where nobody knows who calls."),
          calls: count("Its calls within the window.", 1),
          lastCall: text("The day of the last of them."),
        }),
      ),
      removable: flag("Whether use, sunset and notice let it be removed."),
      because: list("What stands against it, each behind its code.", text("One reason.")),
    }),
  ),
  members: optional(list("The findings that this one stands for, if it stands for several.", MemberForm)),
});

const position = {
  file: optional(text("The file.")),
  line: optional(count("The line, from 1.", 1)),
  column: optional(count("The column, from 1.", 1)),
};

/** A defect of what a command was given. */
export const ProblemForm = object("A defect of the input.", {
  code: text("The kind of defect."),
  message: text("What is wrong, and what to do."),
  ...position,
});

const RuledProblemForm = object("A defect of a description.", {
  code: text("The kind of defect."),
  message: text("What is wrong, and what to do."),
  severity: oneOf("One that head brings is an error, any other a warning.", "error", "warn"),
  ...position,
});

const AcceptedForm = object("A waiver or an ignore that head adds.", {
  by: oneOf("Where it is written: in the baseline, or in the description.", "baseline", "ignore"),
  what: text("The fingerprint of a waiver, the rule or glob of an ignore."),
  subject: text("Where an ignore holds; empty for a waiver."),
  reason: text("Why it is accepted."),
  owner: text("Who answers for it."),
  until: text("The last day on which it holds."),
  findings: list(
    "The findings that it takes out.",
    object("One finding.", {
      rule: text("The id of the rule."),
      fingerprint: text("Names the finding."),
      message: text("One sentence for people."),
      subject: text("The stable address of what it is about."),
    }),
  ),
});

const percent = (what: string) => v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(100), v.description(what));

const ScoreForm = object("How well a description does by itself, from 0 to 100. It gates nothing.", {
  total: percent("The mean of the themes."),
  themes: list(
    "What was judged.",
    object("One theme.", {
      theme: oneOf("Its name.", ...THEMES),
      score: percent("From 0 to 100."),
      findings: count("How many findings it has."),
    }),
  ),
  costliest: list(
    "The operations that cost most.",
    object("One operation.", {
      method: text("In capitals."),
      path: text("The template."),
      cost: v.pipe(
        v.number(),
        v.description("What its findings cost: 5 for an error, 2 for a warning, 0.5 for a note."),
      ),
    }),
  ),
});

/** Sections that stand beside the findings, where they were published before there were sections. */
const beside = {
  accepted: optional(list("Waivers and ignores that head adds.", AcceptedForm)),
  proposed: optional(
    object("The result under head's own policy, if base's policy fails it and head's differs.", {
      verdict: VerdictForm,
      pass: flag("Whether nothing is objected to then."),
    }),
  ),
  score: optional(ScoreForm),
  timings: optional(
    list(
      "How long each lint rule took, where that was asked for.",
      object("One rule.", {
        rule: text("Its id."),
        milliseconds: v.pipe(v.number(), v.description("The time.")),
      }),
    ),
  ),
};

/** What else a document may tell, by the names of sections. */
const SectionsForm = object("Further parts of the result, by name.", {
  release: optional(
    object("The release that head is, where a history was asked for.", {
      tag: textOrNull("Its tag; null for what is not tagged yet."),
      date: textOrNull("Its day; null where it has none."),
    }),
  ),
  replacements: optional(
    v.pipe(
      v.record(v.string(), v.string()),
      v.description("What to use instead of what is deprecated or gone, by the fingerprint of the finding."),
    ),
  ),
  unused: optional(
    object("What no consumer uses of head, as far as their pacts say.", {
      operations: list(
        "Operations that nobody calls.",
        object("An operation.", { method: text("In capitals."), path: text("The template.") }),
      ),
      fields: list("Parameters and properties that nobody sends or reads, of operations that are used.", ReachForm),
    }),
  ),
  settings: optional(
    list(
      "Options of the policy that extended configurations settle otherwise than by default.",
      object("One option.", { option: text("Its key in `policy`."), file: text("The file that settles it.") }),
    ),
  ),
  turnedOff: optional(count("How many changes break consumers by rules that the policy turns off. Absent: none.", 1)),
});

const judged = {
  base: v.pipe(orNull(RevisionForm), v.description("Null where there is nothing to compare with.")),
  head: RevisionForm,
  against: optional(
    oneOf(
      "What was compared: head with `base`, nothing yet as the contract is `new`, or nothing as head was judged `alone`.",
      "base",
      "new",
      "alone",
    ),
  ),
  compatibility: optional(
    oneOf(
      "Whose consumers must get along with which revision. Absent: `backward`, those of base with head.",
      "forward",
      "full",
    ),
  ),
  verdict: VerdictForm,
  next: optional(
    text(
      "The version that head needs; absent where the declared one is enough, or the next one is for people to choose.",
    ),
  ),
  consumers: optional(
    object(
      "Whom the breaks hurt, by the worst of them; absent where no consumer is known, or nothing breaks.",
      AFFECTED,
    ),
  ),
  findings: list("All findings, in a stable order.", FindingForm),
  problems: list("Defects of the descriptions.", RuledProblemForm),
  ...beside,
  sections: optional(SectionsForm),
};

/** What all answers have in front. */
export const envelope = {
  schemaVersion: v.pipe(v.literal(SCHEMA_VERSION), v.description("The version of this form.")),
  tool: object("What answered.", { name: text("The name."), version: text("The version.") }),
};

/** What came of one description or pair. */
export const DiffForm = object("Two revisions judged, or one by itself.", { ...envelope, ...judged });

const ContractForm = object("One contract.", { contract: text("Its name."), ...judged });

const PolicyForm = object("Whose policy it was judged by.", {
  from: oneOf("The configuration that decided.", "base", "head"),
  reason: oneOf(
    "Why: `base` is the usual; all others are reasons to follow head's.",
    "base",
    "asked",
    "announced",
    "no-git",
    "no-commit",
    "no-configuration",
    "unreadable",
  ),
  commit: textOrNull("The commit that base's policy is taken from, or null."),
  isParent: optional(
    v.pipe(
      v.literal(true),
      v.description("That commit is the one before head, as head is the tip of the base branch."),
    ),
  ),
  note: optional(text("What hinders base's policy to be read.")),
});

const PolicyChangeForm = object("One setting.", {
  path: text("JSON Pointer into the configuration, contracts by their names."),
  weakens: flag("Whether it may be what lets pass what base's policy fails; it needs approval then."),
  from: optional(value("What base has; absent if it has nothing.")),
  to: optional(value("What head has; absent if it has nothing.")),
  contract: v.optional(text("The contract that it is about; absent where it is about all.")),
});

/** What came of several contracts. */
export const CheckForm = object("Contracts judged, each against its base.", {
  ...envelope,
  asOf: v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/), v.description("The date that was judged by.")),
  policy: optional(PolicyForm),
  policyChanges: optional(list("What head's configuration says otherwise than base's.", PolicyChangeForm)),
  verdict: VerdictForm,
  contracts: list("One entry for each contract.", ContractForm),
  unchanged: optional(list("Contracts that were not judged, as none of their files changed.", text("The name."))),
});

/** Forms that have a name in the JSON Schemas. */
export const NAMED_FORMS = {
  revision: RevisionForm,
  verdict: VerdictForm,
  span: SpanForm,
  reach: ReachForm,
  witness: WitnessForm,
  member: MemberForm,
  finding: FindingForm,
  problem: RuledProblemForm,
  score: ScoreForm,
};

/** One contract or pair as the document has it, whatever stands around it. */
export type JudgedDocument = Omit<v.InferOutput<typeof DiffForm>, "schemaVersion" | "tool">;
export type DiffDocument = v.InferOutput<typeof DiffForm>;
export type CheckDocument = v.InferOutput<typeof CheckForm>;
export type FindingDocument = v.InferOutput<typeof FindingForm>;
