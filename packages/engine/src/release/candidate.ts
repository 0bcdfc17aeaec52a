import { textAt } from "../base/json-at.ts";
import { pathFrom } from "../base/paths.ts";
import { failed, inputFailure, type Result } from "../base/result.ts";
import type { Config, ContractConfig } from "../config/read-config.ts";
import type { RunOptions } from "../govern/request.ts";
import type { Host } from "../host/host.ts";
import { type Description, loadDescription } from "../load/description.ts";
import { parseVersion, type Version } from "../policy/versions.ts";
import { copyDescription, type DescriptionCopy } from "./copy-description.ts";

/** What to release. */
export interface ReleaseRequest extends RunOptions {
  readonly config: Config;
  /** Names of contracts; all where none is named. */
  readonly contracts: readonly string[];
}

/** A revision that could be released. */
export interface Candidate {
  readonly contract: ContractConfig;
  /** The folder of the contract's released revisions. */
  readonly folder: string;
  readonly description: Description;
  /** `info.version`, as it is written and as it is read. */
  readonly version: string;
  readonly parsed: Version;
  /** What would be written. */
  readonly copy: DescriptionCopy;
}

/** Reads what a contract would release. */
export async function readCandidate(
  contract: ContractConfig,
  { load }: Pick<ReleaseRequest, "load">,
  host: Host,
): Promise<Result<Candidate>> {
  const { name, revisions: folder, policy } = contract;
  if (folder === undefined)
    return inputFailure(
      "revisions-missing",
      `\`${name}\` has no folder for released revisions. Name one as its \`revisions\` in the configuration.`,
    );
  const loaded = await loadDescription(pathFrom(host.cwd, contract.spec) || contract.spec, host, load);
  if (failed(loaded)) return loaded;
  const description = loaded.value;
  const version = textAt(description.root.root, "info", "version");
  const parsed = version === undefined ? undefined : parseVersion(version, policy.versionStyle);
  // It becomes the name of a file.
  if (version === undefined || parsed === undefined || !/^[\w.+-]+$/.test(version)) {
    const found = version === undefined ? "is no text" : `is \`${version}\``;
    const message = `\`info.version\` of \`${name}\` ${found}. A revision is released under a version such as \`"1.4.0"\`.`;
    return inputFailure("version-unreadable", message, { file: description.source });
  }
  const copy = copyDescription(description, folder, version);
  return failed(copy) ? copy : { value: { contract, folder, description, version, parsed, copy: copy.value } };
}
