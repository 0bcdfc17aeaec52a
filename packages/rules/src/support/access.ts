import {
  type Api,
  type ApiOperation,
  type Edit,
  type Header,
  isDeprecated,
  isObject,
  type Json,
  type Located,
  lifecycleOf,
  listIn,
  namesIn,
  type Operation,
  own,
  type Parameter,
  type Requirement,
  type Response,
  textOf,
  valueAt,
  wordsOf,
} from "@concordat/engine/kit";

/*
 * What rules share that judge who may call an API, how often, which version of it, and until when.
 */

const AUXILIARY = new Set(["HEAD", "OPTIONS", "TRACE"]);

/** Operations that consumers call for their own sake; HEAD, OPTIONS and TRACE say only what GET and the rest say. */
export function mainOperations(api: Api): ApiOperation[] {
  return api.operations.filter(({ ref }) => !AUXILIARY.has(ref.method));
}

/** Those of them that stay: what is about to go need not be described better. */
export function lastingOperations(api: Api): ApiOperation[] {
  return mainOperations(api).filter(({ ref }) => !isDeprecated(ref.at));
}

/** Whether an operation declares a status in any way: by itself, by its class, or by `default`. */
export function coversStatus({ responses }: Operation, status: string): boolean {
  return responses.some((each) => [status, `${status[0]}XX`, "default"].includes(each.status));
}

