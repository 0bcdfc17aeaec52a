import { Buffer } from "node:buffer";
import { isObject } from "@concordat/containment/internal";
import type { Requirement } from "../model/revision.ts";
import { headerOf, type Remark, refused, unclear } from "./exchange.ts";
import type { Parts } from "./message.ts";
import { decodeText } from "./styles.ts";

/*
 * A request satisfies a scheme when the credential is where the scheme asks for it. Whether it is valid, a message does not
 * show; which scopes it has, only a token shows that says so itself.
 */

/** Judges whether a request is let in by one of some alternatives. */
export function* judgeCredentials(alternatives: readonly (readonly Requirement[])[], parts: Parts): Generator<Remark> {
  const lacks = alternatives.map((alternative) => alternative.flatMap((each) => lackOf(each, parts) ?? []));
  if (lacks.some((list) => list.length === 0)) return;
  const [nearest = []] = lacks.toSorted((a, b) => weightOf(a) - weightOf(b));
  const unsure = lacks.some((list) => list.every(({ kind }) => kind === "unclear"));
  if (unsure) yield* nearest.filter(({ kind }) => kind === "unclear");
  else yield* nearest.filter(({ kind }) => kind === "refused");
}

/** An alternative that only leaves doubts is nearer than one that refuses. */
function weightOf(remarks: readonly Remark[]): number {
  return remarks.reduce((sum, { kind }) => sum + (kind === "refused" ? 1_000 : 1), 0);
}

/** What a request lacks for a scheme; undefined where it has it. */
function lackOf({ name, meaning, scopes }: Requirement, parts: Parts): Remark | undefined {
  const [kind = "", ...rest] = meaning.split(" ");
  if (kind === "apiKey") return hasKey(rest[1] ?? "", rest.slice(2).join(" "), parts) ? undefined : lacking(name);
  if (kind !== "http" && kind !== "oauth2" && kind !== "openIdConnect")
    return unclear("security", `A request does not show whether it satisfies \`${name}\`.`);
  const scheme = kind === "http" ? (rest[0] ?? "") : "bearer";
  const [given = "", ...credential] = (headerOf(parts.request.headers, "authorization") ?? "").split(" ");
  if (given.toLowerCase() !== scheme || credential.join("").trim() === "") return lacking(name);
  // Roles of other schemes are not exchanged in messages (OpenAPI 3.1.1, section 4.8.30.1).
  const claims = kind === "http" ? {} : claimsOf(credential.join(" "));
  const missing = claims.scopes === undefined ? [] : scopes.filter((scope) => !claims.scopes?.includes(scope));
  if (missing.length > 0) return refused("security", `Its token lacks the scope \`${missing.join(" ")}\`.`);
  if (kind !== "openIdConnect" || claims.issuer === undefined || claims.issuer === issuerOf(rest[0])) return undefined;
  return unclear("security", `Its token is of \`${claims.issuer}\`, which \`${name}\` does not name.`);
}

function lacking(name: string): Remark {
  return refused("security", `It lacks the credential of \`${name}\`.`);
}

function hasKey(place: string, name: string, { request, query, cookies }: Parts): boolean {
  if (place === "header") return (headerOf(request.headers, name) ?? "") !== "";
  const pairs = place === "query" ? query : place === "cookie" ? cookies : [];
  return pairs.some(([key, value]) => decodeText(key) === name && value !== "");
}

/** What a token says of itself. */
interface Claims {
  readonly scopes?: readonly string[];
  readonly issuer?: string;
}

/** What a JWT access token says (RFC 9068, section 2.2); nothing where a token is none. */
function claimsOf(token: string): Claims {
  const [, payload, signature] = token.split(".");
  if (payload === undefined || signature === undefined) return {};
  try {
    const claims: unknown = JSON.parse(Buffer.from(payload, "base64url").toString("utf8"));
    if (!isObject(claims)) return {};
    const { scope, iss } = claims;
    return {
      ...(typeof scope === "string" && { scopes: scope.split(" ").filter((each) => each !== "") }),
      ...(typeof iss === "string" && { issuer: iss }),
    };
  } catch {
    return {};
  }
}

/** Whose tokens a scheme of OpenID Connect takes (OpenID Connect Discovery 1.0, section 4). */
function issuerOf(url: string | undefined): string | undefined {
  return url?.replace(/\/\.well-known\/openid-configuration$/, "");
}

/** A token that names its scopes, and the issuer where the scheme names one; unsigned, for requests that are made up. */
export function tokenWith(scopes: readonly string[], meaning: string): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
  const [kind, url] = meaning.split(" ");
  const claims = { ...(kind === "openIdConnect" && { iss: issuerOf(url) }), scope: scopes.join(" ") };
  return `${part({ alg: "none", typ: "at+jwt" })}.${part(claims)}.`;
}
