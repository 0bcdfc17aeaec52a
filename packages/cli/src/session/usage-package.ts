import { failed, inputFailure, type Result, type StoreLocation } from "@concordat/engine";
import type { OpenStore } from "@concordat/engine/migration";
import type { StoreLocation as OpenLocation } from "@concordat/usage";
import type { Surroundings } from "../io.ts";
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

/** Opens usage stores, with the package that is installed for it. */
export function storeOpener({ cwd, env }: Pick<Surroundings, "cwd" | "env">): OpenStore {
  return async (location) => {
    const store = withPassword(location, env);
    if (failed(store)) return store;
    const usage = await loadUsage(cwd());
    return failed(usage) ? usage : usage.value.UsageReader.open(store.value);
  };
}

/** A store with the password that the environment has for it. */
export function withPassword(location: StoreLocation, env: Surroundings["env"]): Result<OpenLocation> {
  if (location.engine === "duckdb") return { value: location };
  const { password } = location;
  if (password === undefined) return { value: { ...location, password: "" } };
  const value = "value" in password ? password.value : env[password.variable];
  if (value !== undefined) return { value: { ...location, password: value } };
  const { variable } = password as { readonly variable: string };
  const message = `The password of the usage store is asked of the variable \`${variable}\`, which is not set.`;
  return inputFailure("usage", message);
}
