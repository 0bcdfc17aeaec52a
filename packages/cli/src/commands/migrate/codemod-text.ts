import type { Decision } from "@concordat/codemod";
import { renderPatch } from "@concordat/engine/fix";
import { answerJson, countOf, oneLine, plainLines } from "@concordat/engine/report";

/** The forms of what a codemod answers. */
export type CodemodFormat = "stylish" | "json";

/** What became of one file. */
export interface Rewritten {
  readonly file: string;
  readonly calls: number;
  readonly decisions: readonly Decision[];
  readonly before: string;
  readonly after: string;
}

/** What became of the files, in one of the forms, with a line end; of a dry run with a patch of what would change. */
export function renderRewritten(rewritten: readonly Rewritten[], format: CodemodFormat, isDry: boolean): string {
  const files = rewritten.map(({ file, calls, decisions }) => ({ file, calls, decisions }));
  if (format === "json") return answerJson({ files });
  const patch = isDry
    ? renderPatch({ files: rewritten.map(({ file, before, after }) => ({ name: file, before, after })) })
    : "";
  const lines = files.flatMap(({ file, decisions }) =>
    decisions.map(({ line, message }) => oneLine(`${file}:${line}  ${message}`)),
  );
  const calls = files.reduce((sum, each) => sum + each.calls, 0);
  const summary = `${countOf(calls, "call")} ${isDry ? "to rewrite" : "rewritten"} in ${countOf(files.length, "file")}, ${lines.length} to decide`;
  return plainLines(`${[...(patch === "" ? [] : [patch]), ...lines, summary].join("\n")}\n`);
}
