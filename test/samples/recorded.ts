import { PactV3 } from "@pact-foundation/pact";

/** A pact with the provider of parcels that the tests of a consumer write, into the folder that `concordat pact test` names. */
export function pactOf(consumer: string): PactV3 {
  const dir = process.env["PACT_DIR"];
  if (dir === undefined) throw new Error("Run this with `concordat pact test`, which sets PACT_DIR.");
  return new PactV3({ consumer, provider: "northbound-parcels", dir, logLevel: "error" });
}

/** The request for the parcel of all tests. */
export const PARCEL = {
  method: "GET",
  path: "/v2/parcels/p-81",
  headers: { Authorization: "Bearer example" },
} as const;

/** The headers of all answers. */
export const JSON_ANSWER = { "Content-Type": "application/json" };
