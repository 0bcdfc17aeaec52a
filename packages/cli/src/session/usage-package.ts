import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type Failure, failed, type Result } from "@concordat/engine";
import type { OpenStore } from "@concordat/engine/migration";

type UsagePackage = typeof import("@concordat/usage");

const NAME = "@concordat/usage";

/**
 * Loads what reads logs and keeps a store. It brings a database, which few runs have use for, and is installed by those who
 * want it: beside this program, or in the project.
 */
export async function loadUsage(cwd: string): Promise<Result<UsagePackage>> {
  try {
    return { value: await import("@concordat/usage") };
  } catch (error) {
    if (!isMissing(error)) return unusable(error);
  }
  try {
    const path = createRequire(join(cwd, "package.json")).resolve(NAME);
    return { value: (await import(pathToFileURL(path).href)) as UsagePackage };
  } catch (error) {
    return isMissing(error) ? missing() : unusable(error);
  }
}

function isMissing(error: unknown): boolean {
  const { code, message = "" } = error as { readonly code?: string; readonly message?: string };
  return (code === "ERR_MODULE_NOT_FOUND" || code === "MODULE_NOT_FOUND") && message.includes(NAME);
}

function missing(): Failure {
  const message = `Logs are read by the package \`${NAME}\`, which is not installed. Install it: npm install --save-dev ${NAME}@${__CONCORDAT_VERSION__}`;
  return { failure: "tool", problems: [{ code: "usage-missing", message }] };
}

function unusable(error: unknown): Failure {
  const reason = error instanceof Error ? error.message.split("\n", 1)[0] : String(error);
  const message = `The package \`${NAME}\` cannot be loaded: ${reason} Its database needs Linux, macOS or Windows on x64 or arm64.`;
  return { failure: "tool", problems: [{ code: "usage-unusable", message }] };
}

/** Opens usage stores by their absolute paths, with the package that is installed for it. */
export function storeOpener(cwd: string): OpenStore {
  return async (path) => {
    const usage = await loadUsage(cwd);
    return failed(usage) ? usage : usage.value.UsageReader.open(path);
  };
}
