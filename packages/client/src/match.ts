import type { OperationEntry } from "./entry.ts";

/** Finds the operation of a request; undefined where the contract has none. */
export type Match = (method: string, url: string) => OperationEntry | undefined;

interface Template {
  readonly entry: OperationEntry;
  readonly pattern: RegExp;
}

/** Prepares to find operations by method and URL, below some servers: concrete segments go before templated ones. */
export function matcherOf(entries: readonly OperationEntry[], servers: readonly string[]): Match {
  const templates = new Map<string, Template[]>();
  for (const entry of entries) {
    const key = keyOf(entry.method, entry.path);
    const list = templates.get(key) ?? [];
    templates.set(key, list);
    list.push({ entry, pattern: patternOf(entry.path) });
  }
  for (const list of templates.values()) list.sort((a, b) => compare(a.entry.path, b.entry.path));
  const bases = servers.map((server) => server.replace(/\/$/, ""));
  return (method, url) => {
    const [target = ""] = url.split(/[?#]/);
    for (const base of bases) {
      if (!target.startsWith(`${base}/`)) continue;
      const path = target.slice(base.length);
      const found = templates.get(keyOf(method, path))?.find(({ pattern }) => pattern.test(path));
      if (found) return found.entry;
    }
    return undefined;
  };
}

function keyOf(method: string, path: string): string {
  return `${method} ${path.split("/").length}`;
}

function patternOf(template: string): RegExp {
  const parts = template.split(/\{[^}]*\}/).map((literal) => encodeURI(literal).replace(/[.*+?^$()|[\]\\]/g, "\\$&"));
  return new RegExp(`^${parts.join("[^/]+")}$`);
}

/** Orders templates of one length: at the first segment where they differ in kind, the one without a parameter goes first. */
function compare(a: string, b: string): number {
  const right = b.split("/");
  for (const [i, segment] of a.split("/").entries()) {
    const order = Number(segment.includes("{")) - Number((right[i] as string).includes("{"));
    if (order !== 0) return order;
  }
  return 0;
}
