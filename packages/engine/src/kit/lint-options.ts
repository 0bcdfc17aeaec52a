import type { NoticeDays } from "../base/notice.ts";
/** A way to spell names of several words. */
export type Case = "camel" | "kebab" | "pascal" | "snake";

/** Where the big guides contradict each other, a team chooses. */
export interface LintOptions {
  /** Case of literal path segments. */
  readonly pathCase: Case;
  /** Case of property names; `consistent` asks for the one that most of them have. */
  readonly propertyCase: Case | "consistent";
  /** Case of query and path parameters. */
  readonly parameterCase: Case | "consistent";
  /** Where the version of the API shows; `any` asks for one way, whichever it is. */
  readonly versioning: "path" | "header" | "media-type" | "query" | "any";
  /** What `info.version` follows. */
  readonly versionScheme: "semver" | "date" | "any";
  /** How lists are paged; `any` accepts both. */
  readonly paging: "cursor" | "offset" | "any";
  /** Sub-resources below a resource, at most. */
  readonly maxNesting: number;
  /** Days between deprecation and sunset, at least; by stability level where they differ. */
  readonly noticeDays: NoticeDays;
  /** Nouns without a plural, beside the usual ones. */
  readonly uncountable: readonly string[];
}

export const DEFAULT_LINT_OPTIONS: LintOptions = {
  pathCase: "kebab",
  propertyCase: "consistent",
  parameterCase: "consistent",
  versioning: "any",
  versionScheme: "any",
  paging: "any",
  maxNesting: 3,
  noticeDays: 180,
  uncountable: [],
};
