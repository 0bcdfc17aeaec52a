import { definePactRule } from "@concordat/engine/kit";

/** Words that many APIs have in their names. */
const COMMON =
  /^(?:an?|and|api|app|backend|core|demo|example|for|gateway|http|internal|main|my|oas|of|openapi|provider|public|rest|sample|security|server|service|services|spec|svc|test|the|title|v\d+|web|\d+|parameters|path|query|request|response|multiple|header|headers|body)$/;

function wordsOf(name: string): readonly string[] {
  const words = name
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u);
  return words.filter((word) => word.length > 2 && !COMMON.test(word));
}

function joined(words: readonly string[]): string {
  return words.join("");
}

export default definePactRule({
  id: "pact/provider-mismatch",
  on: "pact",
  summary: "A pact is of another provider than the description.",
  why: "Checking a pact against the description of another API shows nothing, whatever the result.",
  fix: "Check the pact against the description of its own provider. If it is the same API under another name, name that with `--provider`, or as `provider` of the contract.",
  severity: "error",
  source: "Pact specification, version 4: `provider`",
  messages: {
    other: "`{consumer}` has a pact with the provider `{provider}`, and the description is of `{title}`.",
  },
  *run({ pact: { consumer, provider }, title }, hit) {
    const [wanted, described] = [wordsOf(provider), wordsOf(title)];
    // A name that says nothing, such as `provider` or `API`, is no other one.
    if (wanted.length === 0 || described.length === 0) return;
    const isShared = wanted.some((word) => described.some((other) => word.includes(other) || other.includes(word)));
    if (!isShared && !joined(described).includes(joined(wanted)) && !joined(wanted).includes(joined(described)))
      yield hit("other", { consumer, provider, title });
  },
});
