import type { Result } from "@concordat/engine";
import { loadPackage } from "../../session/own-package.ts";

type Codemod = typeof import("@concordat/codemod");

/** Loads what rewrites call sites: it brings a parser. */
export function loadCodemod(cwd: string): Promise<Result<Codemod>> {
  return loadPackage<Codemod>(
    {
      name: "@concordat/codemod",
      code: "codemod",
      purpose: "Call sites are rewritten",
      needs: "Its parser needs Linux, macOS or Windows on x64 or arm64.",
      load: () => import("@concordat/codemod"),
    },
    cwd,
  );
}
