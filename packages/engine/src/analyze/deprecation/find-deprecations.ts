import { isObject, type Located, own } from "@concordat/containment/internal";
import { relativeUri } from "../../base/relative-uri.ts";
import type { TimelineEntry } from "../../base/timeline.ts";
import type { Api, ApiOperation } from "../../model/api.ts";
import {
  readLifecycle,
  type SaidDay,
  saidDays,
  saidDaysOfHeaders,
  timelineEntryOf,
  withTimeline,
} from "../../model/lifecycle.ts";
import { type OperationKey, operationName } from "../../model/operation-key.ts";
import { operationPointer } from "../../model/operation-pointer.ts";
import { documentedLinks, Successors } from "../../model/successors.ts";
import type { Deprecation, Place } from "./deprecation.ts";
import { enumValuePlaces, propertyPlaces } from "./schema-places.ts";
import { timelinePlaces } from "./timeline.ts";

/** A deprecation with what its faults are judged by. */
export interface FoundDeprecation extends Deprecation {
  readonly at: Located;
  /** What it is called in sentences: `GET /users`. */
  readonly name: string;
  readonly days: readonly SaidDay[];
  /** Whether the replacement is known to exist, or is a text that nobody can look up. */
  readonly replacementExists: boolean;
}

/** All that a description deprecates: operations and what they have first, then what schemas declare, each in its order. */
export function findDeprecations(api: Api): FoundDeprecation[] {
  const successors = new Successors(api.operations);
  const found = new Map<string, FoundDeprecation>();
  for (const place of placesIn(api)) {
    const entry = place.kind === "operation" ? ofOperation(place, successors, api) : ofPlace(place, successors, api);
    const known = found.get(entry.subject);
    // What several operations share is no single one's; what the timeline names again is the same.
    if (known === undefined) found.set(entry.subject, entry);
    else if (place.operation === undefined) continue;
    else if (!isSame(known.operation, entry.operation)) found.set(entry.subject, { ...known, operation: null });
  }
  return [...found.values()];
}

function* placesIn(api: Api): Generator<Place> {
  for (const operation of api.operations) {
    const { ref, lifecycle } = operation;
    if (lifecycle.deprecated) yield { kind: "operation", at: ref.at, name: operationName(ref), operation };
    yield* partsOf(operation);
  }
  for (const each of propertyPlaces(api)) yield { kind: "property", ...each };
  for (const each of enumValuePlaces(api)) yield { kind: "enum-value", ...each };
  for (const { key, at } of api.securitySchemes) if (isFlagged(at)) yield { kind: "security-scheme", at, name: key };
  const info = api.member(api.root, "info");
  if (info && isMarked(info)) yield { kind: "version", at: info, name: api.revision.version ?? "this version" };
  yield* timelinePlaces(api);
}

function* partsOf(operation: ApiOperation): Generator<Place> {
  const { ref, parameters, body, responses } = operation;
  const names = new Set(parameters.map(({ name }) => name));
  const knows = (name: string) => names.has(name);
  const of = operationName(ref);
  for (const { at, name, in: where, deprecated } of parameters)
    if (deprecated) yield { kind: "parameter", at, name: `${where} parameter ${name} of ${of}`, operation, knows };
  for (const { at, range } of [...(body?.content ?? []), ...responses.flatMap(({ content }) => content)])
    if (isMarked(at)) yield { kind: "media-type", at, name: `${range} in ${of}`, operation };
  for (const { at, name, deprecated } of responses.flatMap(({ headers }) => headers))
    if (deprecated) yield { kind: "header", at, name: `header ${name} of ${of}`, operation };
}

function ofOperation(place: Place, successors: Successors, api: Api): FoundDeprecation {
  const { operation, at } = place;
  if (operation === undefined) return ofPlace(place, successors, api);
  const links = documentedLinks(operation, api.cursor);
  const linked = links.find(({ relations }) => relations.includes("successor-version"))?.target;
  const { lifecycle, responses, ref } = operation;
  const said = lifecycle.replacement;
  const successor =
    said === undefined && linked !== undefined ? successors.linked(linked, operation) : successors.named(said ?? "");
  const replacement = successor ? operationName(successor) : (said ?? (said === null ? null : (linked ?? null)));
  const entry = timelineEntryOf(ref, api.cursor);
  return {
    ...ofPlace(place, successors, api),
    subject: operationPointer(ref),
    deprecated: lifecycle.announced ?? null,
    sunset: lifecycle.sunset ?? null,
    replacement,
    stability: lifecycle.stability,
    docs: links.find(({ relations }) => relations.includes("deprecation"))?.target ?? entry?.docs ?? null,
    replacementExists:
      replacement === null || successor !== undefined || isElsewhere(replacement) || isPath(replacement, api),
    ...facts([...saidDays(at), ...saidDaysOfHeaders(responses, api.cursor)], entry),
  };
}

function ofPlace({ kind, at, name, operation, knows }: Place, successors: Successors, api: Api): FoundDeprecation {
  const subject = subjectText(at, api);
  const entry = api.cursor.description.timeline?.about(subject);
  const { announced, sunset, stability, replacement: said } = withTimeline(readLifecycle(at), entry, at);
  // A name is one of its neighbours first: an operation only where it is written as one.
  const successor = said && /[ /#]/.test(said) ? successors.named(said) : undefined;
  const replacement = successor ? operationName(successor) : (said ?? null);
  const isName = replacement !== null && /^[\w$-]+$/.test(replacement);
  return {
    subject,
    kind,
    operation: operation ? { method: operation.ref.method, path: operation.ref.path } : null,
    deprecated: announced ?? null,
    sunset: sunset ?? null,
    removed: null,
    stability,
    replacement,
    docs: entry?.docs ?? null,
    at,
    name,
    replacementExists: !isName || knows === undefined || knows(replacement),
    ...facts(saidDays(at), entry),
  };
}

/** What a deprecation rests on: days that the description says, and an entry of its timeline. */
function facts(
  days: readonly SaidDay[],
  entry: TimelineEntry | undefined,
): Pick<FoundDeprecation, "announced" | "days" | "source"> {
  const sources = ["deprecated", ...new Set(days.map(({ by }) => by)), ...(entry ? ["timeline"] : [])];
  return { announced: entry?.announced ?? null, days, source: sources.join(", ") };
}

/** What something is called by its place: a JSON Pointer, behind the file where that is not the description's own. */
export function subjectText({ document, pointer }: Located, api: Api): string {
  const { root } = api.cursor.description;
  return document === root ? pointer : `${relativeUri(document.uri, root.uri)}#${pointer}`;
}

function isSame(a: OperationKey | null, b: OperationKey | null): boolean {
  return a === b || (a !== null && b !== null && operationName(a) === operationName(b));
}

/** Whether a replacement is somewhere that this description does not speak of. */
function isElsewhere(replacement: string): boolean {
  return /^https?:/.test(replacement);
}

function isPath(replacement: string, { operations }: Api): boolean {
  return operations.some(({ ref }) => ref.path === replacement);
}

function isFlagged({ value }: Located): boolean {
  return isObject(value) && own(value, "deprecated") === true;
}

/** What OpenAPI has no flag for is deprecated by an extension: `x-deprecated: true`, or a day. */
function isMarked(at: Located): boolean {
  return isFlagged(at) || (isObject(at.value) && own(at.value, "x-deprecated") === true) || saidDays(at).length > 0;
}
