import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import {
  type Automata,
  DEFAULT_BUDGET,
  Decider,
  type Dialect,
  type Document,
  isDialect,
  isObject,
  type Json,
  libraryOf,
  type Mode,
  own,
  Space,
} from "@concordat/containment";
import { jsonText } from "./base/plain-text.ts";
import type { Problem } from "./base/problem.ts";
import { UNCONFIRMED } from "./base/unconfirmed.ts";
import { failed, type Host, type HostFailure } from "./host/host.ts";
import { withDigits } from "./source/long-numerals.ts";
import { locatePointers, parseText } from "./source/parse.ts";
import type { SourceText } from "./source/source-text.ts";

/** How two schemas are to be compared. */
export interface SchemaCompareFlags {
  readonly direction: "request" | "response" | "both";
  readonly extras: "declared" | "strict";
  readonly dialect?: string;
  /** States searched before a question is left undecided. */
  readonly budget?: number;
}

type Answer = "yes" | "no" | "undecided";

/** What is said of a pair. */
export interface SchemaComparison {
  readonly baseWithinHead: Answer;
  readonly headWithinBase: Answer;
  readonly witnesses: { readonly baseNotHead?: Json; readonly headNotBase?: Json };
  /** Why an answer is undecided; absent where none is. */
  readonly reasons?: { readonly baseWithinHead?: string; readonly headWithinBase?: string };
  readonly pass: boolean;
}

/** A schema with where it came from, as far as problems need it. */
interface SchemaText {
  readonly value: unknown;
  readonly name: string;
  readonly uri: string;
  readonly source?: SourceText;
}

type Write = (line: string) => void;
type Complain = (problems: readonly Problem[]) => void;

/** Compares two files; answers what is said of them, or what is wrong with them. */
export async function compareFiles(
  base: string,
  head: string,
  flags: SchemaCompareFlags,
  host: Host,
): Promise<SchemaComparison | { readonly problems: readonly Problem[] }> {
  const texts = await Promise.all([base, head].map((path) => readSchema(path, host)));
  const problems = texts.flatMap((text) => ("problems" in text ? text.problems : []));
  const [left, right] = texts;
  if (problems.length > 0 || left === undefined || right === undefined || "problems" in left || "problems" in right)
    return { problems };
  return compareSchemas(left, right, flags);
}

/** Compares each line of a file; a line that cannot be judged answers its problems, and the others go on. */
export async function compareBatch(
  path: string,
  flags: SchemaCompareFlags,
  host: Host,
  write: Write,
  complain: Complain,
): Promise<0 | 1 | 2> {
  const text = await host.readText(resolve(host.cwd, path));
  if (failed(text)) {
    complain([unreadable(path, text)]);
    return 2;
  }
  const lines = text.value
    .split("\n")
    .flatMap((line, index) => (line.trim() === "" ? [] : [{ line, number: index + 1 }]));
  let judged = 0;
  let passed = 0;
  for (const { line, number } of lines) {
    const { id, result } = await compareLine(line, number, path, flags);
    if ("problems" in result) write(`${jsonText({ id, problems: result.problems })}\n`);
    else {
      judged++;
      if (result.pass) passed++;
      write(`${jsonText({ id, ...result })}\n`);
    }
  }
  if (lines.length === 0) complain([{ code: "empty", message: `\`${path}\` has no lines.`, file: path }]);
  if (judged === 0) return 2;
  return passed === lines.length ? 0 : 1;
}

async function compareLine(
  line: string,
  number: number,
  file: string,
  flags: SchemaCompareFlags,
): Promise<{ id: Json; result: SchemaComparison | { problems: readonly Problem[] } }> {
  const at = { file, line: number, column: 1 };
  let pair: unknown;
  try {
    pair = withDigits(JSON.parse(line), line, true);
  } catch (error) {
    return {
      id: null,
      result: {
        problems: [{ code: "json-syntax", message: `This line is not JSON: ${(error as Error).message}.`, ...at }],
      },
    };
  }
  if (!isObject(pair) || own(pair, "base") === undefined || own(pair, "head") === undefined) {
    return {
      id: isObject(pair) ? ((pair["id"] as Json) ?? null) : null,
      result: { problems: [{ code: "structure", message: "A line needs `id`, `base` and `head`.", ...at }] },
    };
  }
  const dialect = own(pair, "dialect");
  const ownFlags = typeof dialect === "string" ? { ...flags, dialect } : flags;
  const side = (key: "base" | "head"): SchemaText => ({
    value: (pair as Record<string, unknown>)[key],
    name: `${file}:${number}#${key}`,
    uri: `concordat:/${key}`,
  });
  return { id: (pair["id"] as Json) ?? null, result: await compareSchemas(side("base"), side("head"), ownFlags) };
}

