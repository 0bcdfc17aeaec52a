export type { SentParts } from "./sent-parts.ts";
export { type TypedDocument, typesOf } from "./types.ts";
export { type FoundUse, type KnownOperations, type UsedOperation, usesIn } from "./uses.ts";
