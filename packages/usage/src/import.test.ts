import { execFile, execFileSync } from "node:child_process";
import { globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { gzipSync } from "node:zlib";
import { DuckDBInstance } from "@duckdb/node-api";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Attribution, Cell } from "./cell.ts";
import { type ImportedSource, importUsage, readOptions, UsageReader } from "./index.ts";
import type { ImportRequest } from "./request.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "concordat-usage-test-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** An API of two operations, told from each other by the second segment. */
const attribution: Attribution = {
  operations: [
    { method: "GET", path: "/a" },
    { method: "GET", path: "/a/{id}" },
  ],
  ofTarget: (method, target) => {
    const [, a, id, ...more] = (target.split("?")[0] ?? "").split("/");
    return method !== "GET" || a !== "a" || more.length > 0 ? -1 : id === undefined ? 0 : 1;
  },
  ofTemplate: () => -1,
  goesByPath: true,
  literals: ["a"],
  partials: [],
};

interface Given extends Partial<Pick<ImportRequest, "filesOf">> {
  readonly log?: string;
  readonly consumer?: string;
  readonly hashKey?: string;
  readonly stdin?: Buffer;
  readonly onSource?: (imported: ImportedSource) => void;
}

const matching = async (glob: string) => ({ value: globSync(glob, { cwd: folder }).sort() });

async function take(
  sources: readonly string[],
  { log = "json", consumer, hashKey, stdin, filesOf = matching, onSource = () => {} }: Given = {},
) {
  const read = readOptions(log, { consumer, fields: [] });
  if ("failure" in read) throw new Error(read.problems[0]?.message);
  const input = () => Readable.from([stdin ?? Buffer.alloc(0)]);
  const request = {
    store: { engine: "duckdb", path: join(folder, "store") } as const,
    log,
    sources,
    read: read.value,
    attribution,
    hashKey,
  };
  return importUsage({ ...request, onSource, cwd: folder, filesOf, stdin: input });
}

async function held() {
  const opened = await UsageReader.open({ engine: "duckdb", path: join(folder, "store") });
  if ("failure" in opened) throw new Error(opened.problems[0]?.message);
  const cells: Cell[] = [];
  for await (const some of opened.value.cells()) cells.push(...some);
  const totals = await opened.value.totals();
  opened.value.close();
  return { cells: cells.map((cell) => Object.values(cell).join(" ")), totals };
}

const row = (path: string, rest: object = {}) =>
  JSON.stringify({ time: "2026-03-28T10:00:00Z", method: "GET", path, status: 200, consumer: "ann", ...rest });
const LINES = [
  row("/a"),
  row("/a?token=s3cr3t"),
  row("/a/7", { status: 503 }),
  row("/b"),
  row("/a", { consumer: "-" }),
  "x",
];
const TOTALS = { rows: 6, matched: 4, unmatched: 1, malformed: 1, anonymous: 1 };
const CELLS = [" GET /a 2026-03-28 1 0", "ann GET /a 2026-03-28 2 0", "ann GET /a/{id} 2026-03-28 1 1"];

function write(name: string, content: string | Buffer): string {
  writeFileSync(join(folder, name), content);
  return name;
}

