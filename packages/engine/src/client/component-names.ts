import type { Located } from "@concordat/containment/internal";
import { parsePointer } from "@concordat/containment/internal";
import { sha256 } from "../base/digest.ts";
import { relativeUri } from "../base/relative-uri.ts";
import type { Description } from "../load/description.ts";

/** Where descriptions keep their named schemas. */
const NAMED = /^\/(?:components\/schemas|definitions)\/([^/]+)$/;

/** Gives schemas that are referred to their names among the components, each place one. */
export class ComponentNames {
  readonly #description: Description;
  readonly #names = new Map<string, string>();
  readonly #taken: Set<string>;

  /** @param reserved the names of the description's own components, which they keep */
  constructor(description: Description, reserved: readonly string[]) {
    this.#description = description;
    this.#taken = new Set(reserved);
  }

  /** The name of the schema at a place, and whether it was not asked for before. */
  of({ document, pointer }: Located): { readonly name: string; readonly isNew: boolean } {
    const key = `${document.uri}#${pointer}`;
    const known = this.#names.get(key);
    if (known !== undefined) return { name: known, isNew: false };
    const { root } = this.#description;
    const own = document === root ? NAMED.exec(pointer) : null;
    const name = own
      ? (parsePointer(`/${own[1]}`)?.[0] ?? "")
      : this.#free(relativeUri(document.uri, root.uri), pointer);
    this.#names.set(key, name);
    this.#taken.add(name);
    return { name, isNew: true };
  }

  /** A name for what is no component of the description itself: its last part, with its file where that is taken. */
  #free(file: string, pointer: string): string {
    const stem = (file.split("/").at(-1) ?? "").replace(/\.[^.]*$/, "");
    const last = parsePointer(pointer)?.at(-1) ?? stem;
    const place = `${file}#${pointer}`;
    const wanted = [last, `${stem}.${last}`, `${stem}.${last}.${sha256(place).slice(0, 6)}`, place];
    return wanted.find((name) => name !== "" && !this.#taken.has(name)) ?? place;
  }
}
