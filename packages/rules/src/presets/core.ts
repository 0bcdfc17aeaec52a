import type { Severity } from "@concordat/engine/kit";
import { diffRules } from "../catalogue.gen.ts";

/** Only what breaks, or adds to, what is sent; generated code is mentioned, documentation is not. */
export const core: ReadonlyMap<string, Severity> = new Map(
  diffRules
    .filter(({ audience }) => audience !== "wire")
    .map(({ id, audience }) => [id, audience === "docs" ? "off" : "info"]),
);
