import * as v from "valibot";
import { CHECKS } from "../analyses/index.ts";
import { isDay } from "../base/date.ts";
import { usage } from "./usage-schema.ts";

/*
 * The form of concordat.yaml. The JSON Schema for editors is generated from it, so each part says what it means.
 */

const severity = v.pipe(v.picklist(["off", "info", "warn", "error"]), v.description("How loud a finding is."));
const impact = v.pipe(
  v.picklist(["none", "patch", "minor", "major"]),
  v.description("The smallest version bump that a finding demands."),
);
const audience = v.pipe(
  v.picklist(["wire", "client", "docs"]),
  v.description("Whom a finding concerns: what is sent, generated code, or readers."),
);
const compatibility = v.pipe(
  v.picklist(["backward", "forward", "full"]),
  v.description(
    "Whose consumers must get along with which revision: `backward`, those of base with head; `forward`, those of head with base, as in a canary or after a rollback; `full`, both.",
  ),
);
const globs = v.pipe(v.array(v.string()), v.description("Globs: `*` stops at a slash, `**` does not."));
const dials = { severity: v.optional(severity), impact: v.optional(impact), audience: v.optional(audience) };

const rules = v.pipe(
  v.record(v.string(), v.union([severity, v.strictObject(dials)])),
  v.description("Dials by rule id, or by a glob of ids such as `diff/response-*`."),
);

const contract = v.strictObject({
  name: v.pipe(
    v.string(),
    v.regex(/^[\w.-]+$/, "use letters, digits, dots, dashes and underscores"),
    v.description("How the contract is called in reports and on the command line."),
  ),
  spec: v.pipe(
    v.string(),
    v.description(
      "Path of the description from the folder of this file, or a glob: then each match is a contract of its own.",
    ),
  ),
  revisions: v.optional(
    v.pipe(v.string(), v.description("Folder of released revisions; the newest is what `check` compares with.")),
  ),
  base: v.optional(
    v.pipe(v.string(), v.description("What `check` compares with, instead: a path, an https URL, or `git:REF:PATH`.")),
  ),
  owner: v.optional(v.pipe(v.string(), v.description("Who answers for the contract."))),
  baseline: v.optional(v.pipe(v.string(), v.description("File of accepted findings."))),
  timeline: v.optional(
    v.pipe(
      v.string(),
      v.description(
        "File of deprecations and their dates. Default: `timeline.yaml` beside the description, if it exists.",
      ),
    ),
  ),
  consumers: v.optional(
    v.pipe(
      v.string(),
      v.description(
        "Folder of the consumers, each with its pact or the scan of its code: `<consumer>/pact.json`, `<consumer>/usage.json`. Default: `consumers` beside the description.",
      ),
    ),
  ),
  provider: v.optional(
    v.pipe(
      v.string(),
      v.description(
        "What the provider is called in pacts. A pact with another provider is refused. Default: any that fits.",
      ),
    ),
  ),
  client: v.optional(
    v.pipe(v.string(), v.description("Folder of the generated TypeScript client, which holds nothing else.")),
  ),
  version: v.optional(
    v.pipe(
      v.picklist(["semver", "calendar", "integer"]),
      v.description("How versions are numbered. Default: by what they look like."),
    ),
  ),
  compatibility: v.optional(compatibility),
  usage: v.optional(v.pipe(usage, v.description("Where its calls are counted, if not as `usage` of the file says."))),
  rules: v.optional(rules),
});

const override = v.strictObject({
  contracts: v.optional(globs),
  paths: v.optional(
    v.pipe(
      v.array(v.string()),
      v.description(
        "Globs of paths of operations; what one that begins with `!` matches is excluded, of all paths where all globs begin so. Only findings that reach no operation elsewhere are changed.",
      ),
    ),
  ),
  rules,
});

const days = v.pipe(v.number(), v.integer(), v.minValue(0));
const level = v.optional(days);

