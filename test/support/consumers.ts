import { memoryHost } from "../../packages/engine/src/host/memory.ts";
import {
  DEFAULT_LOAD,
  DEFAULT_POLICY,
  governDiff,
  type Outcome,
  type Policy,
} from "../../packages/engine/src/index.ts";
import { valueIn } from "../../packages/engine/src/testing/value-in.ts";
import { catalogue } from "../../packages/rules/src/index.ts";
import { TODAY } from "./judging.ts";

/** What consumers rely on: their interactions as pacts have them, without descriptions, by the names of consumers. */
export type Interactions = Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>;

/** A change of a description, and whom it hurts. */
export interface Change<Api> {
  readonly name: string;
  readonly change: (api: Api) => unknown;
  /** The consumers hurt, by the rule that tells of the change. */
  readonly hurts: Readonly<Record<string, readonly string[]>>;
}

/** Judges a change of a description beside pacts of consumers. */
export async function judgeChange<Api>(
  base: () => Api,
  change: (api: Api) => unknown,
  consumers: Interactions,
  policy: Partial<Policy> = {},
): Promise<Outcome> {
  const head = base();
  change(head);
  const pacts = Object.entries(consumers).map(([name, interactions]) => [
    `/pacts/${name}.json`,
    JSON.stringify({
      consumer: { name },
      provider: { name: "orders" },
      interactions: interactions.map((each, i) => ({ description: `${name} ${i}`, ...each })),
      // Only version 4 has types of interactions.
      metadata: { pactSpecification: { version: interactions.some((each) => "type" in each) ? "4.0" : "3.0.0" } },
    }),
  ]);
  const files = {
    "/base.json": JSON.stringify(base()),
    "/head.json": JSON.stringify(head),
    ...Object.fromEntries(pacts),
  };
  const request = {
    base: "/base.json",
    head: "/head.json",
    policy: { ...DEFAULT_POLICY, ...policy },
    consumers: { pacts: pacts.map(([path]) => path as string), scans: [] },
    asOf: TODAY,
    load: DEFAULT_LOAD,
  };
  return valueIn(await governDiff(request, catalogue, memoryHost({ cwd: "/", today: TODAY, files })));
}

/** The consumers that breaking changes hurt, by their rules. */
export function hurtBy({ rulings }: Outcome): Record<string, readonly string[] | undefined> {
  const breaks = rulings.filter(({ impact }) => impact === "major");
  return Object.fromEntries(breaks.map(({ rule, consumers }) => [rule.replace("diff/", ""), consumers?.affected]));
}

/** The consumers of whom nothing is known, of all changes. */
export function unknownIn({ rulings }: Outcome): readonly string[] {
  return rulings.flatMap(({ consumers }) => consumers?.unknown ?? []);
}
