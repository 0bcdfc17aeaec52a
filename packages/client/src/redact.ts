import type { OperationEntry } from "./entry.ts";
import { mediaKind } from "./media.ts";
import { mapParts, type Part } from "./multipart.ts";
import { RECORD_SEPARATOR } from "./streams.ts";

/*
 * What must not be written down. `concordat pact import` hides by the same words; a test holds the two together.
 */

const REDACTED = "REDACTED";

/** Words that name secrets, where they stand in a name as a word of their own: `access_token`, `apiKey`, `X-Session-Id`. */
export const SECRET_WORDS =
  /^(?:auth|authorization|bearer|cookie|credentials?|csrf|cvc|cvv|jwt|keys?|otp|passphrase|passwd|password|pin|pwd|secrets?|session|sid|sig|signature|ssn|tokens?|xsrf)$/;
/** The same where names have no seams. */
export const SECRET_NAMES =
  /apikey|accesskey|privatekey|secretkey|accesstoken|refreshtoken|idtoken|sessionid|sessid|authtoken/i;
/** JSON Web Tokens, wherever they stand (RFC 7519). */
const WEB_TOKEN = /\beyJ[\w-]+\.[\w-]+\.[\w-]*/g;

/** Whether a name says that its value is secret; a caller may name more. */
export type IsSecret = (name: string) => boolean;

/** Tells secret names: those that are known, and some of the caller's own, in any letters. */
export function secretNames(more: readonly string[] = []): IsSecret {
  const own = new Set(more.map((name) => name.toLowerCase()));
  return (name) => {
    const words = name
      .replace(/([a-z\d])([A-Z])/g, "$1 $2")
      .toLowerCase()
      .split(/[^a-z\d]+/);
    return own.has(name.toLowerCase()) || words.some((word) => SECRET_WORDS.test(word)) || SECRET_NAMES.test(name);
  };
}

/** Tells the secret names of headers and query parameters of an operation: also those in which its contract has a key. */
export function secretNamesOf({ security = [] }: OperationEntry, isSecret: IsSecret): IsSecret {
  const keys = security
    .flat()
    .flatMap(({ in: place, scheme, name = scheme }) =>
      place === "header" || place === "query" ? [name.toLowerCase()] : [],
    );
  return (name) => isSecret(name) || keys.includes(name.toLowerCase());
}

/** The value of a header. Of credentials the scheme stays, and of cookies the names. */
export function redactHeader(name: string, value: string, isSecret: IsSecret): string {
  if (name === "cookie") return value.replace(/=[^;]*/g, `=${REDACTED}`);
  const scheme = /^(?:proxy-)?authorization$/.test(name) ? /^([\w-]+) /.exec(value)?.[1] : undefined;
  return scheme === undefined ? redactNamed(name, value, isSecret) : `${scheme} ${REDACTED}`;
}

/** A URL without credentials, and without what is secret in its query. */
export function redactUrl(url: string, isSecret: IsSecret): string {
  const [target = "", query] = url.replace(/^([^/?#]*\/\/)[^/?#@]*@/, "$1").split("?");
  return query === undefined ? redactText(target) : `${redactText(target)}?${redactForm(query, isSecret)}`;
}

/** The text of a body: JSON, forms and the parts of forms are looked into. Of what may name secrets in ways that are not read here, nothing is left. */
export function redactBody(text: string, contentType: string, isSecret: IsSecret): string {
  switch (mediaKind(contentType)) {
    case "form":
      return redactForm(text, isSecret);
    case "json":
      return redactDocument(text, isSecret);
    case "sequence":
      return text
        .split("\n")
        .map((line) => redactItem(line, isSecret))
        .join("\n");
    case "multipart":
      return mapParts(text, contentType, (part) => redactPart(part, isSecret)) ?? REDACTED;
    case "binary":
      return REDACTED;
    default:
      return /xml|yaml/i.test(contentType) ? REDACTED : redactText(text);
  }
}

/** A part of a form; what a file says is not known, so that all of it may be secret. */
function redactPart({ name, isFile, contentType, text }: Part, isSecret: IsSecret): string {
  if (mediaKind(contentType) === "json" && !isFile) return redactDocument(text, isSecret, isSecret(name));
  return isFile || isSecret(name) ? REDACTED : redactBody(text, contentType, isSecret);
}

/** A line of JSON lines, or what stands behind a record separator. */
function redactItem(line: string, isSecret: IsSecret): string {
  return line.startsWith(RECORD_SEPARATOR)
    ? RECORD_SEPARATOR + redactDocument(line.slice(1), isSecret)
    : redactDocument(line, isSecret);
}

/** A text of JSON. Of one that is none, nothing is known, so that all of it may be secret. */
function redactDocument(text: string, isSecret: IsSecret, isHidden = false): string {
  if (text.trim() === "") return text;
  try {
    return JSON.stringify(redactJson(JSON.parse(text), isHidden, isSecret));
  } catch {
    return REDACTED;
  }
}

function redactForm(text: string, isSecret: IsSecret): string {
  return text
    .split("&")
    .map((pair) => {
      const [name = "", value] = pair.split(/=(.*)/s);
      return value === undefined ? pair : `${name}=${redactNamed(nameIn(name), value, isSecret)}`;
    })
    .join("&");
}

function nameIn(escaped: string): string {
  try {
    return decodeURIComponent(escaped);
  } catch {
    return escaped;
  }
}

function redactJson(value: unknown, isHidden: boolean, isSecret: IsSecret): unknown {
  if (Array.isArray(value)) return value.map((item) => redactJson(item, isHidden, isSecret));
  if (typeof value === "string") return isHidden ? REDACTED : redactText(value);
  if (typeof value === "number") return isHidden ? 0 : value;
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [
      redactText(name),
      redactJson(member, isHidden || isSecret(name), isSecret),
    ]),
  );
}

function redactNamed(name: string, text: string, isSecret: IsSecret): string {
  return isSecret(name) ? REDACTED : redactText(text);
}

function redactText(text: string): string {
  return text.replace(WEB_TOKEN, REDACTED);
}
