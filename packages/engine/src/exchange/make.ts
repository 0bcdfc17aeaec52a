import { append, type Found, isObject, type Json, own } from "@concordat/containment/internal";
import { basePath } from "../model/origin.ts";
import { originOf } from "../model/read-servers.ts";
import type { Header, MediaType, Operation, Parameter, Requirement, Response } from "../model/revision.ts";
import { bodyKind, partTypes, styleOfPart } from "./bodies.ts";
import { tokenWith } from "./credentials.ts";
import type { HttpRequest, HttpResponse } from "./exchange.ts";
import { type Part, writeMultipart } from "./multipart.ts";
import { RESERVED_TEXT, typesOfRange } from "./samples.ts";
import { OBJECT, type Sent, TEXT, type Values } from "./values.ts";
import { encodeText, textOf, writeHeaderText, writePairs, writePathText } from "./write.ts";

/*
 * Makes the smallest requests and responses that an operation describes. As values are searched for, there may be none, or it
 * may not be known: then there is no message either, and the answer says which.
 */

/** What a request has beside what it must have. */
export interface RequestWish {
  /** A parameter, with its value. */
  readonly parameter?: { readonly parameter: Parameter; readonly value: Json };
  /** A body even where none is required, in one of the media types where one is named. */
  readonly body?: BodyWish;
  /** The alternative of security that is satisfied; the first where none is named. */
  readonly credentials?: readonly Requirement[];
  /** Whether tokens say which scopes they have, and whose they are. */
  readonly scopes?: boolean;
  readonly accept?: string;
  /** URL of the server, as `Servers.urls` has it; the first where none is named. */
  readonly server?: string;
  /** Characters that the values of path parameters have at least; more make another path of it. */
  readonly least?: number;
}

/** What a body is to be. */
export interface BodyWish {
  readonly media?: MediaType;
  /** The media type that is sent, one of the range. */
  readonly type?: string;
  /** A property that a form or an object has. */
  readonly property?: string;
  /** Which of the media types of that part it is sent in, the first where there are fewer. */
  readonly part?: number;
  /** Whether that part has the headers that it may have, beside those that it must have. */
  readonly withHeaders?: boolean;
}

/** Text that stands for what a description says nothing of. */
const ANY_TEXT = "a";
const BOUNDARY = "boundary";

/** A value that was searched for and not found, passed on. */
class NotFound extends Error {
  readonly found: Exclude<Found<never>, { readonly kind: "some" }>;

  constructor(found: Found<Json>) {
    super();
    this.found = found as Exclude<Found<never>, { readonly kind: "some" }>;
  }
}

/** The smallest request that an operation accepts and that is as wished. */
export function makeRequest(operation: Operation, values: Values, wish: RequestWish = {}): Found<HttpRequest> {
  return attempt(() =>
    new Maker(values, operation.ref.kind === "path" ? "request" : "response").request(operation, wish),
  );
}

/** What a response is to be. */
export interface ResponseWish {
  readonly status: string;
  readonly body?: BodyWish;
  /** A header, with its value. */
  readonly header?: { readonly header: Header; readonly value: Json };
}

/** The smallest response that an operation describes and that is as wished. */
export function makeResponse(
  operation: Operation,
  response: Response,
  values: Values,
  wish: ResponseWish,
): Found<HttpResponse> {
  return attempt(() =>
    new Maker(values, operation.ref.kind === "path" ? "response" : "request").response(response, wish),
  );
}

function attempt<T>(make: () => T): Found<T> {
  try {
    return { kind: "some", value: make() };
  } catch (error) {
    if (error instanceof NotFound) return error.found;
    throw error;
  }
}

class Maker {
  readonly #values: Values;
  readonly #sent: Sent;

  constructor(values: Values, sent: Sent) {
    this.#values = values;
    this.#sent = sent;
  }

