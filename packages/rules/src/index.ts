import { diffRules, lintRules, pactRules } from "./catalogue.gen.ts";
import { core } from "./presets/core.ts";
import { recommended } from "./presets/recommended.ts";
import { strict } from "./presets/strict.ts";

/** All rules and presets of Concordat. */
export const catalogue = { diff: diffRules, lint: lintRules, pact: pactRules, presets: { core, recommended, strict } };
