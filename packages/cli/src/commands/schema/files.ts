import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { failed, type Host, type Problem, type Result, together } from "@concordat/engine";
import { jsonText } from "@concordat/engine/report";
import {
  compareSchemas,
  parseSchema,
  parseSchemaPair,
  type SchemaCompareOptions,
  type SchemaComparison,
  type SchemaPair,
  type SchemaText,
} from "@concordat/engine/schemas";

type Write = (line: string) => void;
type Complain = (problems: readonly Problem[]) => void;

/** Compares two files; answers what is said of them, or what is wrong with them. */
export async function compareFiles(
  base: string,
  head: string,
  options: SchemaCompareOptions,
  host: Host,
): Promise<Result<SchemaComparison>> {
  const texts = together<[SchemaText, SchemaText]>(await Promise.all([readSchema(base, host), readSchema(head, host)]));
  return failed(texts) ? texts : compareSchemas(...texts.value, options);
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
    const { id, pair } = parseSchemaPair(line, number, path);
    const result = failed(pair) ? pair : await comparePair(pair.value, options);
    write(`${jsonText({ id, ...(failed(result) ? { problems: result.problems } : result.value) })}\n`);
    if (failed(result)) continue;
    judged++;
    if (result.value.pass) passed++;
  }
  if (lines.length === 0) complain([{ code: "empty", message: `\`${path}\` has no lines.`, file: path }]);
  if (judged === 0) return 2;
  return passed === lines.length ? 0 : 1;
}

function comparePair({ base, head, dialect }: SchemaPair, options: SchemaCompareOptions) {
  return compareSchemas(base, head, dialect === undefined ? options : { ...options, dialect });
}

async function readSchema(path: string, host: Host): Promise<Result<SchemaText>> {
  const absolute = resolve(host.cwd, path);
  const text = await host.readText(absolute);
  if (failed(text)) return { failure: "input", problems: [unreadable(path, text)] };
  return parseSchema({ uri: pathToFileURL(absolute).href, name: path, text: text.value });
}

function unreadable(path: string, { message, line, column }: Pick<Problem, "message" | "line" | "column">): Problem {
  return { code: "source-missing", message: `\`${path}\` cannot be read. ${message}`, file: path, line, column };
}
