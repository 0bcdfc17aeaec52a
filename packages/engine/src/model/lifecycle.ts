import { isObject, type Located, own } from "@concordat/containment/internal";
import { parseDay } from "../base/date.ts";
import type { Cursor } from "./cursor.ts";
import { exampleValues } from "./examples.ts";

/*
 * The one reader of what descriptions say about the life of what they describe. OpenAPI itself only knows `deprecated`; the
 * rest is said by extensions of several vendors, and by examples of the headers that a response declares. What lint accepts
 * as a date here is the date that a removal is judged by.
 */

/** How far an operation, a parameter or a property has come, as its description says. */
export interface Lifecycle {
  readonly deprecated: boolean;
  /** The day since when it is deprecated, which is what consumers were told first. */
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

/** Reads what something says of itself. */
export function readLifecycle({ value }: Pick<Located, "value">): Lifecycle {
  return {
    deprecated: isObject(value) && own(value, "deprecated") === true,
    announced: firstDay(valuesOf(value, CONVENTIONS.announced)),
    sunset: firstDay(valuesOf(value, CONVENTIONS.sunset)),
    stability: stabilityOf({ value }),
    replacement: nameIn(valuesOf(value, CONVENTIONS.replacement)),
  };
}

/** Reads what an operation says of itself; dates that it lacks from the headers that its responses show. */
export function readOperationLifecycle(at: Located, responses: readonly WithHeaders[], cursor: Cursor): Lifecycle {
  const said = readLifecycle(at);
  const shown = (name: string) =>
    firstDay(
      responses
        .flatMap(({ headers }) => headers.filter((header) => header.name.toLowerCase() === name))
        .flatMap((header) => examplesOfHeader(header, cursor)),
    );
  return {
    ...said,
    announced: said.announced ?? shown(HEADERS.announced),
    sunset: said.sunset ?? shown(HEADERS.sunset),
  };
}

/** The stability level that something gives itself, `stable` where it says nothing. */
export function stabilityOf({ value }: Pick<Located, "value">): string {
  const level = isObject(value) ? own(value, "x-stability-level") : undefined;
  return typeof level === "string" ? level : "stable";
}

/** Order of stability levels, the least stable first; a level that is unknown counts as stable. */
export function stabilityRank(level: string): number {
  const rank = LEVELS.indexOf(level);
  return rank < 0 ? LEVELS.length - 1 : rank;
}

function valuesOf(value: unknown, conventions: readonly Convention[]): unknown[] {
  return conventions.flatMap(([key, member]) => {
    const found = isObject(value) ? own(value, key) : undefined;
    const said = member === undefined ? found : isObject(found) ? own(found, member) : undefined;
    return said === undefined ? [] : [said];
  });
}

function firstDay(values: readonly unknown[]): string | undefined {
  return values.map(parseDay).find((day) => day !== undefined);
}

function examplesOfHeader({ at, serialisation: { schema } }: ShownHeader, cursor: Cursor): unknown[] {
  return exampleValues(at, schema && cursor.follow(schema));
}

/** The first value speaks: a name, an object that holds one, or `none`, null or false where there is nothing. */
function nameIn([value]: readonly unknown[]): Lifecycle["replacement"] {
  if (value === false || value === null) return null;
  const named = isObject(value) ? (own(value, "operationId") ?? own(value, "$ref") ?? own(value, "name")) : value;
  const name = typeof named === "string" ? named.trim() : "";
  return name === "none" ? null : name === "" ? undefined : name;
}
