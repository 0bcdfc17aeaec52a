/** What packages that touch the world share with the engine: plain data, texts and results. */

export { sha256 } from "./digest.ts";
export { isRecord, numberAt, textAt } from "./json-at.ts";
export { compareBy, compareText } from "./order.ts";
export { withoutCredentials } from "./url-text.ts";
