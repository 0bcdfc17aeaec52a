import { isObject, type Located, own } from "@concordat/containment/internal";
import type { Api } from "../model/api.ts";
import type { Operation, OperationRef, Parameter } from "../model/revision.ts";
import { parameterOf, textOf, valueAt } from "./read.ts";
import { bareName } from "./words.ts";

/*
 * The one reader of what descriptions say about repeating a request: lint judges it, and generated clients obey it.
 */

/** The name of the header in draft-ietf-httpapi-idempotency-key-header. */
export const KEY_HEADER = "Idempotency-Key";

/** Whether a method may be repeated by its definition (RFC 9110, section 9.2.2). */
export function isIdempotentMethod(method: string): boolean {
  return method !== "POST" && method !== "PATCH";
}

/**
 * What makes a request safe to repeat, as `x-idempotency` says it:
 *
 * - `header`: an idempotency key in a header, declared as a parameter
 * - `body`: a request id of the client in the body, such as `request_id` (AIP-155)
 * - `natural`: the data identify the request, for example by a unique order number (Zalando rule 231)
 * - `safe`: the request changes nothing, for example a search by POST
 */
export type KeyKind = "header" | "body" | "natural" | "safe";
const KINDS: readonly string[] = ["header", "body", "natural", "safe"] satisfies KeyKind[];

/**
 * `x-idempotency` of an operation. Accepted forms, each on the operation, on its path item or at the root, of which
 * the nearest that says something wins:
 *
 *     x-idempotency: { key: header, ttl: 24h }             # ttl: how long a key is kept
 *     x-idempotency: { key: natural, fields: [number] }    # fields: what identifies the request; for people
 *     x-idempotency: natural                               # short for { key: natural }
 *     x-idempotency: true                                  # short for { key: header }
 *
 * A `ttl` is a number with s, m, h, d or w (`90m`, `24h`, `7d`), a duration of ISO 8601 (`PT24H`), or `forever`.
 */
export interface Idempotency {
  readonly key?: KeyKind | undefined;
  readonly ttl?: string | undefined;
}

const TTL = /^(?:\d+ ?[smhdw]|P(?=\w)(?:\d+[YMWD])*(?:T(?:\d+[HMS])+)?|forever)$/;

/** Reads `x-idempotency`; what is not of an accepted form counts as absent. */
export function idempotencyOf({ ref }: Operation, api: Api): Idempotency {
  const read = [ref.at, ref.item, api.root].map((at) => formOf(valueAt(at, "x-idempotency")));
  return {
    key: read.find(({ key }) => key !== undefined)?.key,
    ttl: read.find(({ ttl }) => ttl !== undefined)?.ttl,
  };
}

/** The member of an `x-idempotency` that is not of an accepted form, as it is written. */
export function malformedIn(value: unknown): string | undefined {
  if (value === undefined || typeof value === "boolean") return undefined;
  if (!isObject(value)) return KINDS.includes(value as string) ? undefined : JSON.stringify(value);
  const key = own(value, "key");
  const ttl = own(value, "ttl");
  if (key !== undefined && !KINDS.includes(key as string)) return `key: ${JSON.stringify(key)}`;
  return ttl !== undefined && !(typeof ttl === "string" && TTL.test(ttl)) ? `ttl: ${JSON.stringify(ttl)}` : undefined;
}

function formOf(value: unknown): Idempotency {
  if (value === true) return { key: "header" };
  if (typeof value === "string") return KINDS.includes(value) ? { key: value as KeyKind } : {};
  if (!isObject(value)) return {};
  const key = own(value, "key");
  const ttl = own(value, "ttl");
  return {
    key: KINDS.includes(key as string) ? (key as KeyKind) : undefined,
    ttl: typeof ttl === "string" && TTL.test(ttl) ? ttl : undefined,
  };
}

/** Names without the word that vendors send a key by, in lower case without punctuation. */
const VENDOR_KEYS = new Set(["paypalrequestid", "xuniquetransactionid", "opcretrytoken", "clientrequesttoken"]);
/** Names that most use to follow a request through logs, and some as a key. */
const REQUEST_ID = /^x?(?:client)?requestid$/;
const SAYS_IDEMPOTENT = /idempoten|duplicate request|retr(?:y|ied) safely|safely retr(?:y|ied)/i;

