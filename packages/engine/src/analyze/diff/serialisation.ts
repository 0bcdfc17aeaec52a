import type { Place, Views } from "@concordat/containment";
import type { Parameter, Serialisation } from "../../model/revision.ts";

/** Bits of the types that a style writes in its own way (see `typeNames`). */
const STRING = 8;
const ARRAY = 16;
const OBJECT = 32;

/** How a parameter's value is written, in words: `form, exploded`. */
export function describeSerialisation(serialisation: Serialisation): string {
  if (serialisation.kind === "content") return serialisation.mediaType;
  const { style, explode, allowReserved } = serialisation;
  return `${style}${explode ? ", exploded" : ""}${allowReserved ? ", reserved characters allowed" : ""}`;
}

/**
 * Whether values that the schema of base allows are written in another way in head. A style only matters for the types it
 * writes differently: `explode` says nothing of a number, nor of a list that holds at most one item.
 */
export function isWrittenOtherwise(base: Parameter, head: Parameter, place: Place | undefined, views: Views): boolean {
  const [from, to] = [base.serialisation, head.serialisation];
  if (from.kind !== to.kind) return true;
  if (from.kind === "content" || to.kind === "content")
    return from.kind === "content" && to.kind === "content" && from.mediaType !== to.mediaType;
  if (from.allowReserved && !to.allowReserved) return true;
  if (from.style === to.style && from.explode === to.explode) return false;
  const view = place && views.of([place]);
  const types = view?.types ?? STRING | ARRAY | OBJECT;
  const lists = (types & ARRAY) !== 0 && (view?.arrays ?? []).every(({ maxItems }) => maxItems > 1);
  // In a query all styles write a single text alike.
  const scalars = (types & STRING) !== 0 && base.in === "path" && from.style !== to.style;
  return lists || (types & OBJECT) !== 0 || scalars;
}
