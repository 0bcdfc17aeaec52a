import { escapeToken, isObject, itemSchemas, type Json, type Place, type Views } from "@concordat/containment/internal";
import { Contract } from "../../exchange/contract.ts";
import { Values } from "../../exchange/values.ts";
import type { Reach } from "../../finding/finding.ts";
import type { Description } from "../../load/description.ts";
import { Cursor } from "../../model/cursor.ts";
import { closestRange, normaliseRange } from "../../model/media-range.ts";
import type { OperationKey } from "../../model/operation-key.ts";
import type { HttpInteraction, Pact, PactBody } from "../../model/pact.ts";
import { readRevision } from "../../model/read-revision.ts";
import type { MediaType, Operation, OperationRef } from "../../model/revision.ts";
import { askScan, type Scan } from "../../model/scan.ts";
import { responseFor } from "../../model/status.ts";
import { GapFinder } from "./gaps.ts";
import type { Judges } from "./judge-request.ts";
import { Routes } from "./routes.ts";
import { isSent } from "./sent.ts";

/** What no consumer uses of a revision, as far as their pacts and scans say. */
export interface Unused {
  readonly operations: readonly OperationKey[];
  /** Of operations that are used: parameters that nobody sends, and properties that nobody sends or reads. */
  readonly fields: readonly Reach[];
}

/** An interaction with the operation that it leads to. */
interface Used {
  readonly interaction: HttpInteraction;
  readonly path: ReadonlyMap<string, string>;
}

/** Values within one another that are looked into. */
const DEEPEST = 100;

/**
 * Finds the operations of a revision, and the fields of those that are used, that no consumer uses. Of an operation that the code of
 * one may call, nobody knows which fields it uses.
 */
export function findUnused(description: Description, pacts: readonly Pact[], scans: readonly Scan[]): Unused {
  const contract = new Contract(readRevision(new Cursor(description)));
  const routes = new Routes(contract);
  const used = new Map<OperationRef, Used[]>();
  for (const interaction of pacts.flatMap(({ interactions }) => interactions)) {
    const found = interaction.kind === "http" ? routes.find(interaction.request) : undefined;
    if (interaction.kind !== "http" || found === undefined || !("ref" in found)) continue;
    const known = used.get(found.ref) ?? [];
    used.set(found.ref, [...known, { interaction, path: found.path }]);
  }
  const { library } = description;
  const judges = { values: new Values(library), gaps: new GapFinder(library) };
  const mayBeCalled = (ref: OperationRef) => scans.some((scan) => askScan(scan, ref).kind !== "unused");
  const operations = contract.revision.operations.filter((ref) => !mayBeCalled(ref));
  return {
    operations: operations.filter((ref) => !used.has(ref)).map(({ method, path }) => ({ method, path })),
    fields: operations.flatMap((ref) => [...unusedFields(contract.operation(ref), used.get(ref) ?? [], judges)]),
  };
}

function* unusedFields(operation: Operation, used: readonly Used[], judges: Judges): Generator<Reach> {
  if (used.length === 0) return;
  const { method, path } = operation.ref;
  for (const parameter of operation.parameters) {
    if (used.some(({ interaction, path }) => isSent(parameter, operation, interaction.request, path, judges.values)))
      continue;
    yield { method, path, direction: "request", at: `${parameter.in}.${parameter.name}` };
  }
  const bodies = used.map(({ interaction }) => interaction.request.body);
  for (const { mediaType, at } of unusedIn(operation.body?.content ?? [], bodies, "readOnly", judges.gaps))
    yield { method, path, direction: "request", mediaType, ...(at !== "" && { at }) };
  const responses = Map.groupBy(used, ({ interaction }) =>
    responseFor(operation.responses, String(interaction.response.status)),
  );
  for (const [response, expected] of responses) {
    if (response === undefined) continue;
    const read = expected.map(({ interaction }) => interaction.response.body);
    for (const { mediaType, at } of unusedIn(response.content, read, "writeOnly", judges.gaps))
      yield { method, path, direction: "response", status: response.status, mediaType, ...(at !== "" && { at }) };
  }
}

/** Properties of the media types that some bodies are in, which none of these bodies has. */
function* unusedIn(
  content: readonly MediaType[],
  bodies: readonly PactBody[],
  unsent: "readOnly" | "writeOnly",
  gaps: GapFinder,
): Generator<{ readonly mediaType: string; readonly at: string }> {
  const byMedia = Map.groupBy(
    bodies.filter((body) => body.kind === "json"),
    ({ contentType }) => closestRange(content, normaliseRange(contentType)),
  );
  // Where nobody sends or reads the body at all, that says more than a list of its properties.
  if (byMedia.size === 0)
    for (const { schema, range } of content) if (schema !== undefined) yield { mediaType: range, at: "" };
  for (const [media, found] of byMedia) {
    if (media?.schema === undefined) continue;
    const values = found.map(({ value }) => value);
    for (const at of walk(values, [gaps.place(media.schema)], gaps.views, unsent, "", 0))
      yield { mediaType: media.range, at };
  }
}

function* walk(
  values: readonly Json[],
  places: readonly Place[],
  views: Views,
  unsent: "readOnly" | "writeOnly",
  at: string,
  depth: number,
): Generator<string> {
  if (depth > DEEPEST || places.length === 0 || values.length === 0) return;
  const keywords = views.atPlace([...places]);
  const lists = values.filter((value) => Array.isArray(value));
  const arrays = keywords.flatMap(({ array }) => array ?? []);
  yield* walk(lists.flat(), itemSchemas(arrays, 0), views, unsent, `${at}/0`, depth + 1);
  const objects = values.filter(isObject) as Readonly<Record<string, Json>>[];
  if (objects.length === 0) return;
  const declared = keywords.flatMap(({ object }) => [...(object?.properties ?? [])]);
  for (const [name, entries] of Map.groupBy(declared, ([key]) => key)) {
    const below = entries.map(([, place]) => place);
    if (below.some((place) => views.space.keywords(views.space.aliasEnd(place))[unsent])) continue;
    const members = objects.flatMap((object) => (Object.hasOwn(object, name) ? [object[name] as Json] : []));
    const place = `${at}/${escapeToken(name)}`;
    if (members.length === 0) yield place;
    else yield* walk(members, below, views, unsent, place, depth + 1);
  }
}
