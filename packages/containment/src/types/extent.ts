import type { Json } from "../json.ts";
import { type Found, some, unknown } from "./outcome.ts";

/** How much it takes to write a value: its characters and members, and how deep they are nested. */
interface Extent {
  readonly size: number;
  readonly depth: number;
}

/** A value larger than this, or nested deeper, is not written out as a witness. */
const MOST_WRITTEN = 200_000;
const DEEPEST_WRITTEN = 100;

/** Values are built of others and share them, so that small schemas can have values of any size. */
const extents = new WeakMap<object, Extent>();

/** A value that is made of others, unless it is too large to be written out. */
export function written(value: Json): Found<Json> {
  return isWritable(value) ? some(value) : unknown("the value would be too large to write", true);
}

/** Whether a value is small enough to be written out. */
export function isWritable(value: Json): boolean {
  const { size, depth } = extentOf(value);
  return size <= MOST_WRITTEN && depth <= DEEPEST_WRITTEN;
}

function extentOf(value: Json): Extent {
  if (typeof value !== "object" || value === null)
    return { size: typeof value === "string" ? value.length + 1 : 1, depth: 0 };
  let extent = extents.get(value);
  if (extent === undefined) {
    let [size, depth] = [1, 0];
    for (const member of Object.values(value) as Json[]) {
      const inner = extentOf(member);
      size += inner.size + 1;
      depth = Math.max(depth, inner.depth + 1);
    }
    extents.set(value, (extent = { size, depth }));
  }
  return extent;
}
