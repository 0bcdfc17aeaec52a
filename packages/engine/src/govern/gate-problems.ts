import { pathFrom } from "../base/paths.ts";
import { failed, hostFailure, type Result } from "../base/result.ts";
import type { ContractConfig } from "../config/read-config.ts";
import type { Host } from "../host/host.ts";
import type { RuledProblem } from "../outcome.ts";
import type { Gate, GatedContract } from "./gate.ts";

/** Released revisions that head edits or deletes: they are what consumers were promised, and never change. */
export async function changedRevisions(
  { base }: GatedContract,
  { parting, source }: Gate,
  host: Host,
): Promise<Result<readonly RuledProblem[]>> {
  const isHeld = source.reason === "base" || source.reason === "announced";
  if (!isHeld || failed(parting) || base?.revisions === undefined) return { value: [] };
  const { root, commit } = parting.value;
  const folder = pathFrom(root, base.revisions);
  if (folder.startsWith("../")) return { value: [] };
  const changed = await host.gitChanged(root, commit, [folder]);
  if (failed(changed)) return hostFailure({ ...changed, failure: "tool" }, "base-unreadable");
  const problems = changed.value.map((path): RuledProblem => {
    const restore = `git checkout ${commit.slice(0, 12)} -- ${path}`;
    const message = `The released revision \`${path}\` was edited or deleted. A released revision never changes: restore it with \`${restore}\`, and release what is new under a version of its own.`;
    return { code: "revision-changed", message, severity: "error", file: pathFrom(host.cwd, `${root}/${path}`) };
  });
  return { value: problems };
}

/** A contract that base lists and head does not. */
export function droppedContract({ name, spec }: ContractConfig, host: Host): RuledProblem {
  const message = `The contract \`${name}\` (\`${pathFrom(host.cwd, spec)}\`) is no longer listed in the configuration, so nothing would check it from now on. List it again, or get its removal approved.`;
  return { code: "contract-dropped", message, severity: "error" };
}

/** Code of rulesets that head changes: base's cannot be run beside it, so what it would have found is not known. */
export function changedRulesetCode({ rulesetFiles, source }: Gate): RuledProblem[] {
  if (source.reason !== "base") return [];
  return rulesetFiles
    .filter((file) => !/\.(?:ya?ml|json|md|txt)$/i.test(file))
    .map((file): RuledProblem => {
      const message = `\`${file}\` belongs to a ruleset and was changed; what it found before is not known. Have the change approved, or merge it by itself first.`;
      return { code: "ruleset-code-changed", message, severity: "error", file };
    });
}

/** Packages that base's configuration extends and head installs otherwise: base's are not there to be read. */
export function changedExtends({ packages, source }: Gate): RuledProblem[] {
  if (source.reason !== "base") return [];
  return packages.map((name): RuledProblem => {
    const message = `The configuration extends the package \`${name}\`, which this change installs in another version; what it settled before is not known. Have the change approved, or merge it by itself first.`;
    return { code: "extends-changed", message, severity: "error" };
  });
}
