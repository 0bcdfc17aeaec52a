import type { SecurityEntry } from "@concordat/client";
import type { Located } from "@concordat/containment/internal";
import type { Cursor } from "../model/cursor.ts";
import type { Operation, Requirement } from "../model/revision.ts";

/**
 * What a client has to send for an operation: alternatives, each a list of credentials. None where anybody is let in. Alternatives
 * that ask for what a client cannot send are left out; where none is left, that is a problem of the description.
 */
export function securityEntries({ ref, security }: Operation, cursor: Cursor): (readonly SecurityEntry[])[] {
  const read = security.alternatives.map((alternative) => alternative.map((each) => credentialOf(each, cursor)));
  const usable = read.filter((alternative) => alternative.every((each) => each !== undefined));
  if (usable.length === 0 && read.length > 0) {
    const names = [...new Set(security.alternatives.flat().map(({ name }) => `\`${name}\``))].join(", ");
    cursor.report(
      "security-unsupported",
      `No client can be generated for \`${ref.method} ${ref.path}\`: its security scheme ${names} is not supported. Supported are API keys, HTTP basic and bearer, OAuth 2, OpenID Connect and mutual TLS.`,
      security.at,
    );
  }
  const alternatives = usable.map((alternative) => alternative.flatMap((each) => each ?? []));
  return alternatives.every((alternative) => alternative.length === 0) ? [] : alternatives;
}

/** Where a credential goes; null where it is part of the connection, and undefined where no client can send it. */
function credentialOf({ name, scheme }: Requirement, cursor: Cursor): SecurityEntry | null | undefined {
  if (scheme === undefined) return undefined;
  const text = (key: string) => cursor.text(scheme, key) ?? "";
  switch (text("type")) {
    case "apiKey":
      return apiKey(name, scheme, cursor);
    case "basic":
      return { scheme: name, in: "basic" };
    case "http": {
      const scheme = text("scheme").toLowerCase();
      return scheme === "basic" || scheme === "bearer" ? { scheme: name, in: scheme } : undefined;
    }
    case "oauth2":
    case "openIdConnect":
      return { scheme: name, in: "bearer" };
    case "mutualTLS":
      return null;
    default:
      return undefined;
  }
}

function apiKey(name: string, scheme: Located, cursor: Cursor): SecurityEntry | undefined {
  const place = cursor.text(scheme, "in");
  const key = cursor.text(scheme, "name");
  if (key === undefined || (place !== "header" && place !== "query" && place !== "cookie")) return undefined;
  return { scheme: name, in: place, name: key };
}
