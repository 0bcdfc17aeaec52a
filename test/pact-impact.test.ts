import { describe, expect, test } from "vitest";
import { hurtBy, judgeChange, unknownIn } from "./support/consumers.ts";
import { ORDERS_CHANGES, ORDERS_CONSUMERS, type OrdersApi, order, ordersApi } from "./support/orders.ts";

/*
 * Whom changes hurt, as it was worked out by hand.
 */

describe.each(ORDERS_CHANGES)("$name", ({ change, hurts }) => {
  test("hurts whom it hurts", async () => {
    const outcome = await judgeChange(ordersApi, change, ORDERS_CONSUMERS);
    expect(hurtBy(outcome)).toEqual(hurts);
    expect(unknownIn(outcome)).toEqual([]);
    const names = Object.keys(ORDERS_CONSUMERS).sort();
    for (const { consumers } of outcome.rulings)
      expect([...(consumers?.affected ?? []), ...(consumers?.unaffected ?? [])].sort()).toEqual(names);
  });
});

describe("a break that hurts nobody", () => {
  const nobody = (api: OrdersApi) => {
    order(api).properties.total.maximum = 5000;
  };

  test("fails as any other", async () => {
    expect((await judgeChange(ordersApi, nobody, ORDERS_CONSUMERS)).verdict).toMatchObject({
      pass: false,
      requiredBump: "major",
    });
  });

  test("passes where policy says so, and demands its bump all the same", async () => {
    const { verdict, rulings } = await judgeChange(ordersApi, nobody, ORDERS_CONSUMERS, { unusedBreaks: "pass" });
    expect(verdict).toMatchObject({ pass: true, requiredBump: "major" });
    expect(rulings.map(({ standing }) => standing)).toEqual(["unused"]);
  });

  test("does not pass for one that hurts somebody", async () => {
    const change = (api: OrdersApi) => {
      order(api).properties.state.enum = ["open", "paid", "void"];
    };
    expect((await judgeChange(ordersApi, change, ORDERS_CONSUMERS, { unusedBreaks: "pass" })).verdict.pass).toBe(false);
  });
});
