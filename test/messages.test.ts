import { describe, expect, test } from "vitest";
import { Contract, judgeExchange } from "../packages/engine/src/exchange/contract.ts";
import { type HttpRequest, type HttpResponse, judgementOf } from "../packages/engine/src/exchange/exchange.ts";
import { judgeRequest, judgeResponse } from "../packages/engine/src/exchange/judge.ts";
import { Values } from "../packages/engine/src/exchange/values.ts";
import type { Host } from "../packages/engine/src/host/host.ts";
import { memoryHost } from "../packages/engine/src/host/memory.ts";
import { nodeHost, type Ruling } from "../packages/engine/src/index.ts";
import { loadDescription } from "../packages/engine/src/load/description.ts";
import { Cursor } from "../packages/engine/src/model/cursor.ts";
import { operationName } from "../packages/engine/src/model/operation-key.ts";
import { readRevision } from "../packages/engine/src/model/read-revision.ts";
import { completeFragment } from "../packages/engine/src/testing/fragment.ts";
import { valueIn } from "../packages/engine/src/testing/value-in.ts";
import { catalogue } from "../packages/rules/src/index.ts";
import { readRuleCases } from "../scripts/case-files.ts";
import { CORPUS, readCorpus } from "./support/corpus.ts";
import { judgeData, judgePair, lineOf, TODAY } from "./support/judging.ts";

/*
 * Every request and response that is shown is judged once more by each side alone, as somebody would who has only the report
 * and the two descriptions.
 */

/** What no message shows: how values are read, and that a success is gone. */
const UNSHOWN = new Set(["content-encoding", "discriminator", "extensible-enum-value", "xml", "success"]);
/** Rules about that, and those that name what containment decided, whose values may be too large to be written out. */
const MAY_SHOW_NOTHING = new Set(
  catalogue.diff.flatMap(({ id, on, about }) => (on === "schema" || UNSHOWN.has(about.aspect) ? id : [])),
);

interface Sides {
  readonly base: Contract;
  readonly head: Contract;
}

async function contractOf(source: string, host: Host): Promise<Contract> {
  const description = valueIn(await loadDescription(source, host));
  return new Contract(readRevision(new Cursor(description)));
}

/** What a side says of the message of a ruling; undefined where it is one of a callback, which stands in an operation. */
function answerOf(
  message: HttpRequest | HttpResponse,
  { operations: [reach] }: Ruling,
  contract: Contract,
): string | undefined {
  const { operations, webhooks } = contract.revision;
  const named = (refs: typeof operations) => refs.find((ref) => reach && operationName(ref) === operationName(reach));
  if ("url" in message) {
    const { response } = message as { readonly response?: HttpResponse };
    if (message.url.startsWith("/") || message.url.includes("://"))
      return judgeExchange({ request: message, response: null }, contract, response?.status).answer;
    const webhook = named(webhooks);
    if (webhook === undefined) return webhooks.length > 0 ? "refused" : undefined;
    const values = new Values(contract.library);
    return judgementOf(judgeRequest(contract.operation(webhook), message, values, { path: new Map() })).answer;
  }
  const ref = named([...operations, ...webhooks]);
  return ref && judgementOf(judgeResponse(contract.operation(ref), message, new Values(contract.library))).answer;
}

/** What is wrong with a ruling: a break that nothing shows, or a witness that shows none. */
function faultsOf(ruling: Ruling, sides: Sides): string[] {
  const { proof, rule, impact, audience, witness } = ruling;
  if (proof !== "rule" || impact !== "major" || audience !== "wire") return [];
  if (witness === null) return MAY_SHOW_NOTHING.has(rule) ? [] : [`nothing shows ${lineOf(ruling)}`];
  const { acceptedBy, refusedBy } = witness;
  if (acceptedBy === "pact" || refusedBy === "pact") return [`a pact has a say in ${lineOf(ruling)}`];
  const message = witness.value as unknown as HttpRequest | HttpResponse;
  const answers = [answerOf(message, ruling, sides[acceptedBy]), answerOf(message, ruling, sides[refusedBy])];
  const wanted = ["accepted", "refused"];
  return answers.every((answer, i) => answer === undefined || answer === wanted[i])
    ? []
    : [`${answers.join(", ")}: ${lineOf(ruling)} ${JSON.stringify(witness.value)}`];
}

describe("every message that is shown is accepted by the one side and refused by the other", () => {
  test.each(readRuleCases())("in the cases of $rule.id", async ({ cases }) => {
    const faults: string[] = [];
    for (const { base, head } of cases) {
      const [one, other] = [completeFragment(base), completeFragment(head)];
      const files = { "/base.json": JSON.stringify(one), "/head.json": JSON.stringify(other) };
      const host = memoryHost({ cwd: "/", today: TODAY, files });
      const [first, second] = [await contractOf("/base.json", host), await contractOf("/head.json", host)];
      const [forth, back] = [await judgeData(one, other), await judgeData(other, one)];
      faults.push(...forth.rulings.flatMap((ruling) => faultsOf(ruling, { base: first, head: second })));
      faults.push(...back.rulings.flatMap((ruling) => faultsOf(ruling, { base: second, head: first })));
    }
    expect(faults).toEqual([]);
  });

  const pairs = readCorpus();
  test.skipIf(pairs.length === 0).each(pairs)("in $vendor", async ({ base, head }) => {
    const { rulings } = await judgePair(CORPUS, base, head);
    const host = nodeHost(CORPUS);
    const sides = { base: await contractOf(base, host), head: await contractOf(head, host) };
    expect(rulings.flatMap((ruling) => faultsOf(ruling, sides))).toEqual([]);
  });
});
