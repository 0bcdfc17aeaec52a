import { type ApiOperation, defineLintRule, operationName, wordsOf } from "@concordat/engine/kit";

const STEPS = new Set(["next", "previous", "prev"]);
/** What a credential names by itself: the caller, and what it acts for. */
const SELF =
  /^(?:account|app|application|client|company|customer|device|license|licence|me|member|membership|organi[sz]ation|person|profile|self|session|subscription|tenant|token|user|workspace|whoami)s?$/;
/** Parameters that say where to go on from. */
const POSITION =
  /(?:after|before|continuation|cursor|from|id|index|key|marker|offset|page|position|since|start|token)$/i;

export default defineLintRule({
  id: "lint/state-no-implicit-context",
  theme: "caching",
  summary: "No operation depends on what the server considers current, next or previous for a caller.",
  why: "The same request means something else the second time, so clients cannot retry it, replay it or run it in parallel.",
  fix: "Let the caller name the resource, or a position that an earlier response returned.",
  exceptions:
    "Facts that are the same for everyone, such as the current exchange rate, and aliases for the caller, such as `/users/current`.",
  severity: "info",
  preset: "strict",
  source: "Fielding, Architectural Styles and the Design of Network-based Software Architectures, section 5.1.3.",
  messages: { implicit: "`{operation}` depends on what the server considers `{segment}`." },
  *run({ api }, hit) {
    for (const operation of api.operations) {
      const segment = implicitIn(operation);
      const { ref } = operation;
      if (segment !== undefined)
        yield hit("implicit", { operation: operationName(ref), segment }, ref.at, { operations: [ref] });
    }
  },
});

function implicitIn({ ref, resource: { segments }, parameters }: ApiOperation): string | undefined {
  const index = segments.findIndex(({ text }) => text === "current" || STEPS.has(text.toLowerCase()));
  const text = segments[index]?.text;
  if (text === undefined) return undefined;
  const isNamed = segments.slice(0, index).some(({ kind }) => kind !== "literal");
  if (STEPS.has(text.toLowerCase())) {
    const isPlaced = parameters.some(({ in: place, name }) => place !== "path" && POSITION.test(name));
    return isPlaced || (isNamed && ref.method === "GET") ? undefined : text;
  }
  // What is current below something named, or is only read, is a fact rather than a context.
  const nouns = [...segments.slice(0, index), ...segments.slice(index + 1, index + 2)].flatMap((each) =>
    wordsOf(each.text),
  );
  return isNamed || ref.method === "GET" || nouns.some((word) => SELF.test(word)) ? undefined : text;
}
