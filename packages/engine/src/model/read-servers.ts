import { isObject, type Located, own } from "@concordat/containment";
import type { Cursor } from "./cursor.ts";
import type { OperationRef, Servers } from "./revision.ts";
import { hostUrls } from "./swagger2.ts";

/** Combinations of listed values of variables that are written out before a variable counts as free. */
const MOST_URLS = 64;

/** The servers of an operation: its own, else those of the path item, else those at the top (OpenAPI 3.1, section 4.8.10.1). */
export function readServers(ref: OperationRef, cursor: Cursor): Servers {
  const { root } = cursor;
  if (root.document.dialect === "openapi-2.0")
    return {
      at: cursor.member(ref.at, "schemes") ?? cursor.member(root, "host") ?? cursor.member(root, "basePath") ?? root,
      urls: hostUrls(root, ref.at),
    };
  for (const owner of [ref.at, ref.item, root]) {
    const at = cursor.member(owner, "servers");
    // An empty list is the same as none: one server with the URL `/`.
    if (at && Array.isArray(at.value) && at.value.length > 0)
      return { at, urls: [...new Set(cursor.items(at).flatMap((server) => urlsOf(server, cursor)))] };
  }
  return { at: root, urls: [""] };
}

function urlsOf(server: Located, cursor: Cursor): string[] {
  const template = cursor.text(server, "url");
  if (template === undefined) {
    cursor.report("structure", "A server needs a `url`.", server);
    return [];
  }
  let urls = [template];
  for (const { key, at } of cursor.members(cursor.member(server, "variables"))) {
    const listed = isObject(at.value) ? own(at.value, "enum") : undefined;
    const values = Array.isArray(listed) && listed.length * urls.length <= MOST_URLS ? listed.map(String) : ["{}"];
    urls = urls.flatMap((url) => values.map((value) => url.replaceAll(`{${key}}`, value)));
  }
  return urls.map((url) => normaliseUrl(url.replace(/\{[^{}]+\}/g, "{}")));
}

/** Scheme and host compare without case, and a slash at the end says nothing (RFC 3986, section 6.2.2.1). */
function normaliseUrl(url: string): string {
  const [, scheme = "", host = "", path = ""] = /^(?:([a-z][a-z0-9+.-]*:)?(\/\/[^/]*))?(.*)$/i.exec(url) ?? [];
  return scheme.toLowerCase() + host.toLowerCase() + path.replace(/\/+$/, "");
}

/** The path of a server URL, without scheme and host. */
function basePathOf(url: string): string {
  return url.replace(/^(?:[a-z{][a-z0-9+.{}-]*:)?\/\/[^/]*/i, "");
}

/** A server URL without its path. */
export function originOf(url: string): string {
  return url.slice(0, url.length - basePathOf(url).length);
}
