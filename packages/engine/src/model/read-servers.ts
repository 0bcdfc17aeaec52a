import type { Located } from "@concordat/containment/internal";
import type { Description } from "../load/description.ts";
import { Cursor } from "./cursor.ts";
import type { MetProblem } from "./met-problem.ts";
import type { OperationRef, Servers } from "./revision.ts";
import { hostUrls } from "./swagger2.ts";

/** Combinations of listed values of variables that are written out; where there are more, the lists are compared as such. */
const MOST_URLS = 256;

/** The servers of an operation: its own, else those of the path item, else those at the top (OpenAPI 3.1, section 4.8.10.1). */
export function readServers(ref: OperationRef, cursor: Cursor): Servers {
  const { root } = cursor;
  if (root.document.dialect === "openapi-2.0") {
    const at =
      cursor.member(ref.at, "schemes") ?? cursor.member(root, "host") ?? cursor.member(root, "basePath") ?? root;
    const urls = hostUrls(ref.at, cursor);
    return serversOf(at, [{ urls, defaults: urls, addresses: urls }]);
  }
  for (const owner of [ref.at, ref.item, root]) {
    const at = cursor.member(owner, "servers");
    const listed = cursor.items(at);
    // An empty list is the same as none: one server with the URL `/`.
    if (at === undefined || listed.length === 0) continue;
    return readList(at, listed, cursor);
  }
  return { at: root, urls: [""], defaults: [""], addresses: [""] };
}

/** A list of servers that was read, with what is wrong in it. */
interface ReadList {
  readonly listed: readonly Located[];
  readonly servers: Servers;
  readonly problems: readonly MetProblem[];
}

/** Lists that were read, by what they are written in: that at the top applies to most operations. */
const lists = new WeakMap<Description, Map<unknown, ReadList>>();

function readList(at: Located, listed: readonly Located[], cursor: Cursor): Servers {
  const known = lists.get(cursor.description) ?? new Map<unknown, ReadList>();
  lists.set(cursor.description, known);
  let list = known.get(at.value);
  // A cursor may pass over what others follow.
  if (list?.listed.length !== listed.length) {
    const reader = new Cursor(cursor.description);
    const servers = serversOf(
      at,
      listed.map((server) => readServer(server, reader)),
    );
    known.set(at.value, (list = { listed, servers, problems: reader.problems }));
  }
  for (const problem of list.problems) cursor.note(problem);
  return list.servers;
}

type ServerUrls = Omit<Servers, "at">;

function serversOf(at: Located, read: readonly ServerUrls[]): Servers {
  const each = (list: keyof ServerUrls) => [...new Set(read.flatMap((server) => server[list]).map(normaliseUrl))];
  return { at, urls: each("urls"), defaults: each("defaults"), addresses: each("addresses") };
}

/** The URLs of one server (OpenAPI 3.1.1, section 4.8.5): a variable without a list may have any value. */
function readServer(server: Located, cursor: Cursor): ServerUrls {
  const template = cursor.text(server, "url");
  if (template === undefined) {
    cursor.report("structure", "A server needs a `url`.", server);
    return { urls: [], defaults: [], addresses: [] };
  }
  let [urls, defaults, addresses] = [[template], [template], [template]];
  for (const { key, at } of cursor.members(cursor.member(server, "variables"))) {
    const listed = cursor.texts(at, "enum") ?? [];
    const usual = cursor.text(at, "default");
    const put = (into: readonly string[], values: readonly string[]) =>
      into.flatMap((url) => values.map((value) => url.replaceAll(`{${key}}`, () => value)));
    if (listed.length > 0)
      urls = put(urls, listed.length * urls.length <= MOST_URLS ? listed : [`{${listed.toSorted().join("|")}}`]);
    if (usual !== undefined) defaults = put(defaults, [usual]);
    const known = [...new Set([...listed, ...(usual === undefined ? [] : [usual])])];
    if (known.length > 0)
      addresses = put(addresses, known.length * addresses.length <= MOST_URLS ? known : [`{${key}}`]);
  }
  return { urls, defaults, addresses };
}

const DEFAULT_PORTS: Readonly<Record<string, string>> = {
  "http:": ":80",
  "https:": ":443",
  "ws:": ":80",
  "wss:": ":443",
};

