import { type Decider, isObject, type Json, type Space } from "@concordat/containment";
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
    const url = operation.servers.urls[0] ?? "";
    const headers: Record<string, string> = {};
    const query: string[] = [];
    let filled = path;
    for (const parameter of operation.parameters) {
      if (!parameter.required && parameter !== also) continue;
      const value = this.#text(parameter);
      if (parameter.in === "path") filled = filled.replace(`{${parameter.name}}`, encodeURIComponent(value));
      else if (parameter.in === "query")
        query.push(`${encodeURIComponent(parameter.name)}=${encodeURIComponent(value)}`);
      else if (parameter.in === "querystring") query.push(value);
      else
        headers[parameter.in === "cookie" ? "cookie" : parameter.name] =
          parameter.in === "cookie" ? `${parameter.name}=${value}` : value;
    }
    const body = operation.body?.required ? operation.body.content[0] : undefined;
    if (body) headers["content-type"] = body.range;
    const base = originOf(url).includes("{}") ? url.slice(originOf(url).length) : url;
    return {
      method,
      url: `${base}${filled.replace(/\{[^{}]*\}/g, "1")}${query.length > 0 ? `?${query.join("&")}` : ""}`,
      headers,
    };
  }

  /** The shortest text that a parameter may have. */
  #text(parameter: Parameter): string {
    const { schema, kind } = parameter.serialisation;
    if (schema === undefined) return "a";
    const found = this.#decider.ask({
      keep: [this.#space.place(schema, kind === "content" ? "json" : "wire")],
      break: [],
      beside: [],
    });
    const value = found.kind === "some" ? found.value : "a";
    if (kind === "content") return JSON.stringify(value);
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
