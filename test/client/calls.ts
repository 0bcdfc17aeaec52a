import type { Json } from "../../packages/containment/src/internal.ts";
import { bodyKind } from "../../packages/engine/src/exchange/bodies.ts";
import { OBJECT, TEXT, type Values } from "../../packages/engine/src/exchange/values.ts";
import type { MediaType, Operation, Parameter } from "../../packages/engine/src/model/revision.ts";

/** What a function of a client is called with. */
export interface Input {
  readonly path: Record<string, unknown>;
  readonly query: Record<string, unknown>;
  readonly headers: Record<string, unknown>;
  readonly cookies: Record<string, unknown>;
  readonly body?: unknown;
}

const PLACES = { path: "path", query: "query", querystring: "query", header: "headers", cookie: "cookies" } as const;

/** Input for an operation, of the smallest values that its description allows: with what is required alone, or with all of it. */
export function inputFor({ parameters, body }: Operation, values: Values, all: boolean): Input {
  const input = { path: {}, query: {}, headers: {}, cookies: {} };
  for (const parameter of parameters.filter(({ required }) => required || all)) {
    const value = valueFor(parameter, values);
    const place: Record<string, unknown> = input[PLACES[parameter.in]];
    if (value !== undefined) place[parameter.name] = value;
  }
  const [media] = body?.content ?? [];
  return media && (body?.required || all) ? { ...input, body: bodyOf(media, values) } : input;
}

/** An empty text or list leaves no trace in a URL. */
function valueFor({ serialisation: { schema } }: Parameter, values: Values): Json | undefined {
  if (schema === undefined) return "a";
  const found = values.find(schema, "json", "request", { least: 1 });
  const some = found.kind === "some" ? found : values.find(schema, "json", "request");
  return some.kind === "some" ? some.value : undefined;
}

function bodyOf({ range, schema, itemSchema }: MediaType, values: Values): unknown {
  const found = (at = schema, type?: number) => {
    const value = at && values.find(at, "json", "request", type === undefined ? {} : { type });
    return value?.kind === "some" ? value.value : undefined;
  };
  switch (bodyKind(range)) {
    case "json":
      return found() ?? {};
    case "sequence":
      return [found(itemSchema) ?? {}];
    case "form":
    case "multipart":
      return found(schema, OBJECT) ?? {};
    case "text":
    case "structured":
      return found(schema, TEXT) ?? "a";
  }
}
