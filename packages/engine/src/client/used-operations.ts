import { dirname, resolve } from "node:path";
import { compareBy } from "../base/order.ts";
import { pathFrom } from "../base/paths.ts";
import type { Api } from "../model/api.ts";
import { type OperationKey, operationName } from "../model/operation-key.ts";
import type { ScannedUse, SentParts, UnresolvedUse, UsedOperation, UsedSite } from "../model/scan.ts";
import { functionNames } from "./names.ts";

/** The operations of a description that sources use, as far as that can be told. */
export type ClientUsage = Omit<ScannedUse, "spec">;

/** What a place in a source uses, as whoever reads sources says it. */
export interface FoundUse {
  readonly line: number;
  readonly column: number;
  readonly used:
    | { readonly function: string }
    | { readonly method: string; readonly path: string }
    | { readonly unknown: string };
  /** What is given to the operation; absent where it is not called here. */
  readonly sends?: SentParts;
}

/** What a reader of sources is told of an API. */
export interface KnownOperations {
  /** Whether the generated client has a function of this name. */
  byFunction(name: string): boolean;
  /** Whether there is an operation of this method, in any letters, and this path template. */
  byRoute(method: string, path: string): boolean;
  /** Whether a module specifier of the source leads to the generated client. */
  isClient(specifier: string): boolean;
}

/** Reads a source: finds the places that use operations. */
export type ReadUses = (file: string, text: string, known: KnownOperations) => readonly FoundUse[];

/** A source, by its absolute path. */
export interface Source {
  readonly path: string;
  /** As people name it. */
  readonly name: string;
  readonly text: string;
}

/** The sources of a project. */
export interface Sources {
  readonly own: readonly Source[];
  /** Those that nothing here reads, as people name them. */
  readonly unread: readonly string[];
}

/**
 * Finds which operations of a description some sources use.
 * @param client the folder of the generated client, absolute; undefined where there is none
 */
export function findUsedOperations(
  { operations }: Api,
  client: string | undefined,
  { own, unread }: Sources,
  readUses: ReadUses,
): ClientUsage {
  const names = functionNames(operations.map(({ ref }) => ref));
  const functions = new Map([...names].map(([ref, name]) => [name, ref]));
  const routes = new Map([...names].map(([ref, name]) => [operationName(ref), name]));
  const routeName = (method: string, path: string) => operationName({ method: method.toUpperCase(), path });
  const sites = new Map<string, UsedSite[]>();
  const unresolved: UnresolvedUse[] = unread.map((file) => ({ file, line: 1, column: 1, reason: UNREAD }));
  for (const { path, name: file, text } of own) {
    const known = {
      byFunction: (name: string) => functions.has(name),
      byRoute: (method: string, template: string) => routes.has(routeName(method, template)),
      isClient: (specifier: string) => client !== undefined && leadsToClient(specifier, path, client),
    };
    for (const { line, column, used, sends } of readUses(file, text, known)) {
      const site = { file, line, column, ...(sends && { sends }) };
      if ("unknown" in used) unresolved.push({ file, line, column, reason: used.unknown });
      else {
        const name = "function" in used ? used.function : (routes.get(routeName(used.method, used.path)) as string);
        sites.set(name, [...(sites.get(name) ?? []), site]);
      }
    }
  }
  const used = [...sites].map(([name, list]): UsedOperation => {
    const { method, path } = functions.get(name) as { readonly method: string; readonly path: string };
    return { method, path, function: name, sites: list };
  });
  const unused = [...names].flatMap(([{ method, path }, name]) => (sites.has(name) ? [] : [{ method, path }]));
  return {
    operations: operations.length,
    files: own.length,
    used: used.sort(BY_OPERATION),
    unused: unused.sort(BY_OPERATION),
    unresolved,
  };
}

const UNREAD = "Sources of this kind are not read.";

const BY_OPERATION = compareBy<OperationKey>(
  ({ path }) => path,
  ({ method }) => method,
);

/** Whether a module specifier leads to `client.ts` of a client; one that begins with an alias is told by its end. */
function leadsToClient(specifier: string, from: string, client: string): boolean {
  const bare = specifier.replace(/\.[cm]?[jt]s$/, "");
  if (bare.startsWith(".")) return pathFrom(resolve(client, "client"), resolve(dirname(from), bare)) === "";
  return bare.endsWith(`/${client.split(/[\\/]/).at(-1)}/client`);
}
