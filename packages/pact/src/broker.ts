import type { Result } from "@concordat/engine";

/** A version of an application. */
export interface PacticipantVersion {
  readonly pacticipant: string;
  readonly version: string;
}

/** Whether a version may go where others are. */
export interface DeploymentQuestion extends PacticipantVersion {
  /** An environment by its name, or versions that are named one by one. */
  readonly against: { readonly environment: string } | { readonly versions: readonly PacticipantVersion[] };
  /** Other applications, or versions of them, whose results do not count. */
  readonly ignore: readonly { readonly pacticipant: string; readonly version?: string }[];
}

/** One pact that has to hold, and whether it does. */
export interface MatrixRow {
  readonly consumer: string;
  readonly consumerVersion: string;
  readonly provider: string;
  /** Null where no version of the provider is there. */
  readonly providerVersion: string | null;
  readonly result: "passed" | "failed" | "unverified";
  readonly ignored: boolean;
}

/** `unverified`: nothing failed, and something that has to hold was never verified. It does not pass. */
export type DeploymentDecision = "yes" | "no" | "unverified";

/** The answer to a question, and why. */
export interface DeploymentAnswer {
  readonly decision: DeploymentDecision;
  /** Sentences for people, the ones that decided. */
  readonly reasons: readonly string[];
  /** What did not decide, and may be a slip all the same. */
  readonly warnings: readonly string[];
  readonly matrix: readonly MatrixRow[];
}

/** That a version is in an environment from a moment on, or no longer is. */
export interface Placement extends PacticipantVersion {
  readonly environment: string;
  readonly ended: boolean;
  /** ISO 8601 in UTC, with milliseconds. */
  readonly at: string;
}

/** A pact to be published. */
export interface PactContent {
  readonly provider: string;
  /** Canonical. */
  readonly text: string;
}

/** The pacts of one version of a consumer. */
export interface PublicationRequest {
  readonly consumer: string;
  readonly consumerVersion: string;
  readonly branch: string | undefined;
  readonly tags: readonly string[];
  readonly buildUrl: string | undefined;
  /** Whether a Pact Broker may add the interactions to those that it has for the version. */
  readonly merge: boolean;
  readonly pacts: readonly PactContent[];
}

/** Which pacts a provider is to be verified against. */
export interface VerificationQuery {
  readonly provider: string;
  /** Selectors of consumer versions, as the Pact Broker has them; none leaves the choice to it. */
  readonly selectors: readonly unknown[];
  /** Whether pacts that no version on the branch has verified yet are marked `pending`. */
  readonly includePending: boolean;
  /** The day from which on pacts in work are included, as pending ones. */
  readonly includeWipSince: string | undefined;
  readonly providerBranch: string | undefined;
  readonly providerTags: readonly string[];
}

/** A pact that a provider is to be verified against. */
export interface PactToVerify {
  /** As people name it. */
  readonly name: string;
  readonly text: string;
  /** Its failure does not count yet. */
  readonly pending: boolean;
  readonly notices: readonly string[];
  /** Where a Pact Broker takes results. */
  readonly resultsUrl?: URL;
}

/** What came of the verification of one pact. */
export interface VerificationRecord {
  readonly pact: PactToVerify;
  readonly consumer: string;
  readonly provider: string;
  readonly providerVersion: string;
  readonly providerBranch: string | undefined;
  readonly providerTags: readonly string[];
  readonly buildUrl: string | undefined;
  /** SHA-256 of the description that the provider has. */
  readonly description: string | undefined;
  readonly success: boolean;
  readonly at: string;
}

/** What keeps pacts, their verifications and what is deployed where: a ledger of files, or a Pact Broker. */
export interface Broker {
  /**
   * Publishes pacts. Other content for a version that has some already is a failure.
   * @returns what was done, as sentences
   */
  publish(request: PublicationRequest): Promise<Result<readonly string[]>>;
  /** The pacts that a provider is to be verified against. */
  pactsToVerify(query: VerificationQuery): Promise<Result<readonly PactToVerify[]>>;
  /** Records what came of a verification. Answers what was done, as a sentence. */
  recordVerification(record: VerificationRecord): Promise<Result<string>>;
  /**
   * Records that a version took the place of the one before it.
   * @param applicationInstance one of several that run side by side; undefined where there is one
   * @returns what was done, as a sentence
   */
  recordDeployment(placement: Placement, applicationInstance: string | undefined): Promise<Result<string>>;
  /** Records that a version is supported in an environment beside the others there. Answers what was done, as a sentence. */
  recordRelease(placement: Placement): Promise<Result<string>>;
  /** Whether a version may be deployed. An environment that nobody knows is a failure. */
  canIDeploy(question: DeploymentQuestion): Promise<Result<DeploymentAnswer>>;
}