  request(operation: Operation, wish: RequestWish): HttpRequest {
    const { ref, parameters, body, servers, security } = operation;
    const headers: Record<string, string> = {};
    const query: string[] = [];
    const cookies: string[] = [];
    let path = ref.path;
    for (const parameter of parameters) {
      const wished = wish.parameter?.parameter === parameter;
      if (!parameter.required && !wished) continue;
      const value = wished ? (wish.parameter?.value as Json) : this.#parameterValue(parameter, wish.least ?? 1);
      if (parameter.in === "path") path = path.replaceAll(`{${parameter.name}}`, writePathText(parameter, value));
      else if (parameter.in === "header") headers[parameter.name] = writeHeaderText(parameter.serialisation, value);
      else if (parameter.in === "querystring") query.push(encodeText(JSON.stringify(value)));
      else append(parameter.in === "query" ? query : cookies, writePairs(parameter, value));
    }
    addCredentials(wish.credentials ?? security.alternatives[0] ?? [], wish.scopes === true, {
      headers,
      query,
      cookies,
    });
    if (cookies.length > 0) headers["cookie"] = cookies.join("; ");
    if (wish.accept !== undefined) headers["accept"] = wish.accept;
    const sent = body && (body.required || wish.body) ? this.#body(body.content, wish.body ?? {}) : undefined;
    if (sent) headers["content-type"] = sent.type;
    const base = ref.kind === "path" ? addressOf(wish.server ?? servers.defaults[0] ?? servers.urls[0] ?? "") : "";
    const url = base + withQuery(path.replace(/\{[^{}]*\}/g, ANY_TEXT), query);
    return { method: ref.method, url, headers, ...(sent && { body: sent.text }) };
  }

  response({ headers: described, content }: Response, { status, body, header: shown }: ResponseWish): HttpResponse {
    const headers: Record<string, string> = {};
    for (const header of described)
      if (header.required) headers[header.name] = writeHeaderText(header.serialisation, this.#headerValue(header));
    if (shown) headers[shown.header.name] = writeHeaderText(shown.header.serialisation, shown.value);
    const sent = content.length > 0 ? this.#body(content, body ?? {}) : undefined;
    if (sent) headers["content-type"] = sent.type;
    return { status, headers, ...(sent && { body: sent.text }) };
  }

  /** A value that leaves a trace: an empty text or list in a URL is none. */
  #parameterValue({ in: place, serialisation: { kind, schema } }: Parameter, least: number): Json {
    if (schema === undefined) return ANY_TEXT;
    const form = kind === "content" ? "json" : "wire";
    const found = this.#values.find(schema, form, this.#sent, { least: place === "path" ? least : 1 });
    if (found.kind === "some" || place === "path") return this.#value(() => found);
    return this.#value(() => this.#values.find(schema, form, this.#sent));
  }

