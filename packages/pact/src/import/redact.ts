import { isNumeral } from "../file/canonical-text.ts";

/** What stands in place of a secret. */
const REDACTED = "REDACTED";

/** Words that name secrets, where they stand in a name as a word of their own: `access_token`, `apiKey`, `X-Session-Id`. */
export const SECRET_WORDS = new Set([
  ...["auth", "authorization", "bearer", "cookie", "credential", "credentials", "csrf", "cvc", "cvv", "jwt", "key"],
  ...["keys", "otp", "passphrase", "passwd", "password", "pin", "pwd", "secret", "secrets", "session", "sid", "sig"],
  ...["signature", "ssn", "token", "tokens", "xsrf"],
]);
/** The same where names have no seams. */
export const SECRET_NAMES =
  /apikey|accesskey|privatekey|secretkey|accesstoken|refreshtoken|idtoken|sessionid|sessid|authtoken/i;
/** JSON Web Tokens, wherever they stand (RFC 7519). */
const WEB_TOKEN = /\beyJ[\w-]+\.[\w-]+\.[\w-]*/g;

/** Whether a name says that its value is secret. */
function isSecretName(name: string): boolean {
  const words = name
    .replace(/([a-z\d])([A-Z])/g, "$1 $2")
    .toLowerCase()
    .split(/[^a-z\d]+/);
  return words.some((word) => SECRET_WORDS.has(word)) || SECRET_NAMES.test(name);
}

/** A text without tokens that are known by their form. */
export function redactText(text: string): string {
  return text.replace(WEB_TOKEN, REDACTED);
}

/** A text whose name says whether it is secret. */
export function redactNamed(name: string, text: string): string {
  return isSecretName(name) ? REDACTED : redactText(text);
}

/** The value of a header. Of credentials the scheme stays, and of cookies the names. */
export function redactHeader(name: string, value: string): string {
  if (name === "cookie")
    return value
      .split(/;\s*/)
      .map((pair) => `${pair.split("=")[0]}=${REDACTED}`)
      .join("; ");
  const scheme = /^(?:proxy-)?authorization$/.test(name) ? /^([\w-]+) /.exec(value)?.[1] : undefined;
  return scheme === undefined ? redactNamed(name, value) : `${scheme} ${REDACTED}`;
}

/** A value of JSON in which no secret is left; all within a secret name is taken for secret. */
export function redactJson(value: unknown, isSecret = false): unknown {
  if (Array.isArray(value)) return value.map((item) => redactJson(item, isSecret));
  if (typeof value === "string") return isSecret ? REDACTED : redactText(value);
  if (typeof value === "number" || isNumeral(value)) return isSecret ? 0 : value;
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(([name, inside]) => [
    redactText(name),
    redactJson(inside, isSecret || isSecretName(name)),
  ]);
  return Object.fromEntries(entries);
}
