import type { Severity } from "@concordat/engine/kit";
import { STRICT_LINT } from "./lint.ts";

/** Every rule as loud as it says itself, but those that only `strict` has. */
export const recommended: ReadonlyMap<string, Severity> = new Map([...STRICT_LINT].map((id) => [id, "off"]));