/** The header that carries an idempotency key, in the spelling of the draft or of a vendor. */
export function keyHeaderOf(operation: Operation): Parameter | undefined {
  return (
    parameterOf(operation, "header", KEY_HEADER) ??
    operation.parameters.find((parameter) => parameter.in === "header" && isKey(parameter))
  );
}

/** Whether a parameter carries an idempotency key, wherever it is sent. */
export function isKey({ name, at }: Parameter): boolean {
  const letters = bareName(name);
  if (letters.includes("idempoten") || VENDOR_KEYS.has(letters)) return true;
  return REQUEST_ID.test(letters) && SAYS_IDEMPOTENT.test(textOf(at, "description") ?? "");
}

/** What `x-reliability` may say; what it does not say is left to RFC 9110. */
export interface Reliability {
  /** What makes a request that is not idempotent by its method safe to repeat. */
  readonly idempotency?: "key" | "natural" | "none";
  /** `never`: it is not repeated, whatever its method is. */
  readonly retry?: "safe" | "never";
  /** Milliseconds after which a caller need not wait any longer. */
  readonly timeout?: number;
  readonly criticality?: "critical" | "normal";
}

/** How the members of `x-reliability` are read: the value, or undefined where it is not of an accepted form. */
const RELIABILITY: { readonly [Member in keyof Required<Reliability>]: (value: unknown) => Reliability[Member] } = {
  idempotency: oneOf("key", "natural", "none"),
  retry: oneOf("safe", "never"),
  timeout: millisecondsOf,
  criticality: oneOf("critical", "normal"),
};

const MEMBERS = Object.keys(RELIABILITY) as (keyof Reliability)[];

/**
 * Reads `x-reliability` of an operation, `{ idempotency: key|natural|none, retry: safe|never, timeout: 2s, criticality:
 * critical|normal }`, each member from the operation, its path item or the root, whichever is nearest. What is not of an accepted
 * form counts as absent.
 */
export function reliabilityOf({ ref }: Operation, api: Api): Reliability {
  const said = [ref.at, ref.item, api.root].map((at) => valueAt(at, "x-reliability"));
  return Object.fromEntries(
    MEMBERS.flatMap((member) => {
      const read = said.map((value) => (isObject(value) ? RELIABILITY[member](own(value, member)) : undefined));
      const nearest = read.find((value) => value !== undefined);
      return nearest === undefined ? [] : [[member, nearest]];
    }),
  );
}

/** A member of an `x-reliability` that is not of an accepted form. */
export interface MalformedReliability {
  /** What has the extension: the root, a path item or an operation. */
  readonly at: Located;
  /** The operations that it is said of; none where it is said of all. */
  readonly operations: readonly OperationRef[];
  /** The member as it is written: `timeout: "soon"`. */
  readonly value: string;
}

/** What a description says by `x-reliability` that is not of an accepted form. */
export function malformedReliability(api: Api): MalformedReliability[] {
  const refs = api.operations.map(({ ref }) => ref);
  const items = Map.groupBy(refs, ({ path }) => path);
  const places = [
    { at: api.root, operations: [] },
    ...[...items.values()].map((operations) => ({ at: (operations[0] as OperationRef).item, operations })),
    ...refs.map((ref) => ({ at: ref.at, operations: [ref] })),
  ];
  return places.flatMap((place) =>
    malformedMembers(valueAt(place.at, "x-reliability")).map((value) => ({ ...place, value })),
  );
}

function malformedMembers(value: unknown): string[] {
  if (value === undefined) return [];
  if (!isObject(value)) return [JSON.stringify(value)];
  return Object.entries(value)
    .filter(
      ([key, said]) => !Object.hasOwn(RELIABILITY, key) || RELIABILITY[key as keyof Reliability](said) === undefined,
    )
    .map(([key, said]) => `${key}: ${JSON.stringify(said)}`);
}

function oneOf<const Choice extends string>(...choices: readonly Choice[]): (value: unknown) => Choice | undefined {
  return (value) => choices.find((choice) => choice === value);
}

const UNITS: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000 };

/** A duration such as `500ms`, `2s` or `1.5m`. */
function millisecondsOf(value: unknown): number | undefined {
  const [, amount = "", unit = ""] = /^(\d+(?:\.\d+)?) ?(ms|s|m|h)$/.exec(typeof value === "string" ? value : "") ?? [];
  const milliseconds = Math.round(Number(amount) * (UNITS[unit] ?? 0));
  return milliseconds > 0 ? milliseconds : undefined;
}
