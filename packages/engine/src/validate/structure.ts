import { type Located, withDoubles } from "@concordat/containment/internal";
import type { Description } from "../load/description.ts";
import { pointerName } from "../model/pointer-name.ts";
import { PUBLISHED, type Published, type ValidationError, validatorFor } from "./published.ts";

/** One thing that is wrong with the structure of a description. */
interface StructureFault {
  readonly message: string;
  readonly pointer: string;
}

/** What is wrong with the structure of a description, by the schema of the specification it claims to follow. */
export async function structureFaults({
  root,
}: Description): Promise<{ readonly message: string; readonly at: Located }[]> {
  const version = PUBLISHED.find((each) => each === root.dialect);
  const faults = version ? await faultsByAjv(root.root, version) : await faultsBy32(root.root);
  return faults.map(({ message, pointer }) => ({ message, at: { document: root, pointer, value: undefined } }));
}

/** By the schemas that the OpenAPI Initiative publishes. */
async function faultsByAjv(root: unknown, version: Published): Promise<StructureFault[]> {
  const validate = await validatorFor(version);
  if (validate(withDoubles(root))) return [];
  return telling(validate.errors ?? []).map((error) => ({ message: wordsFor(error), pointer: error.instancePath }));
}

/**
 * The errors that say what to fix. Of a choice that fails all branches complain, those that were never meant too; the
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

function wordsFor({ keyword, message = "", params, instancePath }: ValidationError): string {
  // Part of a message that sets no code in what it is given.
  const name = pointerName(instancePath).replaceAll("`", '"');
  const text = (name: string) => String(params[name]);
  switch (keyword) {
    case "required":
      return `"${text("missingProperty")}" is missing here.`;
    case "additionalProperties":
      return `"${text("additionalProperty")}" is not allowed in this object.`;
    case "unevaluatedProperties":
      return `"${text("unevaluatedProperty")}" is not allowed in this object.`;
    case "type":
      return `${name} must be ${[params["type"]].flat().map(typeWords).join(" or ")}.`;
    case "enum":
      return `${name} must be one of ${(params["allowedValues"] as readonly unknown[]).join(", ")}.`;
    default:
      return `${name} ${message}.`;
  }
}

/** A type of JSON Schema as people say it: `an object`. */
function typeWords(type: unknown): string {
  const name = String(type);
  return name === "null" ? name : `${/^[aio]/.test(name) ? "an" : "a"} ${name}`;
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
