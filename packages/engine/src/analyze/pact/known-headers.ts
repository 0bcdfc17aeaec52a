/**
 * Headers that HTTP itself and its proxies and caches use, and that no description has to speak of (IANA registry of HTTP
 * field names): a consumer may send and meet them anywhere.
 */
const KNOWN: ReadonlySet<string> = new Set([
  ...[
    "accept",
    "accept-charset",
    "accept-datetime",
    "accept-encoding",
    "accept-language",
    "accept-patch",
    "accept-ranges",
  ],
  ...["access-control-allow-credentials", "access-control-allow-headers", "access-control-allow-methods"],
  ...["access-control-allow-origin", "access-control-expose-headers", "access-control-max-age"],
  ...["access-control-request-headers", "access-control-request-method", "age", "allow", "authorization"],
  ...["cache-control", "connection", "content-disposition", "content-encoding", "content-language", "content-length"],
  ...["content-location", "content-md5", "content-range", "content-security-policy", "content-type", "cookie", "date"],
  ...["deprecation", "dnt", "etag", "expect", "expires", "forwarded", "from", "host", "http2-settings", "if-match"],
  ...["if-modified-since", "if-none-match", "if-range", "if-unmodified-since", "keep-alive", "last-modified", "link"],
  ...["location", "max-forwards", "origin", "permissions-policy", "pragma", "prefer", "proxy-authenticate"],
  ...["proxy-authorization", "range", "referer", "referrer-policy", "retry-after", "server", "set-cookie"],
  ...["strict-transport-security", "sunset", "te", "traceparent", "tracestate", "trailer", "transfer-encoding"],
  ...["upgrade", "upgrade-insecure-requests", "user-agent", "vary", "via", "warning", "www-authenticate"],
  ...["x-content-type-options", "x-forwarded-for", "x-forwarded-host", "x-forwarded-proto", "x-frame-options"],
  ...["x-requested-with"],
]);

/** Whether a header needs no description, whatever the API. */
export function isKnownHeader(name: string): boolean {
  return KNOWN.has(name.toLowerCase());
}
