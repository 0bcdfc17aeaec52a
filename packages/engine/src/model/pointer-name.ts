import { parsePointer } from "@concordat/containment/internal";

/** What messages call a place in a description by its pointer: by its last name, or as an item of a list. */
export function pointerName(pointer: string): string {
  const [last, holder] = (parsePointer(pointer) ?? []).toReversed();
  if (last === undefined) return "The description";
  // Responses have numbers as names.
  const isItem = /^\d+$/.test(last) && holder !== undefined && holder !== "responses";
  return isItem ? `An item of \`${holder}\`` : `\`${last}\``;
}
