/** A part of a description that a lint rule finds fault with, and one that it does not, in YAML. */
export interface LintExample {
  readonly bad?: string;
  readonly good?: string;
}

/** Examples by id of their rule. */
export const lintExamples: Readonly<Record<string, LintExample>> = {};
