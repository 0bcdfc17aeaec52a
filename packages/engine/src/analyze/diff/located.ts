import type { Located, Place } from "@concordat/containment/internal";

/** Where a schema stands, as positions and subjects need it. */
export function locatedAt(place: Place | undefined): Located | undefined {
  return place && { document: place.document, pointer: place.pointer, value: place.value };
}
