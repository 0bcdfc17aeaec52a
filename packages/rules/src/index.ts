import { diffRules, lintRules } from "./catalogue.gen.ts";
import { core } from "./presets/core.ts";
import { recommended } from "./presets/recommended.ts";
import { strict } from "./presets/strict.ts";

/** All rules and presets of Concordat. */
export const catalogue = { diff: diffRules, lint: lintRules, presets: { core, recommended, strict } };