describe("an import", () => {
  test("counts every row, and the same content once", async () => {
    const first = await take([write("a.log", LINES.join("\n"))]);
    expect(first).toMatchObject({ value: [{ known: false, totals: TOTALS, malformed: [{ line: 6 }] }] });
    expect(await held()).toEqual({ cells: CELLS, totals: TOTALS });
    const halves = [LINES.join("\n").slice(0, 90), LINES.join("\n").slice(90)].map((half) => gzipSync(half));
    const again = await take([write("b", Buffer.concat(halves)), "*.log", "-"], {
      stdin: Buffer.from(LINES.join("\n")),
    });
    expect(again).toMatchObject({ value: [{ known: true }, { known: true }, { known: true }] });
    expect(await held()).toEqual({ cells: CELLS, totals: TOTALS });
  });

  test("keeps no query", async () => {
    await take([write("a.log", LINES.join("\n"))]);
    expect(readFileSync(join(folder, "store")).includes("s3cr3t")).toBe(false);
  });

  test("hashes consumers with a key, always alike", async () => {
    await take([write("a.log", LINES.join("\n"))], { hashKey: "key" });
    const { cells } = await held();
    expect(cells.map((cell) => cell.split(" ")[0]?.length)).toEqual([0, 64, 64]);
    expect(readFileSync(join(folder, "store")).includes("ann")).toBe(false);
  });

  test.each<[string, () => readonly string[], string, string]>([
    ["a source that is cut short", () => [write("a.gz", gzipSync(LINES.join("\n")).subarray(0, -9))], "json", "a.gz"],
    ["a source of another format", () => [write("a.log", LINES.join("\n"))], "aws-alb", "a.log"],
    ["a source that is no table", () => [write("a.log", LINES.join("\n"))], "parquet", "a.log"],
  ])("refuses %s whole", async (_, given, log, file) => {
    const refused = await take([write("good.log", ""), ...given()].slice(1), { log });
    expect(refused).toMatchObject({ failure: "input", problems: [{ file }] });
    expect((await held()).totals.rows).toBe(0);
  });

  test("reads pipes with names, tables as well", async () => {
    execFileSync("mkfifo", [join(folder, "pipe")]);
    write("a.log", LINES.join("\n"));
    execFile("sh", ["-c", "cat a.log > pipe"], { cwd: folder });
    expect(await take(["pipe"])).toMatchObject({ value: [{ source: "pipe", totals: TOTALS }] });
    execFile("sh", ["-c", "cat a.log > pipe"], { cwd: folder });
    expect(await take(["pipe"], { log: "parquet" })).toMatchObject({ problems: [{ code: "source-format" }] });
  });

  test("tells of the sources before one that fails, which stay", async () => {
    const told: ImportedSource[] = [];
    const given = [write("a.log", LINES.join("\n")), write("b.gz", gzipSync(row("/a")).subarray(0, -9))];
    const refused = await take(given, { onSource: (each) => told.push(each) });
    expect(refused).toMatchObject({ failure: "input", problems: [{ file: "b.gz" }] });
    expect(told).toMatchObject([{ source: "a.log", totals: TOTALS }]);
    expect((await held()).totals).toEqual(TOTALS);
  });

  test("counts days from the first to the last that count, for their own operation, and no time of others", async () => {
    const times = ["1970-01-01", "9999-12-31", "1970-01-01T00:00:00+02:00", "1601-01-01", 1e25];
    await take([write("a.log", times.map((time) => row("/a/7", { time })).join("\n"))]);
    expect(await held()).toMatchObject({
      cells: ["ann GET /a/{id} 1970-01-01 1 0", "ann GET /a/{id} 9999-12-31 1 0"],
      totals: { rows: 5, malformed: 3 },
    });
  });

  test("takes the next name of a user where one says that there is none", async () => {
    await take([write("a.log", row("/a", { user: "-", remote_user: "bob" }))], { consumer: "user" });
    expect((await held()).cells).toEqual(["bob GET /a 2026-03-28 1 0"]);
  });
});

describe("an import refuses", () => {
  test("a glob that matches nothing", async () => {
    expect(await take(["no-such-*.log"])).toMatchObject({ failure: "input", problems: [{ code: "source-missing" }] });
  });

  test("a glob with a folder on its way that may not be read", async () => {
    const unread = { failure: "input", problems: [{ code: "folder-unreadable", message: "" }] } as const;
    const refused = await take(["*/a.log"], { filesOf: async () => unread });
    expect(refused).toEqual(unread);
  });

  test("a store in a folder that is not there", async () => {
    const read = readOptions("json", { consumer: undefined, fields: [] });
    if ("failure" in read) throw new Error(read.problems[0]?.message);
    const store = { engine: "duckdb", path: join(folder, "no/store") } as const;
    const request = { store, log: "json", sources: [write("a.log", "")], read: read.value };
    const refused = await importUsage({
      ...request,
      attribution,
      cwd: folder,
      filesOf: matching,
      stdin: () => Readable.from([]),
    });
    expect(refused).toMatchObject({ failure: "input", problems: [{ code: "store-missing" }] });
  });

  test("a file that is no store", async () => {
    write("store", "something else");
    expect(await take([write("a.log", "")])).toMatchObject({
      failure: "input",
      problems: [{ code: "store-unreadable" }],
    });
  });
});

