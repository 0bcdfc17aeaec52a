import { inputFailure, type Result } from "@concordat/engine";

/** Where a Pact Broker is, and who asks it. */
export interface BrokerSettings {
  /** With a slash at the end. */
  readonly base: URL;
  /** The value of `Authorization`; undefined where the broker asks for none. */
  readonly authorization: string | undefined;
}

/**
 * Reads where the Pact Broker is from `PACT_BROKER_BASE_URL`, and the credentials from `PACT_BROKER_TOKEN`, or from
 * `PACT_BROKER_USERNAME` and `PACT_BROKER_PASSWORD`. No message shows any of them.
 * @returns undefined where no broker is named
 */
export function readBrokerSettings(
  env: Readonly<Record<string, string | undefined>>,
): Result<BrokerSettings | undefined> {
  const of = (name: string) => env[`PACT_BROKER_${name}`] || undefined;
  const [text, token, username, password] = [of("BASE_URL"), of("TOKEN"), of("USERNAME"), of("PASSWORD")];
  if (text === undefined) return { value: undefined };
  const base = URL.parse(text.endsWith("/") ? text : `${text}/`);
  const wrong = (message: string) => inputFailure("broker-settings", message);
  if (base === null || !/^https?:$/.test(base.protocol))
    return wrong("PACT_BROKER_BASE_URL is not an http or https URL.");
  if (base.username !== "" || base.password !== "")
    return wrong("PACT_BROKER_BASE_URL holds credentials. Put them in PACT_BROKER_USERNAME and PACT_BROKER_PASSWORD.");
  if (base.search !== "" || base.hash !== "")
    return wrong("PACT_BROKER_BASE_URL has a query or a fragment. Leave them out.");
  if (token !== undefined && username !== undefined)
    return wrong("Both PACT_BROKER_TOKEN and PACT_BROKER_USERNAME are set. Set one of them.");
  if (password !== undefined && username === undefined && token === undefined)
    return wrong("PACT_BROKER_PASSWORD is set without PACT_BROKER_USERNAME.");
  if (token !== undefined) return { value: { base, authorization: `Bearer ${token}` } };
  const basic = Buffer.from(`${username}:${password ?? ""}`, "utf8").toString("base64");
  return { value: { base, authorization: username === undefined ? undefined : `Basic ${basic}` } };
}
