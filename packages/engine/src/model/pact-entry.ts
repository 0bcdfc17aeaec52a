/** Reading pacts, for packages that touch the world. */
export type { Interaction, Pact } from "./pact.ts";
export { readPact } from "./read-pact.ts";
