import {
  Decider,
  escapeToken,
  findRefusal,
  isObject,
  type Json,
  type Located,
  type Mode,
  own,
  type Refusal,
  Space,
} from "@concordat/containment/internal";
import type { Direction } from "../finding/finding.ts";
import type { Fault } from "../kit/lint-rule.ts";
import type { Description } from "../load/description.ts";
import { Api } from "../model/api.ts";
import type { MediaType, Operation, Parameter } from "../model/revision.ts";

/** A value that a description shows, and the schema it is to fit. */
interface Shown {
  readonly value: Json;
  readonly at: Located;
  readonly schema: Located;
  /** Who would send it; undefined where it stands in a schema that may be used both ways. */
  readonly direction: Direction | undefined;
}

/** Examples and defaults that do not fit the schema they stand beside. */
export function exampleFaults(description: Description): Fault[] {
  const api = new Api(description);
  const space = new Space(description.library);
  const deciders = (["none", "request", "response"] as const).map((direction) => {
    const mode: Mode = { extras: "strict", direction, unknownProperties: "refuse" };
    return { direction, decider: new Decider(space, mode) };
  });
  const seen = new Set<string>();
  const faults: Fault[] = [];
  for (const { value, at, schema, direction } of shownIn(api)) {
    const key = `${at.document.uri}#${at.pointer}`;
    if (seen.has(key)) continue;
    seen.add(key);
    const place = space.place(schema);
    // In a schema that is used both ways an example may show either.
    const judges = deciders.filter((judge) => direction === undefined || judge.direction === direction);
    const refusals = judges.map(({ decider }) => findRefusal(place, value, decider.views, decider.validator));
    const [first] = refusals;
    if (first !== undefined && refusals.every((refusal) => refusal !== undefined))
      faults.push({ message: wordsFor(first), at: { ...at, pointer: at.pointer + first.at } });
  }
  return faults;
}

function wordsFor({ keyword, name }: Refusal): string {
  if (keyword === "required") return `the property "${name}" is missing`;
  if (name !== undefined) return `the property "${name}" is not allowed`;
  return `it breaks "${keyword}"`;
}

function* shownIn(api: Api): Generator<Shown> {
  for (const operation of api.operations) yield* shownBy(operation, "request", "response");
  for (const operation of api.webhooks) yield* shownBy(operation, "response", "request");
  for (const { at } of api.schemas) {
    for (const key of ["example", "default"]) yield* member(at, key, at, undefined);
    const list = isObject(at.value) ? own(at.value, "examples") : undefined;
    for (const [i, value] of Array.isArray(list) ? list.entries() : [])
      yield { value: value as Json, at: below(at, `/examples/${i}`, value), schema: at, direction: undefined };
  }
}

function* shownBy({ parameters, body, responses }: Operation, sent: Direction, answered: Direction): Generator<Shown> {
  for (const parameter of parameters) yield* shownByParameter(parameter, sent);
  for (const media of body?.content ?? []) yield* shownByMedia(media, sent);
  for (const { content, headers } of responses) {
    for (const media of content) yield* shownByMedia(media, answered);
    for (const { at, serialisation } of headers)
      if (serialisation.schema) yield* examplesOf(at, serialisation.schema, answered);
  }
}

function* shownByParameter({ at, serialisation }: Parameter, direction: Direction): Generator<Shown> {
  if (serialisation.schema) yield* examplesOf(at, serialisation.schema, direction);
}

/** Examples of what is no JSON are texts, which say nothing of the values. */
function* shownByMedia({ at, range, schema }: MediaType, direction: Direction): Generator<Shown> {
  if (schema && /[/+]json(?:;|$)/.test(range)) yield* examplesOf(at, schema, direction);
}

function* examplesOf(at: Located, schema: Located, direction: Direction): Generator<Shown> {
  yield* member(at, "example", schema, direction);
  const map = isObject(at.value) ? own(at.value, "examples") : undefined;
  for (const [name, example] of isObject(map) ? Object.entries(map) : [])
    if (isObject(example))
      yield* member(below(at, `/examples/${escapeToken(name)}`, example), "value", schema, direction);
}

function* member(at: Located, key: string, schema: Located, direction: Direction | undefined): Generator<Shown> {
  const value = isObject(at.value) ? own(at.value, key) : undefined;
  if (value !== undefined) yield { value: value as Json, at: below(at, `/${key}`, value), schema, direction };
}

function below(at: Located, suffix: string, value: unknown): Located {
  return { document: at.document, pointer: at.pointer + suffix, value };
}
