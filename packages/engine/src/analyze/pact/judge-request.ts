import { parsePointer } from "@concordat/containment/internal";
import type { Remark } from "../../exchange/exchange.ts";
import { judgeRequest } from "../../exchange/judge.ts";
import type { Values } from "../../exchange/values.ts";
import { closestRange, normaliseRange } from "../../model/media-range.ts";
import { type HttpInteraction, isProvoked, type PactBody, type PactPart } from "../../model/pact.ts";
import type { MediaType, Operation } from "../../model/revision.ts";
import { bodySchema } from "./body-schema.ts";
import { exampleRequest } from "./example.ts";
import { gapsBeside, gapTargets, isRefusedBody } from "./gap-targets.ts";
import type { GapFinder } from "./gaps.ts";
import { isKnownHeader } from "./known-headers.ts";
import { marksIn } from "./marks.ts";
import { parameterGaps } from "./parameter-gaps.ts";
import { isSent, spreadNames } from "./sent.ts";
import { below, type Subject, type Target } from "./targets.ts";

/** What interactions are judged with. */
export interface Judges {
  readonly values: Values;
  readonly gaps: GapFinder;
}

/**
 * Judges the request of an interaction: its example, and what the consumer may send beside that. A consumer that waits for an
 * error of its own making (4xx) may send what it likes.
 */
export async function judgePactRequest(
  subject: Subject,
  interaction: HttpInteraction,
  operation: Operation,
  path: ReadonlyMap<string, string>,
  judges: Judges,
): Promise<Target[]> {
  const { request, response } = interaction;
  const found: Target[] = [...usedParts(subject, interaction, operation, path, judges)];
  if (isProvoked(response)) return found;
  const example = exampleRequest(request, operation);
  const remarks = [...judgeRequest(operation, example, judges.values, { path, status: String(response.status) })];
  const { body } = request;
  const isUnread = body.kind === "binary";
  const isVaried = request.rules.body.length + request.generators.body.length > 0;
  found.push(
    // What travels beside a message, such as a certificate, no pact shows.
    ...remarks
      .filter(({ at, kind }) => !(isUnread && at.startsWith("body")) && !(kind === "unclear" && at === "security"))
      .map((remark) => remarkTarget(remark, subject, request, "request")),
    ...undeclaredParts(subject, interaction, operation, judges),
  );
  const media =
    request.body.kind === "absent" || request.body.kind === "empty" ? undefined : mediaOf(request.body, operation);
  if (isUnread) found.push(unreadBody(subject, body, `Bodies in \`${body.contentType}\` are not read.`));
  if (body.kind === "text" && isVaried && !remarks.some(isOfBody))
    found.push(unreadBody(subject, body, textMatchers(body)));
  if (media?.schema && request.body.kind === "json") {
    const { schema } = media;
    found.push(...markTargets(subject, "request", request.body, schema, judges));
    // Of an example that is refused, the judge of exchanges names the first place alone.
    if (isVaried || remarks.some(isRefusedBody)) {
      const sent = bodySchema(request.body.value, request.rules.body, request.generators.body, {
        kind: "sent",
        open: false,
      });
      const question = { sent, taken: schema, forms: { sent: "json", taken: "json" }, direction: "request" } as const;
      const gaps = gapsBeside(remarks, await judges.gaps.find(question));
      found.push(...gapTargets(gaps, subject, { side: "request", part: "body", place: request.body.at }));
      found.push(...unreadMatchers(sent.unread, subject, "request", request.body));
    }
  }
  found.push(...(await parameterGaps(subject, interaction, operation, remarks, judges)));
  return found;
}

/** The media type of the description that a body is in. */
function mediaOf(body: PactBody, operation: Operation): MediaType | undefined {
  if (!("contentType" in body)) return undefined;
  return closestRange(operation.body?.content ?? [], normaliseRange(body.contentType));
}

/** What the judge of exchanges says, as something that rules judge. */
export function remarkTarget(
  { kind, at, reason, isMissing, member, schema }: Remark,
  subject: Subject,
  message: PactPart,
  side: "request" | "response",
): Target {
  const [, part = at, name = "", pointer = ""] = /^([\w-]+)(?:\.([^/]*))?(\/.*)?$/s.exec(at) ?? [];
  const body = part === "body" && "at" in message.body ? message.body.at : undefined;
  const place = body ? below(body, ...(parsePointer(pointer) ?? [])) : placeOf(message.at, part, name);
  const common = subject.of(place, side, schema, pointer || (name === "" ? undefined : `${part}.${name}`));
  if (kind === "unclear") return { kind: "unchecked", target: { ...common, what: nameOf(side, part, name), reason } };
  const fault = isMissing ? "missing" : "refused";
  return { kind: "remark", target: { ...common, side, part, name, at: pointer, member, schema, fault, reason } };
}

const KEYS: Readonly<Record<string, string>> = {
  query: "query",
  header: "headers",
  accept: "headers",
  cookie: "headers",
};

