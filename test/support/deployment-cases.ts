/** What a ledger holds, a question, and the answer to it. */
export interface DeploymentCase {
  readonly name: string;
  /**
   * One record a line, in the order of time: `Foo 1 needs Bar` publishes a pact; `Bar 2 keeps Foo 1` and `Bar 2 breaks Foo 1` are
   * verifications of it; `Foo 1 in prod` deploys, `Foo 1 in prod at blue` to an instance; `Foo 1 beside prod` releases;
   * `Foo 1 left prod` ends a deployment.
   */
  readonly ledger: string;
  /** `Foo 1 to prod`, or `Foo 1 with Bar 2, Baz 3`; behind it perhaps `ignoring Bar` or `ignoring Bar 2`. */
  readonly ask: string;
  readonly is: "yes" | "no" | "unverified";
  /** Fits the names of what the Pact Broker's own tests ask that are the same question. */
  readonly oracle?: RegExp;
  /** A name that is to be ignored and that nobody knows. */
  readonly warns?: string;
}

const VERIFIED = "Foo 1 needs Bar; Bar 2 keeps Foo 1";

/** Questions whose answers are known. */
export const DEPLOYMENT_CASES: readonly DeploymentCase[] = [
  {
    name: "a provider version that is there has verified the pact",
    ledger: `${VERIFIED}; Bar 2 in prod`,
    ask: "Foo 1 to prod",
    is: "yes",
    oracle:
      /find returns a QueryResults|find with environments when there is a successful verification between|can-i-deploy Foo v1 to the production environment snapshots/,
  },
  {
    name: "a provider version that is there has broken the pact",
    ledger: "Foo 1 needs Bar; Bar 2 breaks Foo 1; Bar 2 in prod",
    ask: "Foo 1 to prod",
    is: "no",
    oracle:
      /when there is an unsuccessful verification|deploying a consumer and ignoring a provider with a failed verification from a provider without any ignore|when the consumer and provider have been specified without any/,
  },
  {
    name: "the provider is not there yet",
    ledger: VERIFIED,
    ask: "Foo 1 to prod",
    is: "unverified",
    oracle:
      /has not been deployed to the given environment does not allow the consumer|first time and the provider is not yet deployed|when the provider has not been deployed without any|c1 v2 is not allowed|can-i-deploy to environment snapshots/,
  },
  {
    name: "two providers have never verified the pact",
    ledger: "Foo 1 needs Bar; Foo 1 needs Baz",
    ask: "Foo 1 to prod",
    is: "unverified",
    oracle: /has not been verified by any providers/,
  },
  {
    name: "one of two providers that are there has not verified the pact",
    ledger: `${VERIFIED}; Foo 1 needs Baz; Bar 2 in prod; Baz 3 in prod`,
    ask: "Foo 1 to prod",
    is: "unverified",
    oracle: /has two providers in prod, but it is not verified by one|failing integration without ignoring/,
  },
  {
    name: "what a later version of the consumer needs does not concern an earlier one",
    ledger: `${VERIFIED}; Foo 2 needs Bar; Foo 2 needs Baz; Bar 2 in prod`,
    ask: "Foo 1 to prod",
    is: "yes",
    oracle: /old version of a consumer that has added a new provider/,
  },
  {
    name: "nothing is recorded of the version",
    ledger: `${VERIFIED}; Bar 2 in prod`,
    ask: "Foo 9 to prod",
    is: "no",
    oracle: /when the specified version does not exist/,
  },
  {
    name: "no consumer of the provider is there yet",
    ledger: VERIFIED,
    ask: "Bar 2 to prod",
    is: "yes",
    oracle:
      /has not been deployed to the given environment allows the provider|deploying a provider to prod for the first time|deploying a provider where the pact has not been verified/,
  },
  {
    name: "one in the middle waits for its provider, though its own consumer is content",
    ledger: "Foo 1 needs Bar; Bar 2 keeps Foo 1; Bar 2 needs Baz; Foo 1 in prod",
    ask: "Bar 2 to prod",
    is: "unverified",
    oracle: /both a consumer and a provider to prod for the first time and the downstream provider is not/,
  },
  {
    name: "one in the middle goes where its provider and its consumer are",
    ledger: "Foo 1 needs Bar; Bar 2 keeps Foo 1; Bar 2 needs Baz; Baz 3 keeps Bar 2; Baz 3 in prod; Foo 1 in prod",
    ask: "Bar 2 to prod",
    is: "yes",
    oracle: /both a consumer and a provider to prod for the first time and the downstream provider has been/,
  },
  {
    name: "another version of the provider has verified the pact than the one that is there",
    ledger: `${VERIFIED}; Bar 1 in prod`,
    ask: "Foo 1 to prod",
    is: "unverified",
    oracle: /has been verified, but not by the required provider version/,
  },
  {
    name: "two that need each other, of which one pact was verified",
    ledger: "Foo 1 needs Bar; Bar 2 needs Foo; Bar 2 keeps Foo 1",
    ask: "Foo 1 with Bar 2",
    is: "unverified",
    oracle: /nureva use case\) when both/,
  },
  {
    name: "two that need each other, of which one pact was verified and one is there",
    ledger: "Foo 1 needs Bar; Bar 2 needs Foo; Bar 2 keeps Foo 1; Bar 2 in prod",
    ask: "Foo 1 to prod",
    is: "unverified",
    oracle: /nureva use case\) when only one/,
  },
  {
    name: "several versions of a consumer are there, and one was not verified",
    ledger: "Foo 1 needs Bar; Foo 2 needs Bar; Bar 3 keeps Foo 1; Foo 1 beside prod; Foo 2 beside prod",
    ask: "Bar 3 to prod",
    is: "unverified",
    oracle:
      /multiple versions of a consumer in production (?:that is missing|knows|when a verification for the latest prod version is missing)|has no verification results with the consumer version already/,
  },
  {
    name: "several versions of a consumer are there, and all were verified",
    ledger:
      "Foo 1 needs Bar; Foo 2 needs Bar; Bar 3 keeps Foo 1; Bar 3 keeps Foo 2; Foo 1 beside prod; Foo 2 beside prod",
    ask: "Bar 3 to prod",
    is: "yes",
    oracle: /multiple versions of a consumer in production when there is a successful verification for every/,
  },
  {
    name: "a second consumer is there that was not verified",
    ledger:
      "Foo 1 needs Bar; Foo 2 needs Bar; Cat 20 needs Bar; Bar 3 keeps Foo 1; Bar 3 keeps Foo 2; Foo 1 beside prod; Foo 2 beside prod; Cat 20 in prod",
    ask: "Bar 3 to prod",
    is: "unverified",
    oracle: /a single version of another \(inferred\) with inferred/,
  },
  {
    name: "the second consumer does not count where versions are named one by one",
    ledger: "Foo 1 needs Bar; Foo 2 needs Bar; Cat 20 needs Bar; Bar 3 keeps Foo 1; Bar 3 keeps Foo 2; Cat 20 in prod",
    ask: "Bar 3 with Foo 1, Foo 2",
    is: "yes",
    oracle:
      /a single version of another \(inferred\) without inferred|only one of them has a verification, and the consumer/,
  },
  {
    name: "several versions of a provider are there, and one has not verified the pact",
    ledger: "Foo 1 needs Bar; Bar 2 keeps Foo 1; Bar 2 beside prod; Bar 3 beside prod",
    ask: "Foo 1 to prod",
    is: "unverified",
    oracle: /multiple versions of a provider in production (?:knows|when a verification)/,
  },
  {
    name: "several versions of a provider are there, and all have verified the pact",
    ledger: "Foo 1 needs Bar; Bar 2 keeps Foo 1; Bar 3 keeps Foo 1; Bar 2 beside prod; Bar 3 beside prod",
    ask: "Foo 1 to prod",
    is: "yes",
    oracle:
      /multiple versions of a provider in production when there is|released to production \(latestby cvpv\) when every/,
  },
  {
    name: "of the released versions of a provider, an older one has broken the pact",
    ledger: "Foo 1 needs Bar; Bar 2 breaks Foo 1; Bar 3 keeps Foo 1; Bar 2 beside prod; Bar 3 beside prod",
    ask: "Foo 1 to prod",
    is: "no",
    oracle: /released to production \(latestby cvpv\) when an older|more than one resolved selector/,
  },
  {
    name: "of the instances of a provider, an older one has broken the pact",
    ledger: "Foo 1 needs Bar; Bar 2 breaks Foo 1; Bar 3 keeps Foo 1; Bar 2 in prod at blue; Bar 3 in prod at green",
    ask: "Foo 1 to prod",
    is: "no",
    oracle: /on different targets \(latestby cvpv\) when an older/,
  },
  {
    name: "all instances of a provider have verified the pact",
    ledger: "Foo 1 needs Bar; Bar 2 keeps Foo 1; Bar 3 keeps Foo 1; Bar 2 in prod at blue; Bar 3 in prod at green",
    ask: "Foo 1 to prod",
    is: "yes",
    oracle: /on different targets \(latestby cvpv\) when every/,
  },
  {
    name: "a version that was replaced does not count",
    ledger: "Foo 1 needs Bar; Bar 2 breaks Foo 1; Bar 3 keeps Foo 1; Bar 2 in prod; Bar 3 in prod",
    ask: "Foo 1 to prod",
    is: "yes",
    oracle: /deployed without a target and then replaced/,
  },
  {
    name: "a version that was ended does not count",
    ledger: "Foo 1 needs Bar; Bar 2 in prod; Bar 2 left prod",
    ask: "Foo 1 to prod",
    is: "unverified",
  },
  {
    name: "the consumer that is there has no pact with the provider",
    ledger: "Foo 1 needs Baz; Foo 2 needs Bar; Bar 2 keeps Foo 2; Foo 1 in prod",
    ask: "Bar 2 to prod",
    is: "yes",
    oracle: /p2 v1 is allowed|currently deployed has no pacts with a provider/,
  },
  {
    name: "a pact that was verified before it was broken",
    ledger: "Foo 1 needs Bar; Bar 2 keeps Foo 1; Bar 2 breaks Foo 1; Bar 2 in prod",
    ask: "Foo 1 to prod",
    is: "no",
  },
  {
    name: "what failed is said before what is open",
    ledger: "Foo 1 needs Bar; Foo 1 needs Baz; Bar 2 breaks Foo 1; Bar 2 in prod",
    ask: "Foo 1 to prod",
    is: "no",
  },
  {
    name: "a provider that is ignored need not have verified the pact",
    ledger: "Foo 1 needs Bar; Bar 2 in prod",
    ask: "Foo 1 to prod ignoring Bar",
    is: "yes",
    oracle: /ignoring a provider with a missing verification from a provider deployment_status/,
  },
  {
    name: "a provider that is not ignored must have verified the pact",
    ledger: "Foo 1 needs Bar; Bar 2 in prod",
    ask: "Foo 1 to prod",
    is: "unverified",
    oracle: /missing verification from a provider without any ignore|ignoring a consumer with a missing verification/,
  },
  {
    name: "a provider that is ignored may have broken the pact",
    ledger: "Foo 1 needs Bar; Bar 2 breaks Foo 1; Bar 2 in prod",
    ask: "Foo 1 to prod ignoring Bar",
    is: "yes",
    oracle: /ignoring a provider with a failed verification from a provider deployment_status/,
  },
  {
    name: "one version of a provider is ignored",
    ledger: "Foo 1 needs Bar; Bar 2 breaks Foo 1; Bar 2 in prod",
    ask: "Foo 1 to prod ignoring Bar 2",
    is: "yes",
    oracle: /failed verification from a provider when ignoring the specific provider/,
  },
  {
    name: "another version of the provider is ignored, of which nothing is known",
    ledger: "Foo 1 needs Bar; Bar 2 breaks Foo 1; Bar 2 in prod",
    ask: "Foo 1 to prod ignoring Bar 9",
    is: "no",
    oracle: /when ignoring a different specific provider version/,
    warns: "Bar",
  },
  {
    name: "a provider that is ignored need not be there",
    ledger: "Foo 1 needs Bar",
    ask: "Foo 1 to prod ignoring Bar",
    is: "yes",
    oracle: /when the provider has not been deployed deployment_status/,
  },
  {
    name: "one that is named and ignored does not count",
    ledger: "Foo 1 needs Bar; Bar 2 breaks Foo 1",
    ask: "Foo 1 with Bar 2 ignoring Bar",
    is: "yes",
    oracle: /consumer and provider have been specified deployment_status/,
  },
  {
    name: "one that is named and ignored need not exist",
    ledger: "Foo 1 needs Bar",
    ask: "Foo 1 with Bar 9 ignoring Bar",
    is: "yes",
    oracle: /provider version specified does not exist deployment_status/,
  },
  {
    name: "one that is named must exist",
    ledger: "Foo 1 needs Bar",
    ask: "Foo 1 with Bar 9",
    is: "no",
    oracle: /provider version specified does not exist without any/,
  },
  {
    name: "an application is ignored of which nothing is known",
    ledger: "Foo 1 needs Bar; Bar 2 in prod",
    ask: "Foo 1 to prod ignoring Meep",
    is: "unverified",
    oracle: /when the provider to ignore does not exist/,
    warns: "Meep",
  },
  {
    name: "a version is ignored of which nothing is known",
    ledger: "Foo 1 needs Bar; Bar 2 in prod",
    ask: "Foo 1 to prod ignoring Bar 9",
    is: "unverified",
    oracle: /when the provider version to ignore does not exist/,
    warns: "Bar",
  },
  {
    name: "a consumer that is ignored may have been broken",
    ledger: "Foo 1 needs Bar; Bar 2 breaks Foo 1; Foo 1 in prod",
    ask: "Bar 2 to prod ignoring Foo",
    is: "yes",
    oracle: /ignoring a consumer with a failed verification from a provider deployment_status/,
  },
  {
    name: "a consumer that is not ignored must not be broken",
    ledger: "Foo 1 needs Bar; Bar 2 breaks Foo 1; Foo 1 in prod",
    ask: "Bar 2 to prod",
    is: "no",
    oracle: /ignoring a consumer with a failed verification from a provider without any/,
  },
  {
    name: "one version of a consumer is ignored",
    ledger: "Foo 1 needs Bar; Bar 2 breaks Foo 1; Foo 1 in prod",
    ask: "Bar 2 to prod ignoring Foo 1",
    is: "yes",
    oracle: /when ignoring the specific consumer version/,
  },
  {
    name: "another version of the consumer is ignored, of which nothing is known",
    ledger: "Foo 1 needs Bar; Bar 2 breaks Foo 1; Foo 1 in prod",
    ask: "Bar 2 to prod ignoring Foo 9",
    is: "no",
    oracle: /when ignoring the wrong specific consumer version/,
    warns: "Foo",
  },
  {
    name: "of two providers the one that is not there is ignored",
    ledger: `${VERIFIED}; Foo 1 needs Baz; Bar 2 in prod`,
    ask: "Foo 1 to prod ignoring Baz",
    is: "yes",
    oracle: /failing integration ignoring the failing/,
  },
];

/** What the Pact Broker's tests ask that a ledger is never asked, and why. */
export const NOT_ASKED: readonly { readonly oracle: RegExp; readonly why: string }[] = [
  {
    oracle: /tag-to-tag|mainBranch|single selector to latest/,
    why: "The ledger answers for environments and named versions; tags and branches do not say what is deployed.",
  },
  { oracle: /missing required params/, why: "The command line refuses it before a ledger is read." },
  {
    oracle: /matrix UI browse|flat encoding|success filter|limit smaller|path endpoint/,
    why: "It lists rows for people, and asks nothing about a deployment.",
  },
];
