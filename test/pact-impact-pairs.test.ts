import { expect, test } from "vitest";
import type { Outcome } from "../packages/engine/src/index.ts";
import { type Change, judgeChange } from "./support/consumers.ts";
import { ORDERS_CHANGES, ORDERS_CONSUMERS, type OrdersApi, ordersApi } from "./support/orders.ts";

/*
 * Two changes at once: whom one of them hurts alone, it does not leave unaffected beside the other.
 */

type OrdersChange = Change<OrdersApi>;
type Ruling = Outcome["rulings"][number];

/** Changes that hurt somebody and leave operations where they are. */
const HURTING = ORDERS_CHANGES.filter(
  ({ hurts }) => !("operation-removed" in hurts) && Object.values(hurts).some(({ length }) => length > 0),
);

const judge = (...changes: readonly OrdersChange[]) =>
  judgeChange(
    ordersApi,
    (api) => {
      for (const { change } of changes) change(api);
    },
    ORDERS_CONSUMERS,
  );

/** Whether two findings say the same, of the same operations. */
function isSame(one: Ruling, other: Ruling): boolean {
  const said = ({ rule, subject, message, operations }: Ruling) => JSON.stringify([rule, subject, message, operations]);
  return said(one) === said(other);
}

/** The consumers whom a change hurts alone and, as it is said, not beside another. */
function forgotten(alone: Outcome, together: Outcome): readonly string[] {
  return alone.rulings.flatMap((ruling) => {
    const beside = together.rulings.find((each) => isSame(each, ruling));
    return (ruling.consumers?.affected ?? []).filter((name) => beside?.consumers?.unaffected.includes(name));
  });
}

/** What each change does alone. */
const alone = new Map(await Promise.all(HURTING.map(async (change) => [change, await judge(change)] as const)));

test.each(HURTING)("$name, beside each change that follows", async (change) => {
  for (const other of HURTING.slice(HURTING.indexOf(change) + 1)) {
    const together = await judge(change, other);
    for (const each of [change, other])
      expect(forgotten(alone.get(each) as Outcome, together), `of: ${each.name}; beside: ${other.name}`).toEqual([]);
  }
});
