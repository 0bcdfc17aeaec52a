import { MatchersV3 } from "@pact-foundation/pact";
import { expect, test } from "vitest";
import { readParcel } from "./parcels-api.ts";
import { JSON_ANSWER, PARCEL, pactOf } from "./recorded.ts";

/** The warehouse loads by weight. */
test("the warehouse weighs what it loads", () =>
  pactOf("warehouse")
    .given("a parcel is on its way")
    .uponReceiving("the weight of a parcel")
    .withRequest(PARCEL)
    .willRespondWith({
      status: 200,
      headers: JSON_ANSWER,
      body: MatchersV3.like({ id: "p-81", weightGrams: 1200 }),
    })
    .executeTest(async ({ url }) => {
      expect((await readParcel(url, "p-81")).weightGrams).toBe(1200);
    }));
