import { type Decider, isObject, type Json, type Place, type Space, typeOf } from "@concordat/containment";
import type { HttpMessage } from "../../kit/rule.ts";
import { originOf } from "../../model/read-servers.ts";
import type { Operation, Parameter } from "../../model/revision.ts";

/** Builds the smallest requests that a revision accepts, to show what a change does to them. */
export class Examples {
  readonly #space: Space;
  readonly #decider: Decider;

  constructor(space: Space, decider: Decider) {
    this.#space = space;
    this.#decider = decider;
  }

  /** A request with all required parameters, and one more where it is given. */
  request(operation: Operation, also?: Parameter): HttpMessage {
    const { method, path } = operation.ref;
    const url = operation.servers.defaults[0] ?? "";
    const headers: Record<string, string> = {};
    const query: string[] = [];
    let filled = path;
    for (const parameter of operation.parameters) {
      if (!parameter.required && parameter !== also) continue;
      if (parameter.in === "query") {
        query.push(...this.#queryPairs(parameter, parameter === also));
        continue;
      }
      const value = this.#text(parameter);
      if (parameter.in === "path") filled = filled.replace(`{${parameter.name}}`, encodeURIComponent(value));
      else if (parameter.in === "querystring") query.push(value);
      else
        headers[parameter.in === "cookie" ? "cookie" : parameter.name] =
          parameter.in === "cookie" ? `${parameter.name}=${value}` : value;
    }
    const body = operation.body?.required ? operation.body.content[0] : undefined;
    if (body) headers["content-type"] = body.range;
    const base = originOf(url).includes("{") ? url.slice(originOf(url).length) : url;
    return {
      method,
      url: `${base}${filled.replace(/\{[^{}]*\}/g, "1")}${query.length > 0 ? `?${query.join("&")}` : ""}`,
      headers,
    };
  }

  /** The smallest value that a parameter may have; a list of two where it may be one and is to show how it is written. */
  #value({ serialisation: { schema, kind } }: Parameter, shown: boolean): Json {
    if (schema === undefined) return "a";
    const place = this.#space.place(schema, kind === "content" ? "json" : "wire");
    const ask = (...keep: readonly Place[]) => this.#decider.ask({ keep, break: [], beside: [] });
    const found = [...(shown ? [ask(place, this.#listOfTwo())] : []), ask(place)].find(({ kind }) => kind === "some");
    return found?.kind === "some" ? found.value : "a";
  }

  #listOfTwo(): Place {
    const array = { prefix: [], rest: undefined, contains: undefined, minItems: 2, maxItems: 2, unique: false };
    return this.#space.synthetic({ ...this.#space.keywords(this.#space.anything()), types: typeOf([]), array });
  }

  /** A query parameter as its style writes it (OpenAPI 3.1.1, section 4.8.12.4). */
  #queryPairs(parameter: Parameter, shown: boolean): string[] {
    const name = encodeURIComponent(parameter.name);
    const { serialisation } = parameter;
    const value = this.#value(parameter, shown);
    if (serialisation.kind === "content") return [`${name}=${encodeURIComponent(JSON.stringify(value))}`];
    const { style, explode } = serialisation;
    if (!explode || !(Array.isArray(value) || isObject(value))) {
      const separator = style === "spaceDelimited" ? "%20" : style === "pipeDelimited" ? "%7C" : ",";
      const texts = typeof value === "object" ? textOf(value).split(",") : [textOf(value)];
      return [`${name}=${texts.map(encodeURIComponent).join(separator)}`];
    }
    if (Array.isArray(value)) return value.map((item) => `${name}=${encodeURIComponent(textOf(item))}`);
    return Object.entries(value).map(([key, member]) => {
      const called = style === "deepObject" ? `${name}[${encodeURIComponent(key)}]` : encodeURIComponent(key);
      return `${called}=${encodeURIComponent(textOf(member as Json))}`;
    });
  }

  /** The shortest text that a parameter may have. */
  #text(parameter: Parameter): string {
    const value = this.#value(parameter, false);
    if (parameter.serialisation.kind === "content") return JSON.stringify(value);
    // An empty path segment is no value.
    const text = textOf(value);
    return text === "" ? "a" : text;
  }
}

function textOf(value: Json): string {
  if (Array.isArray(value)) return value.map(textOf).join(",");
  if (isObject(value))
    return Object.entries(value)
      .map(([name, member]) => `${name},${textOf(member as Json)}`)
      .join(",");
  return String(value);
}
