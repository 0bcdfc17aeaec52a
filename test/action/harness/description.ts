import { existsSync, readFileSync } from "node:fs";
import type { IncomingHttpHeaders } from "node:http";
import { join } from "node:path";
import { Ajv, type ValidateFunction } from "ajv";
import { EXCERPT } from "./excerpt.ts";

/** GitHub's own description of its API, where the packages of `bench/` are there. */
const PUBLISHED = join(
  import.meta.dirname,
  "../../../bench/node_modules/@octokit/openapi/generated/api.github.com.json",
);
/** Whether the description that GitHub publishes is at hand; the excerpt always is. */
export const hasPublished: boolean = existsSync(PUBLISHED);

/** A request, and what it was answered. */
export interface Exchange {
  readonly method: string;
  readonly url: URL;
  readonly headers: IncomingHttpHeaders;
  readonly body: unknown;
  readonly status: number;
  readonly answer: unknown;
}

type Json = Readonly<Record<string, unknown>>;

/** Statuses that any endpoint may answer, whether its description says so or not. */
const ANYWHERE = [401, 403, 404, 422, 429, 500, 502, 503];

/** One description, and the validators made from it so far. */
class Description {
  readonly #document: Json;
  readonly #name: string;
  readonly #validators = new Map<unknown, ValidateFunction>();
  readonly #ajv = new Ajv({ strict: false, validateFormats: false, validateSchema: false, allErrors: false });

  constructor(name: string, document: Json) {
    this.#name = name;
    this.#document = document;
  }

  violations({ method, url, body, status, answer }: Exchange): string[] {
    const where = `${this.#name}: ${method} ${url.pathname}`;
    const path = this.#pathOf(url.pathname);
    const operation = path === undefined ? undefined : this.#at("paths", path, method.toLowerCase());
    if (operation === undefined) return [`${where} is no operation`];
    const parameters =
      (operation["parameters"] as readonly Json[] | undefined)?.map((each) => this.#resolved(each)) ?? [];
    const queries = parameters.filter((each) => each["in"] === "query");
    const unknown = [...url.searchParams.keys()].filter((name) => !queries.some((each) => each["name"] === name));
    const wrong = queries.flatMap((each) => {
      const given = url.searchParams.get(String(each["name"]));
      const isNumber = (each["schema"] as Json)["type"] === "integer";
      return given === null ? [] : this.#wrong(each["schema"], isNumber ? Number(given) : given);
    });
    const bodySchema = schemaOf(this.#resolved(operation["requestBody"] as Json | undefined));
    const responses = operation["responses"] as Readonly<Record<string, Json>>;
    const response = responses[String(status)];
    if (response === undefined && !ANYWHERE.includes(status)) wrong.push(`no answer has status ${status}`);
    if (bodySchema === undefined && body !== undefined) wrong.push("it takes no body");
    return [
      ...unknown.map((name) => `${where} has no query \`${name}\``),
      ...[...wrong, ...(bodySchema ? this.#wrong(bodySchema, body) : [])].map((each) => `${where}: ${each}`),
      ...this.#wrong(schemaOf(this.#resolved(response)), answer).map((each) => `${where} ${status}: ${each}`),
    ];
  }

  /** An example that the description has. */
  example(name: string): unknown {
    return this.#at("components", "examples", name)?.["value"];
  }

  #pathOf(pathname: string): string | undefined {
    const fitting = Object.keys(this.#document["paths"] as Json).filter((template) => {
      const pattern = template.replace(/[.*+?^$()|[\]\\]/g, "\\$&").replace(/\{[^{}]+\}/g, "[^/]+");
      return new RegExp(`^${pattern}$`).test(pathname);
    });
    // The one with the fewest variables is meant.
    return fitting.sort((a, b) => a.split("{").length - b.split("{").length)[0];
  }

  #at(...keys: readonly string[]): Json | undefined {
    return keys.reduce<Json | undefined>((inside, key) => inside?.[key] as Json | undefined, this.#document);
  }

  #resolved(part: Json | undefined): Json {
    const reference = part?.["$ref"];
    return typeof reference === "string" ? (this.#at(...reference.slice(2).split("/")) ?? {}) : (part ?? {});
  }

  #wrong(schema: unknown, value: unknown): string[] {
    if (schema === undefined) return [];
    const validate =
      this.#validators.get(schema) ?? this.#ajv.compile({ ...(schema as Json), components: this.#needed(schema) });
    this.#validators.set(schema, validate);
    return validate(value) ? [] : [`${this.#ajv.errorsText(validate.errors)}`];
  }

  /** The components that a schema needs: compiling all there are would take longer than all tests. */
  #needed(schema: unknown): Json {
    const schemas: Record<string, unknown> = {};
    const open = [schema];
    for (let part = open.pop(); part !== undefined; part = open.pop()) {
      for (const [, name = ""] of JSON.stringify(part).matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g)) {
        if (name in schemas) continue;
        schemas[name] = this.#at("components", "schemas", name);
        open.push(schemas[name]);
      }
    }
    return { schemas };
  }
}

function schemaOf({ content }: Json): unknown {
  return (content as Readonly<Record<string, Json>> | undefined)?.["application/json"]?.["schema"];
}

const descriptions = [new Description("excerpt", EXCERPT)];
if (hasPublished) descriptions.push(new Description("published", JSON.parse(readFileSync(PUBLISHED, "utf8")) as Json));

/** What an exchange does that GitHub's API does not have. */
export function violationsOf(exchange: Exchange): string[] {
  const { headers } = exchange;
  const expected = {
    accept: "application/vnd.github+json",
    authorization: "Bearer ghs_test",
    "user-agent": "concordat-action",
    "x-github-api-version": "2022-11-28",
  };
  const odd = Object.entries(expected).filter(([name, value]) => headers[name] !== value);
  return [
    ...odd.map(([name]) => `the header \`${name}\` is \`${headers[name]}\``),
    ...descriptions.flatMap((description) => description.violations(exchange)),
  ];
}

/** A whole answer out of the published description; undefined where that is not at hand. */
export function exampleOf(name: string): unknown {
  return descriptions.at(-1)?.example(name);
}
