import { escapeToken } from "@concordat/containment/internal";
import type { Problem } from "../base/problem.ts";
import { locatePointers, type ParsedText } from "../source/parse.ts";

/** An error of Spectral's about a ruleset, as far as it is used here. */
interface RulesetError extends Error {
  readonly path?: readonly string[];
  /** Of several at once. */
  readonly errors?: readonly unknown[];
}

/**
 * What Spectral has against a ruleset, as problems.
 *
 * @param text the text of the ruleset, from which lines are known
 */
export function rulesetProblems(error: unknown, file: string, text?: ParsedText): Problem[] {
  if (!(error instanceof Error)) return [problem(String(error), file)];
  const { errors, path, message } = error as RulesetError;
  if (errors !== undefined) return errors.flatMap((each) => rulesetProblems(each, file, text));
  if (path === undefined || path.length === 0) return [problem(message, file)];
  const place = path.join(".");
  const pointers = path.map((_, i) =>
    path
      .slice(0, i + 1)
      .map((token) => `/${escapeToken(token)}`)
      .join(""),
  );
  const positions = text ? locatePointers(text, pointers) : new Map();
  const position = pointers.map((pointer) => positions.get(pointer)).findLast((each) => each !== undefined);
  return [{ ...problem(`\`${place}\`: ${message}`, file), ...position }];
}

function problem(message: string, file: string): Problem {
  const reason = message.endsWith(".") ? message : `${message}.`;
  return { code: "ruleset", message: `The ruleset cannot be run. ${reason}`, file };
}
