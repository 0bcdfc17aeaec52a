import { execFileSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { CLI } from "./scenarios/harness/command.ts";

/** A folder with `concordat` in its `bin`, as an installation has it. */
const folder = mkdtempSync(join(tmpdir(), "concordat-completion-"));
const bin = join(folder, "bin");
mkdirSync(bin);
writeFileSync(join(bin, "concordat"), `#!/bin/sh\nexec "${process.execPath}" "${CLI}" "$@"\n`);
chmodSync(join(bin, "concordat"), 0o755);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const env = { ...process.env, HOME: folder, PATH: `${bin}${delimiter}${process.env["PATH"] ?? ""}` };
const run = (shell: string, ...args: readonly string[]) =>
  execFileSync(shell, args, { cwd: folder, env, encoding: "utf8" }).split("\n").filter(Boolean);

function isThere(shell: string): boolean {
  try {
    return run(shell, "-c", "true").length === 0;
  } catch {
    return false;
  }
}

describe.skipIf(!isThere("bash"))("bash", () => {
  const complete = (...words: readonly string[]) =>
    run(
      "bash",
      "--norc",
      "-c",
      `source <(concordat completion); COMP_WORDS=(concordat "$@"); COMP_CWORD=$#; _concordat; printf '%s\\n' "\${COMPREPLY[@]}"`,
      "bash",
      ...words,
    );

  test("completes", () => {
    expect(complete("che")).toEqual(["check"]);
    expect(complete("check", "--fail-on", "")).toEqual(["error", "warn", "never"]);
    expect(complete("check", "--config", "")).toEqual([]);
  });
});

describe.skipIf(!isThere("fish"))("fish", () => {
  const complete = (line: string) =>
    run("fish", "--no-config", "-c", `concordat completion --shell fish | source; complete -C '${line}'`);

  test("completes", () => {
    expect(complete("concordat che")).toEqual(["check"]);
    expect(complete("concordat check --fail-on ")).toEqual(["error", "warn", "never"]);
  });
});

describe.skipIf(!isThere("zsh"))("zsh", () => {
  // Completion of zsh runs in its line editor alone: what would be added is caught where the script adds it.
  const complete = (...words: readonly string[]) =>
    run(
      "zsh",
      "-f",
      "-c",
      `autoload -Uz compinit && compinit -D -u; compadd() { shift; print -l -- "\${(@P)1}" }; _files() { print FILES }
eval "$(concordat completion --shell zsh)"; words=(concordat "$@"); CURRENT=$#words; _concordat`,
      "zsh",
      ...words,
    );

  test("completes", () => {
    expect(complete("che")).toEqual(["check"]);
    expect(complete("check", "--fail-on", "")).toEqual(["error", "warn", "never"]);
    expect(complete("check", "--config", "")).toEqual(["FILES"]);
  });
});
