/** Reading pacts, for packages that touch the world. */
export type { Pact } from "./pact.ts";
export { readPact } from "./read-pact.ts";
