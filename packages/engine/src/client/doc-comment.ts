import type { OperationEntry } from "@concordat/client";
import { textOf } from "../kit/read.ts";
import type { Operation } from "../model/revision.ts";

/**
 * The comment of an operation's function: what the description says of it, and where it ends. `@deprecated` makes editors strike
 * the function through wherever it is called.
 */
export function docComment({ ref }: Operation, { method, path, deprecation }: OperationEntry): string {
  const parts = [
    textOf(ref.at, "summary"),
    textOf(ref.at, "description"),
    `\`${method} ${path}\``,
    deprecation && `@deprecated ${lifeText(deprecation)}`,
  ].filter((part) => part !== undefined && part.trim() !== "");
  const lines = parts.flatMap((part, i) => [...(i === 0 ? [] : [""]), ...linesOf(part as string)]);
  return lines.length === 1
    ? `/** ${lines[0]} */`
    : ["/**", ...lines.map((line) => ` * ${line}`.trimEnd()), " */"].join("\n");
}

function lifeText({ deprecated, sunset, successor }: NonNullable<OperationEntry["deprecation"]>): string {
  const sentences = [
    deprecated && `Deprecated since ${deprecated}.`,
    sunset && `May stop working after ${sunset}.`,
    successor && `Use \`${successor}\` instead.`,
  ].filter((sentence) => sentence !== undefined);
  return sentences.length > 0 ? sentences.join(" ") : "The description says so.";
}

/** The lines of a text, harmless in a comment: nothing in it ends the comment, or is a tag of its own. */
function linesOf(text: string): string[] {
  return (
    text
      .trim()
      .replace(/\r\n?|[\u2028\u2029]/g, "\n")
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
      .replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g, "")
      .replaceAll("*/", "*\\/")
      .split("\n")
      .map((line) => line.trimEnd().replace(/^(\s*)@/, "$1\\@"))
  );
}