const policy = v.strictObject({
  preset: v.optional(
    v.pipe(v.picklist(["core", "recommended", "strict"]), v.description("Which rules are on, and at which severity.")),
  ),
  requireBump: v.optional(
    v.pipe(
      v.picklist(["major", "all"]),
      v.description("`major`: only a missing major bump fails. `all`: any shortfall does."),
    ),
  ),
  compatibility: v.optional(compatibility),
  audiences: v.optional(v.pipe(v.array(audience), v.description("Whose findings count towards the required bump."))),
  initialDevelopment: v.optional(v.pipe(v.boolean(), v.description("Below 1.0.0 a minor bump may break."))),
  noticeDays: v.optional(
    v.pipe(
      v.union([days, v.strictObject({ draft: level, alpha: level, beta: level, stable: level })]),
      v.description(
        "Days between the announcement of a deprecation and its sunset: for all, or by `x-stability-level`. A level that is not named gets the most of those named.",
      ),
    ),
  ),
  unstable: v.optional(
    v.pipe(v.array(v.string()), v.description("Stability levels (`x-stability-level`) that promise nothing.")),
  ),
  unknownResponseProperties: v.optional(
    v.pipe(
      v.picklist(["ignore", "refuse"]),
      v.description("What consumers do with properties that a closed object does not declare."),
    ),
  ),
  extensibleEnums: v.optional(
    v.pipe(
      v.union([v.boolean(), v.array(v.string())]),
      v.description("Enums in responses that may grow: all, none, or those whose subject matches a glob."),
    ),
  ),
  servers: v.optional(
    v.pipe(
      v.picklist(["contract", "deployment"]),
      v.description("Whether the addresses of servers are part of the contract."),
    ),
  ),
  undecided: v.optional(
    v.pipe(v.picklist(["breaking", "warning"]), v.description("What a change that could not be decided counts as.")),
  ),
  unusedBreaks: v.optional(
    v.pipe(
      v.picklist(["fail", "pass"]),
      v.description(
        "What a break does that hurts no consumer with a pact: `fail` as any other, or `pass`. The required bump is the same.",
      ),
    ),
  ),
});

const letterCases = ["camel", "kebab", "pascal", "snake"] as const;
const lintOptions = v.strictObject({
  pathCase: v.optional(v.pipe(v.picklist(letterCases), v.description("Case of literal path segments."))),
  propertyCase: v.optional(
    v.pipe(
      v.picklist([...letterCases, "consistent"]),
      v.description("Case of property names; `consistent` asks for the one that most of them have."),
    ),
  ),
  parameterCase: v.optional(
    v.pipe(v.picklist([...letterCases, "consistent"]), v.description("Case of query and path parameters.")),
  ),
  versioning: v.optional(
    v.pipe(
      v.picklist(["path", "header", "media-type", "query", "any"]),
      v.description("Where the version of the API shows; `any` asks for one way, whichever it is."),
    ),
  ),
  versionScheme: v.optional(
    v.pipe(v.picklist(["semver", "date", "any"]), v.description("What `info.version` follows.")),
  ),
  paging: v.optional(v.pipe(v.picklist(["cursor", "offset", "any"]), v.description("How lists are paged."))),
  maxNesting: v.optional(
    v.pipe(v.number(), v.integer(), v.minValue(1), v.description("Sub-resources below a resource, at most.")),
  ),
  noticeDays: v.optional(
    v.pipe(v.number(), v.integer(), v.minValue(0), v.description("Days between deprecation and sunset, at least.")),
  ),
  uncountable: v.optional(v.pipe(v.array(v.string()), v.description("Nouns without a plural, beside the usual ones."))),
});

const lint = v.strictObject({
  rulesets: v.optional(
    v.pipe(
      v.array(v.string()),
      v.description(
        "Rulesets of Spectral that are run as well: paths from the folder of this file. They are code of yours.",
      ),
    ),
  ),
  options: v.optional(v.pipe(lintOptions, v.description("What the big guides contradict each other in."))),
});

const policyChange = v.pipe(
  v.picklist(["approve", "announce"]),
  v.description(
    "`approve`: they count once they are merged or approved. `announce`: they count at once, and the report shows them.",
  ),
);