/** An extension of an operation: its own, else that of its path, else that at the top. */
export function extensionOf({ ref }: Operation, key: string, api: Api): Located | undefined {
  for (const owner of [ref.at, ref.item, api.root]) {
    const found = api.member(owner, key);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Edits that add responses to an operation; none in OpenAPI 2.0, where they are written in another way. */
export function addedResponses({ ref }: Operation, api: Api, responses: Readonly<Record<string, Json>>): Edit[] {
  const at = api.member(ref.at, "responses");
  if (at === undefined || api.revision.dialect === "openapi-2.0") return [];
  return Object.entries(responses).map(([key, value]) => ({ kind: "set", at, key, value }));
}

/** Edits that add headers to a response; none in OpenAPI 2.0, or where others share it. */
export function addedHeaders(
  { ref }: Operation,
  response: Response,
  api: Api,
  headers: Readonly<Record<string, Json>>,
): Edit[] {
  const isOwn = response.at.document === ref.at.document && response.at.pointer.startsWith(`${ref.at.pointer}/`);
  if (!isOwn || api.revision.dialect === "openapi-2.0") return [];
  const at = api.member(response.at, "headers");
  if (at === undefined) return [{ kind: "set", at: response.at, key: "headers", value: headers }];
  return Object.entries(headers).map(([key, value]) => ({ kind: "set", at, key, value }));
}

/** How most operations refer to a shared response with a status; undefined where none does. */
export function sharedResponse(status: string, api: Api): Json | undefined {
  const counts = new Map<string, number>();
  for (const { ref } of api.operations) {
    const responses = valueAt(ref.at, "responses");
    const response = isObject(responses) && ref.at.document === api.root.document ? own(responses, status) : undefined;
    const reference = isObject(response) ? own(response, "$ref") : undefined;
    if (typeof reference === "string") counts.set(reference, (counts.get(reference) ?? 0) + 1);
  }
  const [most] = [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  return most && { $ref: most[0] };
}

/** Values that an entry with a schema gives as examples or as the only ones, itself or in its schema. */
export function examplesOf(holder: Located, schema: Located | undefined, api: Api): unknown[] {
  const named = valueAt(holder, "examples");
  const at = api.follow(schema);
  const values = [
    valueAt(holder, "example"),
    ...(isObject(named) ? Object.values(named).map((each) => (isObject(each) ? own(each, "value") : undefined)) : []),
    ...["example", "default", "const"].map((key) => valueAt(at, key)),
    ...listIn(valueAt(at, "examples")),
    ...listIn(valueAt(at, "enum")),
  ];
  return values.filter((value) => value !== undefined);
}

/** Examples of a header as texts. */
export function headerExamples(header: Header | undefined, api: Api): string[] {
  if (header === undefined) return [];
  return examplesOf(header.at, header.serialisation.schema, api).filter((value) => typeof value === "string");
}

/* Versions */

/** A version as it stands in a URL. */
export interface UrlVersion {
  readonly text: string;
  /** What compatibility hangs on: `2` of `v2.1`; a date as a whole. */
  readonly major: string;
}

const DATED = /^\d{4}-\d{2}(?:-\d{2})?$/;
const NUMBERED = /^v\d+(?:[._-]?[a-z\d]+)*$|^\d+(?:\.\d+)+$/i;

/**
 * The version that a URL path names before its first parameter. A bare number only counts in front, or behind `api`; that
 * of SCIM is fixed by its standard (RFC 7644, section 3.13).
 */
export function versionIn(path: string): UrlVersion | undefined {
  const segments = path.split("/").filter((segment) => segment !== "");
  for (const [i, text] of segments.entries()) {
    if (text.includes("{") || text.toLowerCase() === "scim") return undefined;
    if (DATED.test(text)) return { text, major: text };
    const isBare = /^\d{1,3}$/.test(text) && (i === 0 || segments[i - 1] === "api");
    if (isBare || NUMBERED.test(text)) return { text, major: /\d+/.exec(text)?.[0] ?? text };
  }
  return undefined;
}

/** A server of a description, with its variables filled in. */
export interface Server {
  readonly at: Located;
  readonly urls: readonly string[];
}

/** The path of a server URL, without scheme and host. */
export function pathOf(url: string): string {
  return url.replace(/^(?:[a-z{][a-z\d+.{}-]*:)?\/\/[^/]*/i, "");
}

/** Servers that a list names, or that OpenAPI 2.0 makes of `schemes`, `host` and `basePath`. */
export function serversAt({ servers: { at, urls } }: Operation, api: Api): Server[] {
  if (!Array.isArray(at.value)) return [{ at, urls }];
  return api.cursor.items(at).map((server) => ({ at: server, urls: filledUrls(server, api) }));
}

/** The URL with each variable in all of its listed values, or in its default. */
function filledUrls(server: Located, api: Api): string[] {
  const variables = api.member(server, "variables");
  return Object.entries(variables && isObject(variables.value) ? variables.value : {}).reduce(
    (urls: string[], [name, variable]) => {
      const raw = isObject(variable) ? variable : {};
      const listed = namesIn(own(raw, "enum"));
      const values = listed.length > 0 && listed.length <= 16 ? listed : [String(own(raw, "default") ?? "{}")];
      return urls.length > 64 ? urls : urls.flatMap((url) => values.map((value) => url.split(`{${name}}`).join(value)));
    },
    [textOf(server, "url") ?? ""],
  );
}

/** Lists of servers in use, each once, with an operation that it applies to. */
export function serverLists(api: Api): Operation[] {
  const found = new Map<string, Operation>();
  for (const operation of api.operations) {
    const { at } = operation.servers;
    const key = `${at.document.uri}#${at.pointer}`;
    if (!found.has(key)) found.set(key, operation);
  }
  return [...found.values()];
}

/** The version in the URL of each operation: that of its server, else that of its path; and where it stands. */
export function urlVersions(api: Api): Map<ApiOperation, (UrlVersion & { readonly at: Located }) | undefined> {
  const bases = new Map<string, (UrlVersion & { readonly at: Located }) | undefined>();
  const versions = new Map<ApiOperation, (UrlVersion & { readonly at: Located }) | undefined>();
  for (const operation of api.operations) {
    const { ref, servers } = operation;
    const key = `${servers.at.document.uri}#${servers.at.pointer}`;
    if (!bases.has(key)) {
      const found = serversAt(operation, api).flatMap(({ at, urls }) =>
        urls.map((url) => ({ at, version: versionIn(pathOf(url)) })),
      );
      const first = found.find(({ version }) => version !== undefined);
      bases.set(key, first?.version && { ...first.version, at: first.at });
    }
    const inPath = versionIn(ref.path);
    versions.set(operation, bases.get(key) ?? (inPath && { ...inPath, at: ref.item }));
  }
  return versions;
}

/** Words before `version` that say whose version a header names, where it is not that of the API. */
const OTHER_VERSIONS = new Set([
  ...["agent", "app", "browser", "build", "bundle", "client", "content", "contract", "data", "dataset", "device"],
  ...["document", "engine", "entity", "file", "firmware", "item", "library", "match", "min", "model", "object", "os"],
  ...["package", "platform", "plugin", "product", "protocol", "resource", "schema", "sdk", "software", "template"],
]);

/** Whether a parameter chooses the version of the API, not of something in it. */
export function isVersionParameter(parameter: Parameter, { ref }: Operation): boolean {
  const name = parameter.name.toLowerCase();
  switch (parameter.in) {
    case "header": {
      const [last, ...rest] = name.split(/[-_]/).reverse();
      const words = rest.filter((word) => word !== "x");
      return (
        /^(?:x-)?apiversion$/.test(name) ||
        (last === "version" &&
          (words.includes("api") || (words.length < 2 && !words.some((word) => OTHER_VERSIONS.has(word)))))
      );
    }
    case "query":
      return /^(?:x-)?api[-_]?version$/.test(name);
    case "path":
      return (
        /^(?:api[-_]?)?version$/.test(name) &&
        ["/", "/v", "/api/", "/api/v"].some((front) => `${ref.path}/`.startsWith(`${front}{${parameter.name}}/`))
      );
    default:
      return false;
  }
}

/** The version that a media type names for the API, not for its own format. */
export function versionOfMediaType(range: string): string | undefined {
  if (!range.startsWith("application/") || /docker|oci|kubernetes|metrics|openapi|swagger|prometheus/.test(range))
    return undefined;
  return /(?:^application\/(?:vnd|x|prs)[.-].*[.+-](v\d+)(?:[.+;-]|$))|;\s*(?:api-?version|version|v)="?([\w.-]+)/
    .exec(range)
    ?.slice(1)
    .find((part) => part !== undefined);
}

/* Security */

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

/* Limits */

/** Names of header fields that tell of rate limits, by the convention they belong to. */
export function limitFields({ headers }: Response): { readonly draft: Set<string>; readonly legacy: Set<string> } {
  const draft = new Set<string>();
  const legacy = new Set<string>();
  for (const { name } of headers) {
    const [, field] = /^(?:x-)?rate-?limit-(limit|remaining|reset)$/i.exec(name) ?? [];
    if (/^ratelimit(?:-policy)?$/i.test(name)) draft.add(name.toLowerCase());
    else if (field !== undefined) legacy.add(field.toLowerCase());
  }
  return { draft, legacy };
}

/** The quota policy that applies to an operation, in the spellings in use. */
export function limitPolicy(operation: Operation, api: Api): Located | undefined {
  return extensionOf(operation, "x-rate-limit", api) ?? extensionOf(operation, "x-ratelimit", api);
}

/** Whether a description says that an operation has no limit. */
export function isUnlimited(operation: Operation, api: Api): boolean {
  return limitPolicy(operation, api)?.value === false;
}

/* Deprecation */

/** When an operation was deprecated and when it goes, as far as its description says. */
export interface Dates {
  readonly announced: string | undefined;
  readonly sunset: string | undefined;
}

/** Dates of an operation: from extensions of several vendors, else from examples of its headers. */
export function datesOf(operation: Operation, api: Api): Dates {
  const { announced, sunset } = lifecycleOf(operation.ref);
  const vendor = ["x-github", "x-ms-deprecation", "x-sap-deprecated-operation"].flatMap((key) => {
    const at = api.member(operation.ref.at, key);
    return at === undefined ? [] : [at];
  });
  const told = (keys: readonly string[]) => vendor.flatMap((at) => keys.map((key) => dayOf(valueAt(at, key))));
  const raw = (key: string) => dayOf(valueAt(operation.ref.at, key));
  const shown = (name: string) =>
    operation.responses.flatMap(({ headers }) =>
      headers
        .filter((header) => header.name.toLowerCase() === name)
        .flatMap((header) => examplesOf(header.at, header.serialisation.schema, api).map(dayOf)),
    );
  const first = (days: readonly (string | undefined)[]) => days.find((day) => day !== undefined);
  return {
    announced:
      announced ?? first([raw("x-deprecated-at"), ...told(["deprecationDate", "date"]), ...shown("deprecation")]),
    sunset: sunset ?? first([raw("x-sunset"), raw("x-remove-on"), ...told(["removalDate"]), ...shown("sunset")]),
  };
}

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const DAY = 86_400;

/** The day of a date as ISO 8601, HTTP (RFC 9110, section 5.6.7) or structured fields (RFC 9651, section 3.3.7) write it. */
function dayOf(value: unknown): string | undefined {
  if (typeof value !== "string") return undefined;
  const iso = /^\d{4}-\d{2}-\d{2}/.exec(value.trim())?.[0];
  if (iso !== undefined) return iso;
  const seconds = /^@(\d{1,12})$/.exec(value.trim())?.[1];
  if (seconds !== undefined) return new Date(Number(seconds) * 1000).toISOString().slice(0, 10);
  const [, day = "", month = "", year = ""] = /^\w{3}, (\d{2}) (\w{3}) (\d{4}) /.exec(value.trim()) ?? [];
  const index = MONTHS.indexOf(month.toLowerCase());
  return index < 0 ? undefined : `${year}-${String(index + 1).padStart(2, "0")}-${day}`;
}

/** Days from one day to another; undefined where one of them is none of the calendar. */
export function daysFrom(start: string, end: string): number | undefined {
  const days = secondsOf(end) - secondsOf(start);
  return Number.isNaN(days) ? undefined : Math.round(days / DAY);
}

/** The second of Unix time that a day starts with. */
export function secondsOf(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) / 1000;
}

const REPLACEMENTS = ["x-replaced-by", "x-replacement", "x-speakeasy-deprecation-replacement"];

/** What an extension names as the replacement of something deprecated; `none` where it says that there is none. */
export function replacementOf(at: Located, api: Api): string | undefined {
  const sap = api.member(at, "x-sap-deprecated-operation");
  const values = [
    ...REPLACEMENTS.map((key) => valueAt(at, key)),
    ...["successorOperationId", "successorOperationRef"].map((key) => valueAt(sap, key)),
  ];
  const value = values.find((each) => each !== undefined);
  if (value === false || value === null) return "none";
  const named = isObject(value) ? (own(value, "operationId") ?? own(value, "$ref") ?? own(value, "name")) : value;
  return typeof named === "string" && named !== "" ? named.trim() : undefined;
}

/** Words by which people say what to use instead, or that there is nothing to use. */
const NEXT =
  /\b(?:instead|replac\w+|supersed\w+|succe(?:eded|ssor)|in favou?r of|migrat\w+|moved (?:to|into)|renamed|prefer\w*|recommend\w*|alternative\w*|now (?:in|part of|called)|no longer|no effect|ignored|unused|not used|obsolete|discontinu\w+|legacy|will be removed|removed in)\b/i;
const USE = /\b(?:use|see)\b|\bdeprecated,? as (?!of\b)/i;

/** Whether a description, or a note on the deprecation itself, says what to do about it. */
export function tellsWhatNext(at: Located): boolean {
  const texts = Object.entries(isObject(at.value) ? at.value : {}).flatMap(([key, value]) => {
    const isNote = /^x-.*deprecat/.test(key);
    if (typeof value !== "string" || !(isNote || key === "description" || key === "summary")) return [];
    return value.split(/\n|(?<=[.!?])\s/).map((text) => ({ text, isAbout: isNote || /deprecat/i.test(value) }));
  });
  return texts.some(({ text, isAbout }) => NEXT.test(text) || (isAbout && USE.test(text)));
}
