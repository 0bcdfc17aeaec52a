import { MatchersV3 } from "@pact-foundation/pact";
import { expect, test } from "vitest";
import { readParcel } from "./parcels-api.ts";
import { JSON_ANSWER, PARCEL, pactOf } from "./recorded.ts";

/** The page shows where a parcel is, and has a picture for each status that it knows. */
test("the page shows where a parcel is", () =>
  pactOf("tracking-page")
    .given("a parcel is on its way")
    .uponReceiving("where a parcel is")
    .withRequest(PARCEL)
    .willRespondWith({
      status: 200,
      headers: JSON_ANSWER,
      body: {
        id: MatchersV3.like("p-81"),
        status: MatchersV3.regex("announced|in_transit|delivered|returned", "in_transit"),
      },
    })
    .executeTest(async ({ url }) => {
      expect(await readParcel(url, "p-81")).toEqual({ id: "p-81", status: "in_transit" });
    }));
