import { lookup as resolveName } from "node:dns";
import { get } from "node:https";
import { BlockList, isIP, isIPv6, type LookupFunction } from "node:net";
import type { FetchRules, HostResult } from "./host.ts";

const SECONDS = 30;
const MOST_REDIRECTS = 5;

/** Addresses that are not of the public internet (IANA special-purpose registries, RFC 6890). */
const special = new BlockList();
for (const [network, prefix] of [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["224.0.0.0", 4],
  ["240.0.0.0", 4],
] as const)
  special.addSubnet(network, prefix, "ipv4");
for (const [network, prefix] of [
  ["::", 128],
  ["::1", 128],
  ["64:ff9b::", 96],
  ["fc00::", 7],
  ["fe80::", 10],
  ["ff00::", 8],
] as const)
  special.addSubnet(network, prefix, "ipv6");

/** Whether an address is of the public internet. */
export function isPublicAddress(address: string): boolean {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped) return isPublicAddress(mapped);
  return isIP(address) !== 0 && !special.check(address, isIPv6(address) ? "ipv6" : "ipv4");
}

/** Reads what is behind an https URL. The address is checked as it is connected to, so that a name cannot change its mind. */
export async function fetchBytes(url: string, rules: FetchRules, mostBytes: number): Promise<HostResult<Uint8Array>> {
  let at = url;
  for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
    const result = await fetchOnce(at, rules, mostBytes);
    if (!("redirect" in result)) return result;
    const next = URL.parse(result.redirect, at);
    if (next === null) return { failure: "tool", message: `\`${at}\` redirects to something that is no URL.` };
    // A list of allowed URLs says nothing of where they redirect to.
    if (next.host !== new URL(url).host)
      return {
        failure: "refused",
        message: `\`${url}\` redirects to another host, \`${next.host}\`. Name that URL instead.`,
      };
    at = next.href;
  }
  return { failure: "tool", message: `\`${url}\` redirects more than ${MOST_REDIRECTS} times.` };
}

function fetchOnce(
  url: string,
  rules: FetchRules,
  mostBytes: number,
): Promise<HostResult<Uint8Array> | { readonly redirect: string }> {
  const target = URL.parse(url);
  if (target?.protocol !== "https:")
    return Promise.resolve({ failure: "refused", message: `\`${url}\` is not https.` });
  const host = target.hostname.replace(/^\[|\]$/g, "");
  const refusal = {
    failure: "refused",
    message: `\`${url}\` leads to an address that is not of the public internet. Use --allow-private-network to read it all the same.`,
  } as const;
  if (!rules.allowPrivate && isIP(host) !== 0 && !isPublicAddress(host)) return Promise.resolve(refusal);
  return new Promise((resolve) => {
    const request = get(
      target,
      {
        lookup: rules.allowPrivate ? resolveName : publicLookup,
        timeout: SECONDS * 1000,
        headers: { accept: "application/json, application/yaml, */*" },
      },
      (response) => {
        const { statusCode = 0, headers } = response;
        if (statusCode >= 300 && statusCode < 400 && headers.location) {
          response.resume();
          resolve({ redirect: headers.location });
          return;
        }
        if (statusCode !== 200) {
          response.resume();
          resolve({ failure: "missing", message: `\`${url}\` answers with status ${statusCode}.` });
          return;
        }
        const chunks: Buffer[] = [];
        let size = 0;
        response.on("data", (chunk: Buffer) => {
          chunks.push(chunk);
          size += chunk.length;
          if (size <= mostBytes) return;
          resolve({
            failure: "too-large",
            message: `\`${url}\` has more than ${Math.round(mostBytes / 1024 / 1024)} MB.`,
          });
          request.destroy();
        });
        response.on("end", () => resolve({ value: Buffer.concat(chunks) }));
        response.on("error", () => resolve({ failure: "tool", message: `\`${url}\` broke off.` }));
      },
    );
    request.on("timeout", () => request.destroy(new Error(`no answer within ${SECONDS} seconds`)));
    request.on("error", (error: NodeJS.ErrnoException) => {
      resolve(
        error.code === "ENOTPUBLIC"
          ? refusal
          : { failure: "tool", message: `\`${url}\` cannot be read: ${error.message}.` },
      );
    });
  });
}

const publicLookup: LookupFunction = (hostname, options, callback) => {
  resolveName(hostname, options, (error, address, family) => {
    const addresses = Array.isArray(address) ? address.map((entry) => entry.address) : [address];
    const hidden = !error && !addresses.every(isPublicAddress);
    callback(
      hidden ? Object.assign(new Error("not a public address"), { code: "ENOTPUBLIC" }) : error,
      address,
      family,
    );
  });
};
