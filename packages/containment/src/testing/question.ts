import { Decider } from "../decide.ts";
import type { Json } from "../json.ts";
import { type Document, type Library, libraryOf } from "../lower/document.ts";
import type { Place } from "../lower/keywords.ts";
import { Space } from "../lower/space.ts";
import type { Mode } from "../mode.ts";
import { RefaAutomata } from "../types/automaton.ts";
import type { Found } from "../types/outcome.ts";
import type { TestDialect } from "./schemas.ts";

/** Schemas of one dialect, each in a document of its own, ready to be asked about. */
export interface Question {
  readonly space: Space;
  readonly library: Library;
  readonly decider: Decider;
  readonly places: readonly Place[];
  readonly mode: Mode;
  /** A value of the first schema named that the second refuses. */
  ask(left: number, right: number): Found<Json>;
}

const automata = new RefaAutomata();

/** Lowers schemas afresh. Throws where lowering finds fault with one: what the tests write is sound. */
export function questionOf(dialect: TestDialect, schemas: readonly Json[], mode: Mode): Question {
  const documents = schemas.map((root, i): Document => ({ uri: `concordat:/${i}`, root, dialect }));
  const library = libraryOf(documents);
  const space = new Space(library);
  const places = documents.map((document) => space.place({ document, pointer: "", value: document.root }));
  for (const place of places) space.node(place);
  const [problem] = space.problems;
  if (problem !== undefined) throw new Error(`${problem.message} (at ${problem.pointer})`);
  const decider = new Decider(space, mode, automata);
  const ask = (left: number, right: number) =>
    decider.counterexample([places[left] as Place], [places[right] as Place]);
  return { space, library, decider, places, mode, ask };
}