function placeOf(at: HttpInteraction["at"], part: string, name: string): HttpInteraction["at"] {
  if (part === "status" || part === "path" || part === "method") return below(at, part);
  const key = part === "content-type" ? "headers" : KEYS[part];
  if (key === undefined) return at;
  const wanted = part === "query" || part === "header" ? name : part;
  const holder = below(at, key);
  const written = Object.keys(Object(holder.value)).find((each) => each.toLowerCase() === wanted.toLowerCase());
  return written === undefined ? holder : below(holder, written);
}

/** A part of a message as people read it. */
export function nameOf(side: "request" | "response", part: string, name = ""): string {
  const named = name === "" ? part : `${part}.${name}`;
  return `${named} of the ${side}`;
}

/** Whether a remark is about a body: what its matchers allow beside the example then says no more. */
export function isOfBody({ at }: Remark): boolean {
  return at.startsWith("body");
}

/** That matchers and generators of a text are not read. */
export function textMatchers({ contentType }: Extract<PactBody, { readonly kind: "text" }>): string {
  return `Matchers of bodies in \`${contentType}\` are not read.`;
}

function unreadBody(subject: Subject, body: PactBody, reason: string): Target {
  const place = "at" in body ? body.at : subject.interaction.at;
  return { kind: "unchecked", target: { ...subject.of(place, "request"), what: nameOf("request", "body"), reason } };
}

/** Matchers that no schema can say. */
export function* unreadMatchers(
  unread: readonly string[],
  subject: Subject,
  side: "request" | "response",
  body: PactBody,
): Generator<Target> {
  const place = "at" in body ? body.at : subject.interaction.at;
  for (const what of unread)
    yield {
      kind: "unchecked",
      target: { ...subject.of(place, side), what: nameOf(side, "body"), reason: `It has ${what}, which is not read.` },
    };
}

/** Properties of an example that the description marks as deprecated, or as sent by the other side alone. */
export function* markTargets(
  subject: Subject,
  side: "request" | "response",
  body: Extract<PactBody, { readonly kind: "json" }>,
  schema: NonNullable<MediaType["schema"]>,
  { gaps }: Judges,
): Generator<Target> {
  for (const { at, mark, sunset, head } of marksIn(body.value, gaps.place(schema), gaps.views)) {
    if (mark === (side === "request" ? "write-only" : "read-only")) continue;
    const place = below(body.at, ...(parsePointer(at) ?? []));
    yield {
      kind: "use",
      target: { ...subject.of(place, side, head, at), side, what: "property", name: at, mark, sunset },
    };
  }
}

/** The operation and those of its parameters that are deprecated and used all the same. */
function* usedParts(
  subject: Subject,
  { request }: HttpInteraction,
  operation: Operation,
  path: ReadonlyMap<string, string>,
  { values }: Judges,
): Generator<Target> {
  const { lifecycle, ref, parameters } = operation;
  if (lifecycle.deprecated) {
    const name = `${ref.method} ${ref.path}`;
    const common = subject.of(below(request.at, "path"), "request");
    const { sunset } = lifecycle;
    yield { kind: "use", target: { ...common, side: "request", what: "operation", name, mark: "deprecated", sunset } };
  }
  for (const parameter of parameters) {
    if (!parameter.deprecated) continue;
    const { in: place, name, at } = parameter;
    if (!isSent(parameter, operation, request, path, values)) continue;
    const common = subject.of(placeOf(request.at, place, name), "request", at, `${place}.${name}`);
    yield {
      kind: "use",
      target: {
        ...common,
        side: "request",
        what: "parameter",
        name: `${place}.${name}`,
        mark: "deprecated",
        sunset: undefined,
      },
    };
  }
}

/** Parameters that the description does not know. */
function* undeclaredParts(
  subject: Subject,
  { request }: HttpInteraction,
  operation: Operation,
  { values }: Judges,
): Generator<Target> {
  const { parameters, security } = operation;
  const of = (place: string) => parameters.filter((parameter) => parameter.in === place);
  const keys = security.alternatives.flat().map(({ meaning }) => meaning.toLowerCase());
  const target = (part: string, name: string): Target => ({
    kind: "remark",
    target: {
      ...subject.of(placeOf(request.at, part, name), "request", undefined, `${part}.${name}`),
      side: "request",
      part,
      name,
      at: "",
      member: undefined,
      fault: "undeclared",
      reason: "The operation declares no such parameter.",
    },
  });
  const isFree = of("querystring").length > 0 || of("query").some((each) => spreadNames(each, values) !== undefined);
  for (const name of request.query.keys()) {
    if (isFree || keys.includes(`apikey in query ${name.toLowerCase()}`)) continue;
    if (!of("query").some((each) => each.name === name || name.startsWith(`${each.name}[`)))
      yield target("query", name);
  }
  for (const name of request.headers.keys()) {
    if (isKnownHeader(name) || keys.includes(`apikey in header ${name}`)) continue;
    if (!of("header").some((each) => each.name.toLowerCase() === name)) yield target("header", name);
  }
}
