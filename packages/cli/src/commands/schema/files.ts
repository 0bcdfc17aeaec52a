import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { failed, type Host, type Problem } from "@concordat/engine";
import { jsonText } from "@concordat/engine/report";
import {
  compareSchemas,
  parseSchema,
  parseSchemaPair,
  type SchemaCompareOptions,
  type SchemaComparison,
  type SchemaText,
} from "@concordat/engine/schemas";

type Problems = { readonly problems: readonly Problem[] };
type Write = (line: string) => void;
type Complain = (problems: readonly Problem[]) => void;

/** Compares two files; answers what is said of them, or what is wrong with them. */
export async function compareFiles(
  base: string,
  head: string,
  options: SchemaCompareOptions,
  host: Host,
): Promise<SchemaComparison | Problems> {
  const texts = await Promise.all([base, head].map((path) => readSchema(path, host)));
  const problems = texts.flatMap((text) => ("problems" in text ? text.problems : []));
  const [left, right] = texts;
  if (problems.length > 0 || left === undefined || right === undefined || "problems" in left || "problems" in right)
    return { problems };
  return compareSchemas(left, right, options);
}

/** Compares each line of a file; a line that cannot be judged answers its problems, and the others go on. */
export async function compareBatch(
  path: string,
  options: SchemaCompareOptions,
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
    const { id, ...result } = await compareLine(line, number, path, options);
    write(`${jsonText({ id, ...result })}\n`);
    if ("problems" in result) continue;
    judged++;
    if (result.pass) passed++;
  }
  if (lines.length === 0) complain([{ code: "empty", message: `\`${path}\` has no lines.`, file: path }]);
  if (judged === 0) return 2;
  return passed === lines.length ? 0 : 1;
}

async function compareLine(line: string, number: number, file: string, options: SchemaCompareOptions) {
  const pair = parseSchemaPair(line, number, file);
  if ("problems" in pair) return pair;
  const { id, base, head, dialect } = pair;
  return { id, ...(await compareSchemas(base, head, dialect === undefined ? options : { ...options, dialect })) };
}

async function readSchema(path: string, host: Host): Promise<SchemaText | Problems> {
  const absolute = resolve(host.cwd, path);
  const text = await host.readText(absolute);
  if (failed(text)) return { problems: [unreadable(path, text)] };
  return parseSchema({ uri: pathToFileURL(absolute).href, name: path, text: text.value });
}

function unreadable(path: string, { message, line, column }: Pick<Problem, "message" | "line" | "column">): Problem {
  return { code: "source-missing", message: `\`${path}\` cannot be read. ${message}`, file: path, line, column };
}
