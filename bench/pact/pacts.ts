import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/*
 * Makes pacts of the examples that a description has, the same each time: the examples of its parameters and bodies are what
 * consumers send and get, with a matcher that asks for their types.
 */

type Json = Readonly<Record<string, unknown>>;

/** An interaction of a pact, as it is written. */
interface Interaction {
  readonly description: string;
  readonly request: Json;
  readonly response: Json & { readonly body: unknown };
}

const METHODS = ["get", "post", "put", "patch", "delete"];

/** Writes a pact of so many interactions. Answers its path. */
export function writePact(description: string, count: number, folder: string): string {
  const interactions = interactionsOf(description);
  const step = Math.floor(interactions.length / count);
  return write(
    folder,
    "bench",
    Array.from({ length: count }, (_, i) => interactions[i * step] as Interaction),
  );
}

/** Writes pacts of so many consumers, each with interactions of its own: it reads about a third of what the examples have. */
export function writeConsumers(description: string, consumers: number, each: number, folder: string): void {
  const interactions = interactionsOf(description);
  for (let consumer = 0; consumer < consumers; consumer++) {
    const random = numbersFrom(consumer);
    const chosen = Array.from({ length: each }, () => interactions[random() % interactions.length] as Interaction);
    const read = chosen.map(({ response, ...rest }, i) => ({
      ...rest,
      description: `${rest.description} ${i}`,
      response: { ...response, body: partOf(response.body, random) },
    }));
    write(folder, `consumer-${consumer}`, read);
  }
}

function write(folder: string, consumer: string, interactions: readonly Interaction[]): string {
  const path = join(folder, `${consumer}.json`);
  mkdirSync(folder, { recursive: true });
  const metadata = { pactSpecification: { version: "3.0.0" } };
  writeFileSync(
    path,
    JSON.stringify({ consumer: { name: consumer }, provider: { name: "GitHub" }, interactions, metadata }, null, 2),
  );
  return path;
}

/** An interaction for each operation that has an example of a response in JSON. */
function interactionsOf(file: string): Interaction[] {
  const document = JSON.parse(readFileSync(file, "utf8")) as Json;
  const follow = (value: unknown): Json => {
    const reference = (value as { $ref?: string } | undefined)?.$ref;
    if (reference === undefined) return (value ?? {}) as Json;
    const tokens = reference.slice(2).split("/");
    return follow(tokens.reduce<unknown>((at, token) => (at as Json)[decoded(token)], document));
  };
  const exampleOf = (holder: Json): unknown => {
    if (holder["example"] !== undefined) return holder["example"];
    const [first] = Object.values((holder["examples"] ?? {}) as Json);
    return first === undefined ? undefined : follow(first)["value"];
  };
  return Object.entries(document["paths"] as Json).flatMap(([path, item]) =>
    METHODS.flatMap((method) => {
      const operation = (item as Json)[method] as Json | undefined;
      const [status, response] =
        Object.entries((operation?.["responses"] ?? {}) as Json).find(([key]) => key.startsWith("2")) ?? [];
      const content = (follow(response)["content"] ?? {}) as Json;
      const body = exampleOf((content["application/json"] ?? {}) as Json);
      if (operation === undefined || body === undefined) return [];
      const parameters = [(item as Json)["parameters"], operation["parameters"]].flatMap((list) =>
        ((list ?? []) as unknown[]).map(follow),
      );
      const textFor = (parameter: Json) => String(exampleOf(parameter) ?? sample(follow(parameter["schema"])));
      const url = path.replace(/\{([^}]*)\}/g, (_, name) =>
        encodeURIComponent(textFor(parameters.find((each) => each["name"] === name) ?? {})),
      );
      const query = parameters.filter((each) => each["in"] === "query" && each["required"] === true);
      const sent = (follow(operation["requestBody"])["content"] ?? {}) as Json;
      const requestBody = exampleOf((sent["application/json"] ?? {}) as Json);
      const type = { "Content-Type": "application/json" };
      return {
        description: `${method} ${path}`,
        request: {
          method: method.toUpperCase(),
          path: url,
          query: Object.fromEntries(query.map((each) => [each["name"], [textFor(each)]])),
          ...(requestBody !== undefined && { headers: type, body: requestBody }),
        },
        response: { status: Number(status), headers: type, body, matchingRules: { body: BY_TYPE } },
      };
    }),
  );
}

const BY_TYPE = { $: { matchers: [{ match: "type" }] } };

function decoded(token: string): string {
  return token.replaceAll("~1", "/").replaceAll("~0", "~");
}

/** A value of a simple schema that has no example. */
function sample(schema: Json): unknown {
  const [first] = (schema["enum"] ?? []) as unknown[];
  return schema["example"] ?? schema["default"] ?? first ?? (schema["type"] === "integer" ? 1 : "text");
}

/** What a consumer reads of a value: of objects about a third of the members, and of lists the first item. */
function partOf(value: unknown, random: () => number): unknown {
  if (Array.isArray(value)) return value.slice(0, 1).map((item) => partOf(item, random));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(() => random() % 3 === 0)
      .map(([name, member]) => [name, partOf(member, random)]),
  );
}

/** Numbers that look random and are the same each time (a linear congruence, as Numerical Recipes has it). */
function numbersFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state >>> 8;
  };
}
