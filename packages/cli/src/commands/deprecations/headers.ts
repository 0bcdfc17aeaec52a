import { type Deprecation, startOfDay } from "@concordat/engine/deprecations";
import { answerJson, oneLine, plainLines } from "@concordat/engine/report";
import type { NamedAnswer } from "./text.ts";

/** The forms of headers. */
export type HeaderFormat = "stylish" | "json";

const LAST_SECOND = 86_399;

/** The headers that responses of each deprecated operation should have, as a gateway sends them, in one of the forms. */
export function renderHeaders(answers: readonly NamedAnswer[], asOf: string, format: HeaderFormat): string {
  const operations = answers.flatMap(({ answer }) =>
    answer.deprecations.flatMap((each) => {
      const headers = headersOf(each);
      return each.kind === "operation" && each.operation && Object.keys(headers).length > 0
        ? [{ ...each.operation, headers }]
        : [];
    }),
  );
  if (format === "json") {
    const routes = answers.flatMap(({ answer }) => answer.routes);
    const basePaths = [...new Set(answers.flatMap(({ answer }) => answer.basePaths))];
    return answerJson({ asOf, operations, routes, basePaths });
  }
  const lines = operations.flatMap(({ method, path, headers }) => [
    `${method} ${path}`,
    ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`),
    "",
  ]);
  return plainLines(`${lines.map(oneLine).join("\n")}\n`);
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
