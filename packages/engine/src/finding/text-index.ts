import type { Description } from "../load/description.ts";
import type { Location } from "../source/location.ts";
import { originOf } from "../source/origins.ts";
import { locatePointers, type ParsedText } from "../source/parse.ts";
import type { Position, SourceText } from "../source/source-text.ts";
import { type Locations, SIDES, type Side, type Span } from "./finding.ts";

/** A text that lines are found in, and its name for people. */
type IndexedText = ParsedText & Pick<SourceText, "name">;

/** The texts of a side by their URIs, and where what stands in place of misplaced references is written. */
export interface SideTexts extends Pick<Description, "origins"> {
  readonly texts: ReadonlyMap<string, IndexedText>;
}

/** The texts of all sides that there are. */
export type TextsBySide = { readonly [S in Side]?: SideTexts | undefined };

/** A location, and the side whose texts it is in: two sides may have different texts of one URI. */
export interface SideLocation extends Location {
  readonly side: Side;
}

/** The locations of a finding, one for each side that it has a place in. */
export function sidesOf(at: Locations): SideLocation[] {
  return SIDES.flatMap((side) => {
    const location = at[side];
    return location ? [{ side, ...location }] : [];
  });
}

/** The lines of all that is to be shown. Each text is looked at once, and only for the locations asked for. */
export class TextIndex {
  readonly #sides: TextsBySide;
  readonly #positions = new Map<IndexedText, ReadonlyMap<string, Position>>();

  constructor(sides: TextsBySide, wanted: Iterable<SideLocation>) {
    this.#sides = sides;
    const pointers = new Map<IndexedText, Set<string>>();
    for (const location of wanted) {
      const { text, pointer } = this.#written(location);
      if (text === undefined) continue;
      const known = pointers.get(text) ?? new Set();
      for (const outer of outwards(pointer)) {
        if (known.has(outer)) break;
        known.add(outer);
      }
      pointers.set(text, known);
    }
    for (const [text, all] of pointers) this.#positions.set(text, locatePointers(text, all));
  }

  /** The line of a location; null where no text has it. What was made up on reading has that of what holds it. */
  spanOf(location: SideLocation): Span | null {
    const { text, pointer } = this.#written(location);
    if (text === undefined) return null;
    for (const outer of outwards(pointer)) {
      const position = this.#positions.get(text)?.get(outer);
      if (position) return { file: text.name, ...position };
    }
    return null;
  }

  /** The text where something is written, which may be another than the one that it is read in. */
  #written({ side, uri, pointer }: SideLocation): { readonly text: IndexedText | undefined; readonly pointer: string } {
    const { texts, origins } = this.#sides[side] ?? {};
    const written = origins ? originOf({ uri, pointer }, origins) : { uri, pointer };
    return { text: texts?.get(written.uri), pointer: written.pointer };
  }
}

/** A pointer and those of all that hold what it leads to, from the inside out. */
function* outwards(pointer: string): Generator<string> {
  for (let outer = pointer; outer !== ""; outer = outer.slice(0, outer.lastIndexOf("/"))) yield outer;
  yield "";
}
