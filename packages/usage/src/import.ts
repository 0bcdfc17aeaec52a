import { createHash } from "node:crypto";
import { renaming } from "./consumers.ts";
import { LINE_FORMATS } from "./formats/index.ts";
import { findSpans, OTEL_TRACES } from "./otel/find-spans.ts";
import { importTable } from "./parquet/import-table.ts";
import type { ImportedSource, ImportRequest, Reading, ReadSource } from "./request.ts";
import { failed, inputFailure, type UsageResult } from "./result.ts";
import { LineCutter } from "./source/lines.ts";
import { contentOf, findSources, type Source, UnreadableSource, unreadable } from "./source/open.ts";
import { openStore } from "./store/open.ts";
import type { SourceWriter, UsageStore } from "./store/port/store.ts";
import { type MalformedRow, MOST_CELLS, Tally } from "./tally.ts";

/** Takes logs into a store, one source after the other: each whole, or not at all. */
export async function importUsage(request: ImportRequest): Promise<UsageResult<readonly ImportedSource[]>> {
  const files = request.log === OTEL_TRACES ? undefined : await findSources(request);
  if (files !== undefined && failed(files)) return files;
  const opened = await openStore(request.store, "write");
  if (failed(opened)) return opened;
  const store = opened.value;
  try {
    const readings = files ? readingsOf(files.value, request, store) : await findSpans(request, store);
    if (failed(readings)) return readings;
    const imported: ImportedSource[] = [];
    for (const reading of readings.value) {
      const taken = await takeSource(reading, request, store);
      if (failed(taken)) return taken;
      imported.push(taken.value);
      request.onSource?.(taken.value);
    }
    return { value: imported };
  } catch (error) {
    return store.failureOf(error);
  } finally {
    await store.close();
  }
}

function readingsOf(
  sources: readonly Source[],
  request: ImportRequest,
  store: UsageStore,
): { readonly value: readonly Reading[] } {
  const read = (source: Source) => (writer: SourceWriter) =>
    request.log === "parquet" ? importTable(source, request, store, writer) : readLines(source, request, writer);
  return { value: sources.map((source) => ({ name: source.name, read: read(source) })) };
}

async function takeSource(
  { name, identity, read }: Reading,
  request: ImportRequest,
  store: UsageStore,
): Promise<UsageResult<ImportedSource>> {
  const writer = await store.begin(request.attribution.operations);
  let done = false;
  try {
    if (identity && (await writer.isTaken(identity.digest, identity.rows)))
      return { value: { source: name, known: true, malformed: [] } };
    const source = await read(writer);
    if (failed(source)) return source;
    const { digest, totals, days, malformed } = source.value;
    if (totals.rows > 0 && totals.malformed === totals.rows) return otherFormat(name, request.log, malformed);
    if (await writer.isTaken(digest, totals.rows)) return { value: { source: name, known: true, malformed: [] } };
    await writer.commit({ digest, log: request.log, totals, days });
    done = true;
    return { value: { source: name, known: false, totals, malformed } };
  } finally {
    if (!done) await writer.abandon();
  }
}

function otherFormat(file: string, log: string, [first]: readonly MalformedRow[]): UsageResult<never> {
  const place = first?.line === undefined ? "The first" : `Line ${first.line}`;
  const reason = first ? ` ${place}: ${first.reason}.` : "";
  return inputFailure("source-format", `No row can be read as \`${log}\`.${reason} Name the format that it has.`, {
    file,
  });
}

async function readLines(
  source: Source,
  { log, read, attribution, hashKey, stdin, onProgress }: ImportRequest,
  writer: SourceWriter,
): Promise<UsageResult<ReadSource>> {
  const format = LINE_FORMATS[log];
  if (format === undefined) return inputFailure("log-unknown", `There is no log format \`${log}\`.`);
  const tally = new Tally(attribution, renaming(hashKey));
  const hash = createHash("sha256");
  const rowsOf = format.reader(read);
  const cutter = new LineCutter(format.longest, {
    line: (text, number) => {
      for (const row of rowsOf(text)) tally.add(row, number);
    },
    tooLong: (number) => tally.malformed("it is longer than any row of this format", number),
  });
  try {
    for await (const chunk of contentOf(source, stdin)) {
      hash.update(chunk);
      cutter.push(chunk);
      if (tally.size > MOST_CELLS) await writer.stage(tally.drain());
      onProgress?.(source.name, tally.totals.rows);
    }
  } catch (error) {
    if (error instanceof UnreadableSource) return unreadable(source, error);
    throw error;
  }
  cutter.end();
  await writer.stage(tally.drain());
  return {
    value: { digest: hash.digest("hex"), totals: tally.totals, days: tally.days, malformed: tally.samples },
  };
}
