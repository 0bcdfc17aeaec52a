import type { Severity } from "@concordat/engine/kit";

/** Every rule as loud as it says itself. */
export const recommended: ReadonlyMap<string, Severity> = new Map();
