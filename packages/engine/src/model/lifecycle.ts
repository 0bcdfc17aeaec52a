import { escapeToken, isObject, type Located, own } from "@concordat/containment/internal";
import { parseDay } from "../base/date.ts";
import type { TimelineEntry } from "../base/timeline.ts";
import type { Cursor } from "./cursor.ts";
import { headerValue } from "./examples.ts";
import { operationName } from "./operation-key.ts";
import { operationPointer, type PlacedOperation } from "./operation-pointer.ts";

/*
 * The one reader of what descriptions say about the life of what they describe. OpenAPI itself only knows `deprecated`; the
 * rest is said by extensions of several vendors, and by examples of the headers that a response declares. What lint accepts
 * as a date here is the date that a removal is judged by.
 */

/** How far an operation, a parameter or a property has come, as its description says. */
export interface Lifecycle {
  readonly deprecated: boolean;
  /** The day since when it is deprecated, the first that consumers heard of. */
  readonly announced: string | undefined;
  /** The day after which it may stop working. */
  readonly sunset: string | undefined;
  /** `stable` where nothing is said. */
  readonly stability: string;
  /** What to use instead, as it is named; null where the description says that there is nothing. */
  readonly replacement: string | null | undefined;
}

/** A response, as far as its headers tell of an operation's life. */
interface WithHeaders {
  readonly headers: readonly ShownHeader[];
}

interface ShownHeader {
  readonly name: string;
  readonly at: Located;
  readonly serialisation: { readonly schema: Located | undefined };
}

/** A member of a description's object: its key, and a key inside of it where a vendor keeps several facts in one. */
type Convention = readonly [key: string, member?: string];

/** Where days and replacements are written; the first that can be read holds. */
const CONVENTIONS = {
  announced: [
    ["x-deprecated-at"],
    ["x-github", "deprecationDate"],
    ["x-ms-deprecation", "date"],
    ["x-sap-deprecated-operation", "deprecationDate"],
  ],
  sunset: [["x-sunset"], ["x-remove-on"], ["x-github", "removalDate"], ["x-ms-deprecation", "removalDate"]],
  replacement: [
    ["x-replaced-by"],
    ["x-replacement"],
    ["x-speakeasy-deprecation-replacement"],
    ["x-sap-deprecated-operation", "successorOperationId"],
    ["x-sap-deprecated-operation", "successorOperationRef"],
  ],
} as const satisfies Readonly<Record<string, readonly Convention[]>>;

/** Headers that tell running programs the same (RFC 9745; RFC 8594); an extension goes before them. */
const HEADERS = { announced: "deprecation", sunset: "sunset" } as const;

/** Stability levels, the least stable first. */
const LEVELS: readonly string[] = ["draft", "alpha", "beta", "stable"];

/** A place where a description says on which day a life turns. */
export interface SaidDay {
  /** Which turn: the deprecation, or the sunset. */
  readonly turn: "announced" | "sunset";
  /** What says it, as people write it: `x-sunset`, `x-github.removalDate`, `Sunset`. */
  readonly by: string;
  readonly at: Located;
  readonly value: unknown;
  /** The day; undefined where the value is no date. */
  readonly day: string | undefined;
}

/** Reads what something says of itself. */
export function readLifecycle({ value }: Pick<Located, "value">): Lifecycle {
  return {
    deprecated: isObject(value) && own(value, "deprecated") === true,
    announced: firstDay(valuesOf(value, CONVENTIONS.announced).map((said) => said.value)),
    sunset: firstDay(valuesOf(value, CONVENTIONS.sunset).map((said) => said.value)),
    stability: stabilityOf({ value }),
    replacement: nameIn(valuesOf(value, CONVENTIONS.replacement).map((said) => said.value)),
  };
}

/** Every day that something says of itself, whether it can be read or not, in the order in which they hold. */
export function saidDays(at: Located): SaidDay[] {
  return (["announced", "sunset"] as const).flatMap((turn) =>
    valuesOf(at.value, CONVENTIONS[turn]).map(({ by, value }) => {
      const pointer = `${at.pointer}/${by.map((key = "") => escapeToken(key)).join("/")}`;
      return { turn, by: by.join("."), at: { ...at, pointer, value }, value, day: parseDay(value) };
    }),
  );
}

