/** What Spectral hands to the functions of rules, as far as it is used here. */
export interface SpectralContext {
  readonly document: { readonly data: unknown; readonly source?: string | null };
  readonly documentInventory: {
    readonly referencedDocuments?: Readonly<Record<string, { readonly data: unknown }>>;
  };
}

/** What a function of a rule answers to Spectral: a text, and the path of what it is about. */
export interface SpectralResult {
  readonly message: string;
  readonly path: (string | number)[];
}

/** Judges a whole document. */
export type SpectralFunction = (target: unknown, options: unknown, context: SpectralContext) => SpectralResult[];

/** A rule as Spectral wants it. */
export interface SpectralRule {
  readonly description: string;
  readonly message: string;
  /** 0 error, 1 warning, 2 information. */
  readonly severity: 0 | 1 | 2;
  readonly given: "$";
  /** Whether it runs where a ruleset is extended without `all`; it does where nothing is said. */
  readonly recommended?: boolean;
  readonly resolved: false;
  readonly then: { readonly function: SpectralFunction };
}

/** A rule that is given the document as it stands, once. */
export function spectralRule(
  description: string,
  severity: SpectralRule["severity"],
  judge: SpectralFunction,
): SpectralRule {
  const facts = { description, message: "{{error}}", severity, given: "$", resolved: false } as const;
  // biome-ignore lint/suspicious/noThenProperty: the name is Spectral's.
  return { ...facts, then: { function: judge } };
}
