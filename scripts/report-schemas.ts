/*
 * The forms of what the command line answers in JSON. Objects are left open: fields are added over time, and a reader that
 * checks what it gets must not fail on a field it does not know. Nothing is renamed or taken away within a `schemaVersion`.
 */

/** A JSON Schema, as plain data. */
export type JsonSchema = Readonly<Record<string, unknown>>;

const DIALECT = "https://json-schema.org/draft/2020-12/schema";

/** An object that has all of these properties, and perhaps those of `optional`. */
function object(description: string, required: JsonSchema, optional: JsonSchema = {}): JsonSchema {
  return { description, type: "object", properties: { ...required, ...optional }, required: Object.keys(required) };
}

function list(description: string, items: JsonSchema): JsonSchema {
  return { description, type: "array", items };
}

function text(description: string): JsonSchema {
  return { description, type: "string" };
}

function oneOf(description: string, ...values: readonly string[]): JsonSchema {
  return { description, type: "string", enum: values };
}

function orNull(schema: JsonSchema): JsonSchema {
  return { anyOf: [schema, { type: "null" }] };
}

function position(description: string): JsonSchema {
  return { description, type: "integer", minimum: 1 };
}

function definition(name: string): JsonSchema {
  return { $ref: `#/$defs/${name}` };
}

const bump = oneOf("A version bump, or how much of one a finding demands.", "none", "patch", "minor", "major");

const revision = object("One side of a comparison.", {
  source: text("Where it was read from."),
  version: { description: "`info.version`, or null where there is none.", type: ["string", "null"] },
  openapi: text("The version of OpenAPI or Swagger that it is written in."),
});

const verdict = object("The answer for a run.", {
  pass: { description: "Whether the declared bump covers what was found.", type: "boolean" },
  declaredBump: { ...bump, description: "The step from base's `info.version` to head's." },
  requiredBump: { ...bump, description: "The smallest step that the findings allow." },
  because: list("Fingerprints of the findings that demand the required bump.", { type: "string" }),
});

const span = object("A place in a file.", {
  file: text("The file."),
  line: position("The line, from 1."),
  column: position("The column, from 1."),
});

const reach = object(
  "An operation that a finding reaches, and where in it.",
  {
    method: text("The HTTP method, in capitals."),
    path: text("The path template, or the name of a webhook."),
    direction: oneOf("Who sends it: consumers the request, the provider the response.", "request", "response"),
  },
  {
    status: text("The status of the response."),
    mediaType: text("The media type of the body."),
    at: text("JSON Pointer into the value that is sent, or the place and name of a parameter."),
  },
);

const side = (description: string) => oneOf(description, "base", "head", "pact");

const witness = object("The smallest value, request or response that one side accepts and the other refuses.", {
  value: { description: "A value, or a request with `method` and `url`, or a response with `status`." },
  acceptedBy: side("The side that accepts it."),
  refusedBy: side("The side that refuses it."),
  reason: text("Where the refusal lies, and why."),
});

const member = object("One of several findings that are told as one.", {
  fingerprint: text("Names it in baselines."),
  subject: text("The stable address of what it is about."),
  message: text("One sentence for people; its wording may change."),
  head: orNull(definition("span")),
  operation: orNull(
    object("The operation it is about.", { method: text("In capitals."), path: text("The template.") }),
  ),
});

