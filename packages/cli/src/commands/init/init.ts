import { resolve } from "node:path";
import { CONFIG_NAMES, failed, nodeHost, pathFrom, REPOSITORY, SCHEMAS } from "@concordat/engine";
import { countOf } from "@concordat/engine/report";
import type { ExitCode, Surroundings } from "../../io.ts";
import { complain } from "../../session/problems.ts";
import { type FoundDescriptions, findDescriptions } from "./descriptions.ts";
import { INSTALLED_SCHEMA, initialFiles, type Start } from "./files.ts";

/** `concordat init`: writes a configuration for the descriptions that are here, and a workflow; nothing is overwritten. */
export async function init(flags: { readonly yes?: boolean }, io: Surroundings): Promise<ExitCode> {
  const host = nodeHost(io.cwd());
  for (const name of CONFIG_NAMES) {
    if ((await host.realPath(`${host.cwd}/${name}`)) !== undefined)
      return complain([{ code: "config-there", message: `${name} already exists here.`, file: name }], io);
  }
  const found = await findDescriptions(host);
  const { contracts } = found;
  if (contracts.length === 0)
    return complain(
      [
        {
          code: "no-descriptions",
          message: `Found no OpenAPI description below this folder. Run \`concordat init\` in the folder that has one.${unreadText(found)}`,
        },
      ],
      io,
    );
  const top = await host.gitRoot(host.cwd);
  const isGitLab = (await host.realPath(resolve(top ?? host.cwd, ".gitlab-ci.yml"))) !== undefined;
  const installed = (await host.realPath(resolve(host.cwd, INSTALLED_SCHEMA))) !== undefined;
  const suggested: Start = {
    folder: pathFrom(top ?? host.cwd, host.cwd),
    contracts,
    forge: isGitLab ? "gitlab" : "github",
    schema: installed ? INSTALLED_SCHEMA : `${SCHEMAS}/config.schema.json`,
    isLocked: installed && (await host.realPath(resolve(host.cwd, "package-lock.json"))) !== undefined,
  };
  io.stdout.write(foundText(found));
  const asks = !flags.yes && io.stdin.isTTY && io.stdout.isTTY;
  const start = asks ? await (await import("./prompts.ts")).askStart(suggested) : suggested;
  if (start === undefined) {
    io.stdout.write("Nothing was written.\n");
    return 0;
  }
  const files = initialFiles(start);
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
  io.stdout.write(nextSteps(start, top !== undefined, io.command));
  return 0;
}

/** More files than this are not listed one by one: the contracts say what they are. */
const MOST_LISTED = 20;

/** What could not be looked into; empty where that is nothing. */
function unreadText({ unreadable }: FoundDescriptions): string {
  return unreadable.length === 0 ? "" : ` Did not look into ${unreadable.join(", ")}: reading it is not allowed.`;
}

function foundText(found: FoundDescriptions): string {
  const { paths, skipped, parts, unopened } = found;
  const listed = paths.slice(0, MOST_LISTED).map((path) => `  ${path}\n`);
  const more = paths.length > MOST_LISTED ? [`  and ${paths.length - MOST_LISTED} more\n`] : [];
  return [
    `Found ${paths.length === 1 ? "one description" : `${paths.length} descriptions`}:\n`,
    ...listed,
    ...more,
    ...(parts === 0 ? [] : [`Left out ${parts} without operations: they hold parts of others.\n`]),
    ...(skipped.length === 0 ? [] : [`Left out those in ${skipped.join(", ")}: they are built, or made for tests.\n`]),
    ...(unopened === 0
      ? []
      : [
          `Looked into the files nearest to this folder, and not into ${countOf(unopened, "other")}: there are too many.\n`,
        ]),
    ...(found.unreadable.length === 0 ? [] : [`${unreadText(found).trim()}\n`]),
  ].join("");
}

function nextSteps(start: Start, isCheckout: boolean, command: string): string {
  const [config = "", workflow = ""] = Object.keys(initialFiles(start));
  const isGitLab = start.forge === "gitlab";
  const steps = [
    `Look through ${config}: does it name what you promise, and nothing else?`,
    isCheckout
      ? `Run \`${command} check\`. It compares with the default branch. Existing findings do not count.`
      : "This is not a git checkout: give each contract a `base`, or `revisions`, to compare it with.",
    ...(isGitLab ? [`In .gitlab-ci.yml add \`include: [{ local: ${workflow.replace(/^(?:\.\.\/)+/, "")} }]\`.`] : []),
    ...(!isGitLab && REPOSITORY.startsWith("OWNER/")
      ? [`In ${workflow} put the account that publishes the Action in the place of OWNER.`]
      : []),
    `Commit both files${start.isLocked ? ", package.json and package-lock.json" : ""}, and open a ${isGitLab ? "merge" : "pull"} request.`,
  ];
  return `Next:\n${steps.map((step, i) => `  ${i + 1}. ${step}\n`).join("")}`;
}
