import { join } from "node:path";
import type { Evidence } from "../analyses/analysis.ts";
import type { CheckName } from "../analyses/index.ts";
import { pathFrom } from "../base/paths.ts";
import { failed, hostFailure, inputFailure, type Result } from "../base/result.ts";
import { CLIENT_FILES, type ClientFile, isGenerated } from "../client/client-files.ts";
import type { ClientFolder } from "../client/stale.ts";
import type { ContractConfig } from "../config/read-config.ts";
import { findFiles } from "../host/find-files.ts";
import type { Host } from "../host/host.ts";

/** The generated files in a folder, which may hold nothing else. Lines may end as a checkout has them. */
export async function readClientFolder(out: string, host: Host): Promise<Result<ClientFolder>> {
  const folder = pathFrom(host.cwd, out) || ".";
  if (!failed(await host.readBytes(out)))
    return inputFailure("client-folder", "This is a file. Name a folder for the client.", { file: folder });
  const files = new Map<ClientFile, string>();
  const found = await findFiles(host, "*", out);
  if (failed(found)) return found;
  for (const path of found.value) {
    const name = CLIENT_FILES.find((each) => each === path);
    const text = name && (await host.readText(join(out, name)));
    if (text !== undefined && failed(text))
      return hostFailure(text, "client-folder", `\`${folder}/${path}\` cannot be read. ${text.message}`);
    const written = text?.value.replaceAll("\r\n", "\n") ?? "";
    if (name === undefined || !isGenerated(written))
      return inputFailure(
        "client-folder",
        "This is not part of a generated client. Name a folder of its own for the client, or move this away.",
        { file: `${folder}/${path}` },
      );
    files.set(name, written);
  }
  return { value: { folder, files } };
}

/** What a contract is judged by, with its client where that is asked for and it has one. */
export async function withClient(
  evidence: Evidence,
  { client }: ContractConfig,
  checks: readonly CheckName[],
  host: Host,
): Promise<Result<Evidence>> {
  if (client === undefined || !checks.includes("client")) return { value: evidence };
  const folder = await readClientFolder(client, host);
  return failed(folder) ? folder : { value: { ...evidence, client: folder.value } };
}
