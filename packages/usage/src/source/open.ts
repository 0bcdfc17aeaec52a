import { createReadStream, statSync } from "node:fs";
import { relative, resolve } from "node:path";
import { Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import type { ImportRequest } from "../request.ts";
import { failed, inputFailure, messageOf, type UsageResult } from "../result.ts";

/** A log to read: a file, or standard input. */
export interface Source {
  /** As the user names it. */
  readonly name: string;
  /** The path; undefined for standard input. */
  readonly path: string | undefined;
}

const CHUNK = 1 << 20;
const GZIP = [0x1f, 0x8b];

/** The files that some names and globs stand for, in order, each once; `-` is standard input. */
export async function findSources({
  sources,
  cwd,
  filesOf,
}: Pick<ImportRequest, "sources" | "cwd" | "filesOf">): Promise<UsageResult<readonly Source[]>> {
  const found = new Map<string, Source>();
  for (const name of sources) {
    if (name === "-") {
      found.set("-", { name: "standard input", path: undefined });
      continue;
    }
    const matches = await pathsOf(name, cwd, filesOf);
    if (failed(matches)) return matches;
    const paths = matches.value;
    if (paths.length === 0)
      return inputFailure("source-missing", `\`${name}\` is no file, and matches none. Name a log that is there.`);
    for (const path of paths) found.set(path, { name: name.startsWith("/") ? path : relative(cwd, path), path });
  }
  return { value: [...found.values()] };
}

/** The files of one name: what is named, be it a pipe such as a shell makes for `<(command)`, or what a glob matches. */
async function pathsOf(
  name: string,
  cwd: string,
  filesOf: ImportRequest["filesOf"],
): Promise<UsageResult<readonly string[]>> {
  const named = resolve(cwd, name);
  try {
    if (isFile(named) || isPipe(named)) return { value: [named] };
    const matches = await filesOf(name);
    return failed(matches) ? matches : { value: matches.value.map((path) => resolve(cwd, path)).filter(isFile) };
  } catch (error) {
    return inputFailure("source-unreadable", `\`${name}\` cannot be read: ${messageOf(error)}. Allow reading it.`);
  }
}

/** Whether a path leads to a file, and neither to a folder nor to a pipe. */
export function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}

function isPipe(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFIFO() ?? false;
}

/** A source ended early, or could not be read. */
export class UnreadableSource extends Error {}

/** A source that ends early or cannot be read is not taken. */
export function unreadable({ name }: Source, error: unknown): UsageResult<never> {
  return inputFailure(
    "source-unreadable",
    `It cannot be read to its end: ${messageOf(error)}. Nothing of it was kept.`,
    {
      file: name,
    },
  );
}

/**
 * The content of a source, unpacked where its first bytes say that it is gzip.
 * @throws UnreadableSource
 */
export async function* contentOf(source: Source, stdin: () => Readable): AsyncGenerator<Buffer> {
  try {
    yield* unpackedContent(source, stdin);
  } catch (error) {
    throw new UnreadableSource(messageOf(error), { cause: error });
  }
}

async function* unpackedContent({ path }: Source, stdin: () => Readable): AsyncGenerator<Buffer> {
  const raw = path === undefined ? stdin() : createReadStream(path, { highWaterMark: CHUNK });
  const chunks = raw[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
  let first = Buffer.alloc(0);
  while (first.length < GZIP.length) {
    const { value, done } = await chunks.next();
    if (done) break;
    first = Buffer.concat([first, value]);
  }
  const rest = (async function* () {
    if (first.length > 0) yield first;
    for (let next = await chunks.next(); !next.done; next = await chunks.next()) yield next.value;
  })();
  if (!GZIP.every((byte, i) => first[i] === byte)) yield* rest;
  else yield* unpack(Readable.from(rest, { objectMode: false }));
}

async function* unpack(packed: Readable): AsyncGenerator<Buffer> {
  const gunzip = createGunzip({ chunkSize: CHUNK });
  packed.on("error", (error) => gunzip.destroy(error));
  yield* packed.pipe(gunzip);
}
