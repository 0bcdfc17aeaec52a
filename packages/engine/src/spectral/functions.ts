import { isObject } from "@concordat/containment/internal";
import { pointerToPath } from "@stoplight/json";
import type { IFunctionResult, RulesetFunction, RulesetFunctionContext } from "@stoplight/spectral-core";
import spectralFormats from "@stoplight/spectral-formats";
import spectralFunctions from "@stoplight/spectral-functions";
import oasFunctions from "@stoplight/spectral-rulesets/dist/oas/functions/index.js";
import traverse from "json-schema-traverse";
import { Acceptance, REFUSAL } from "./acceptance.ts";

// The packages are CommonJS.
const { extractDraftVersion, oas2, oas3_0, oas3_1, oas3_2 } = spectralFormats;
const { oasExample, oasSchema } = oasFunctions;

type Schema = Record<string, unknown>;
type Results = IFunctionResult[];

/** How values are validated against a schema. */
interface Validation {
  /** For `schema` of Spectral: it compiles once for each schema object, and checks options once for each object. */
  readonly options: {
    readonly schema: Schema;
    readonly dialect: string;
    readonly prepareResults?: (errors: { keyword: string; schemaPath: string; message?: string }[]) => void;
  };
  /** Why Ajv refuses the schema, once that is known. */
  refusal?: string;
}

interface ExampleOptions {
  readonly oasVersion: 2 | 3;
  readonly schemaField: string;
  readonly type: "media" | "schema";
}

/**
 * In place of the functions `oasExample` and `oasSchema` of `spectral:oas`, ones that say the same of the same values,
 * but prepare and compile each schema once instead of at each place where it is met.
 */
export function cachedFunctions(): ReadonlyMap<RulesetFunction, RulesetFunction> {
  const cache = new ValidationCache();
  const acceptance = new Acceptance();
  const faultless = new WeakSet<object>();
  const schema: RulesetFunction<unknown, { schema: unknown }> = (value, options, context) =>
    isObject(options.schema)
      ? validate(value, cache.validation(options.schema, context), context)
      : oasSchema(value, options as { schema: Schema }, context);
  const example: RulesetFunction<unknown, ExampleOptions> = (target, options, context) => {
    const written = isObject(target) ? (options.schemaField === "$" ? target : target[options.schemaField]) : undefined;
    if (!isObject(target) || !isObject(written)) return oasExample(target as Schema, options, context);
    const { type, oasVersion } = options;
    // What a schema says of its own examples is the same wherever it is met.
    if (type === "schema" && faultless.has(target)) return [];
    const relaxed = type === "media" ? relaxedProperty(context.path, oasVersion) : undefined;
    const examples = type === "schema" ? schemaExamples(target, oasVersion) : mediaExamples(target, oasVersion);
    const results = [...examples].flatMap(({ value, path }) => {
      const isPlain = value !== undefined && context.document.formats;
      if (isPlain && acceptance.accepts(written, value, relaxed !== undefined)) return [];
      const at = [...context.path, ...path];
      if (isPlain && acceptance.refuses(written)) return [{ message: REFUSAL, path: at }];
      const validation = cache.exampleValidation(isPlain ? acceptance.fit(written, value) : written, relaxed, context);
      return validate(value, validation, { ...context, path: at });
    });
    if (type === "schema" && results.length === 0) faultless.add(target);
    return results;
  };
  return new Map([
    [oasExample, example],
    [oasSchema, schema],
  ] as [RulesetFunction, RulesetFunction][]);
}

function validate(value: unknown, validation: Validation, context: RulesetFunctionContext): Results {
  const { path } = context;
  if (validation.refusal !== undefined && value !== undefined) return [{ message: validation.refusal, path }];
  const { schema } = spectralFunctions as unknown as { schema: RulesetFunction<unknown, Validation["options"]> };
  const results = (schema(value, validation.options, context) as Results | undefined) ?? [];
  // Ajv judges a schema object but once, and would go on to compile it the next time.
  const [first] = results;
  if (first?.message.startsWith("schema is invalid: ")) validation.refusal = first.message;
  return results;
}

/** Properties of a body that its direction does without: `required` does not ask for them. */
type Relaxed = "readOnly" | "writeOnly";

class ValidationCache {
  readonly #bySchema = new WeakMap<object, Validation>();
  readonly #prepared = new Map<
    Relaxed | undefined,
    { bySchema: WeakMap<object, Schema>; byText: Map<string, Schema> }
  >();

  /** How a schema as it stands is validated against, by the version of the document. */
  validation(schema: Schema, { document }: RulesetFunctionContext): Validation {
    let known = this.#bySchema.get(schema);
    if (known === undefined) this.#bySchema.set(schema, (known = { options: optionsFor(schema, document) }));
    return known;
  }

  /** How a schema is validated against where its examples are concerned. */
  exampleValidation(schema: Schema, relaxed: Relaxed | undefined, context: RulesetFunctionContext): Validation {
    let caches = this.#prepared.get(relaxed);
    if (caches === undefined) this.#prepared.set(relaxed, (caches = { bySchema: new WeakMap(), byText: new Map() }));
    let prepared = caches.bySchema.get(schema);
    if (prepared === undefined) {
      const text = exampleText(schema, context);
      prepared = caches.byText.get(text) ?? prepare(JSON.parse(text), relaxed);
      caches.byText.set(text, prepared);
      caches.bySchema.set(schema, prepared);
    }
    return this.validation(prepared, context);
  }
}

