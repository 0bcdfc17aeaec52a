import type { BodyEntry, DeprecationEntry, EncodingEntry, OperationEntry, ParameterEntry } from "@concordat/client";
import { isObject, own } from "@concordat/containment/internal";
import { headerOf, isJson } from "../kit/read.ts";
import { idempotencyOf, KEY_HEADER, keyHeaderOf, reliabilityOf } from "../kit/reliability.ts";
import type { Api, ApiOperation } from "../model/api.ts";
import { operationName } from "../model/operation-key.ts";
import type { MediaType, Operation, OperationRef, Parameter } from "../model/revision.ts";
import { isSuccess, maySucceed } from "../model/status.ts";
import { documentedLinks, Successors } from "../model/successors.ts";
import { pagingEntry } from "./paging-entry.ts";
import { securityEntries } from "./security-entry.ts";

/** Turns the operations of one description into entries: what the run-time of a client has to know of each. */
export class EntryMaker {
  readonly #api: Api;
  readonly #names: ReadonlyMap<OperationRef, string>;
  readonly #successors: Successors;
  readonly #servers: readonly string[];
  readonly #byKey: ReadonlyMap<string, string>;

  /**
   * @param names the names of the functions
   * @param servers the URLs of the description's servers, which an operation need not repeat
   */
  constructor(api: Api, names: ReadonlyMap<OperationRef, string>, servers: readonly string[]) {
    this.#api = api;
    this.#names = names;
    this.#servers = servers;
    this.#successors = new Successors(api.operations);
    this.#byKey = new Map([...names].map(([ref, name]) => [operationName(ref), name]));
  }

