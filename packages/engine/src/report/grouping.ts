import type { Reach } from "../finding/finding.ts";
import { operationName } from "../model/operation-key.ts";
import { type Subject, stepText } from "../model/subject.ts";
import type { Ruling } from "../policy/ruling.ts";

/** Findings of one operation, or of one schema or other part that several operations share. */
export interface PlaceGroup {
  /** `GET /users/{id}`, `Schema User`. */
  readonly title: string;
  /** The operations that it concerns, where the title is not the only one. */
  readonly operations: readonly string[];
  readonly rulings: readonly Ruling[];
}

/** Groups findings by operation or schema; groups and findings stay in the order that they come in. */
export function groupByPlace(rulings: readonly Ruling[]): PlaceGroup[] {
  const groups = Map.groupBy(rulings, groupTitle);
  return [...groups].map(([title, members]) => {
    const operations = operationsOf(members.flatMap(({ operations: reaches }) => reaches));
    return {
      title,
      operations: operations.length === 1 && operations[0] === title ? [] : operations,
      rulings: members,
    };
  });
}

/** What findings are listed under: an operation, a part that several share, or another part of the description. */
interface Place {
  /** `Schema`; absent for what its name tells. */
  readonly noun?: string;
  readonly name: string;
}

/** The heading that a finding is listed under: `GET /users/{id}`, `Schema User`. */
export function groupTitle(ruling: Ruling): string {
  const { noun, name } = placeOf(ruling);
  return noun === undefined ? name : `${noun} ${name}`;
}

/** The name in that heading: `User`. */
export function placeName(ruling: Ruling): string {
  return placeOf(ruling).name;
}

function placeOf({ operations, address, members }: Ruling): Place {
  if (members !== undefined) return { name: "Several places" };
  const names = operationsOf(operations);
  const [first] = names;
  const operation = first === undefined ? undefined : { name: first };
  const shared = names.length === 1 ? undefined : address && sharedPart(address);
  return shared ?? operation ?? (address && partOf(address)) ?? { name: "The description" };
}

/** The names of the operations that some reaches are of, each once. */
export function operationsOf(reaches: readonly Reach[]): string[] {
  return [...new Set(reaches.map(operationName))];
}

const KINDS: Readonly<Record<string, string>> = {
  schemas: "Schema",
  parameters: "Parameter",
  responses: "Response",
  requestBodies: "Request body",
  headers: "Header",
  securitySchemes: "Security scheme",
};

/** A component; undefined where the address is of none. */
function sharedPart({ steps }: Subject): Place | undefined {
  const [section, kind, name] = steps;
  if (section === "definitions" && kind !== undefined) return { noun: "Schema", name: stepText(kind) };
  const noun = section === "components" && typeof kind === "string" ? KINDS[kind] : undefined;
  return noun === undefined || name === undefined ? undefined : { noun, name: stepText(name) };
}

/** A path, or a part at the top of the description: `/users/{id}`, `tags`; undefined for the description as a whole. */
function partOf({ steps }: Subject): Place | undefined {
  const [section, name] = steps;
  if (section === undefined) return undefined;
  return { name: stepText(section === "paths" && name !== undefined ? name : section) };
}
