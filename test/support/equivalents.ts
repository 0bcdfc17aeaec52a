import type { Json } from "../../packages/containment/src/internal.ts";
import type { Description, Part } from "./descriptions.ts";

/*
 * Ways to write a description differently that mean the same on the wire. Each takes a number, by which it chooses where
 * there is a choice, and answers undefined where it does not apply.
 */

/** A way to write a description differently. */
export type Rewrite = (description: Description, choice: number) => Description | undefined;

const PREFIX = "#/components/schemas/";

/** The keys and indices that lead to a part. */
type Way = readonly (string | number)[];

const SINGLE = ["items", "additionalProperties"];
const LISTS = ["allOf", "anyOf", "oneOf"];

/** The ways to all schemas: of components, parameters and contents, and those within. */
function schemaWays(description: Description): Way[] {
  const ways: Way[] = Object.keys(description.components.schemas).map((name) => ["components", "schemas", name]);
  for (const { way, part } of operationsOf(description)) {
    const parameters = (part["parameters"] ?? []) as readonly Part[];
    ways.push(...parameters.map((_, i) => [...way, "parameters", i, "schema"]));
    const bodies = Object.entries((part["responses"] ?? {}) as Part).map(([status, response]): [Way, Json] => [
      [...way, "responses", status],
      response,
    ]);
    if (part["requestBody"] !== undefined) bodies.push([[...way, "requestBody"], part["requestBody"]]);
    for (const [to, body] of bodies)
      for (const type of Object.keys(((body as Part)["content"] ?? {}) as Part))
        ways.push([...to, "content", type, "schema"]);
  }
  return ways.flatMap((way) => waysWithin(at(description, way), way));
}

function waysWithin(schema: Json, way: Way): Way[] {
  if (!isPart(schema)) return [];
  const inner: [Json, Way][] = SINGLE.map((keyword): [Json, Way] => [schema[keyword] as Json, [...way, keyword]]);
  for (const keyword of LISTS)
    for (const [i, part] of ((schema[keyword] ?? []) as readonly Json[]).entries())
      inner.push([part, [...way, keyword, i]]);
  for (const [name, part] of Object.entries((schema["properties"] ?? {}) as Part))
    inner.push([part, [...way, "properties", name]]);
  return [way, ...inner.flatMap(([part, to]) => waysWithin(part, to))];
}

function operationsOf(description: Description): { readonly way: Way; readonly part: Part }[] {
  return Object.entries(description.paths).flatMap(([path, item]) =>
    Object.entries(item)
      .filter(([method]) => method !== "parameters")
      .map(([method, part]) => ({ way: ["paths", path, method], part })),
  );
}

