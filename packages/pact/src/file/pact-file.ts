import { inputFailure, type Result } from "@concordat/engine";
import { compareBy, isRecord, textAt } from "@concordat/engine/base";
import { parseText } from "@concordat/engine/source";
import { canonicalText, parseExact } from "./canonical-text.ts";

/** A pact as a text to be kept, sent or replayed. */
export interface PactFile {
  /** As people name it. */
  readonly file: string;
  readonly consumer: string;
  readonly provider: string;
  /** Interactions, and messages of version 3; each an object. */
  readonly interactions: readonly Readonly<Record<string, unknown>>[];
  /** The same for the same pact, whatever library wrote it. */
  readonly text: string;
}

/** What stands beside the interactions and says nothing of them: a broker's own members. */
const VOLATILE = new Set(["_id", "_links", "createdAt"]);
/** What is kept of the metadata; the rest are names and versions of libraries. */
const METADATA = /^(?:pact-?specification|concordat|plugins)/i;

/**
 * Reads a pact, and writes it canonically: interactions by description and state, names sorted, nothing of the library that wrote it.
 * A text that is no pact is a failure with its place.
 */
export function parsePactFile(file: string, text: string): Result<PactFile> {
  const parsed = parseText({ uri: file, name: file, text });
  if (parsed.data === undefined) return { failure: "input", problems: parsed.problems };
  const wrong = (message: string) => inputFailure("pact-form", `This is not a pact: ${message}`, { file, line: 1 });
  if (parsed.format !== "json" || !isRecord(parsed.data)) return wrong("it is not an object of JSON.");
  const [consumer, provider] = [textAt(parsed.data, "consumer", "name"), textAt(parsed.data, "provider", "name")];
  if (!consumer || !provider) return wrong(`\`/${consumer ? "provider" : "consumer"}/name\` is missing.`);
  const data = parseExact(text) as Readonly<Record<string, unknown>>;
  const lists = ["interactions", "messages"].flatMap((key) =>
    data[key] === undefined ? [] : [[key, data[key]] as const],
  );
  if (lists.length === 0) return wrong("`/interactions` is missing.");
  for (const [key, list] of lists) {
    if (!Array.isArray(list)) return wrong(`\`/${key}\` is not a list.`);
    const odd = list.findIndex((each) => !isRecord(each));
    if (odd >= 0) return wrong(`\`/${key}/${odd}\` is not an object.`);
  }
  const sorted = lists.map(
    ([key, list]) => [key, sortedInteractions(list as Readonly<Record<string, unknown>>[])] as const,
  );
  return {
    value: {
      file,
      consumer,
      provider,
      interactions: sorted.flatMap(([, list]) => list),
      text: canonicalText({
        ...Object.fromEntries(Object.entries(data).filter(([key]) => !VOLATILE.has(key))),
        ...Object.fromEntries(sorted),
        metadata: keptMetadata(data["metadata"]),
      }),
    },
  };
}

function keptMetadata(metadata: unknown): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(isRecord(metadata) ? metadata : {}).filter(([key]) => METADATA.test(key)));
}

function sortedInteractions(list: readonly Readonly<Record<string, unknown>>[]) {
  return list
    .map((each) => Object.fromEntries(Object.entries(each).filter(([key]) => key !== "_id")))
    .sort(compareBy((each) => String(each["description"]), statesText, canonicalText));
}

/** The provider states of an interaction, as one text. */
function statesText(interaction: Readonly<Record<string, unknown>>): string {
  const states = interaction["providerStates"] ?? interaction["providerState"] ?? interaction["provider_state"];
  return states === undefined || states === null ? "" : typeof states === "string" ? states : canonicalText(states);
}
