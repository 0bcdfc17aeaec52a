export { type CrossCheck, crossCheck, type ForeignChange } from "./cross-check.ts";
