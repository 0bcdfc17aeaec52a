/** Which family a media type belongs to; it decides how a body is written and read. */
export type MediaKind = "json" | "sequence" | "events" | "form" | "multipart" | "text" | "binary";

/** Kinds by pattern, the first that fits; `MediaKindOf` in `types.ts` says the same to the compiler. */
const KINDS: readonly (readonly [RegExp, MediaKind])[] = [
  [/^(?:[^;]+\/json|[^;]+\+json)$/, "json"],
  [/^application\/(?:(?:x-)?(?:ndjson|jsonl|jsonlines)|json-seq)$/, "sequence"],
  [/^text\/event-stream$/, "events"],
  [/^application\/x-www-form-urlencoded$/, "form"],
  [/^multipart\//, "multipart"],
  [/^(?:text\/|application\/(?:xml|yaml|graphql)$|[^;]+\+(?:xml|yaml)$)/, "text"],
];

/** The kind of a media type, given with or without parameters and in any letters. */
export function mediaKind(mediaType: string): MediaKind {
  const bare = (mediaType.split(";")[0] as string).trim().toLowerCase();
  return KINDS.find(([pattern]) => pattern.test(bare))?.[1] ?? "binary";
}
