import { readFileSync } from "node:fs";
import { createRequire, registerHooks } from "node:module";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { HostResult } from "./host.ts";

/** Code of users: rulesets and functions that are JavaScript, and packages that they have installed. */
export interface UserModules {
  /** What a module exports by default, or all it exports where that is nothing. It runs. */
  load(path: string): HostResult<unknown>;
  /** The file that a package is entered by, as it is found from a folder. */
  resolve(name: string, folder: string): string | undefined;
}

/** Where modules find what is provided; modules that a hook makes up share nothing else with us. */
const PROVIDED = Symbol.for("concordat.provided-modules");
const SCHEME = "concordat-provided:";
/** The URLs of users' modules: those that are loaded here, and all that they lead to. What else a process loads is its own. */
const users = new Set<string>();

let registered = false;

/**
 * The way to users' modules. They are given the modules provided here under their names, whether or not those are
 * installed where they lie.
 */
export function userModules(provided: Readonly<Record<string, object>>): UserModules {
  Object.assign(known(), provided);
  if (!registered) registerProvided();
  registered = true;
  return {
    load: (path) => {
      users.add(pathToFileURL(path).href);
      try {
        const exported: unknown = createRequire(path)(path);
        const hasDefault = typeof exported === "object" && exported !== null && "default" in exported;
        return { value: hasDefault ? exported.default : exported };
      } catch (error) {
        return { failure: "tool", message: tellError(error, path) };
      }
    },
    resolve: (name, folder) => {
      try {
        return createRequire(join(folder, "ruleset.js")).resolve(name);
      } catch {
        return undefined;
      }
    },
  };
}

/** All that is provided so far. */
function known(): Record<string, object> {
  return ((globalThis as unknown as Record<symbol, Record<string, object>>)[PROVIDED] ??= {});
}

/** Stays in force: functions may load modules while they run. */
function registerProvided(): void {
  const provided = known();
  registerHooks({
    resolve: (specifier, context, next) => {
      if (!users.has(context.parentURL ?? "")) return next(specifier, context);
      if (Object.hasOwn(provided, specifier)) return { url: SCHEME + specifier, format: "module", shortCircuit: true };
      const found = resolveAsBundlers(specifier, context.parentURL ?? "", (name) => next(name, context));
      users.add(found.url);
      return found;
    },
    load: (url, context, next) => {
      if (url.startsWith(SCHEME))
        return { format: "module", source: facade(url.slice(SCHEME.length)), shortCircuit: true };
      if (!users.has(url) || !url.startsWith("file:") || !url.endsWith(".js") || isPackaged(url))
        return next(url, context);
      // What the nearest package.json says of a project need not hold for its rulesets.
      const source = readFileSync(fileURLToPath(url), "utf8");
      return { format: isModule(source) ? "module" : "commonjs", source, shortCircuit: true };
    },
  });

  /** A module with the exports of one that is provided, so written that importing modules see their names. */
  function facade(name: string): string {
    const from = `globalThis[Symbol.for(${JSON.stringify(PROVIDED.description)})][${JSON.stringify(name)}]`;
    const names = Object.keys(provided[name] as object).filter((each) => /^[\w$]+$/.test(each) && each !== "default");
    return names.map((each) => `export const ${each} = ${from}.${each};`).join("\n");
  }
}

/** Bundlers, by which users may have tried their modules, find them without the end of their names. */
function resolveAsBundlers<Found>(specifier: string, parent: string, resolve: (name: string) => Found): Found {
  try {
    return resolve(specifier);
  } catch (error) {
    if (!/^\.{1,2}\//.test(specifier) || isPackaged(parent)) throw error;
    return resolve(`${specifier}.js`);
  }
}

function isPackaged(url: string): boolean {
  return url.includes("/node_modules/");
}

function isModule(source: string): boolean {
  return /^\s*(?:export\s*(?:[{*]|(?:default|const|let|var|async|function|class)\b)|import\s*(?:["'{*]|\w+\s*(?:,|from\b)))/m.test(
    source,
  );
}

/** What went wrong, with the line of the module where the error tells it. */
function tellError(error: unknown, path: string): string {
  if (!(error instanceof Error)) return String(error);
  const [reason = ""] = error.message.split("\n");
  const at = error.stack?.split("\n").find((line) => line.includes(path));
  const line = at && /:(\d+)(?::\d+)?\)?$/.exec(at)?.[1];
  return line ? `${reason} (line ${line})` : reason;
}