  /** The entry of an operation. What is as OpenAPI or RFC 9110 has it anyway is left out. */
  entry(operation: ApiOperation): OperationEntry {
    const { ref, parameters, servers, body, lifecycle } = operation;
    const styled = parameters.flatMap((parameter) => parameterEntry(parameter) ?? []);
    const errors = errorStatuses(operation);
    const security = securityEntries(operation, this.#api.cursor);
    const paging = pagingEntry(operation, this.#api);
    const isDeprecated = lifecycle.deprecated || lifecycle.sunset !== undefined || lifecycle.announced !== undefined;
    return {
      name: this.#names.get(ref) as string,
      method: ref.method,
      path: ref.path,
      ...(servers.defaults.join(" ") !== this.#servers.join(" ") && { servers: servers.defaults }),
      ...(styled.length > 0 && { parameters: styled }),
      ...(body && body.content.length > 0 && { body: bodyEntry(body.content[0] as MediaType) }),
      ...acceptOf(operation),
      ...(errors.length > 0 && { errors }),
      ...this.#reliability(operation),
      ...(isDeprecated && { deprecation: this.#deprecation(operation) }),
      ...(paging && { paging }),
      ...(security.length > 0 && { security }),
    };
  }

  #reliability(operation: Operation): Partial<OperationEntry> {
    const { idempotency, retry, timeout, criticality } = reliabilityOf(operation, this.#api);
    const header = keyHeaderOf(operation);
    const declared = header === undefined ? DECLARED[idempotencyOf(operation, this.#api).key ?? ""] : "key";
    const isRepeated = REPEATED_METHODS.has(operation.ref.method);
    const said = idempotency ?? (isRepeated ? undefined : declared);
    const statuses = retryStatuses(operation);
    return {
      ...(said !== undefined && !(isRepeated && said === "natural") && { idempotency: said }),
      ...(said === "key" && header && !isSameName(header.name, KEY_HEADER) && { key: header.name }),
      ...(retry === "never" && { retry }),
      ...(statuses.length > 0 && { retryStatuses: statuses }),
      ...(timeout !== undefined && { timeout }),
      ...(criticality === "critical" && { criticality }),
    };
  }

  #deprecation(operation: Operation): DeprecationEntry {
    const { announced, sunset, replacement } = operation.lifecycle;
    const linked = documentedLinks(operation, this.#api.cursor).find(({ relations }) =>
      relations.includes("successor-version"),
    )?.target;
    const found =
      typeof replacement === "string"
        ? this.#successors.named(replacement)
        : linked && this.#successors.linked(linked, operation);
    const named = found && (this.#byKey.get(operationName(found)) ?? operationName(found));
    const successor = named ?? replacement ?? linked;
    return {
      ...(announced !== undefined && { deprecated: announced }),
      ...(sunset !== undefined && { sunset }),
      ...(typeof successor === "string" && { successor }),
    };
  }
}

/** What `x-idempotency` declares, in the words of `x-reliability`; a key in the body is the caller's to send. */
const DECLARED: Readonly<Record<string, "key" | "natural">> = { header: "key", natural: "natural", safe: "natural" };

/** How a parameter is written; undefined where it is as its place has it by default (OpenAPI 3.1.1, section 4.8.12). */
function parameterEntry({ name, in: place, serialisation }: Parameter): ParameterEntry | undefined {
  if (serialisation.kind === "content") return { name, in: place, mediaType: serialisation.mediaType };
  const { style, explode, allowReserved } = serialisation;
  const usual = place === "query" || place === "cookie" ? "form" : "simple";
  const differs = {
    ...(style !== usual && { style }),
    ...(explode !== EXPLODED.has(style) && style !== "deepObject" && { explode }),
    ...(allowReserved && { allowReserved }),
  };
  return Object.keys(differs).length > 0 ? { name, in: place, ...differs } : undefined;
}

/** Styles that write each item or member by itself where nothing is said. */
const EXPLODED: ReadonlySet<string> = new Set(["form", "cookie"]);

function bodyEntry({ range, encoding }: MediaType): BodyEntry {
  const parts = [...encoding].flatMap(([name, { value }]) => {
    const part = encodingEntry(value);
    return Object.keys(part).length > 0 ? [[name, part] as const] : [];
  });
  return { mediaType: range, ...(parts.length > 0 && { encoding: Object.fromEntries(parts) }) };
}

/** How a part of a form is written (OpenAPI 3.1.1, section 4.8.15). */
function encodingEntry(value: unknown): EncodingEntry {
  if (!isObject(value)) return {};
  const [style, explode, contentType] = ["style", "explode", "contentType"].map((key) => own(value, key));
  return {
    ...(typeof style === "string" && { style }),
    ...(typeof explode === "boolean" && { explode }),
    ...(own(value, "allowReserved") === true && { allowReserved: true }),
    ...(typeof contentType === "string" && { contentType }),
  };
}

/** The media types of success, where none of them is JSON. */
function acceptOf({ responses }: Operation): Pick<OperationEntry, "accept"> {
  const content = responses.filter(({ status }) => isSuccess(status)).flatMap((response) => response.content);
  const ranges = new Set(content.map(({ range }) => range));
  return ranges.size === 0 || content.some(isJson) ? {} : { accept: [...ranges].join(", ") };
}

/** Statuses that tell of failure, or that there is nothing new; `default` does where a success has a status of its own. */
function errorStatuses({ responses }: Operation): string[] {
  return responses
    .map(({ status }) => status)
    .filter((status) => /^[345d]/.test(status) && !maySucceed(status, responses));
}

/** Errors for which the description documents when to try again (RFC 9110, section 10.2.3), beside those that are always tried. */
function retryStatuses({ responses }: Operation): number[] {
  return responses
    .filter((response) => headerOf(response, "Retry-After") !== undefined)
    .map(({ status }) => Number(status))
    .filter((status) => status >= 400 && !REPEATED_STATUSES.has(status));
}

/** Methods whose requests the run-time repeats where the description says nothing; the run-time's list, by a test. */
export const REPEATED_METHODS: ReadonlySet<string> = new Set(["GET", "HEAD", "OPTIONS", "QUERY", "PUT", "DELETE"]);

/** Statuses after which the run-time repeats a request whatever the description says; its list, by a test. */
export const REPEATED_STATUSES: ReadonlySet<number> = new Set([408, 425, 429, 502, 503, 504]);

function isSameName(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}
