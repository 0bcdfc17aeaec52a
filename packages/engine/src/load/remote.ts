import { withoutCredentials } from "../base/url-text.ts";
import type { Host, HostResult } from "../host/host.ts";

/** An encoded slash or backslash, and a dot that is encoded twice: a server may decode them into other folders. */
const HIDDEN_WAY = /%(?:25)*(?:2f|5c)|%(?:25)+2e/i;

/**
 * Whether an https URL is on a list of URLs that references may lead to. A URL on the list stands for itself and for what
 * lies below it: hosts are compared as a whole, and paths by segments, so that `https://local` does not allow
 * `https://localhost`, nor `/schemas` `/schemas-of-others`.
 */
export function isAllowedRemote(uri: string, allowed: readonly string[]): boolean {
  const target = URL.parse(uri);
  if (target?.protocol !== "https:" || HIDDEN_WAY.test(target.pathname)) return false;
  return allowed.some((each) => {
    const start = URL.parse(each);
    if (start === null || start.origin !== target.origin) return false;
    if (start.search !== "" && start.search !== target.search) return false;
    const folder = start.pathname.endsWith("/") ? start.pathname : `${start.pathname}/`;
    return target.pathname === start.pathname || target.pathname.startsWith(folder);
  });
}

/** What may be read of the web. */
export interface RemoteOptions {
  /** https URLs that references may lead to. */
  readonly allowRemote: readonly string[];
  readonly allowPrivateNetwork: boolean;
}

/** Reads what a reference leads to outside the origin of a description. Redirects are held to the same list. */
export async function readRemote(
  uri: string,
  host: Host,
  { allowRemote, allowPrivateNetwork }: RemoteOptions,
): Promise<HostResult<Uint8Array>> {
  const name = `\`${withoutCredentials(uri)}\``;
  if (!uri.startsWith("https:"))
    return { failure: "refused", message: `${name} is neither a file of the workspace nor an https URL.` };
  if (!isAllowedRemote(uri, allowRemote))
    return {
      failure: "refused",
      message: `${name} is a remote reference that is not allowed. Allow it with \`remoteRefs\` or --allow-remote-ref.`,
    };
  return host.fetchBytes(uri, {
    allowPrivate: allowPrivateNetwork,
    allows: (target) => isAllowedRemote(target, allowRemote),
  });
}
