export { type TypedDocument, typesOf } from "./types.ts";
export { type FoundUse, type KnownOperations, type UsedOperation, usesIn } from "./uses.ts";
