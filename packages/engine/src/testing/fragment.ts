import { isObject, own } from "@concordat/containment/internal";

/*
 * A fragment is as much of a description as a case needs; the rest is filled in:
 *
 *     openapi: 3.0.3                # 3.1.0 where it is not given; '2.0' makes a Swagger description
 *     get /users/{id}:              # an operation: a method and a path
 *       body: { type: string }      # short for a required body in application/json with this schema
 *       response: { type: string }  # short for status 200 in application/json with this schema
 *       ...                         # whatever else an Operation Object has, as OpenAPI writes it
 *     /users/{id}: { ... }          # what the path item says beside its operations
 *     webhooks: { ... }             # operations in here, and in callbacks, may be short as well
 *     components: { ... }           # all other keys as they are: servers, security, tags, info
 *
 * Filled in are `info`, a response 200 where an operation has none, the description of a response, the schema of a
 * parameter or header that has none (a string), `required` of path parameters, and path parameters that the template
 * names and nobody declares.
 */

/** A part of a description, in the short form of case files. */
export type Fragment = Readonly<Record<string, unknown>>;

type Raw = Record<string, unknown>;

const METHODS = new Set(["get", "put", "post", "delete", "options", "head", "patch", "trace", "query"]);
const STRING = { type: "string" };

/** Fills a fragment up to a whole description. */
export function completeFragment(fragment: Fragment): Raw {
  const { openapi = "3.1.0", info, webhooks, ...rest } = fragment;
  const old = openapi === "2.0";
  const paths: Record<string, Raw> = {};
  const top: Raw = {};
  for (const [key, value] of Object.entries(rest)) {
    const [, method, path] = /^(\w+) (\/.*)$/.exec(key) ?? [];
    if (method !== undefined && path !== undefined && METHODS.has(method)) {
      const item = (paths[path] ??= {});
      const declared = [...namesOf(own(rest, path), fragment), ...namesOf(value, fragment)];
      item[method] = completeOperation(objectOf(value), path, declared, old);
    } else if (key.startsWith("/")) {
      const item = objectOf(value);
      paths[key] = { ...paths[key], ...item, ...(Array.isArray(item["parameters"]) && completeParameters(item, old)) };
    } else top[key] = value;
  }
  return {
    [old ? "swagger" : "openapi"]: openapi,
    info: { title: "Example", version: "1.0.0", ...objectOf(info) },
    paths,
    ...(webhooks !== undefined && { webhooks: mapMembers(webhooks, completeItem) }),
    ...top,
  };
}

/** Operations of a path item that is written out: a webhook, or an expression of a callback. */
function completeItem(item: unknown): Raw {
  return Object.fromEntries(
    Object.entries(objectOf(item)).map(([key, value]) => [
      key,
      METHODS.has(key) ? completeOperation(objectOf(value), "", [], false) : value,
    ]),
  );
}

function completeOperation(operation: Raw, path: string, declared: readonly string[], old: boolean): Raw {
  const { body, response, callbacks, ...rest } = operation;
  const missing = [...path.matchAll(/\{([^{}]*)\}/g)].flatMap(([, name = ""]) =>
    declared.includes(name) ? [] : [{ name, in: "path" }],
  );
  const sent = old && body !== undefined ? [{ name: "body", in: "body", required: true, schema: body }] : [];
  const parameters = [...listOf(rest["parameters"]), ...missing, ...sent];
  return {
    ...rest,
    ...(parameters.length > 0 && completeParameters({ parameters }, old)),
    ...(body !== undefined && !old && { requestBody: { required: true, content: json(body) } }),
    responses: completeResponses(response, rest["responses"], old),
    ...(callbacks !== undefined && {
      callbacks: mapMembers(callbacks, (callback) => mapMembers(callback, completeItem)),
    }),
  };
}

function completeResponses(short: unknown, long: unknown, old: boolean): Raw {
  const first = old ? { schema: short } : { content: json(short) };
  const responses = { ...(short !== undefined && { 200: first }), ...objectOf(long) };
  const given = Object.keys(responses).length > 0 ? responses : { 200: {} };
  return mapMembers(given, (response) => {
    const { headers, ...rest } = objectOf(response);
    if ("$ref" in rest) return rest;
    return {
      description: "ok",
      ...rest,
      ...(headers !== undefined && { headers: mapMembers(headers, (header) => withSchema(objectOf(header), old)) }),
    };
  });
}

function completeParameters({ parameters }: Raw, old: boolean): { readonly parameters: readonly Raw[] } {
  const completed = listOf(parameters).map((parameter) => {
    const full = withSchema(objectOf(parameter), old);
    return full["in"] === "path" ? { ...full, required: true } : full;
  });
  return { parameters: completed };
}

function withSchema(holder: Raw, old: boolean): Raw {
  if ("$ref" in holder || "schema" in holder || "content" in holder) return holder;
  return old ? { ...STRING, ...holder } : { ...holder, schema: STRING };
}

/** Names of the path parameters that an operation or a path item declares, itself or by reference. */
function namesOf(holder: unknown, { components }: Fragment): string[] {
  const shared = objectOf(own(objectOf(components), "parameters"));
  return listOf(own(objectOf(holder), "parameters")).flatMap((entry) => {
    const reference = /^#\/components\/parameters\/(.*)$/.exec(String(own(objectOf(entry), "$ref")))?.[1];
    const { in: place, name } = objectOf(reference === undefined ? entry : own(shared, reference));
    return place === "path" && typeof name === "string" ? [name] : [];
  });
}

function json(schema: unknown): Raw {
  return { "application/json": { schema } };
}

/** Completes the members of a map; a reference stands for all of it. */
function mapMembers(holder: unknown, complete: (member: unknown) => Raw): Raw {
  const map = objectOf(holder);
  if ("$ref" in map) return map;
  return Object.fromEntries(Object.entries(map).map(([key, member]) => [key, complete(member)]));
}

/** YAML reads a key with nothing behind it as null. */
function objectOf(value: unknown): Raw {
  return isObject(value) ? value : {};
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
