import {
  askContainment,
  budgetOf,
  Decider,
  type Dialect,
  type Document,
  isDialect,
  type Json,
  libraryOf,
  loadAutomata,
  type Mode,
  metaschemasFor,
  Space,
} from "@concordat/containment/internal";
import type { Problem } from "../base/problem.ts";
import { inputFailure, type Result } from "../base/result.ts";
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

/** Reads the text of a schema. */
export function parseSchema(source: SourceText): Result<SchemaText> {
  const { data, problems } = parseText(source);
  return data === undefined
    ? { failure: "input", problems }
    : { value: { value: data, name: source.name, uri: source.uri, source } };
}

/** Compares two schemas. */
export async function compareSchemas(
  base: SchemaText,
  head: SchemaText,
  options: SchemaCompareOptions,
): Promise<Result<SchemaComparison>> {
  if (options.dialect !== undefined && !isDialect(options.dialect)) {
    const message = `\`${options.dialect}\` is not a dialect. Use draft-04 to draft-2020-12 or openapi-2.0 to openapi-3.2.`;
    return inputFailure("dialect-unknown", message);
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
    return { failure: "input", problems: space.problems.map((problem) => placed(problem, documents, [base, head])) };
  const mode: Mode = {
    extras: options.extras,
    direction: options.direction === "both" ? "none" : options.direction,
    unknownProperties: "refuse",
  };
  const automata = space.usesPatterns ? await loadAutomata() : undefined;
  const decider = new Decider(space, mode, automata, budgetOf(options.budget));
  const question = { decider, library, mode, steps: space.steps };
  const forwards = await askContainment(question, left, right);
  const backwards = await askContainment(question, right, left);
  const needed =
    options.direction === "request"
      ? [forwards]
      : options.direction === "response"
        ? [backwards]
        : [forwards, backwards];
  const witnesses = [forwards, backwards].map((each) => (each.answer === "no" ? each.witness : undefined));
  const reasons = [forwards, backwards].map((each) => (each.answer === "undecided" ? each.reason : undefined));
  const comparison: SchemaComparison = {
    baseWithinHead: forwards.answer,
    headWithinBase: backwards.answer,
    witnesses: {
      ...(witnesses[0] !== undefined && { baseNotHead: witnesses[0] }),
      ...(witnesses[1] !== undefined && { headNotBase: witnesses[1] }),
    },
    ...(reasons.some((reason) => reason !== undefined) && {
      reasons: {
        ...(reasons[0] !== undefined && { baseWithinHead: reasons[0] }),
        ...(reasons[1] !== undefined && { headWithinBase: reasons[1] }),
      },
    }),
    pass: needed.every(({ answer }) => answer === "yes"),
  };
  return { value: comparison };
}

type Place = ReturnType<Space["place"]>;

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