function exampleText(schema: Schema, { document }: RulesetFunctionContext): string {
  if (!document.formats?.has(oas2) || typeof schema["required"] !== "boolean") return JSON.stringify(schema);
  // In version 2, a parameter is its own schema, and says of itself whether it is required.
  const { required: _, ...rest } = schema;
  return JSON.stringify(rest);
}

function optionsFor(schema: Schema, { formats, data }: RulesetFunctionContext["document"]): Validation["options"] {
  if (!formats) return { schema, dialect: "auto" };
  if (formats.has(oas3_2) || formats.has(oas3_1)) {
    const named = isObject(data) ? data["jsonSchemaDialect"] : undefined;
    return { schema, dialect: (typeof named === "string" ? extractDraftVersion(named) : null) ?? "draft2020-12" };
  }
  if (formats.has(oas3_0)) return { schema, dialect: "draft4", prepareResults: tellNullable(schema) };
  if (!formats.has(oas2)) return { schema, dialect: "draft4" };
  const copy = JSON.parse(JSON.stringify(schema)) as Schema;
  traverse(copy, (part: Schema) => {
    if (part["x-nullable"] !== true) return;
    part["nullable"] = true;
    delete part["x-nullable"];
  });
  return { schema: copy, dialect: "draft4", prepareResults: tellNullable(copy) };
}

/** Adds to the complaints about a type that null is welcome too. */
function tellNullable(schema: Schema): NonNullable<Validation["options"]["prepareResults"]> {
  return (errors) => {
    for (const error of errors) {
      if (error.keyword !== "type") continue;
      const holder = valueAt(schema, error.schemaPath);
      if (isObject(holder) && holder["nullable"] === true) error.message += ",null";
    }
  };
}

function valueAt(schema: Schema, pointer: string): unknown {
  let value: unknown = schema;
  for (const token of pointerToPath(pointer).slice(0, -1)) {
    if (!isObject(value)) return undefined;
    value = value[token];
  }
  return value;
}

// Its types do not know of them.
const { keywords, arrayKeywords, propsKeywords } = traverse as unknown as Record<string, object>;
const TRAVERSED: ReadonlySet<string> = new Set(Object.keys({ ...keywords, ...arrayKeywords, ...propsKeywords }));

/** Makes a copy of a schema fit for its examples. */
function prepare(schema: Schema, relaxed: Relaxed | undefined): Schema {
  // Under keys that mean nothing to JSON Schema, an `id` is that of something else.
  traverse(schema, { allKeys: true }, (part, _pointer, _root, _parentPointer, keyword) => {
    if (keyword !== undefined && !TRAVERSED.has(keyword)) delete part["id"];
  });
  if (relaxed === undefined) return schema;
  const negations: string[] = [];
  traverse(schema, {}, (part, pointer, _root, parentPointer, keyword, parent, name) => {
    if (keyword === "not") negations.push(pointer);
    else if (parentPointer === undefined || negations.some((at) => `${parentPointer}/`.startsWith(`${at}/`))) return;
    else if (part[relaxed] !== true || keyword !== "properties" || !Array.isArray(parent?.["required"])) return;
    else {
      const required = parent["required"].filter((each) => each !== name);
      if (required.length === 0) delete parent["required"];
      else parent["required"] = required;
    }
  });
  return schema;
}

const REQUESTS = [
  ["components", "requestBodies"],
  ["paths", "*", "*", "requestBody"],
];
const RESPONSES = [
  ["components", "responses"],
  ["paths", "*", "*", "responses"],
];
const RESPONSES_2 = [["responses"], ["paths", "*", "*", "responses"]];

function relaxedProperty(path: readonly (string | number)[], version: 2 | 3): Relaxed | undefined {
  const isBelow = (ways: readonly (readonly string[])[]) =>
    ways.some((way) => way.every((token, i) => token === "*" || token === path[i]));
  if (version === 3 && isBelow(REQUESTS)) return "readOnly";
  return isBelow(version === 3 ? RESPONSES : RESPONSES_2) ? "writeOnly" : undefined;
}

interface Example {
  readonly value: unknown;
  readonly path: readonly string[];
}

function* schemaExamples(schema: Schema, version: 2 | 3): Generator<Example> {
  for (const field of version === 3 ? ["example", "default"] : ["example", "x-example", "default"])
    if (field in schema) yield { value: schema[field], path: [field] };
}

function* mediaExamples(media: Schema, version: 2 | 3): Generator<Example> {
  if (version === 3 && "example" in media) {
    yield { value: media["example"], path: ["example"] };
    return;
  }
  const examples = media["examples"];
  if (typeof examples !== "object" || examples === null) return;
  for (const [name, example] of Object.entries(examples as Schema)) {
    if (version === 2) yield { value: example, path: ["examples", name] };
    // Arrays count as objects to Spectral.
    else if (typeof example === "object" && example !== null && !("externalValue" in example))
      yield { value: (example as Schema)["value"], path: ["examples", name, "value"] };
  }
}
