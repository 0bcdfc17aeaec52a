import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseText } from "../../../packages/engine/src/source/parse.ts";

/** A text to write: as it is; made from another by replacements, each of which must find its text exactly once; or made up. */
export type FileRecipe =
  | string
  | { readonly from: string; readonly replace?: readonly (readonly [string, string])[]; readonly head?: number }
  | { readonly make: "sparse"; readonly megabytes: number }
  | { readonly make: "nested"; readonly deep: number; readonly before: string; readonly after: string }
  | { readonly make: "bytes"; readonly hex: string }
  | { readonly make: "link"; readonly to: string };

export type Files = Readonly<Record<string, FileRecipe>>;

/** One commit of the repository that a scenario starts from. */
export interface Commit {
  /** Branch to commit to; it is made where it is new. */
  readonly on?: string;
  readonly files?: Files;
  readonly remove?: readonly string[];
  readonly tag?: string;
  /** The day of the commit; 2026-01-01 where none is given. */
  readonly day?: string;
}

/** What a text must be, must hold, and must not hold. */
export interface TextExpectation {
  readonly is?: string;
  readonly has?: readonly string[];
  readonly lacks?: readonly string[];
}

/** One run of the command line in a fresh copy of the workspace, or in that of the run before it. */
export interface Run {
  readonly name: string;
  readonly args: readonly string[];
  /** Goes on in the workspace that the run before has left. */
  readonly then?: boolean;
  readonly in?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** A file of the workspace that standard input gives. */
  readonly stdin?: string;
  readonly files?: Files;
  readonly exit: number;
  readonly stdout?: TextExpectation;
  readonly stderr?: TextExpectation;
  /** Values in the JSON on standard output, by path: `findings.0.rule`; `length` counts. */
  readonly json?: Readonly<Record<string, unknown>>;
  /** What files must be afterwards; null: there is none. */
  readonly after?: Readonly<Record<string, TextExpectation | null>>;
  /** Runs in a process of its own, which the first run of a scenario does anyway. */
  readonly alone?: boolean;
  /** Runs a second time and must say the same, byte for byte. */
  readonly again?: boolean;
}

/** A workspace and what comes of commands in it. */
export interface Scenario {
  readonly folder: string;
  readonly about: string;
  readonly files?: Files;
  readonly commits?: readonly Commit[];
  readonly uncommitted?: Files;
  readonly runs: readonly Run[];
}

/** All scenarios, by the names of their folders. */
export function readScenarios(root: string): (Scenario & { readonly name: string })[] {
  return readdirSync(root)
    .filter((name) => existsSync(join(root, name, "scenario.yaml")))
    .sort()
    .map((name) => {
      const path = join(root, name, "scenario.yaml");
      const { data, problems } = parseText({ uri: "", name: path, text: readFileSync(path, "utf8") });
      if (problems.length > 0) throw new Error(`${path}:${problems[0]?.line}: ${problems[0]?.message}`);
      return { ...(data as Omit<Scenario, "folder">), name, folder: join(root, name) };
    });
}
