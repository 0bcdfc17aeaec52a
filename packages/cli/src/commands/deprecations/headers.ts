import {
  type Deprecation,
  type DeprecationsAnswer,
  type OperationKey,
  startOfDay,
} from "@concordat/engine/deprecations";
import { answerJson, oneLine, plainLines } from "@concordat/engine/report";
import { type NamedAnswer, problemsIn } from "./text.ts";

/** The forms of headers. */
export type HeaderFormat = "stylish" | "json";

const LAST_SECOND = 86_399;

/** An operation whose responses should have headers. */
interface DeprecatedOperation extends OperationKey {
  readonly headers: Readonly<Record<string, string>>;
}

/**
 * The headers that responses of each deprecated operation should have, as a gateway sends them, in one of the forms. Several
 * descriptions stay apart, each with its own base paths.
 */
export function renderHeaders(answers: readonly NamedAnswer[], asOf: string, format: HeaderFormat): string {
  const [only, ...others] = answers;
  if (format === "json") {
    const all = { descriptions: answers.map((each) => ({ source: each.source, ...documentOf(each) })) };
    return answerJson({ asOf, ...(only && others.length === 0 ? documentOf(only) : all) });
  }
  const lines = answers.flatMap(({ source, answer }) => [
    ...(others.length > 0 ? [`${source}:`, ""] : []),
    ...operationsIn(answer).flatMap(linesOf),
  ]);
  return plainLines(`${lines.map(oneLine).join("\n")}\n`);
}

function documentOf({ answer }: NamedAnswer): object {
  const { routes, basePaths } = answer;
  return { operations: operationsIn(answer), routes, basePaths, problems: problemsIn([answer]) };
}

function operationsIn({ deprecations }: DeprecationsAnswer): DeprecatedOperation[] {
  return deprecations.flatMap((each) => {
    const headers = headersOf(each);
    return each.kind === "operation" && each.operation && Object.keys(headers).length > 0
      ? [{ ...each.operation, headers }]
      : [];
  });
}

function linesOf({ method, path, headers }: DeprecatedOperation): string[] {
  return [`${method} ${path}`, ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`), ""];
}

/**
 * `Deprecation` is the second that the day starts with (RFC 9745), `Sunset` the last one of its day (RFC 8594): until then the
 * operation works.
 */
function headersOf({ deprecated, sunset, docs }: Deprecation): Readonly<Record<string, string>> {
  return {
    ...(deprecated !== null && { Deprecation: `@${startOfDay(deprecated)}` }),
    ...(sunset !== null && { Sunset: new Date((startOfDay(sunset) + LAST_SECOND) * 1000).toUTCString() }),
    ...(docs !== null && { Link: `<${docs}>; rel="deprecation"` }),
  };
}