  #headerValue({ serialisation: { kind, schema } }: Header): Json {
    if (schema === undefined) return ANY_TEXT;
    return this.#value(() => this.#values.find(schema, kind === "content" ? "json" : "wire", this.#sent));
  }

  #value(find: () => Found<Json>): Json {
    const found = find();
    if (found.kind !== "some") throw new NotFound(found);
    return found.value;
  }

  #body(
    content: readonly MediaType[],
    { media, type, property, part = 0, withHeaders = false }: BodyWish,
  ): { readonly type: string; readonly text: string } {
    const chosen = media ?? content.find(({ range }) => bodyKind(plainest(range)) === "json") ?? content[0];
    if (chosen === undefined) return { type: "application/json", text: "{}" };
    const concrete = type ?? plainest(chosen.range);
    const kind = bodyKind(concrete);
    if (kind === "multipart")
      return { type: `${concrete};boundary=${BOUNDARY}`, text: this.#multipart(chosen, property, part, withHeaders) };
    return { type: concrete, text: this.#text(kind, chosen, property) };
  }

  #text(
    kind: Exclude<ReturnType<typeof bodyKind>, "multipart">,
    media: MediaType,
    property: string | undefined,
  ): string {
    const { schema, itemSchema } = media;
    const found = (form: "json" | "wire", wish = {}) =>
      this.#value(() =>
        this.#values.find(schema, form, this.#sent, { ...wish, ...(property !== undefined && { property }) }),
      );
    switch (kind) {
      case "json":
        return JSON.stringify(schema === undefined ? {} : found("json"));
      case "sequence":
        return itemSchema === undefined
          ? ""
          : `${JSON.stringify(this.#value(() => this.#values.find(itemSchema, "json", this.#sent)))}\n`;
      case "form":
        return schema === undefined
          ? ""
          : writeForm(this.#telling(found("wire", { type: OBJECT }), property, media), media);
      case "text":
        return schema === undefined || (this.#values.types(schema, "wire") & TEXT) === 0
          ? ANY_TEXT
          : textOf(found("wire", { type: TEXT }));
      case "structured":
        return "<a/>";
    }
  }

  /** The value of a form, with reserved characters in the field that may have them unescaped, where its schema takes them. */
  #telling(value: Json, property: string | undefined, { schema, encoding }: MediaType): Json {
    const style = property === undefined ? "" : styleOfPart(encoding.get(property));
    if (property === undefined || typeof style === "string" || !style.allowReserved || !isObject(value)) return value;
    const member = own(value, property);
    const told = {
      ...value,
      [property]: Array.isArray(member) ? member.map(() => RESERVED_TEXT) : RESERVED_TEXT,
    } as Json;
    return this.#values.remark("body", schema, "wire", [told], this.#sent) ? value : told;
  }

  #multipart(
    { schema, encoding, partHeaders }: MediaType,
    property: string | undefined,
    nth: number,
    withHeaders: boolean,
  ): string {
    const value =
      schema === undefined
        ? {}
        : this.#value(() =>
            this.#values.find(schema, "wire", this.#sent, {
              type: OBJECT,
              ...(property !== undefined && { property }),
            }),
          );
    const properties = this.#values.properties(schema, "wire");
    const parts = Object.entries(isObject(value) ? value : {}).flatMap(([name, member]): Part[] => {
      const items = Array.isArray(member) ? (member as Json[]) : [member as Json];
      const types = partTypes(encoding.get(name), properties.get(name) ?? [], this.#values) ?? [];
      const wanted = (name === property ? types[nth] : undefined) ?? types[0];
      return items.map((item) => {
        const type = wanted ? plainest(wanted.range) : typeof item === "object" ? "application/json" : undefined;
        const headers = new Map(type === undefined ? [] : [["content-type", type]]);
        for (const header of partHeaders.get(encoding.get(name)?.value) ?? [])
          if (header.required || (withHeaders && name === property))
            headers.set(header.name.toLowerCase(), writeHeaderText(header.serialisation, this.#headerValue(header)));
        return { name, headers, text: textOf(item) };
      });
    });
    return writeMultipart(parts, BOUNDARY);
  }
}

/** A urlencoded form, each field in the style of its encoding. */
function writeForm(value: Json, { encoding }: MediaType): string {
  return Object.entries(isObject(value) ? value : {})
    .flatMap(([name, member]) => {
      const said = styleOfPart(encoding.get(name));
      const plain = { style: "form", explode: false, allowReserved: false };
      const style = isObject(member) || typeof said === "string" ? plain : said;
      const text = isObject(member) ? JSON.stringify(member) : (member as Json);
      return writePairs({ name, serialisation: { kind: "style", ...style, schema: undefined } }, text);
    })
    .join("&");
}

function plainest(range: string): string {
  return typesOfRange(range)[0] ?? range;
}

/** A server's URL with values for its variables: the first of a list, else a text; one that stands for an address is left out. */
function addressOf(url: string): string {
  const address = originOf(url) + basePath(url);
  return address.replace(/\{([^{}]*)\}/g, (_, name: string) =>
    name.includes("|") ? (name.split("|")[0] ?? "") : ANY_TEXT,
  );
}

function withQuery(path: string, query: readonly string[]): string {
  if (query.length === 0) return path;
  const hash = path.indexOf("#");
  const [before, after] = hash < 0 ? [path, ""] : [path.slice(0, hash), path.slice(hash)];
  return `${before}${before.includes("?") ? "&" : "?"}${query.join("&")}${after}`;
}

interface Carriers {
  readonly headers: Record<string, string>;
  readonly query: string[];
  readonly cookies: string[];
}

/** Puts made-up credentials where schemes ask for them. */
function addCredentials(
  alternative: readonly Requirement[],
  named: boolean,
  { headers, query, cookies }: Carriers,
): void {
  for (const { meaning, scopes } of alternative) {
    const [, place, name = ""] = /^apiKey in (\w+) (.*)$/.exec(meaning) ?? [];
    if (place === "query") query.push(`${encodeText(name)}=secret`);
    else if (place === "cookie") cookies.push(`${encodeText(name)}=secret`);
    else if (place === "header") headers[name] = "secret";
    else if (meaning.startsWith("http basic")) headers["authorization"] = "Basic dXNlcjpzZWNyZXQ=";
    else if (meaning.startsWith("http ")) headers["authorization"] = `${capitalised(meaning.slice(5))} secret`;
    else if (/^(?:oauth2|openIdConnect)/.test(meaning))
      headers["authorization"] = `Bearer ${named ? tokenWith(scopes, meaning) : "secret"}`;
  }
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
