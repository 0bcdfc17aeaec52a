import core from "@stoplight/spectral-core";
import formats from "@stoplight/spectral-formats";
import functions from "@stoplight/spectral-functions";
import parsers from "@stoplight/spectral-parsers";
import refResolver from "@stoplight/spectral-ref-resolver";
import oasRuleset from "@stoplight/spectral-rulesets/dist/oas/index.js";
import runtime from "@stoplight/spectral-runtime";

// Of a CommonJS module, loaders differ in what they take for its default export.
const { default: oas = oasRuleset } = oasRuleset as { readonly default?: object };

/**
 * What stands for the rulesets of AsyncAPI and Arazzo. They judge other things than OpenAPI, so that none of their rules
 * ever fires on what is read here, and they are large.
 */
const NOTHING = { rules: {} };

/** Whether a rule is one of AsyncAPI or Arazzo: dials of it say nothing here. */
export function isForOthers(rule: string): boolean {
  return /^(?:asyncapi|arazzo)-/.test(rule);
}

/** Modules that Spectral promises to rulesets in JavaScript, under the names by which they import them. */
export const PROVIDED: Readonly<Record<string, object>> = {
  "@stoplight/spectral-core": core,
  "@stoplight/spectral-formats": formats,
  "@stoplight/spectral-functions": functions,
  "@stoplight/spectral-parsers": parsers,
  "@stoplight/spectral-ref-resolver": refResolver,
  "@stoplight/spectral-rulesets": { oas, asyncapi: NOTHING, arazzo: NOTHING },
  "@stoplight/spectral-runtime": runtime,
};

/** Rulesets that Spectral brings along, by the names under which they are extended. */
export const RULESETS: Readonly<Record<string, object>> = {
  "spectral:oas": oas,
  "spectral:asyncapi": NOTHING,
  "spectral:arazzo": NOTHING,
};

/** The function that Spectral brings along under a name. */
export function functionNamed(name: string): unknown {
  return own(functions, name);
}

/** The format that a ruleset in data names: `oas3.1` is `oas3_1`. */
export function formatNamed(name: string): unknown {
  const full = name.replace(/^json-schema-(20\d\d-)/, "json-schema-draft-$1");
  const exported = full
    .replace(/\.|([0-9])-(?=[0-9])/g, "$1_")
    .replace(/-([0-9a-z])/g, (_, char: string) => char.toUpperCase());
  return own(formats, exported);
}

function own(exported: object, name: string): unknown {
  const value = Object.hasOwn(exported, name) ? (exported as Record<string, unknown>)[name] : undefined;
  return typeof value === "function" ? value : undefined;
}

/** Rules of `spectral:oas` that once had other names. */
export const RENAMED: Readonly<Record<string, string>> = {
  "operation-2xx-response": "operation-default-response",
  "oas3-unused-components-schema": "oas3-unused-components",
  "oas2-valid-parameter-example": "oas2-valid-schema-example",
  "oas2-valid-response-schema-example": "oas2-valid-schema-example",
  "oas2-valid-definition-example": "oas2-valid-schema-example",
  "oas2-valid-response-example": "oas2-valid-media-example",
  "oas3-valid-oas-parameter-example": "oas3-valid-media-example",
  "oas3-valid-oas-content-example": "oas3-valid-media-example",
  "oas3-valid-oas-header-example": "oas3-valid-media-example",
  "oas3-valid-header-schema-example": "oas3-valid-schema-example",
  "oas3-valid-parameter-schema-example": "oas3-valid-schema-example",
};