function isPart(value: Json | undefined): value is Part {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function at(whole: Json, way: Way): Json {
  return way.reduce<Json>((value, step) => (value as Record<string | number, Json>)[step] as Json, whole);
}

function replaced<T extends Json>(whole: T, way: Way, part: Json): T {
  const [step, ...rest] = way;
  if (step === undefined) return part as T;
  if (Array.isArray(whole)) return whole.with(step as number, replaced(whole[step as number], rest, part)) as Json as T;
  const raw = whole as Part;
  return { ...raw, [step]: replaced(raw[step] as Json, rest, part) } as Json as T;
}

/** Applies a change to all objects, the innermost first. */
function everywhere(value: Json, change: (part: Part) => Part): Json {
  if (Array.isArray(value)) return value.map((part) => everywhere(part, change));
  if (!isPart(value)) return value;
  return change(Object.fromEntries(Object.entries(value).map(([key, part]) => [key, everywhere(part, change)])));
}

/** A rewrite of one schema, chosen among those that it applies to. */
function ofSchema(change: (schema: Part, description: Description) => Json | undefined): Rewrite {
  return (description, choice) => {
    const changes = schemaWays(description).flatMap((way) => {
      const changed = change(at(description, way) as Part, description);
      return changed === undefined ? [] : [[way, changed] as const];
    });
    const [way, changed] = changes[choice % Math.max(1, changes.length)] ?? [];
    return way && replaced(description, way, changed as Json);
  };
}

const inlineReference = ofSchema((schema, { components }) => {
  const reference = schema["$ref"];
  return typeof reference === "string" ? components.schemas[reference.slice(PREFIX.length)] : undefined;
});

/** Who sends a property is said of the property, not of one of its alternatives. */
const wrap = (keyword: string) =>
  ofSchema(({ readOnly, writeOnly, ...schema }) => ({
    ...(readOnly !== undefined && { readOnly }),
    ...(writeOnly !== undefined && { writeOnly }),
    [keyword]: [schema],
  }));

const splitObject = ofSchema((schema) => {
  const { required, ...rest } = schema;
  return required === undefined ? undefined : { allOf: [rest, { required }] };
});

const toComponent: Rewrite = (description, choice) => {
  const ways = schemaWays(description).filter(([first]) => first === "paths");
  const way = ways[choice % Math.max(1, ways.length)];
  if (way === undefined) return undefined;
  const name = `Extracted${Object.keys(description.components.schemas).length}`;
  const moved = replaced(description, way, { $ref: PREFIX + name });
  return replaced(moved, ["components", "schemas", name], at(description, way));
};

const renameComponent: Rewrite = (description, choice) => {
  const names = Object.keys(description.components.schemas);
  const name = names[choice % names.length] as string;
  const renamed = everywhere(description, (part) =>
    part["$ref"] === PREFIX + name ? { $ref: `${PREFIX}${name}Renamed` } : part,
  ) as Description;
  const { [name]: schema, ...others } = renamed.components.schemas;
  return { ...renamed, components: { schemas: { ...others, [`${name}Renamed`]: schema as Json } } };
};

const reverseKeys: Rewrite = (description) =>
  everywhere(description, (part) => Object.fromEntries(Object.entries(part).reverse())) as Description;

const UNORDERED = ["required", "enum", "allOf", "anyOf", "oneOf", "parameters"];

const reverseLists: Rewrite = (description) =>
  everywhere(description, (part) =>
    Object.fromEntries(
      Object.entries(part).map(([key, value]) => [
        key,
        UNORDERED.includes(key) && Array.isArray(value) ? value.toReversed() : value,
      ]),
    ),
  ) as Description;

const renamePathParameter: Rewrite = (description, choice) => {
  const templated = Object.keys(description.paths).filter((path) => path.includes("{"));
  const path = templated[choice % Math.max(1, templated.length)];
  const name = /\{(\w+)\}/.exec(path ?? "")?.[1];
  if (path === undefined || name === undefined) return undefined;
  const item = everywhere(description.paths[path] as Json, (part) =>
    part["in"] === "path" && part["name"] === name ? { ...part, name: `${name}Id` } : part,
  );
  const { [path]: _, ...paths } = description.paths;
  return { ...description, paths: { ...paths, [path.replace(`{${name}}`, `{${name}Id}`)]: item } } as Description;
};

const parametersToPath: Rewrite = (description, choice) => {
  const single = Object.entries(description.paths).filter(([, item]) => Object.keys(item).length === 1);
  const [path, item] = single[choice % Math.max(1, single.length)] ?? [];
  const [method, operation] = Object.entries(item ?? {})[0] ?? [];
  if (path === undefined || method === undefined || method === "parameters") return undefined;
  const { parameters = [], ...rest } = operation as Part;
  return replaced(description, ["paths", path], { parameters, [method]: rest });
};

const otherHeaderCase: Rewrite = (description) =>
  everywhere(description, (part) =>
    part["in"] === "header" ? { ...part, name: String(part["name"]).toUpperCase() } : part,
  ) as Description;

/** What stands at a key by default is written there, at every object that a change answers it for. */
const writeDefaults =
  (defaults: (part: Part) => Part | undefined): Rewrite =>
  (description) =>
    everywhere(description, (part) => ({ ...defaults(part), ...part })) as Description;

const explicitSchemas = writeDefaults((part) => {
  if (typeof part["type"] !== "string" || part["in"] !== undefined) return undefined;
  const common = { deprecated: false, readOnly: false, writeOnly: false, nullable: false };
  switch (part["type"]) {
    case "object":
      return { ...common, additionalProperties: true, minProperties: 0, required: [] };
    case "array":
      return { ...common, minItems: 0, uniqueItems: false };
    case "string":
      return { ...common, minLength: 0 };
    default:
      return { ...common, exclusiveMinimum: false, exclusiveMaximum: false };
  }
});

const explicitParameters = writeDefaults((part) => {
  const common = { required: false, deprecated: false, allowReserved: false };
  if (part["in"] === "query") return { ...common, style: "form", explode: true, allowEmptyValue: false };
  if (part["in"] === "header") return { ...common, style: "simple", explode: false };
  return part["in"] === "path" ? { style: "simple", explode: false, deprecated: false } : undefined;
});

/** `explode` says nothing of a value that is neither a list nor an object. */
const explodeScalars: Rewrite = (description, choice) =>
  everywhere(description, (part) => {
    const schema = part["schema"];
    const isScalar = isPart(schema) && ["string", "integer", "number", "boolean"].includes(String(schema["type"]));
    return typeof part["in"] === "string" && isScalar ? { ...part, explode: choice % 2 === 0 } : part;
  }) as Description;

/** Responses have headers that mean the same in other letters, and parameters that say nothing. */
const explicitMessages: Rewrite = (description) => {
  const operations = operationsOf(description).reduce((whole, { way, part }) => {
    const said = { deprecated: false, parameters: [], security: [], callbacks: {}, tags: [] };
    const responses = Object.fromEntries(
      Object.entries((part["responses"] ?? {}) as Part).map(([status, response]) => [
        status,
        { headers: {}, links: {}, ...(response as Part) },
      ]),
    );
    const body = part["requestBody"] as Part | undefined;
    const requestBody = body && { requestBody: { required: false, ...body } };
    return replaced(whole, way, { ...said, ...part, ...requestBody, responses });
  }, description);
  return { ...operations, servers: [], security: [], tags: [] } as Description;
};

/** The ways to write the one server that a description without servers has. */
const SERVERS: readonly Json[] = [
  [{ url: "/" }],
  [{ url: "" }],
  [{ url: "{base}", variables: { base: { enum: ["/"], default: "/" } } }],
];

const explicitServers: Rewrite = (description, choice) =>
  ({ ...description, servers: SERVERS[choice % SERVERS.length] }) as Description;

/** `charset=utf-8` says nothing of JSON, and media types compare without case. */
const otherMediaTypes: Rewrite = (description, choice) =>
  everywhere(description, (part) =>
    Object.fromEntries(
      Object.entries(part).map(([key, value]) => [
        key === "application/json" ? (choice % 2 === 0 ? "application/json; charset=UTF-8" : "Application/JSON") : key,
        value,
      ]),
    ),
  ) as Description;

const explain: Rewrite = (description, choice) =>
  ofSchema((schema) =>
    schema["$ref"] === undefined
      ? { ...schema, title: "Said in other words", description: "Of no weight." }
      : undefined,
  )(description, choice);

/** 3.1 has no `nullable`, and bounds that are excluded stand alone. */
const toOpenapi31: Rewrite = (description) => {
  if (description.openapi !== "3.0.3") return undefined;
  const schemas = everywhere(description, ({ nullable, exclusiveMinimum, exclusiveMaximum: _, ...part }) => ({
    ...part,
    ...(nullable === true && { type: [part["type"] as Json, "null"] }),
    ...(exclusiveMinimum === true && { exclusiveMinimum: part["minimum"] as Json, minimum: part["minimum"] as Json }),
  })) as Description;
  return { ...schemas, openapi: "3.1.0" };
};

/** Another description: the same without responses named `default`. */
export function withoutDefaultResponses(description: Description): Description {
  return everywhere(description, (part) => {
    if (!isPart(part["responses"])) return part;
    const { default: _, ...responses } = part["responses"];
    return { ...part, responses };
  }) as Description;
}

/** All ways, by name. */
export const REWRITES: Readonly<Record<string, Rewrite>> = {
  "a reference is inlined": inlineReference,
  "a schema is wrapped in allOf": wrap("allOf"),
  "a schema is wrapped in anyOf": wrap("anyOf"),
  "a schema is wrapped in oneOf": wrap("oneOf"),
  "an object is split into parts": splitObject,
  "a schema becomes a component": toComponent,
  "a component is renamed": renameComponent,
  "keys stand in another order": reverseKeys,
  "lists without order stand in another order": reverseLists,
  "a path parameter is renamed": renamePathParameter,
  "parameters move to the path": parametersToPath,
  "headers are written in capitals": otherHeaderCase,
  "defaults of schemas are written out": explicitSchemas,
  "defaults of parameters are written out": explicitParameters,
  "defaults of messages are written out": explicitMessages,
  "scalars are exploded": explodeScalars,
  "the only server is written out": explicitServers,
  "media types are written otherwise": otherMediaTypes,
  "schemas are explained": explain,
  "3.0 becomes 3.1": toOpenapi31,
};
