import { type Document, isObject, type Located, own } from "@concordat/containment/internal";
import { type Failure, type Result, resultOf } from "../base/result.ts";
import { locatePointers, type ReadText } from "../source/parse.ts";
import type { HttpInteraction, Interaction, Pact, PactPart } from "./pact.ts";
import { PactCursor } from "./pact-cursor.ts";
import { readGenerators, readMatchingRules } from "./read-matching-rules.ts";
import { readBody } from "./read-pact-body.ts";

/** The major versions of the Pact specification that are read. */
const VERSIONS: readonly string[] = ["1", "2", "3", "4"];

/**
 * Reads a pact (Pact specification, versions 2, 3 and 4). What is missing or mistyped is a problem with its line: a pact that
 * cannot be read in full says nothing.
 *
 * @param read the text, as it was parsed
 */
export function readPact({ source, parsed }: ReadText): Result<Pact> {
  if (parsed.data === undefined) return { failure: "input", problems: parsed.problems };
  const document: Document = { uri: source.uri, root: parsed.data, dialect: "draft-2020-12" };
  const cursor = new PactCursor(source.name);
  const pact = readDocument(document, cursor);
  const positions = locatePointers(
    { ...source, ...parsed },
    cursor.problems.map(({ pointer }) => pointer),
  );
  const problems = cursor.problems.map(({ pointer, ...problem }) => ({
    ...problem,
    file: source.name,
    ...(positions.get(pointer) ?? { line: 1, column: 1 }),
  }));
  if (pact === undefined || problems.length > 0) return { failure: "input", problems } satisfies Failure;
  return resultOf({ ...pact, document, text: { ...source, ...parsed } }, parsed.problems);
}

function readDocument(document: Document, cursor: PactCursor): Omit<Pact, "document" | "text"> | undefined {
  const root: Located = { document, pointer: "", value: document.root };
  if (!isObject(root.value)) {
    cursor.report("pact-form", root, "A pact is an object with `consumer`, `provider` and `interactions`.");
    return undefined;
  }
  const version = readVersion(root, cursor);
  refusePlugins(root, cursor);
  const lists = ["interactions", "messages"].flatMap((key) => cursor.member(root, key) ?? []);
  if (lists.length === 0)
    cursor.report("pact-form", root, "The pact has no `interactions`. Generate it again from the consumer's tests.");
  const interactions = lists.flatMap((list) => {
    if (!Array.isArray(list.value)) {
      cursor.report("pact-form", list, `${cursor.nameOf(list)} must be a list of interactions.`);
      return [];
    }
    const isMessages = list.pointer === "/messages";
    return list.value.flatMap((_, i) => readInteraction(cursor.item(list, i), version, isMessages, cursor) ?? []);
  });
  if (lists.length > 0 && interactions.length === 0 && cursor.problems.length === 0)
    cursor.report(
      "pact-empty",
      lists[0] as Located,
      "The pact has no interactions, so there is nothing to check. Run the consumer's tests again.",
    );
  return { consumer: readParty(root, "consumer", cursor), provider: readParty(root, "provider", cursor), interactions };
}

/** The major version that the pact says it is written in; undefined where it says none. */
function readVersion(root: Located, cursor: PactCursor): string | undefined {
  const metadata = cursor.member(root, "metadata");
  const said = ["pactSpecification", "pact-specification"]
    .flatMap((key) => (metadata && cursor.member(metadata, key)) ?? [])
    .flatMap((each) => cursor.member(each, "version") ?? []);
  const written = said[0] ?? (metadata && cursor.member(metadata, "pactSpecificationVersion"));
  if (written === undefined) return undefined;
  const major = String(written.value).split(".")[0] ?? "";
  if (VERSIONS.includes(major)) return major;
  const message = `Version \`${String(written.value)}\` of the Pact specification is not known here: 2, 3 and 4 are.`;
  cursor.report("pact-version", written, message);
  return undefined;
}

function refusePlugins(root: Located, cursor: PactCursor): void {
  const metadata = cursor.member(root, "metadata");
  const plugins = metadata && cursor.member(metadata, "plugins");
  if (plugins === undefined || !Array.isArray(plugins.value) || plugins.value.length === 0) return;
  const names = plugins.value.map((plugin) => `\`${String(isObject(plugin) ? own(plugin, "name") : plugin)}\``);
  const message = `The pact uses the plugin ${names.join(", ")}, and what plugins write is not read. Leave this pact out.`;
  cursor.report("pact-plugin", plugins, message);
}

