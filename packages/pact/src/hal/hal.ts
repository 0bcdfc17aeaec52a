import { failed, inputFailure, type Result } from "@concordat/engine";
import { isRecord, textAt } from "@concordat/engine/base";
import type { Send } from "../world/http.ts";
import type { BrokerSettings } from "./settings.ts";

/** A document of HAL (draft-kelly-json-hal), and where it is. */
export interface Resource {
  readonly url: URL;
  readonly body: Readonly<Record<string, unknown>>;
  /** The body as it came. */
  readonly text: string;
}

/** A link that is one of several of its relation. */
export interface NamedLink {
  readonly name: string;
  readonly href: string;
}

/** What a request sends. */
interface Sent {
  readonly method: "POST" | "PUT" | "PATCH";
  readonly body: unknown;
  readonly contentType?: string;
}

/**
 * Speaks HAL with a Pact Broker. Links are followed from its index; those that lead to another host are refused, as the
 * credentials would go there.
 */
export class Hal {
  readonly #settings: BrokerSettings;
  readonly #send: Send;
  #index: Promise<Result<Resource>> | undefined;

  constructor(settings: BrokerSettings, send: Send) {
    this.#settings = settings;
    this.#send = send;
  }

  /** The document that all links start from. It is read once. */
  index(): Promise<Result<Resource>> {
    this.#index ??= this.get(this.#settings.base);
    return this.#index;
  }

  /** A URL below that of the broker, for what has no link. */
  below(path: string, query: readonly (readonly [string, string])[]): URL {
    const url = new URL(path, this.#settings.base);
    for (const [name, value] of query) url.searchParams.append(name, value);
    return url;
  }

  /** Reads what a link of the index leads to. */
  async getFromIndex(relation: string, parameters: Readonly<Record<string, string>> = {}): Promise<Result<Resource>> {
    const url = await this.#linkOfIndex(relation, parameters);
    return failed(url) ? url : this.get(url.value);
  }

  /** Sends to where a link of the index leads. */
  async sendFromIndex(
    relation: string,
    parameters: Readonly<Record<string, string>>,
    sent: Sent,
  ): Promise<Result<Resource>> {
    const url = await this.#linkOfIndex(relation, parameters);
    return failed(url) ? url : this.send(url.value, sent);
  }

  async #linkOfIndex(relation: string, parameters: Readonly<Record<string, string>>): Promise<Result<URL>> {
    const index = await this.index();
    return failed(index) ? index : this.link(index.value, relation, parameters);
  }

  /** Where a link leads, its parameters filled in. */
  link(resource: Resource, relation: string, parameters: Readonly<Record<string, string>> = {}): Result<URL> {
    const href = textAt(resource.body, "_links", relation, "href");
    if (href === undefined)
      return inputFailure(
        "broker-link",
        `The Pact Broker has no link \`${relation}\`. It is older than what this needs, or PACT_BROKER_BASE_URL does not name a Pact Broker.`,
      );
    return this.resolve(resource, href, parameters);
  }

  /** Resolves a link against where it was read. */
  resolve({ url }: Resource, href: string, parameters: Readonly<Record<string, string>> = {}): Result<URL> {
    const filled = href.replace(/\{(\w+)\}/g, (all, name: string) =>
      parameters[name] === undefined ? all : encodeURIComponent(parameters[name]),
    );
    const target = URL.parse(filled, url.href);
    if (target?.origin === this.#settings.base.origin) return { value: target };
    return inputFailure(
      "broker-link",
      `The Pact Broker links to ${target ? target.origin : "what is not a URL"}, another host than PACT_BROKER_BASE_URL names. Credentials are not sent there. Set PACT_BROKER_BASE_URL to the URL that the broker calls itself.`,
    );
  }

  /** Reads a document. */
  get(url: URL): Promise<Result<Resource>> {
    return this.#ask(url, "GET", {});
  }

  /** Sends a value as JSON, and answers the document that comes back. */
  send(url: URL, { method, body, contentType = "application/json" }: Sent): Promise<Result<Resource>> {
    return this.#ask(url, method, { "content-type": contentType }, JSON.stringify(body));
  }

  async #ask(
    url: URL,
    method: string,
    more: Readonly<Record<string, string>>,
    body?: string,
  ): Promise<Result<Resource>> {
    const { authorization } = this.#settings;
    const headers = { accept: "application/hal+json", ...more, ...(authorization !== undefined && { authorization }) };
    const answer = await this.#send({ method, url, headers, ...(body !== undefined && { body }) });
    if (failed(answer)) return answer;
    const { status, text, url: from } = answer.value;
    const data = parse(text);
    if (status >= 200 && status < 300 && (text === "" || isRecord(data)))
      return { value: { url: from, body: isRecord(data) ? data : {}, text } };
    return refusal(`${method} ${from.pathname}`, status, data);
  }
}

/** All links of a relation that a document has several of. */
export function linksOf({ body }: Resource, relation: string): readonly NamedLink[] {
  const links = isRecord(body["_links"]) ? body["_links"][relation] : undefined;
  return (Array.isArray(links) ? links : [links]).flatMap((link) => {
    const [name, href] = [textAt(link, "name"), textAt(link, "href")];
    return name === undefined || href === undefined ? [] : [{ name, href }];
  });
}

/** The sentences that a broker has for people. */
export function noticesOf(body: unknown): readonly string[] {
  const notices = isRecord(body) && Array.isArray(body["notices"]) ? body["notices"] : [];
  return notices.flatMap((notice) => textAt(notice, "text") ?? []);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Why a broker did not do what it was asked. */
function refusal(asked: string, status: number, data: unknown): Result<never> {
  const said = saidOf(data);
  const because = said === "" ? "" : ` It says: ${said}`;
  const tool = (message: string) => ({ failure: "tool" as const, problems: [{ code: "broker", message }] });
  if (status === 401 || status === 403)
    return tool(
      `The Pact Broker refused the credentials (${status}). Check PACT_BROKER_TOKEN, or PACT_BROKER_USERNAME and PACT_BROKER_PASSWORD.`,
    );
  if (status === 409)
    return inputFailure("broker-conflict", `The Pact Broker has other content for this version (409).${because}`);
  if (status === 404)
    return inputFailure("broker-missing", `The Pact Broker does not know what \`${asked}\` names (404).${because}`);
  if (status >= 400 && status < 500)
    return inputFailure("broker-refused", `The Pact Broker refused \`${asked}\` (${status}).${because}`);
  if (status >= 200 && status < 300)
    return tool(`\`${asked}\` was not answered with JSON. Check that PACT_BROKER_BASE_URL names a Pact Broker.`);
  return tool(`The Pact Broker failed at \`${asked}\` (${status}).${because}`);
}

/** The errors in an answer: notices, a list, or lists by field. */
function saidOf(data: unknown): string {
  if (!isRecord(data)) return "";
  const { errors, error } = data;
  const listed = Array.isArray(errors)
    ? errors.map((each) => textAt(each, "message") ?? (typeof each === "string" ? each : ""))
    : isRecord(errors)
      ? Object.entries(errors).flatMap(([field, said]) =>
          (Array.isArray(said) ? said : []).map((each) => `${field} ${each}`),
        )
      : [];
  const message = textAt(error, "message");
  return [...noticesOf(data), ...listed, ...(message === undefined ? [] : [message])]
    .filter((each) => each !== "")
    .join(" ");
}
