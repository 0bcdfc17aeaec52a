import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Failure, Result } from "@concordat/engine";

/** A package of ours that is not part of this program, because few runs have use for what it brings. */
export interface OwnPackage<T> {
  readonly name: string;
  /** Begins the names of problems: `usage`. */
  readonly code: string;
  /** What it does, for the sentence that asks for it: `Logs are read`. */
  readonly purpose: string;
  /** Why it may be there and not run. */
  readonly needs?: string;
  /** Loads it from beside this program. */
  load(): Promise<T>;
}

/** Loads a package: from beside this program, or else from the project. */
export async function loadPackage<T>(wanted: OwnPackage<T>, cwd: string): Promise<Result<T>> {
  try {
    return { value: await wanted.load() };
  } catch (error) {
    if (!isMissing(error, wanted.name)) return unusable(error, wanted);
  }
  try {
    const path = createRequire(join(cwd, "package.json")).resolve(wanted.name);
    return { value: (await import(pathToFileURL(path).href)) as T };
  } catch (error) {
    return isMissing(error, wanted.name) ? missing(wanted) : unusable(error, wanted);
  }
}

function isMissing(error: unknown, name: string): boolean {
  const { code, message = "" } = error as { readonly code?: string; readonly message?: string };
  return (code === "ERR_MODULE_NOT_FOUND" || code === "MODULE_NOT_FOUND") && message.includes(name);
}

function missing({ name, code, purpose }: Omit<OwnPackage<unknown>, "load">): Failure {
  const message = `${purpose} by the package \`${name}\`, which is not installed. Install it: npm install --save-dev ${name}@${__CONCORDAT_VERSION__}`;
  return { failure: "tool", problems: [{ code: `${code}-missing`, message }] };
}

function unusable(error: unknown, { name, code, needs }: Omit<OwnPackage<unknown>, "load">): Failure {
  const reason = error instanceof Error ? error.message.split("\n", 1)[0] : String(error);
  const message = `The package \`${name}\` cannot be loaded: ${reason}${needs === undefined ? "" : ` ${needs}`}`;
  return { failure: "tool", problems: [{ code: `${code}-unusable`, message }] };
}