export const ConfigSchema = v.pipe(
  v.strictObject({
    $schema: v.optional(v.string()),
    extends: v.optional(
      v.pipe(
        v.union([v.string(), v.array(v.string())]),
        v.description(
          "Configurations that this one builds on, the later ones over the earlier: paths that begin with `./` or `../`, names of installed packages, and `git:REF:PATH`.",
        ),
      ),
    ),
    contracts: v.optional(v.pipe(v.array(contract), v.description("The contracts under governance."))),
    policy: v.optional(v.pipe(policy, v.description("What the team has settled."))),
    consumers: v.optional(
      v.pipe(
        v.record(
          v.string(),
          v.strictObject({
            owner: v.optional(v.pipe(v.string(), v.description("Who is responsible for the consumer."))),
            contact: v.optional(v.pipe(v.string(), v.description("How to reach them: an address, a channel."))),
          }),
        ),
        v.description("Who is behind the consumers of the contracts, by their names in pacts and logs."),
      ),
    ),
    usage: v.optional(
      v.pipe(
        usage,
        v.description("Where calls are counted. Removals are then judged by who still calls what is removed."),
      ),
    ),
    rules: v.optional(rules),
    overrides: v.optional(
      v.pipe(v.array(override), v.description("Dials for some contracts or paths; the last that matches wins.")),
    ),
    checks: v.optional(
      v.pipe(
        v.array(v.picklist(CHECKS)),
        v.minLength(1, "with no check there is nothing to check; name one, or leave the key out"),
        v.description("The analyses that `check` runs; by default, all of them."),
      ),
    ),
    rulePackages: v.optional(
      v.pipe(
        v.array(v.string()),
        v.description(
          "Rules of your own: paths from the folder of this file that begin with `./` or `../`, and names of installed packages. They are code of yours.",
        ),
      ),
    ),
    lint: v.optional(v.pipe(lint, v.description("How a description is judged by itself."))),
    policyChanges: v.optional(
      v.pipe(
        v.union([
          policyChange,
          v.strictObject({ policy: v.optional(policyChange), waivers: v.optional(policyChange) }),
        ]),
        v.description(
          "What becomes of changes of the policy, and of new waivers and ignores, in the revision that brings them.",
        ),
      ),
    ),
    remoteRefs: v.optional(
      v.pipe(
        v.array(v.pipe(v.string(), v.startsWith("https://"))),
        v.description("Prefixes of https URLs that references may lead to. Everything else remote is refused."),
      ),
    ),
    baseBranch: v.optional(
      v.pipe(
        v.string(),
        v.description("The branch that `check` compares with; found by itself where nothing is said."),
      ),
    ),
  }),
  v.title("Concordat"),
  v.description("Policy and contracts of Concordat."),
);

export type ConfigFile = v.InferOutput<typeof ConfigSchema>;
export type ContractEntry = v.InferOutput<typeof contract>;

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const day = v.pipe(
  v.string(),
  v.regex(DAY, "write a date such as 2027-01-31"),
  v.check((text) => !DAY.test(text) || isDay(text), "this day is not in the calendar"),
);

const timelineEntry = v.strictObject({
  subject: v.pipe(
    v.string(),
    v.minLength(1),
    v.description("What is deprecated: `METHOD /path`, an operationId, or a JSON Pointer into the description."),
  ),
  announced: v.optional(v.pipe(day, v.description("The day on which consumers were told."))),
  deprecated: v.optional(v.pipe(day, v.description("The day since when it is deprecated."))),
  sunset: v.optional(v.pipe(day, v.description("The day after which it may stop working."))),
  removed: v.optional(v.pipe(day, v.description("The day on which it was removed."))),
  stability: v.optional(v.pipe(v.string(), v.description("How firm the promise was: draft, alpha, beta or stable."))),
  replacement: v.optional(
    v.pipe(
      v.nullable(v.string()),
      v.description("What to use instead, named as a subject; null where nothing replaces it."),
    ),
  ),
  docs: v.optional(v.pipe(v.string(), v.description("Where consumers read more: a URL."))),
});

/** The form of a timeline file. */
export const TimelineSchema = v.pipe(
  v.strictObject({
    deprecations: v.pipe(
      v.array(timelineEntry),
      v.description("Deprecations with what the description does not say of them."),
    ),
  }),
  v.title("Timeline of Concordat"),
);

/** The form of a baseline file. */
export const BaselineSchema = v.pipe(
  v.strictObject({
    waivers: v.pipe(
      v.array(
        v.strictObject({
          fingerprint: v.string(),
          rule: v.optional(v.pipe(v.string(), v.description("For readers; the fingerprint decides."))),
          subject: v.optional(v.string()),
          reason: v.pipe(v.string(), v.minLength(1)),
          owner: v.pipe(v.string(), v.minLength(1)),
          expires: day,
        }),
      ),
      v.description("Findings accepted until a date."),
    ),
  }),
  v.title("Baseline of Concordat"),
);