const finding = object(
  "What one rule reports about one subject.",
  {
    rule: text("The id of the rule; `concordat explain` tells more."),
    fingerprint: text("Names the finding in baselines; the same as long as rule, subject and data are."),
    severity: oneOf("How loud it is.", "off", "info", "warn", "error"),
    impact: { ...bump, description: "The smallest bump that it demands." },
    audience: oneOf("Whom it concerns: what is sent, generated code, or readers.", "wire", "client", "docs"),
    proof: oneOf(
      "What it rests on: a confirmed value, a rule of HTTP, or nothing yet.",
      "witness",
      "rule",
      "undecided",
    ),
    message: text("One sentence for people; its wording may change."),
    data: {
      description: "What tells it from other findings of its rule and subject; it differs from rule to rule.",
      type: "object",
    },
    standing: oneOf("Whether it counts, and if not, why.", "open", "baselined", "waived", "unused", "past-sunset"),
    subject: text("The stable address of what it is about."),
    base: orNull(definition("span")),
    head: orNull(definition("span")),
    operations: list("All operations that it reaches.", definition("reach")),
    witness: orNull(definition("witness")),
  },
  {
    places: object(
      "Where it is in other texts than the descriptions; absent where it is in none.",
      {},
      { pact: definition("span"), timeline: definition("span"), usage: definition("span") },
    ),
    consumer: text("The consumer whose use of the contract it is about."),
    interaction: text("What the consumer's interaction is described as."),
    compatibility: oneOf(
      "Whose consumers it breaks: `forward`, those of head on base. Absent: those of base on head.",
      "forward",
    ),
    members: list("The findings that this one stands for, where it stands for several.", definition("member")),
  },
);

const problem = object(
  "A defect of the input.",
  { code: text("The kind of defect."), message: text("What is wrong, and what to do.") },
  {
    severity: oneOf("One that head brings is an error, any other a warning.", "error", "warn"),
    file: text("The file."),
    line: position("The line, from 1."),
    column: position("The column, from 1."),
  },
);

const policy = object(
  "Whose policy it was judged by.",
  {
    from: side("The configuration that decided."),
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
    commit: { description: "The commit that base's policy is taken from, or null.", type: ["string", "null"] },
    isParent: {
      description: "True where head is the tip of the base branch, so that it is compared with the commit before it.",
      const: true,
    },
  },
  { note: text("What hinders base's policy to be read.") },
);

const policyChanges = list(
  "What head's configuration says otherwise than base's.",
  object(
    "One setting.",
    {
      path: text("JSON Pointer into the configuration, contracts by their names."),
      weakens: {
        description: "Whether it may be what lets pass what base's policy fails; it needs approval then.",
        type: "boolean",
      },
    },
    {
      from: { description: "What base has; absent where it says nothing." },
      to: { description: "What head has; absent where it says nothing." },
      contract: text("The contract that it is about; absent where it is about all."),
    },
  ),
);

const accepted = list(
  "Waivers and ignores that head adds.",
  object("One of them.", {
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
  }),
);

const proposed = object("What comes of it by head's own policy, where base's fails it and head's is another.", {
  verdict: definition("verdict"),
  pass: { description: "Whether nothing is objected to then.", type: "boolean" },
});

const compatibility = oneOf(
  "Whose consumers must get along with which revision. Absent: `backward`, those of base with head.",
  "forward",
  "full",
);

const score = object("How well a description does by itself, from 0 to 100. It gates nothing.", {
  total: { description: "The mean of the themes.", type: "integer", minimum: 0, maximum: 100 },
  themes: list(
    "What was judged.",
    object("One theme.", {
      theme: text("Its name."),
      score: { description: "From 0 to 100.", type: "integer", minimum: 0, maximum: 100 },
      findings: { description: "How many findings it has.", type: "integer", minimum: 0 },
    }),
  ),
  costliest: list(
    "The operations that cost most.",
    object("One operation.", {
      method: text("In capitals."),
      path: text("The template."),
      cost: { description: "What its findings cost: 5 for an error, 2 for a warning, 0.5 for a note.", type: "number" },
    }),
  ),
});

const DEFINITIONS: JsonSchema = { revision, verdict, span, reach, witness, member, finding, problem, score };

const judged: JsonSchema = {
  verdict: definition("verdict"),
  findings: list("All findings, in a stable order.", definition("finding")),
  problems: list("Defects of the descriptions.", definition("problem")),
};

