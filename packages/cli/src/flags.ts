import type { Compatibility } from "@concordat/engine";

/** Whose consumers must get along with which revision, instead of what the policy says. */
export interface CompatibilityFlag {
  readonly compatibility?: Compatibility;
}

/** The options that every judging command has. */
export interface CommonFlags {
  readonly failOn: "error" | "warn" | "never";
  readonly config?: string;
  readonly asOf?: string;
  readonly quiet?: boolean;
  /** Whether people are shown every finding in full, and each with all that is known of it. */
  readonly all?: boolean;
  readonly verbose?: boolean;
  readonly root?: string;
  readonly allowRemoteRef: readonly string[];
  readonly allowPrivateNetwork?: boolean;
  /** `Name: value`, or `Name: env:VARIABLE`. */
  readonly header?: readonly string[];
}

/** What `pact check` goes by beside the common options. */
export interface PactFlags {
  readonly spec?: string;
  readonly pact: readonly string[];
  readonly provider?: string;
}

/** Scans of consumers' code. */
export interface ScanFlag {
  readonly scan: readonly string[];
}

/** What `pact impact` compares, beside the common options. */
export interface PactImpactFlags extends ScanFlag {
  readonly base: string;
  readonly head: string;
  readonly pact: readonly string[];
  readonly provider?: string;
  readonly unused?: boolean;
}

/** What judges of deprecations go by beside the common options. */
export interface NoticeFlag {
  /** Days between a deprecation and its sunset, instead of what the policy says. */
  readonly noticeDays?: number;
}
