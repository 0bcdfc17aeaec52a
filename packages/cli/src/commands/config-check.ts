import { join } from "node:path";
import { failed, findFiles, type Host, pathFrom, type Result, unversionedIn } from "@concordat/engine";
import type { ExitCode, Surroundings } from "../io.ts";
import { openRules } from "../session/open.ts";
import { complain, failureCode } from "../session/problems.ts";

/** `concordat config check`: the configuration, the rules of the team, and whether its descriptions are valid OpenAPI. */
export async function configCheck(flags: { readonly config?: string }, io: Surroundings): Promise<ExitCode> {
  const opened = await openRules(flags, io);
  if (failed(opened)) return failureCode(opened, io);
  const { host, config } = opened.value;
  if (config.path === undefined)
    return complain(
      [{ code: "config-missing", message: "Found no configuration. Run `concordat init` to write one." }],
      io,
    );
  const { validateDescription } = await import("@concordat/engine/validate");
  let invalid = 0;
  for (const contract of config.contracts) {
    const passedOver = await unversioned(contract.revisions, host);
    const found = [
      ...(await validateDescription(contract.spec, host, config.remoteRefs)),
      ...(failed(passedOver) ? passedOver.problems : []),
    ];
    io.stdout.write(`${found.length === 0 ? "ok     " : "invalid"}  ${contract.name}\n`);
    invalid += found.length;
    complain(found, io);
    for (const path of failed(passedOver) ? [] : passedOver.value)
      io.stdout.write(`note     ${path} is named by no version, so nothing is compared with it.\n`);
  }
  if (invalid > 0) return 2;
  io.stdout.write(`${config.path} is fine.\n`);
  return 0;
}

/** Files among released revisions that are passed over. */
async function unversioned(folder: string | undefined, host: Host): Promise<Result<readonly string[]>> {
  if (folder === undefined) return { value: [] };
  const files = await findFiles(host, "*.{yaml,yml,json}", folder);
  if (failed(files)) return files;
  return { value: unversionedIn(files.value).map((file) => pathFrom(host.cwd, join(folder, file))) };
}