async function readSchema(path: string, host: Host): Promise<SchemaText | { readonly problems: readonly Problem[] }> {
  const absolute = resolve(host.cwd, path);
  const text = await host.readText(absolute);
  if (failed(text)) return { problems: [unreadable(path, text)] };
  const source = { uri: pathToFileURL(absolute).href, name: path, text: text.value };
  const { data, problems } = parseText(source);
  return data === undefined ? { problems } : { value: data, name: path, uri: source.uri, source };
}

function unreadable(path: string, { message, line, column }: HostFailure): Problem {
  return { code: "source-missing", message: `\`${path}\` cannot be read. ${message}`, file: path, line, column };
}

async function compareSchemas(
  base: SchemaText,
  head: SchemaText,
  flags: SchemaCompareFlags,
): Promise<SchemaComparison | { readonly problems: readonly Problem[] }> {
  if (flags.dialect !== undefined && !isDialect(flags.dialect)) {
    return {
      problems: [
        {
          code: "dialect-unknown",
          message: `\`${flags.dialect}\` is no dialect: draft-04 to draft-2020-12 and openapi-2.0 to openapi-3.2 are.`,
        },
      ],
    };
  }
  const dialect: Dialect = flags.dialect ?? "draft-2020-12";
  const documents = [base, head].map(
    ({ uri, value }, i): Document => ({ uri: `${uri}?side=${i}`, root: value, dialect }),
  ) as [Document, Document];
  const library = libraryOf([...documents, ...(await metaschemasFor(documents))]);
  const space = new Space(library);
  const [left, right] = documents.map((document) => space.place({ document, pointer: "", value: document.root })) as [
    ReturnType<Space["place"]>,
    ReturnType<Space["place"]>,
  ];
  space.node(left);
  space.node(right);
  if (space.problems.length > 0)
    return { problems: space.problems.map((problem) => placed(problem, documents, [base, head])) };
  const mode: Mode = {
    extras: flags.extras,
    direction: flags.direction === "both" ? "none" : flags.direction,
    unknownProperties: "refuse",
  };
  const automata = space.usesPatterns ? await loadAutomata() : undefined;
  const budget = { ...DEFAULT_BUDGET, ...(flags.budget !== undefined && { states: flags.budget }) };
  const decider = new Decider(space, mode, automata, budget);
  const ask = async (
    from: typeof left,
    to: typeof left,
  ): Promise<{ answer: Answer; witness?: Json; reason?: string }> => {
    const found = decider.counterexample([from], [to]);
    if (found.kind === "none") return { answer: "yes" };
    if (found.kind === "unknown") return { answer: "undecided", reason: found.reason };
    const { confirm } = await import("@concordat/containment/confirm");
    const confirmed = await confirm(
      { left: from, right: to, value: found.value, seen: found.value },
      library,
      mode,
      space.steps,
    );
    return confirmed.kind === "confirmed"
      ? { answer: "no", witness: confirmed.value }
      : { answer: "undecided", reason: UNCONFIRMED[confirmed.kind] };
  };
  const forwards = await ask(left, right);
  const backwards = await ask(right, left);
  const needed =
    flags.direction === "request" ? [forwards] : flags.direction === "response" ? [backwards] : [forwards, backwards];
  return {
    baseWithinHead: forwards.answer,
    headWithinBase: backwards.answer,
    witnesses: {
      ...(forwards.witness !== undefined && { baseNotHead: forwards.witness }),
      ...(backwards.witness !== undefined && { headNotBase: backwards.witness }),
    },
    ...((forwards.reason !== undefined || backwards.reason !== undefined) && {
      reasons: {
        ...(forwards.reason !== undefined && { baseWithinHead: forwards.reason }),
        ...(backwards.reason !== undefined && { headWithinBase: backwards.reason }),
      },
    }),
    pass: needed.every(({ answer }) => answer === "yes"),
  };
}

/** The schemas of JSON Schema itself, where a schema may refer to one. */
async function metaschemasFor(documents: readonly Document[]): Promise<readonly Document[]> {
  if (!documents.some(({ root }) => JSON.stringify(root)?.includes("json-schema.org/draft"))) return [];
  return (await import("@concordat/containment/metaschemas")).METASCHEMAS;
}

let automata: Automata | undefined;

async function loadAutomata(): Promise<Automata> {
  const { RefaAutomata } = await import("@concordat/containment/automata");
  automata ??= new RefaAutomata();
  return automata;
}

function placed(
  { message, document, pointer }: Space["problems"][number],
  documents: readonly Document[],
  texts: readonly SchemaText[],
): Problem {
  const text = texts[documents.indexOf(document)];
  const at = pointer === "" ? message : `${message} (at \`${pointer}\`)`;
  if (text?.source === undefined) return { code: "schema", message: at, file: text?.name };
  const parsed = parseText(text.source);
  return {
    code: "schema",
    message: at,
    file: text.name,
    ...locatePointers({ ...text.source, ...parsed }, [pointer]).get(pointer),
  };
}
