export { type TypedDocument, typesOf } from "./types.ts";
