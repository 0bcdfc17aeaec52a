import {
  type Automata,
  DEFAULT_BUDGET,
  Decider,
  type Dialect,
  type Document,
  isDialect,
  type Json,
  type Library,
  libraryOf,
  type Mode,
  Space,
  type Steps,
} from "@concordat/containment";
import type { Problem } from "../base/problem.ts";
import { UNCONFIRMED } from "../base/unconfirmed.ts";
import { locatePointers, parseText } from "../source/parse.ts";
import type { SourceText } from "../source/source-text.ts";

/** How two schemas are to be compared. */
export interface SchemaCompareOptions {
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
export interface SchemaText {
  readonly value: unknown;
  readonly name: string;
  readonly uri: string;
  readonly source?: SourceText;
}

/** Reads the text of a schema; answers what is wrong with it where it cannot be read. */
export function parseSchema(source: SourceText): SchemaText | { readonly problems: readonly Problem[] } {
  const { data, problems } = parseText(source);
  return data === undefined ? { problems } : { value: data, name: source.name, uri: source.uri, source };
}

/** Compares two schemas; answers what is said of them, or what is wrong with them. */
export async function compareSchemas(
  base: SchemaText,
  head: SchemaText,
  options: SchemaCompareOptions,
): Promise<SchemaComparison | { readonly problems: readonly Problem[] }> {
  if (options.dialect !== undefined && !isDialect(options.dialect)) {
    return {
      problems: [
        {
          code: "dialect-unknown",
          message: `\`${options.dialect}\` is no dialect: draft-04 to draft-2020-12 and openapi-2.0 to openapi-3.2 are.`,
        },
      ],
    };
  }
  const dialect: Dialect = options.dialect ?? "draft-2020-12";
  const documents = [base, head].map(
    ({ uri, value }, i): Document => ({ uri: `${uri}?side=${i}`, root: value, dialect }),
  ) as [Document, Document];
  const library = libraryOf([...documents, ...(await metaschemasFor(documents))]);
  const space = new Space(library);
  const [left, right] = documents.map((document) => space.place({ document, pointer: "", value: document.root })) as [
    Place,
    Place,
  ];
  space.node(left);
  space.node(right);
  if (space.problems.length > 0)
    return { problems: space.problems.map((problem) => placed(problem, documents, [base, head])) };
  const mode: Mode = {
    extras: options.extras,
    direction: options.direction === "both" ? "none" : options.direction,
    unknownProperties: "refuse",
  };
  const automata = space.usesPatterns ? await loadAutomata() : undefined;
  const budget = { ...DEFAULT_BUDGET, ...(options.budget !== undefined && { states: options.budget }) };
  const decider = new Decider(space, mode, automata, budget);
  const question = { decider, library, mode, steps: space.steps };
  const forwards = await ask(question, left, right);
  const backwards = await ask(question, right, left);
  const needed =
    options.direction === "request"
      ? [forwards]
      : options.direction === "response"
        ? [backwards]
        : [forwards, backwards];
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

interface Question {
  readonly decider: Decider;
  readonly library: Library;
  readonly mode: Mode;
  readonly steps: Steps;
}

type Place = ReturnType<Space["place"]>;

/** Whether every value of one schema is a value of another; a no comes with a value that validators have confirmed. */
async function ask(
  { decider, library, mode, steps }: Question,
  from: Place,
  to: Place,
): Promise<{ readonly answer: Answer; readonly witness?: Json; readonly reason?: string }> {
  const found = decider.counterexample([from], [to]);
  if (found.kind === "none") return { answer: "yes" };
  if (found.kind === "unknown") return { answer: "undecided", reason: found.reason };
  const { confirm } = await import("@concordat/containment/confirm");
  const claim = { left: from, right: to, value: found.value, seen: found.value };
  const confirmed = await confirm(claim, library, mode, steps);
  return confirmed.kind === "confirmed"
    ? { answer: "no", witness: confirmed.value }
    : { answer: "undecided", reason: UNCONFIRMED[confirmed.kind] };
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
