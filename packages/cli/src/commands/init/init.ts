import { relative, resolve } from "node:path";
import { CONFIG_NAMES, failed, nodeHost, REPOSITORY } from "@concordat/engine";
import type { ExitCode, Surroundings } from "../../io.ts";
import { complain } from "../../session/problems.ts";
import { findDescriptions } from "./descriptions.ts";
import { initialFiles } from "./files.ts";

/** `concordat init`: writes a configuration for the descriptions that are here, and a workflow; nothing is overwritten. */
export async function init(flags: { readonly yes?: boolean }, io: Surroundings): Promise<ExitCode> {
  const host = nodeHost(io.cwd());
  for (const name of CONFIG_NAMES) {
    if ((await host.realPath(`${host.cwd}/${name}`)) !== undefined)
      return complain([{ code: "config-there", message: `${name} already exists here.`, file: name }], io);
  }
  const { paths, contracts, skipped } = await findDescriptions(host);
  if (paths.length === 0)
    return complain(
      [
        {
          code: "no-descriptions",
          message: "Found no OpenAPI description below this folder. Run `concordat init` in the folder that has one.",
        },
      ],
      io,
    );
  const top = await host.gitRoot(host.cwd);
  const folder = relative(top ?? host.cwd, host.cwd).replaceAll("\\", "/");
  const isGitLab = (await host.realPath(resolve(top ?? host.cwd, ".gitlab-ci.yml"))) !== undefined;
  const files = initialFiles({ folder, contracts, forge: isGitLab ? "gitlab" : "github" });
  io.stdout.write(foundText(paths, skipped));
  if (
    !flags.yes &&
    io.stdin.isTTY &&
    io.stdout.isTTY &&
    !(await confirmed(`Write ${Object.keys(files).join(" and ")}?`))
  ) {
    io.stdout.write("Nothing was written.\n");
    return 0;
  }
  for (const [path, text] of Object.entries(files)) {
    const absolute = resolve(host.cwd, path);
    if ((await host.realPath(absolute)) !== undefined) {
      io.stdout.write(`Kept     ${path}, which was there\n`);
      continue;
    }
    const written = await host.writeText(absolute, text);
    if (failed(written)) return complain([{ code: "output", message: written.message }], io, 3);
    io.stdout.write(`Written  ${path}\n`);
  }
  io.stdout.write(nextSteps(Object.keys(files), top !== undefined, isGitLab));
  return 0;
}

function foundText(paths: readonly string[], skipped: readonly string[]): string {
  const found = `Found ${paths.length === 1 ? "one description" : `${paths.length} descriptions`}:\n`;
  const left =
    skipped.length === 0 ? "" : `Left out those in ${skipped.join(", ")}: they are built, or made for tests.\n`;
  return `${found}${paths.map((path) => `  ${path}\n`).join("")}${left}`;
}

function nextSteps(files: readonly string[], isCheckout: boolean, isGitLab: boolean): string {
  const [config = "", workflow = ""] = files;
  const steps = [
    `Look through ${config}: does it name what you promise, and nothing else?`,
    isCheckout
      ? "`concordat check` compares it with the default branch. Existing findings do not count."
      : "This is not a git checkout: give each contract a `base`, or `revisions`, to compare it with.",
    ...(isGitLab ? [`In .gitlab-ci.yml add \`include: [{ local: ${workflow.replace(/^(?:\.\.\/)+/, "")} }]\`.`] : []),
    ...(!isGitLab && REPOSITORY.startsWith("OWNER/")
      ? [`In ${workflow} put the account that publishes the Action in the place of OWNER.`]
      : []),
    "Commit both files, and open a pull request.",
  ];
  return `Next:\n${steps.map((step, i) => `  ${i + 1}. ${step}\n`).join("")}`;
}

async function confirmed(question: string): Promise<boolean> {
  const { createInterface } = await import("node:readline/promises");
  const prompt = createInterface({ input: process.stdin, output: process.stdout });
  try {
    return !/^n/i.test((await prompt.question(`${question} [Y/n] `)).trim());
  } finally {
    prompt.close();
  }
}