function readParty(root: Located, key: "consumer" | "provider", cursor: PactCursor): string {
  const party = cursor.member(root, key);
  const name = party && cursor.member(party, "name");
  if (typeof name?.value === "string" && name.value !== "") return name.value;
  cursor.report("pact-form", name ?? party ?? root, `The pact must name its ${key}: \`"${key}": { "name": "..." }\`.`);
  return "";
}

function readInteraction(
  at: Located,
  version: string | undefined,
  isMessage: boolean,
  cursor: PactCursor,
): Interaction | undefined {
  if (!isObject(at.value)) {
    cursor.report("pact-form", at, `${cursor.nameOf(at)} must be an object with \`request\` and \`response\`.`);
    return undefined;
  }
  const { value } = at;
  const written = own(value, "description");
  const description = typeof written === "string" ? written : cursor.nameOf(at);
  const type = own(value, "type");
  const facts = { description, at };
  const isNew = version === "4" || (version === undefined && type !== undefined);
  if (isMessage || type === "Asynchronous/Messages")
    return { ...facts, kind: "message", contents: readPart(at, isNew, true) };
  if (type !== undefined && type !== "Synchronous/HTTP") return { ...facts, kind: "other", type: String(type) };
  const request = readRequest(at, isNew, cursor);
  const response = readResponse(at, isNew, cursor);
  return request && response && { ...facts, kind: "http", request, response };
}

function readRequest(interaction: Located, isNew: boolean, cursor: PactCursor): HttpInteraction["request"] | undefined {
  const at = cursor.object(interaction, "request");
  if (at === undefined) return undefined;
  const method = cursor.text(at, "method");
  const path = cursor.text(at, "path");
  const query = readQuery(at, cursor);
  expectMaps(at, cursor);
  if (method === undefined || path === undefined || query === undefined) return undefined;
  return { ...readPart(at, isNew), method: method.toUpperCase(), path, query };
}

function readResponse(
  interaction: Located,
  isNew: boolean,
  cursor: PactCursor,
): HttpInteraction["response"] | undefined {
  const at = cursor.object(interaction, "response");
  if (at === undefined) return undefined;
  expectMaps(at, cursor);
  const status = cursor.member(at, "status");
  const code = status?.value;
  if (typeof code === "number" && Number.isInteger(code) && code >= 100 && code <= 599)
    return { ...readPart(at, isNew), status: code };
  const found = status === undefined ? "there is none" : `it is \`${JSON.stringify(code)}\``;
  const message = `\`status\` of ${cursor.nameOf(at)} must be a number such as 200, and ${found}.`;
  cursor.report("pact-form", status ?? at, message);
  return undefined;
}

/** Parts of a message that are objects where they are given. */
function expectMaps(at: Located, cursor: PactCursor): void {
  for (const key of ["headers", "matchingRules", "generators"]) {
    const member = cursor.member(at, key);
    if (member === undefined || member.value === null || isObject(member.value)) continue;
    cursor.report("pact-form", member, `\`${key}\` of ${cursor.nameOf(at)} must be an object.`);
  }
}

/** What a request, a response or a message says beside what only it has. */
function readPart(at: Located, isNew: boolean, isMessage = false): PactPart {
  const value = at.value as Record<string, unknown>;
  const headers = readHeaders(own(value, isMessage ? "metadata" : "headers"));
  return {
    at,
    headers,
    body: readBody(at, isMessage ? "contents" : "body", isNew, headers),
    rules: readMatchingRules(own(value, "matchingRules")),
    generators: readGenerators(own(value, "generators")),
  };
}

function readHeaders(raw: unknown): ReadonlyMap<string, readonly string[]> {
  const entries = isObject(raw) ? Object.entries(raw) : [];
  return new Map(entries.map(([name, value]) => [name.toLowerCase(), [value].flat().map(String)]));
}

/** A query as text (version 2), or as lists of values by name. */
function readQuery(at: Located, cursor: PactCursor): ReadonlyMap<string, readonly string[]> | undefined {
  const query = cursor.member(at, "query");
  if (query === undefined || query.value === null) return new Map();
  if (typeof query.value === "string") {
    const pairs = [...new URLSearchParams(query.value)];
    return new Map(
      [...Map.groupBy(pairs, ([name]) => name)].map(([name, list]) => [name, list.map(([, value]) => value)]),
    );
  }
  if (isObject(query.value))
    return new Map(Object.entries(query.value).map(([name, value]) => [name, [value].flat().map(asText)]));
  const message = `\`query\` of ${cursor.nameOf(at)} must be a text such as \`a=1&b=2\`, or an object with lists of values.`;
  cursor.report("pact-form", query, message);
  return undefined;
}

function asText(value: unknown): string {
  return value === null ? "" : String(value);
}