/**
 * Scheme and host compare without case, the port of the scheme may be left out, and a slash at the end says nothing (RFC
 * 3986, sections 6.2.2.1 and 6.2.3). Names of variables keep their case.
 */
function normaliseUrl(url: string): string {
  const [, scheme = "", host = "", path = ""] = /^(?:([a-z][a-z0-9+.-]*:)?(\/\/[^/?#]*))?(.*)$/is.exec(url) ?? [];
  const lower = scheme.toLowerCase();
  const port = DEFAULT_PORTS[lower];
  const named = lowerOutsideBraces(host).replace(/:$/, "");
  const shortened = port !== undefined && named.endsWith(port) ? named.slice(0, -port.length) : named;
  return lower + shortened + path.replace(/\/+$/, "");
}

function lowerOutsideBraces(text: string): string {
  return text.replace(/\{[^{}]*\}|[^{}]+/g, (part) => (part.startsWith("{") ? part : part.toLowerCase()));
}

/**
 * Tells whether a server of some answers wherever another does, both as templates with what follows them: a variable stands
 * for any value, and an address without a scheme may be asked by any. The defaults of variables answer as they are.
 *
 * @param shape what follows the servers: the shape of a path
 * @returns asks of a full URL, the names of its variables taken out
 */
export function answering(
  { urls, defaults }: Pick<Servers, "urls" | "defaults">,
  shape: string,
): (url: string) => boolean {
  const named = urls.map((url) => nameless(url) + shape);
  const exact = new Set([...named, ...defaults.map((url) => nameless(url) + shape)]);
  const bare = new Set(named.map(withoutScheme));
  const bareOfAny = new Set(named.filter((url) => url.startsWith("//")));
  const templates = urls.filter((url) => VARIABLE.test(url));
  const patterns = templates.map((url) => patternOf(url, shape));
  const barePatterns = templates.map((url) => patternOf(withoutScheme(url), shape));
  return (url) => {
    if (exact.has(url)) return true;
    const address = withoutScheme(url);
    if (url.startsWith("//")) return bare.has(address) || barePatterns.some((pattern) => pattern.test(address));
    return (
      bareOfAny.has(address) ||
      patterns.some((pattern, i) => pattern.test(templates[i]?.startsWith("//") ? address : url))
    );
  };
}

/** Servers with the shape of the path that follows them. */
interface Addresses {
  readonly servers: Servers;
  readonly shape: string;
}

/** Servers that share no address with others before paths of one shape: most operations of a description have the same. */
const unanswered = new WeakMap<Servers, WeakMap<Servers, readonly string[]>>();

/** The URLs of some servers at which none of the others answers, as `answering` tells. */
export function urlsBeyond(one: Addresses, other: Addresses): readonly string[] {
  const find = () => {
    const answers = answering(other.servers, other.shape);
    return one.servers.urls.filter((url) => !answers(nameless(url) + one.shape));
  };
  // What follows on both sides decides nothing.
  if (one.shape !== other.shape) return find();
  const known = unanswered.get(one.servers) ?? new WeakMap<Servers, readonly string[]>();
  unanswered.set(one.servers, known);
  const urls = known.get(other.servers) ?? find();
  known.set(other.servers, urls);
  return urls;
}

function patternOf(template: string, shape: string): RegExp {
  const origin = originOf(template);
  const pattern = (text: string, any: string) => text.split(VARIABLE).map(escapePattern).join(any);
  const [head, tail] = [pattern(origin, "[^/]*"), pattern(template.slice(origin.length), ".*")];
  return new RegExp(`^${head}${tail}${escapePattern(shape)}$`, "su");
}

/** A variable that may have any value; one with a list of values is text like any other. */
const VARIABLE = /\{[^{}|]*\}/;

/** A URL with the names of its variables taken out. */
export function nameless(url: string): string {
  return url.replace(new RegExp(VARIABLE, "g"), "{}");
}

function withoutScheme(url: string): string {
  return url.replace(/^[a-z][a-z0-9+.-]*:(?=\/\/)/, "");
}

function escapePattern(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
}

/** The path of a server URL, without scheme and host. */
function basePathOf(url: string): string {
  return url.replace(/^(?:[a-z{][a-z0-9+.{}-]*:)?\/\/[^/]*/i, "");
}

/** A server URL without its path. */
export function originOf(url: string): string {
  return url.slice(0, url.length - basePathOf(url).length);
}
