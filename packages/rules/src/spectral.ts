import { spectralRuleset } from "@concordat/engine/kit";
import { lintRules } from "./catalogue.gen.ts";
import { recommended } from "./presets/recommended.ts";

/** The lint rules as a ruleset of Spectral: `extends: ["@concordat/rules/spectral"]`. Spectral tells no date; today is taken. */
export default spectralRuleset(lintRules, recommended, new Date().toISOString().slice(0, 10));
