import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { failed, type Host, type Result } from "@concordat/engine";
import { governMoves } from "@concordat/engine/moves";
import type { CommonFlags } from "../../flags.ts";
import type { ExitCode, Surroundings } from "../../io.ts";
import type { FormatOptions } from "../../output/formats.ts";
import { writeTexts } from "../../output/write.ts";
import { openSession } from "../../session/open.ts";
import { complain, failureCode } from "../../session/problems.ts";
import { type CodemodFormat, type Rewritten, renderRewritten } from "./codemod-text.ts";
import { loadCodemod } from "./load.ts";
import { type RevisionFlags, revisionsOf } from "./revisions.ts";
import { ClientModules, shownPath, sourceFiles } from "./sources.ts";

/** The flags of `migrate codemod`. */
export interface CodemodFlags extends CommonFlags, RevisionFlags {
  /** Module specifiers of generated clients, beside those that are found. */
  readonly client: readonly string[];
  readonly dryRun?: boolean;
  readonly typeCheck: boolean;
}

/** `concordat migrate codemod`: rewrites the call sites of consumers. */
export async function migrateCodemod(
  paths: readonly string[],
  flags: CodemodFlags,
  formats: FormatOptions,
  io: Surroundings,
): Promise<ExitCode> {
  const opened = await openSession(flags, io, { ownRules: false });
  if (failed(opened)) return failureCode(opened, io);
  const { host, load } = opened.value;
  const revisions = revisionsOf(flags, opened.value);
  if (failed(revisions)) return failureCode(revisions, io);
  const files = await sourceFiles(paths, host);
  if (failed(files)) return failureCode(files, io);
  const rewritten = await rewriteAll(files.value, { ...revisions.value, load }, flags, host, io);
  if (failed(rewritten)) return failureCode(rewritten, io);
  const changed = rewritten.value.filter(({ before, after }) => before !== after);
  if (!flags.dryRun) {
    for (const { file, after } of changed) {
      const written = await host.writeText(join(host.cwd, file), after);
      if (failed(written)) return complain([{ code: "output", message: written.message }], io, 3);
    }
  }
  const targets = formats.targets<CodemodFormat>("stylish");
  const render = ({ format }: { readonly format: string }) =>
    renderRewritten(rewritten.value, format as CodemodFormat, flags.dryRun === true);
  const unwritten = await writeTexts(targets, render, host, io, flags.quiet === true);
  if (unwritten !== undefined) return unwritten;
  const isTyped = flags.dryRun || !flags.typeCheck || changed.length === 0 || typeCheck(io);
  const isDecided = rewritten.value.every(({ decisions }) => decisions.length === 0);
  return flags.failOn !== "never" && !(isTyped && isDecided) ? 1 : 0;
}

async function rewriteAll(
  files: readonly string[],
  request: Parameters<typeof governMoves>[0],
  { client }: CodemodFlags,
  host: Host,
  io: Surroundings,
): Promise<Result<readonly Rewritten[]>> {
  const moves = await governMoves(request, host);
  if (failed(moves)) return moves;
  const codemod = await loadCodemod(io.cwd());
  if (failed(codemod)) return codemod;
  const modules = new ClientModules(client, host);
  const rewritten: Rewritten[] = [];
  for (const path of files) {
    const file = shownPath(path, host);
    const read = await host.readText(path);
    if (failed(read))
      return { failure: "input", problems: [{ code: "source-unreadable", message: read.message, file }] };
    const source = { path, text: read.value };
    const { text, calls, decisions } = codemod.value.rewriteFile(
      source,
      moves.value,
      await modules.read(path, read.value),
    );
    if (text !== read.value || decisions.length > 0)
      rewritten.push({ file, calls, decisions, before: read.value, after: text });
  }
  return { value: rewritten };
}

/** Has the TypeScript of the project check what was written; true where it finds nothing, or is not there. */
function typeCheck(io: Surroundings): boolean {
  const cwd = io.cwd();
  const compiler = compilerAbove(cwd);
  if (compiler === undefined || !existsSync(join(cwd, "tsconfig.json"))) {
    io.stderr.write("The types were not checked: there is no tsconfig.json here, or TypeScript is not installed.\n");
    return true;
  }
  const { status, stdout } = spawnSync(process.execPath, [compiler, "--noEmit", "-p", cwd], { cwd, encoding: "utf8" });
  if (status !== 0) io.stderr.write(`The types do not fit:\n${stdout}`);
  return status === 0;
}

function compilerAbove(folder: string): string | undefined {
  for (let at = folder; ; at = dirname(at)) {
    const path = join(at, "node_modules", "typescript", "bin", "tsc");
    if (existsSync(path)) return path;
    if (at === dirname(at)) return undefined;
  }
}