/** The same of the headers that responses document (RFC 9745; RFC 8594). */
export function saidDaysOfHeaders(responses: readonly WithHeaders[], cursor: Cursor): SaidDay[] {
  return (["announced", "sunset"] as const).flatMap((turn) =>
    headersNamed(HEADERS[turn], responses).flatMap(({ name, at, serialisation: { schema } }) => {
      const value = headerValue(at, schema && cursor.follow(schema));
      return value === undefined ? [] : [{ turn, by: name, at, value, day: parseDay(value) }];
    }),
  );
}

/**
 * Reads what an operation says of itself; dates that it lacks from the headers that its responses show, and what these lack
 * from its timeline.
 */
export function readOperationLifecycle(
  ref: PlacedOperation,
  responses: readonly WithHeaders[],
  cursor: Cursor,
): Lifecycle {
  const said = readLifecycle(ref.at);
  const shown = saidDaysOfHeaders(responses, cursor).filter(({ day }) => day !== undefined);
  const dayOf = (wanted: SaidDay["turn"]) => shown.find(({ turn }) => turn === wanted)?.day;
  const lifecycle = {
    ...said,
    announced: said.announced ?? dayOf("announced"),
    sunset: said.sunset ?? dayOf("sunset"),
  };
  return withTimeline(lifecycle, ref.kind === "path" ? timelineEntryOf(ref, cursor) : undefined, ref.at);
}

/** What the timeline of a description knows of an operation. */
export function timelineEntryOf(ref: PlacedOperation, cursor: Cursor): TimelineEntry | undefined {
  const { timeline } = cursor.description;
  return timeline?.about(operationName(ref), operationPointer(ref), ref.operationId);
}

/** A life with what it lacks taken from a timeline: what the description says goes first. */
export function withTimeline(
  said: Lifecycle,
  entry: TimelineEntry | undefined,
  { value }: Pick<Located, "value">,
): Lifecycle {
  if (entry === undefined) return said;
  const saysStability = isObject(value) && own(value, "x-stability-level") !== undefined;
  return {
    deprecated: true,
    announced: said.announced ?? entry.deprecated ?? entry.announced,
    sunset: said.sunset ?? entry.sunset,
    stability: saysStability ? said.stability : (entry.stability ?? said.stability),
    replacement: said.replacement === undefined ? entry.replacement : said.replacement,
  };
}

/** The headers of some responses that have a name, in any letters. */
export function headersNamed<H extends { readonly name: string }>(
  name: string,
  responses: readonly { readonly headers: readonly H[] }[],
): H[] {
  return responses.flatMap(({ headers }) => headers.filter((header) => header.name.toLowerCase() === name));
}

/** The stability level that something gives itself, `stable` where it says nothing. */
export function stabilityOf({ value }: Pick<Located, "value">): string {
  const level = isObject(value) ? own(value, "x-stability-level") : undefined;
  return typeof level === "string" ? level : "stable";
}

/** Whether a sunset has passed: its day lies before the day that is judged by. On the day itself everything still works. */
export function sunsetHasPassed(sunset: string, asOf: string): boolean {
  return sunset < asOf;
}

/** Order of stability levels, the least stable first; a level that is unknown counts as stable. */
export function stabilityRank(level: string): number {
  const rank = LEVELS.indexOf(level);
  return rank < 0 ? LEVELS.length - 1 : rank;
}

function valuesOf(value: unknown, conventions: readonly Convention[]): { by: Convention; value: unknown }[] {
  return conventions.flatMap((by) => {
    const [key, member] = by;
    const found = isObject(value) ? own(value, key) : undefined;
    const said = member === undefined ? found : isObject(found) ? own(found, member) : undefined;
    return said === undefined ? [] : [{ by, value: said }];
  });
}

function firstDay(values: readonly unknown[]): string | undefined {
  return values.map(parseDay).find((day) => day !== undefined);
}

/** The first value speaks: a name, an object that holds one, or `none`, null or false where there is nothing. */
function nameIn([value]: readonly unknown[]): Lifecycle["replacement"] {
  if (value === false || value === null) return null;
  const named = isObject(value) ? (own(value, "operationId") ?? own(value, "$ref") ?? own(value, "name")) : value;
  const name = typeof named === "string" ? named.trim() : "";
  return name === "none" ? null : name === "" ? undefined : name;
}
