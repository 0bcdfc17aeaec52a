/** What the process of the verifier is to do; it travels as JSON. */
export interface VerifierJob {
  /** The module of `@pact-foundation/pact`, an absolute path. */
  readonly verifier: string;
  readonly provider: string;
  readonly url: string;
  /** Absolute paths. */
  readonly pacts: readonly string[];
  readonly headers: Readonly<Record<string, string>>;
  /** Who sets up provider states: an URL, a module by its absolute path, or nobody. */
  readonly states: { readonly url: string } | { readonly module: string } | null;
}

/** What it tells: that a provider state could not be set up, or what came of it all. */
export type VerifierMessage =
  | { readonly kind: "state-failure"; readonly state: string; readonly reason: string }
  | { readonly kind: "report"; readonly report: unknown }
  | { readonly kind: "fault"; readonly message: string };
