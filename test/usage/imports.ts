import { type ChildProcess, execFileSync, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { expect } from "vitest";
import { CLI } from "../scenarios/harness/command.ts";

/*
 * Imports by the built command line, which are killed and which meet each other: whatever keeps the store, nothing is lost and
 * nothing counts twice.
 */

const SOURCES = 4;
export const ROWS = 20_000;

/** A folder with logs, and what is done with them. */
export class Imports {
  readonly folder = mkdtempSync(join(tmpdir(), "concordat-imports-"));

  constructor() {
    const ok = { responses: { 200: { description: "ok" } } };
    const paths = Object.fromEntries(Array.from({ length: 40 }, (_, i) => [`/things-${i}/{id}`, { get: ok }]));
    const description = { openapi: "3.1.0", info: { title: "Things", version: "1" }, paths };
    writeFileSync(join(this.folder, "api.json"), JSON.stringify(description));
    for (let file = 0; file < SOURCES; file++) {
      const lines = Array.from({ length: ROWS }, (_, i) =>
        JSON.stringify({
          time: 1_774_692_000 + ((i * 7919) % 2_592_000),
          method: "GET",
          path: `/things-${i % 40}/${file}`,
          consumer: `c${(i * 31) % 200}`,
        }),
      );
      writeFileSync(join(this.folder, `log-${file}.json`), lines.join("\n"));
    }
  }

  /** The command line that imports logs. */
  line(store: string, log = "log-*.json"): readonly string[] {
    return [CLI, "usage", "import", "--spec", "api.json", "--store", store, "--log", "json", log];
  }

  run(args: readonly string[]) {
    return spawnSync(process.execPath, args, { cwd: this.folder, encoding: "utf8" });
  }

  start(args: readonly string[]): ChildProcess {
    return spawn(process.execPath, args, { cwd: this.folder, stdio: "ignore" });
  }

  /** The rows that a store holds, those of them that matched, and the calls of all cells; nothing where it has no tables yet. */
  held(store: string): readonly number[] {
    const { stdout } = this.run([CLI, "usage", "report", "--store", store, "--format", "json"]);
    if (stdout === "") return [0, 0, 0];
    const { cells, totals }: { cells: { calls: number }[]; totals: { rows: number; matched: number } } =
      JSON.parse(stdout);
    return [totals.rows, totals.matched, cells.reduce((sum, { calls }) => sum + calls, 0)];
  }

  /** Kills an import at some points by chance, each in a store of its own, and lets it run to its end then. */
  async kill(times: number, storeOf: (i: number) => string): Promise<void> {
    let seed = 7;
    for (let i = 0; i < times; i++) {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
      const store = storeOf(i);
      const child = this.start(this.line(store));
      const ended = once(child, "exit");
      await sleep(seed % 1_500);
      child.kill("SIGKILL");
      await ended;
      const [rows = 0, ...same] = this.held(store);
      expect(rows % ROWS, store).toBe(0);
      expect(same, store).toEqual([rows, rows]);
      const { status, stderr } = this.run(this.line(store));
      expect([status, stderr], store).toEqual([0, ""]);
      const all = SOURCES * ROWS;
      expect(this.held(store), store).toEqual([all, all, all]);
    }
  }

  /** Begins to import a log that has no end yet; ends it, and answers the exit code. */
  async begin(store: string): Promise<{ end(): Promise<number> }> {
    execFileSync("mkfifo", [join(this.folder, "slow")]);
    const ended = once(this.start(this.line(store, "slow")), "exit");
    // The pipe opens once the importer reads from it, which it does with the store in hand.
    const feeder = spawn("sh", ["-c", "exec 3> slow; echo open; cat >&3"], {
      cwd: this.folder,
      stdio: ["pipe", "pipe", "ignore"],
    });
    await once(feeder.stdout, "data");
    const end = async () => {
      feeder.stdin.end(readFileSync(join(this.folder, "log-2.json")));
      const [exit] = await ended;
      rmSync(join(this.folder, "slow"));
      return exit;
    };
    return { end };
  }

  /** Has two importers meet: the second gives up, and takes its log once the first is done. */
  async meet(store: string): Promise<void> {
    expect(this.run(this.line(store, "log-0.json")).status).toBe(0);
    const first = await this.begin(store);
    const { status, stderr } = this.run(this.line(store, "log-1.json"));
    expect([status, stderr]).toEqual([3, expect.stringContaining("is in use by another process")]);
    expect(await first.end()).toBe(0);
    expect(this.run(this.line(store, "log-1.json")).status).toBe(0);
    expect(this.held(store)).toEqual([3 * ROWS, 3 * ROWS, 3 * ROWS]);
  }
}
