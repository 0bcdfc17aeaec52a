import { failed, nodeHost, readConfig, rulesOf, VERSION } from "@concordat/engine";
import { catalogue } from "@concordat/rules";
import type { ExitCode, Surroundings } from "../io.ts";

/** `concordat doctor`: tells what is here and what is missing, and for what each is needed. */
export async function doctor(io: Surroundings): Promise<ExitCode> {
  const host = nodeHost(io.cwd());
  let missing = 0;
  const say = (fine: boolean, what: string, detail: string) => {
    if (!fine) missing++;
    io.stdout.write(`${fine ? "ok     " : "missing"}  ${what.padEnd(16)}${detail}\n`);
  };
  io.stdout.write(`Concordat ${VERSION}\n`);
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  say(major > 22 || (major === 22 && minor >= 19), "Node", `${process.versions.node}; 22.19 or later is needed`);
  const root = await host.gitRoot(host.cwd);
  say(
    root !== undefined,
    "git checkout",
    root ?? "`check` needs one, or a folder of revisions, to find what to compare with",
  );
  if (root !== undefined) {
    const branch = await host.gitDefaultBranch(root);
    say(!failed(branch), "default branch", failed(branch) ? branch.message : branch.value);
    const base = failed(branch) ? branch : await host.gitMergeBase(root, branch.value, "HEAD");
    if (!failed(branch)) say(!failed(base), "merge base", failed(base) ? base.message : base.value.slice(0, 12));
  }
  const config = await readConfig(host, undefined, [...rulesOf(catalogue).keys()]);
  if (failed(config)) say(false, "configuration", config.problems.map(({ message }) => message).join(" "));
  else
    say(
      config.value.path !== undefined,
      "configuration",
      config.value.path === undefined
        ? `none found; \`${io.command} init\` writes one`
        : `${config.value.path}, ${config.value.contracts.length} ${config.value.contracts.length === 1 ? "contract" : "contracts"}`,
    );
  return missing === 0 ? 0 : 1;
}
