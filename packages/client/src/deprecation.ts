import { originOf } from "./core.ts";
import type { OperationEntry } from "./entry.ts";
import { type Deprecation, type Hooks, tell } from "./hooks.ts";
import type { World } from "./world.ts";

/** Operations whose deprecation was told in this process. */
const told = new Set<string>();

/** Tells hooks that an operation is deprecated, by its contract or by the answer; once for each operation in a process. */
export function tellDeprecation(
  entry: OperationEntry,
  url: string,
  headers: Headers | undefined,
  hooks: readonly Hooks[],
  { warn }: Pick<World, "warn">,
): void {
  const deprecation = deprecationOf(entry, headers);
  if (deprecation === undefined) return;
  const key = `${originOf(url)} ${entry.method} ${entry.path}`;
  if (told.has(key)) return;
  told.add(key);
  if (hooks.some((hook) => hook.onDeprecation)) tell(hooks, (hook) => hook.onDeprecation?.(deprecation), warn);
  else warn(messageOf(deprecation));
}

/** What contract and answer say of an operation's end; headers go before the contract, for they are newer. */
function deprecationOf(entry: OperationEntry, headers: Headers | undefined): Deprecation | undefined {
  const { deprecation } = entry;
  const header = headers?.get("deprecation")?.trim();
  const sunset = dayOf(headers?.get("sunset"));
  // Early drafts of RFC 9745 wrote `false` where nothing is deprecated.
  if (deprecation === undefined && sunset === undefined && (header === undefined || header === "false"))
    return undefined;
  const links = headers?.get("link");
  return {
    operation: entry,
    deprecated: dayOf(header) ?? deprecation?.deprecated,
    sunset: sunset ?? deprecation?.sunset,
    successor: deprecation?.successor ?? linkOf(links, "successor-version"),
    information: linkOf(links, "deprecation") ?? linkOf(links, "sunset"),
  };
}

/** A day of `Deprecation` (`@1688169599`, RFC 9745, section 2.1) or `Sunset` (an HTTP date, RFC 8594, section 3). */
function dayOf(text: string | null | undefined): string | undefined {
  const seconds = /^@(-?\d+)$/.exec(text ?? "")?.[1];
  const time = seconds === undefined ? Date.parse(text ?? "") : Number(seconds) * 1000;
  return Math.abs(time) <= 8.64e15 ? new Date(time).toISOString().slice(0, 10) : undefined;
}

/** The target of the first link of a relation in a `Link` header (RFC 8288, section 3). */
export function linkOf(header: string | null | undefined, relation: string): string | undefined {
  for (const [, target, parameters = ""] of (header ?? "").matchAll(
    /<([^>]*)>((?:\s*;\s*[^=;,\s]+\s*(?:=\s*(?:"[^"]*"|[^",;\s]*))?)*)/g,
  )) {
    const [, quoted, token] = /;\s*rel\s*=\s*(?:"([^"]*)"|([^";,\s]+))/i.exec(parameters) ?? [];
    if ((quoted ?? token ?? "").toLowerCase().split(/\s+/).includes(relation)) return target;
  }
  return undefined;
}

function messageOf({ operation, deprecated, sunset, successor, information }: Deprecation): string {
  return [
    `${operation.name} (${operation.method} ${operation.path}) is deprecated${deprecated === undefined ? "" : ` since ${deprecated}`}`,
    ...(sunset === undefined ? [] : [`may stop working after ${sunset}`]),
    ...(successor === undefined ? [] : [`use ${successor} instead`]),
    ...(information === undefined ? [] : [`see ${information}`]),
  ]
    .join("; ")
    .concat(".");
}
