import type { Result } from "@concordat/engine";
import { loadPackage } from "../../session/own-package.ts";

type ClientTypescript = typeof import("@concordat/client-typescript");

/** Loads what makes types and reads sources: it brings a TypeScript of its own. */
export function loadClientTypescript(cwd: string): Promise<Result<ClientTypescript>> {
  return loadPackage<ClientTypescript>(
    {
      name: "@concordat/client-typescript",
      code: "client-typescript",
      purpose: "Types are made and call sites are read",
      load: () => import("@concordat/client-typescript"),
    },
    cwd,
  );
}
