import { canonicalText, isNumeral, parseExact } from "../file/canonical-text.ts";
import type { RecordedExchange, RecordedHeaders } from "./exchanges.ts";
import { redactHeader, redactJson, redactNamed, redactText } from "./redact.ts";

/** What becomes of recorded traffic. */
export interface ImportedPact {
  readonly consumer: string;
  readonly provider: string;
  /** A pact of version 3 of the Pact specification, canonical. */
  readonly text: string;
  readonly interactions: number;
}

/** Whose traffic it is, and which part of it counts. */
export interface ImportOptions {
  readonly consumer: string;
  readonly provider: string;
  /** The path that stands before those of the provider: `/api`; empty where there is none. */
  readonly basePath: string;
}

/** An interaction of version 3. */
interface Interaction {
  readonly description: string;
  readonly request: Readonly<Record<string, unknown>>;
  readonly response: Readonly<Record<string, unknown>>;
}

/** Headers of requests that say how a message travels or who sent it, and nothing of what the consumer relies on. */
const TRAVEL =
  /^(?:accept-(?:encoding|language)|baggage|cache-control|connection|content-length|date|dnt|expect|forwarded|from|host|keep-alive|origin|pragma|priority|referer|te|trailer|traceparent|tracestate|transfer-encoding|upgrade.*|user-agent|via|sec-.*|x-(?:amz|b3|forwarded|request-id|correlation-id|real-ip).*|b3|x-requested-with)$/;
/** Whether a recorded exchange says what a consumer relies on: it was answered, and by neither a failure nor a preflight. */
export function isEvidence({ request, response }: RecordedExchange): boolean {
  return response !== undefined && response.status >= 200 && response.status < 500 && request.method !== "OPTIONS";
}

/**
 * Makes a pact of recorded exchanges. Responses are matched by type, as other values will come another day; requests stay as they
 * were sent, as rules for them would claim that more is sent than was seen. Exchanges that say the same are one interaction.
 */
export function importPact(exchanges: readonly RecordedExchange[], options: ImportOptions): ImportedPact {
  const distinct = new Map<string, Interaction>();
  for (const exchange of exchanges) {
    const interaction = interactionOf(exchange, options.basePath);
    // What the consumer sends tells interactions apart, and what it must handle; which values came does not.
    const key = canonicalText([
      interaction.request,
      interaction.response["status"],
      shapeOf(interaction.response["body"]),
    ]);
    if (!distinct.has(key)) distinct.set(key, interaction);
  }
  const { consumer, provider } = options;
  const interactions = numbered([...distinct].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, each]) => each));
  const text = canonicalText({
    consumer: { name: consumer },
    provider: { name: provider },
    interactions,
    metadata: { concordat: { evidence: "recorded" }, pactSpecification: { version: "3.0.0" } },
  });
  return { consumer, provider, text, interactions: interactions.length };
}

function interactionOf({ request, response }: RecordedExchange, basePath: string): Interaction {
  const path = redactText(request.url.pathname.slice(basePath.length)) || "/";
  const query: Record<string, string[]> = {};
  for (const [name, value] of request.url.searchParams) (query[name] ??= []).push(redactNamed(name, value));
  const sent = bodyOf(request.body, request.headers);
  const answered = bodyOf(response?.body, response?.headers ?? new Map());
  const body = answered === undefined ? undefined : withoutNulls(answered);
  const type = response?.headers.get("content-type")?.split(";")[0]?.trim();
  return {
    description: `${request.method} ${path} answered with ${response?.status}`,
    request: {
      method: request.method,
      path,
      ...(Object.keys(query).length > 0 && { query }),
      headers: sentHeaders(request.headers),
      ...(sent !== undefined && { body: sent }),
    },
    response: {
      status: response?.status,
      headers: type === undefined ? {} : { "Content-Type": type },
      ...(body !== undefined && {
        body,
        matchingRules: { body: { $: { combine: "AND", matchers: [{ match: "type" }] } } },
      }),
    },
  };
}

function sentHeaders(headers: RecordedHeaders): Readonly<Record<string, string>> {
  const kept = [...headers].filter(([name]) => !TRAVEL.test(name));
  return Object.fromEntries(kept.map(([name, value]) => [properName(name), redactHeader(name, value)]));
}

/** `content-type` as `Content-Type`: what comes in any case is written in one. */
function properName(name: string): string {
  return name.replace(/(?:^|-)[a-z]/g, (start) => start.toUpperCase());
}

/** A body without secrets. One that is neither JSON nor a form is left out, as nobody can say what in it is secret. */
function bodyOf(text: string | undefined, headers: RecordedHeaders): unknown {
  const type = headers.get("content-type") ?? "";
  if (text === undefined) return undefined;
  if (/^application\/x-www-form-urlencoded/i.test(type))
    return new URLSearchParams(
      [...new URLSearchParams(text)].map(([name, value]): [string, string] => [name, redactNamed(name, value)]),
    ).toString();
  if (!/^application\/(?:[\w.+-]+\+)?json/i.test(type)) return undefined;
  try {
    return redactJson(parseExact(text));
  } catch {
    return undefined;
  }
}

/** A null says that the consumer can do without the value, not that it needs a null. */
function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.filter((item) => item !== null).map(withoutNulls);
  if (typeof value !== "object" || value === null || isNumeral(value)) return value;
  const entries = Object.entries(value).filter(([, inside]) => inside !== null);
  return Object.fromEntries(entries.map(([name, inside]) => [name, withoutNulls(inside)]));
}

/** A value with types in place of values, as matching by type sees it. */
function shapeOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.slice(0, 1).map(shapeOf);
  if (isNumeral(value)) return "number";
  if (typeof value !== "object" || value === null) return typeof value;
  return Object.fromEntries(Object.entries(value).map(([name, inside]) => [name, shapeOf(inside)]));
}

/** Interactions whose descriptions tell them apart: a Pact library takes equal ones for the same. */
function numbered(interactions: readonly Interaction[]): readonly Interaction[] {
  const seen = new Map<string, number>();
  return interactions.map((interaction) => {
    const count = (seen.get(interaction.description) ?? 0) + 1;
    seen.set(interaction.description, count);
    return count === 1 ? interaction : { ...interaction, description: `${interaction.description} (${count})` };
  });
}