const envelope: JsonSchema = {
  schemaVersion: { description: "The version of this form.", const: 1 },
  tool: object("What answered.", { name: text("The name."), version: text("The version.") }),
};

const comparison: JsonSchema = {
  baseWithinHead: containment("Whether every value of base is a value of head."),
  headWithinBase: containment("Whether every value of head is a value of base."),
  witnesses: object(
    "Values that show a `no`.",
    {},
    {
      baseNotHead: { description: "A value that base accepts and head refuses." },
      headNotBase: { description: "A value that head accepts and base refuses." },
    },
  ),
  pass: { description: "Whether all that the direction asks for is proven.", type: "boolean" },
};

/** What a comparison has only where an answer is undecided. */
const comparisonOptions: JsonSchema = {
  reasons: object(
    "Why an answer is `undecided`.",
    {},
    { baseWithinHead: text("Why, in words."), headWithinBase: text("Why, in words.") },
  ),
};

function containment(description: string): JsonSchema {
  return oneOf(description, "yes", "no", "undecided");
}

/** The answers of the command line, by the name of the file that describes each. */
export const REPORT_SCHEMAS: Readonly<Record<string, JsonSchema>> = {
  diff: {
    $schema: DIALECT,
    title: "Answer of `concordat diff` and of `concordat lint` of one description, with `--format json`",
    ...object(
      "Two revisions judged, or one by itself.",
      { ...envelope, base: orNull(definition("revision")), head: definition("revision"), ...judged },
      {
        compatibility,
        score: definition("score"),
        timings: list(
          "How long each lint rule took, where that was asked for.",
          object("One rule.", { rule: text("Its id."), milliseconds: { description: "The time.", type: "number" } }),
        ),
      },
    ),
    $defs: DEFINITIONS,
  },
  check: {
    $schema: DIALECT,
    title: "Answer of `concordat check` and of `concordat lint` of several descriptions, with `--format json`",
    ...object(
      "Contracts judged, each against its base.",
      {
        ...envelope,
        asOf: { description: "The date that was judged by.", type: "string", pattern: "^\\d{4}-\\d{2}-\\d{2}$" },
        verdict: definition("verdict"),
        contracts: list(
          "One entry for each contract.",
          object(
            "One contract.",
            {
              contract: text("Its name."),
              base: { description: "Null where there is nothing to compare with.", ...orNull(definition("revision")) },
              head: definition("revision"),
              ...judged,
            },
            { compatibility, accepted, proposed, score: definition("score") },
          ),
        ),
      },
      {
        policy,
        policyChanges,
        unchanged: list("Contracts that were not judged, as none of their files changed.", text("The name.")),
      },
    ),
    $defs: DEFINITIONS,
  },
  schema: {
    $schema: DIALECT,
    title: "Answer of `concordat schema`",
    ...object("Two schemas compared.", comparison, comparisonOptions),
  },
  bump: {
    $schema: DIALECT,
    title: "Answer of `concordat bump --format json`",
    ...object("The version that the changes demand.", {
      ...envelope,
      base: orNull(definition("revision")),
      head: definition("revision"),
      verdict: definition("verdict"),
      next: {
        description: "The version that the required bump leads to from base's; null where people must choose it.",
        type: ["string", "null"],
      },
      written: {
        description: "The version that was written into head; null where none was.",
        type: ["string", "null"],
      },
    }),
    $defs: { revision, verdict },
  },
  "schema-batch": {
    $schema: DIALECT,
    title: "One line of the answer of `concordat schema --batch`",
    anyOf: [
      object(
        "A pair compared.",
        { id: { description: "The `id` of the line asked." }, ...comparison },
        comparisonOptions,
      ),
      object("A line that cannot be judged.", {
        id: { description: "The `id` of the line asked, or null." },
        problems: list("What is wrong with it.", definition("problem")),
      }),
    ],
    $defs: { problem },
  },
};
