import { type Api, isObject, type Located, type Requirement, textOf, valueAt, wordsOf } from "@concordat/engine/kit";

/*
 * What rules about credentials share.
 */

/** Scopes that the flows of an OAuth scheme define; undefined where it is of another type, or says none. */
export function scopesOf({ scheme }: Requirement, api: Api): Set<string> | undefined {
  if (textOf(scheme, "type") !== "oauth2" || scheme === undefined) return undefined;
  const lists = oauthFlows(scheme, api).flatMap(({ at }) => {
    const scopes = valueAt(at, "scopes");
    return isObject(scopes) ? [Object.keys(scopes).filter((name) => !name.startsWith("x-"))] : [];
  });
  return lists.length === 0 ? undefined : new Set(lists.flat());
}

/** The flows of an OAuth scheme by their names of OpenAPI 3. */
export function oauthFlows(scheme: Located, api: Api): { readonly name: string; readonly at: Located }[] {
  const old = textOf(scheme, "flow");
  if (old !== undefined)
    return [{ name: { accessCode: "authorizationCode", application: "clientCredentials" }[old] ?? old, at: scheme }];
  const flows = api.member(scheme, "flows");
  return flows === undefined ? [] : api.cursor.members(flows).map(({ key, at }) => ({ name: key, at }));
}

/** Whether a name speaks of the session of a caller: `JSESSIONID`, `connect.sid`; one of an upload is a resource. */
export function isSessionName(name: string): boolean {
  const words = wordsOf(name);
  return (
    words.some((word) => /^(?:sess(?:ion)?s?|(?:j|php|asp)?sess(?:ion)?id|sid)$/.test(word)) &&
    !words.some((word) => ["chat", "checkout", "upload", "payment"].includes(word))
  );
}
