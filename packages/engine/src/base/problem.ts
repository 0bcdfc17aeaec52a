/** A defect in what we were given: a description, a configuration, an argument. Never a finding about an API. */
export interface Problem {
  /** Stable identifier, kebab-case: `duplicate-key`, `reference-unresolved`. */
  readonly code: string;
  /** What is wrong and what to do, in one or two sentences. */
  readonly message: string;
  /** File as the user would name it; undefined where no file is concerned. */
  readonly file?: string | undefined;
  /** 1-based. */
  readonly line?: number | undefined;
  readonly column?: number | undefined;
  /** Of a text that could not be read: what tells it from other texts, so that a changed one is another problem. */
  readonly digest?: string;
  /** It fails no run, new or not: what was meant is read all the same. */
  readonly isAdvice?: true;
}
