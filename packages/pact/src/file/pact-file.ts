import { failed, type Result } from "@concordat/engine";
import { compareBy, isRecord } from "@concordat/engine/base";
import { type Interaction, type Pact, readPact } from "@concordat/engine/pact";
import { parseText } from "@concordat/engine/source";
import { canonicalText, parseExact } from "./canonical-text.ts";

/** A pact as a text to be kept, sent or replayed. */
export interface PactFile {
  /** As people name it. */
  readonly file: string;
  readonly consumer: string;
  readonly provider: string;
  /** In the order of the text. */
  readonly interactions: readonly PactEntry[];
  /** The pact as it was read, with its places. */
  readonly pact: Pact;
  /** The same for the same pact, whatever library wrote it. */
  readonly text: string;
}

/** An interaction as the pact has it. */
export interface PactEntry {
  readonly interaction: Interaction;
  readonly description: string;
  /** The names of the provider states that it needs. */
  readonly states: readonly string[];
  /** The request to send; undefined of a message. */
  readonly request: EntryRequest | undefined;
  /** Canonical. */
  readonly text: string;
}

/** The request of an interaction, as an example. */
export interface EntryRequest {
  readonly method: string;
  /** With the query. */
  readonly target: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: string | undefined;
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
  const source = { uri: file, name: file, text };
  const parsed = parseText(source);
  const read = readPact({ source, parsed });
  if (failed(read)) return read;
  const { consumer, provider } = read.value;
  const data = parseExact(text) as Readonly<Record<string, unknown>>;
  const interactions = [...read.value.interactions];
  const lists = ["interactions", "messages"].flatMap((key) => {
    const list = data[key];
    if (!Array.isArray(list)) return [];
    // What was read stands in the order of the text, so that it is identified before it is sorted.
    const entries = list.filter(isRecord).map((each) => entryOf(each, interactions.shift() as Interaction));
    return [
      {
        key,
        entries: entries.sort(
          compareBy(
            ({ entry }) => entry.description,
            ({ states }) => states,
            ({ entry }) => entry.text,
          ),
        ),
      },
    ];
  });
  return {
    value: {
      ...{ file, consumer, provider, pact: read.value },
      interactions: lists.flatMap(({ entries }) => entries.map(({ entry }) => entry)),
      text: canonicalText({
        ...Object.fromEntries(Object.entries(data).filter(([key]) => !VOLATILE.has(key))),
        ...Object.fromEntries(lists.map(({ key, entries }) => [key, entries.map(({ raw }) => raw)])),
        metadata: keptMetadata(data["metadata"]),
      }),
    },
  };
}

function requestOf(interaction: Interaction): EntryRequest | undefined {
  if (interaction.kind !== "http") return undefined;
  const { method, path, query, headers, body } = interaction.request;
  const pairs = [...query].flatMap(([name, values]) => values.map((value): [string, string] => [name, value]));
  return {
    method,
    target: pairs.length === 0 ? path : `${path}?${new URLSearchParams(pairs)}`,
    headers: [...headers].map(([name, values]) => [name, values.join(", ")] as const),
    body: body.kind === "json" ? JSON.stringify(body.value) : body.kind === "text" ? body.text : undefined,
  };
}

/** An interaction with what it is sorted by and written as. */
interface SortedEntry {
  readonly entry: PactEntry;
  readonly states: string;
  readonly raw: Readonly<Record<string, unknown>>;
}

function entryOf(written: Readonly<Record<string, unknown>>, interaction: Interaction): SortedEntry {
  const raw = Object.fromEntries(Object.entries(written).filter(([key]) => key !== "_id"));
  const said = raw["providerStates"] ?? raw["providerState"] ?? raw["provider_state"] ?? null;
  const states = typeof said === "string" ? [said] : Array.isArray(said) ? said.map(nameOf) : [];
  const description = String(raw["description"] ?? "");
  const entry = { interaction, description, states, request: requestOf(interaction), text: canonicalText(raw) };
  return { entry, states: canonicalText(said), raw };
}

/** The name of a provider state: a text in version 2, the member of an object later. */
function nameOf(state: unknown): string {
  return isRecord(state) ? String(state["name"]) : String(state);
}

function keptMetadata(metadata: unknown): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(isRecord(metadata) ? metadata : {}).filter(([key]) => METADATA.test(key)));
}
