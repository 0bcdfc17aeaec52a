import { toJsonSchema } from "@valibot/to-json-schema";
import {
  either,
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
import { UsageReportForm } from "../packages/engine/src/model/usage-report.ts";
import {
  CheckForm,
  DiffForm,
  envelope,
  NAMED_FORMS,
  ProblemForm,
  RevisionForm,
  VerdictForm,
} from "../packages/engine/src/report/document.ts";
import {
  AllDeprecationsForm,
  DeprecationsForm,
  MigrationsForm,
} from "../packages/engine/src/report/lifecycle-documents.ts";
import { ClientCheckForm, ClientUsageForm } from "./client-forms.ts";
import { HeadersForm, TimelineAnswerForm } from "./deprecation-forms.ts";
import { CodemodForm, PlanForm } from "./migrate-forms.ts";
import { ConsumerTestForm, DeploymentForm, VerificationForm } from "./pact-forms.ts";

/** A JSON Schema, as plain data. */
export type JsonSchema = Readonly<Record<string, unknown>>;

const containment = (what: string) => oneOf(what, "yes", "no", "undecided");

const comparison = {
  baseWithinHead: containment("Whether every value of base is a value of head."),
  headWithinBase: containment("Whether every value of head is a value of base."),
  witnesses: object("Values that show a `no`.", {
    baseNotHead: optional(value("A value that base accepts and head refuses.")),
    headNotBase: optional(value("A value that head accepts and base refuses.")),
  }),
  pass: flag("Whether all that the direction asks for is proven."),
  reasons: optional(
    object("Why an answer is `undecided`.", {
      baseWithinHead: optional(text("Why, in words.")),
      headWithinBase: optional(text("Why, in words.")),
    }),
  ),
};

const BumpForm = object("The version that the changes demand.", {
  ...envelope,
  base: orNull(RevisionForm),
  head: RevisionForm,
  verdict: VerdictForm,
  next: textOrNull("The version that the required bump leads to from base's; null where people must choose it."),
  written: textOrNull("The version that was written into head; null where none was."),
});

const BatchLineForm = either([
  object("A pair compared.", { id: value("The `id` of the line asked."), ...comparison }),
  object("A line that cannot be judged.", {
    id: value("The `id` of the line asked, or null."),
    problems: list("What is wrong with it.", ProblemForm),
  }),
]);

/** The answers of the command line, by the name of the file that describes each. */
export const REPORT_SCHEMAS: Readonly<Record<string, JsonSchema>> = {
  diff: schemaOf(
    DiffForm,
    "Answer of `concordat diff` and of `concordat lint` of one description, with `--format json`",
  ),
  check: schemaOf(
    CheckForm,
    "Answer of `concordat check` and of `concordat lint` of several descriptions, with `--format json`",
  ),
  schema: schemaOf(object("Two schemas compared.", comparison), "Answer of `concordat schema`"),
  bump: schemaOf(BumpForm, "Answer of `concordat bump --format json`"),
  deprecations: schemaOf(
    either([DeprecationsForm, AllDeprecationsForm]),
    "Answer of `concordat deprecations list` and `check` with `--format json`",
  ),
  "migrate-status": schemaOf(MigrationsForm, "Answer of `concordat migrate status --format json`"),
  "deprecations-timeline": schemaOf(TimelineAnswerForm, "Answer of `concordat deprecations timeline --format json`"),
  "deprecations-headers": schemaOf(HeadersForm, "Answer of `concordat deprecations headers --format json`"),
  "migrate-plan": schemaOf(PlanForm, "Answer of `concordat migrate plan --format json`"),
  "migrate-codemod": schemaOf(CodemodForm, "Answer of `concordat migrate codemod --format json`"),
  "usage-report": schemaOf(UsageReportForm, "Answer of `concordat usage report --format json`"),
  "client-check": schemaOf(ClientCheckForm, "Answer of `concordat client check --format json`"),
  "client-usage": schemaOf(ClientUsageForm, "Answer of `concordat client usage --format json`"),
  "schema-batch": schemaOf(BatchLineForm, "One line of the answer of `concordat schema --batch`"),
  "pact-verify": schemaOf(VerificationForm, "Answer of `concordat pact verify --format json`"),
  "pact-test": schemaOf(ConsumerTestForm, "Answer of `concordat pact test --format json`"),
  "pact-can-i-deploy": schemaOf(DeploymentForm, "Answer of `concordat pact can-i-deploy --format json`"),
};

/** The JSON Schema of a form; forms that have a name are its definitions, as far as it uses them. */
function schemaOf(form: Parameters<typeof toJsonSchema>[0], title: string): JsonSchema {
  const schema = toJsonSchema(form, {
    target: "draft-2020-12",
    typeMode: "input",
    ignoreActions: ["readonly"],
    definitions: NAMED_FORMS,
  });
  const { $schema, $defs = {}, ...rest } = schema;
  return { $schema, title, ...rest, ...definitionsUsed(rest, $defs) };
}

function definitionsUsed(schema: object, all: object): { readonly $defs?: JsonSchema } {
  const used = new Map<string, unknown>();
  for (let open: unknown[] = [schema]; open.length > 0; ) {
    const names = [...JSON.stringify(open).matchAll(/"#\/\$defs\/(\w+)"/g)].map(([, name]) => name as string);
    const fresh = [...new Set(names)].filter((name) => !used.has(name));
    open = fresh.map((name) => (all as JsonSchema)[name]);
    for (const name of fresh) used.set(name, (all as JsonSchema)[name]);
  }
  return used.size === 0 ? {} : { $defs: Object.fromEntries(used) };
}
