import { failed, type Result } from "@concordat/engine";
import type { OpenStore } from "@concordat/engine/migration";
import { loadPackage } from "./own-package.ts";

type UsagePackage = typeof import("@concordat/usage");

/** Loads what reads logs and keeps a store: it brings a database. */
export function loadUsage(cwd: string): Promise<Result<UsagePackage>> {
  return loadPackage<UsagePackage>(
    {
      name: "@concordat/usage",
      code: "usage",
      purpose: "Logs are read",
      needs: "Its database needs Linux, macOS or Windows on x64 or arm64.",
      load: () => import("@concordat/usage"),
    },
    cwd,
  );
}

/** Opens usage stores by their absolute paths, with the package that is installed for it. */
export function storeOpener(cwd: string): OpenStore {
  return async (path) => {
    const usage = await loadUsage(cwd);
    return failed(usage) ? usage : usage.value.UsageReader.open(path);
  };
}
