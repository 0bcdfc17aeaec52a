import { type Budget, DEFAULT_BUDGET } from "./budget.ts";
import { UNCONFIRMED } from "./confirm/unconfirmed.ts";
import { Decider } from "./decide.ts";
import type { Json } from "./json.ts";
import { type Dialect, isDialect } from "./lower/dialect.ts";
import { type Document, type Library, libraryOf } from "./lower/document.ts";
import type { Place } from "./lower/keywords.ts";
import { Space } from "./lower/space.ts";
import type { Mode } from "./mode.ts";
import type { Steps } from "./steps.ts";
import type { Automata } from "./types/string.ts";

/** How schemas are read, and how far is searched. */
export interface ContainsOptions {
  /** The schema language of both; by default draft 2020-12, and what a schema names in `$schema`. */
  readonly dialect?: Dialect;
  /** What open objects may hold; see the modes in the README. By default `strict`, which is plain JSON Schema. */
  readonly extras?: Mode["extras"];
  /** Who sends the values, where `readOnly` and `writeOnly` count. By default `none`: all properties do. */
  readonly direction?: Mode["direction"];
  /** What closed objects do with names that they do not know. By default `refuse`. */
  readonly unknownProperties?: Mode["unknownProperties"];
  /** States searched before the question is left undecided. */
  readonly budget?: number;
}

/** A schema that cannot be read, and where. */
export interface SchemaFault {
  readonly schema: "outer" | "inner";
  /** JSON Pointer into that schema. */
  readonly pointer: string;
  readonly message: string;
}

/** Whether one schema contains another. */
export type Containment =
  /** Proven: every value of the inner schema is a value of the outer one. */
  | { readonly answer: "yes" }
  /** Refuted: two independent validators accept this value by the inner schema and refuse it by the outer one. */
  | { readonly answer: "no"; readonly witness: Json }
  /** The search ended before it knew. It is never to be taken for a yes. */
  | { readonly answer: "undecided"; readonly reason: string }
  /** Not asked: a schema cannot be read. */
  | { readonly answer: "unreadable"; readonly faults: readonly SchemaFault[] };

/**
 * Is every value of `inner` a value of `outer`? Pure: nothing is fetched, and the same question has the same answer.
 * @param outer a JSON Schema as plain data
 * @param inner likewise
 */
export async function contains(outer: unknown, inner: unknown, options: ContainsOptions = {}): Promise<Containment> {
  const { dialect = "draft-2020-12", extras = "strict", direction = "none", unknownProperties = "refuse" } = options;
  if (!isDialect(dialect)) return unreadable(["outer", "inner"], `\`${String(dialect)}\` is not a dialect.`);
  const names = ["outer", "inner"] as const;
  const documents = [outer, inner].map((root, i): Document => ({ uri: `concordat:/${names[i]}`, root, dialect }));
  const library = libraryOf([...documents, ...(await metaschemasFor(documents))]);
  const space = new Space(library);
  const [right, left] = documents.map((document) => space.place({ document, pointer: "", value: document.root })) as [
    Place,
    Place,
  ];
  space.node(left);
  space.node(right);
  if (space.problems.length > 0) {
    const faults = space.problems.map(({ document, pointer, message }): SchemaFault => {
      return { schema: names[documents.indexOf(document)] ?? "outer", pointer, message };
    });
    return { answer: "unreadable", faults };
  }
  const mode: Mode = { extras, direction, unknownProperties };
  const automata = space.usesPatterns ? await loadAutomata() : undefined;
  const decider = new Decider(space, mode, automata, budgetOf(options.budget));
  return askContainment({ decider, library, mode, steps: space.steps }, left, right);
}

function unreadable(schemas: readonly SchemaFault["schema"][], message: string): Containment {
  return { answer: "unreadable", faults: schemas.map((schema) => ({ schema, pointer: "", message })) };
}

/** The usual budget, with as many states as are asked for. */
export function budgetOf(states: number | undefined): Budget {
  return { ...DEFAULT_BUDGET, ...(states !== undefined && { states }) };
}

/** What a question about two places is asked with. */
export interface Question {
  readonly decider: Decider;
  readonly library: Library;
  readonly mode: Mode;
  readonly steps: Steps;
}

/** Whether every value of one place is a value of another; a no comes with a value that validators have confirmed. */
export async function askContainment(
  { decider, library, mode, steps }: Question,
  from: Place,
  to: Place,
): Promise<Exclude<Containment, { answer: "unreadable" }>> {
  const found = decider.counterexample([from], [to]);
  if (found.kind === "none") return { answer: "yes" };
  if (found.kind === "unknown") return { answer: "undecided", reason: found.reason };
  const { confirm } = await import("./confirm/index.ts");
  const claim = { left: from, right: to, value: found.value, seen: found.value };
  const confirmed = await confirm(claim, library, mode, steps);
  return confirmed.kind === "confirmed"
    ? { answer: "no", witness: confirmed.value }
    : { answer: "undecided", reason: UNCONFIRMED[confirmed.kind] };
}

/** The schemas of JSON Schema itself, where a schema may refer to one. */
export async function metaschemasFor(documents: readonly Document[]): Promise<readonly Document[]> {
  if (!documents.some(({ root }) => JSON.stringify(root)?.includes("json-schema.org/draft"))) return [];
  return (await import("./metaschemas.ts")).METASCHEMAS;
}

let automata: Automata | undefined;

/** Automata, which are heavy: loaded when a pattern must be compared. */
export async function loadAutomata(): Promise<Automata> {
  const { RefaAutomata } = await import("./types/automaton.ts");
  automata ??= new RefaAutomata();
  return automata;
}
