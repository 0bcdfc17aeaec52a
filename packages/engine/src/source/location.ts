import type { Located } from "@concordat/containment/internal";

/** Where something is written, as plain data: the URI of a text, and a JSON Pointer (RFC 6901) into it. */
export interface Location {
  readonly uri: string;
  readonly pointer: string;
}

/** The location of what a reader of documents has in hand. */
export function toLocation({ document: { uri }, pointer }: Located): Location {
  return { uri, pointer };
}