describe("a table in Parquet", () => {
  const COLUMNS: readonly (readonly [name: string, select: string])[] = [
    ["times and texts", "SELECT TIMESTAMP '2026-03-28 10:00:00' AS time, method, path, status, consumer"],
    [
      "zoned times",
      "SELECT TIMESTAMPTZ '2026-03-28 23:30:00-01' - INTERVAL 2 HOUR AS time, method, path, status, consumer",
    ],
    ["epoch numbers and texts", "SELECT 1774692000000 AS ts, method, path, status::VARCHAR AS status, consumer"],
    [
      "texts as bytes and numbers as decimals",
      "SELECT 1774692000.5 AS time, method::BLOB AS method, path::BLOB AS path, status::DECIMAL(5, 0) AS status, consumer::BLOB AS consumer",
    ],
    ["times as texts, read row by row", "SELECT '2026-03-28T10:00:00Z' AS time, method, path, status, consumer"],
    [
      "request lines, read row by row",
      "SELECT DATE '2026-03-28' AS time, method || ' ' || path || ' HTTP/1.1' AS request, status, consumer",
    ],
  ];
  test.each(COLUMNS)("of %s comes to the same", async (_, select) => {
    await writeTable(select);
    const imported = await take(["a.parquet"], { log: "parquet" });
    expect(imported).toMatchObject({ value: [{ totals: TOTALS, malformed: [{ line: 6 }] }] });
    expect(await held()).toEqual({ cells: CELLS, totals: TOTALS });
  });

  async function writeTable(select: string): Promise<void> {
    const rows = `VALUES ('GET', '/a', 200, 'ann'), ('GET', '/a?token=s3cr3t', 200, 'ann'), ('GET', '/a/7', 503, 'ann'),
      ('GET', '/b', 200, 'ann'), ('GET', '/a', 200, '-'), (NULL, '/a', 200, 'ann')`;
    const connection = await (await DuckDBInstance.create()).connect();
    await connection.run(
      `COPY (${select} FROM (${rows}) t(method, path, status, consumer)) TO '${join(folder, "a.parquet")}'`,
    );
  }

  test.each(["DATE '2026-03-28'", "'2026-03-28'"])("is refused where it is damaged, with times as %s", async (time) => {
    const connection = await (await DuckDBInstance.create()).connect();
    await connection.run(`COPY (SELECT ${time} AS time, 'GET' AS method, '/a' AS path, md5(i::VARCHAR) AS consumer FROM range(9999) r(i))
      TO '${join(folder, "a.parquet")}'`);
    const bytes = readFileSync(join(folder, "a.parquet"));
    write("a.parquet", bytes.fill(0xff, 4, bytes.length - 1_000));
    expect(await take(["a.parquet"], { log: "parquet" })).toMatchObject({
      failure: "input",
      problems: [{ code: "source-unreadable", file: "a.parquet" }],
    });
    expect((await held()).totals.rows).toBe(0);
  });

  test.each([
    ["TIMESTAMP '2026-03-28'", "TIMESTAMP '1969-12-31'", "TIMESTAMP 'infinity'"],
    ["'2026-03-28'", "'1969-12-31'", "'9999-12-31T23:00:00-02:00'"],
    ["1774692000::DOUBLE", "1e25", "1e300"],
  ])("has no time of a day that does not count: %s, %s, %s", async (good, ...bad) => {
    await writeTable(
      `SELECT CASE status WHEN 503 THEN ${good} ELSE CASE consumer WHEN '-' THEN ${bad[0]} ELSE ${bad[1]} END END AS time, 'GET' AS method, path, consumer`,
    );
    expect(await take(["a.parquet"], { log: "parquet" })).toMatchObject({
      value: [{ totals: { rows: 6, matched: 1, malformed: 5 } }],
    });
    expect((await held()).cells).toEqual(["ann GET /a/{id} 2026-03-28 1 0"]);
  });

  test("has consumers by UUID, and numbers that are none", async () => {
    await writeTable(`SELECT DATE '2026-03-28' AS time, 'GET' AS method, '/a' AS path,
      CASE WHEN status = 503 THEN 503 ELSE 'NaN'::DOUBLE END AS status, '00000000-0000-4000-8000-000000000001'::UUID AS consumer`);
    expect(await take(["a.parquet"], { log: "parquet" })).toMatchObject({ value: [{ totals: { malformed: 0 } }] });
    expect((await held()).cells).toEqual(["00000000-0000-4000-8000-000000000001 GET /a 2026-03-28 6 1"]);
  });
});
