import { findingsOf } from "../analyze/pact/findings.ts";
import type { Target } from "../analyze/pact/targets.ts";
import { fingerprintOfFinding } from "../finding/fingerprint.ts";
import { sidesOf, TextIndex } from "../finding/text-index.ts";
import type { IsoDate } from "../host/host.ts";
import type { VerificationTarget } from "../kit/pact-targets.ts";
import type { Interaction, Pact } from "../model/pact.ts";
import type { Outcome } from "../outcome.ts";
import type { Policy } from "../policy/policy.ts";
import { decideRuling } from "../policy/ruling.ts";
import { NO_VERDICT } from "../policy/verdict.ts";
import { placed } from "./judge.ts";
import { type Catalogue, diffRulesOf } from "./request.ts";

/** An interaction that a provider was asked to keep and did not pass. */
export interface UnkeptInteraction extends Pick<VerificationTarget, "result" | "states" | "reasons"> {
  readonly pact: Pact;
  readonly interaction: Interaction;
  /** A failure does not count yet. */
  readonly pending: boolean;
}

/** What a provider was found not to keep, and by which policy that is ruled on. */
export interface VerificationRequest {
  readonly provider: string;
  readonly providerVersion: string | undefined;
  /** Where it runs. */
  readonly url: string;
  readonly unkept: readonly UnkeptInteraction[];
  readonly policy: Policy;
  readonly asOf: IsoDate;
}

/** Rules on what came of a verification: an outcome as of any other judgement, with the provider in the place of head. */
export function governVerification(
  { provider, providerVersion, url, unkept, policy, asOf }: VerificationRequest,
  catalogue: Catalogue,
): Outcome {
  const texts = new Map(unkept.map(({ pact: { text } }) => [text.uri, text]));
  const context = {
    ...{ policy, contract: "", asOf, waivers: [], ignores: [] },
    preset: catalogue.presets[policy.preset] ?? new Map(),
    known: new Set<string>(),
    removals: new Map(),
    ruleOf: diffRulesOf(catalogue),
    stabilityOf: () => "stable",
  };
  const ruled = unkept.flatMap(({ pending, ...each }) =>
    findingsOf([targetOf(each, provider)], catalogue.pact)
      .map((finding) => decideRuling({ ...finding, fingerprint: fingerprintOfFinding(finding) }, context))
      .map((ruling) => (pending && ruling.severity === "error" ? { ...ruling, severity: "warn" as const } : ruling))
      .filter(({ severity }) => severity !== "off"),
  );
  const index = new TextIndex(
    { pact: { texts } },
    ruled.flatMap(({ at }) => sidesOf(at)),
  );
  const counting = ruled.filter(({ severity }) => severity === "error");
  return {
    contract: undefined,
    base: null,
    head: { source: url, version: providerVersion ?? null, openapi: "" },
    against: "alone",
    verdict: {
      ...NO_VERDICT,
      pass: counting.length === 0,
      because: counting.map(({ fingerprint }) => fingerprint),
    },
    rulings: ruled.map((ruling) => placed(ruling, index)),
    problems: [],
    sections: {},
  };
}

function targetOf({ pact, interaction, ...came }: Omit<UnkeptInteraction, "pending">, provider: string): Target {
  const of = { pact, interaction, place: interaction.at, head: undefined, operations: [] };
  return { kind: "verification", target: { ...of, ...came, provider } };
}
