import {
  type Api,
  type ApiOperation,
  isObject,
  type Located,
  namesIn,
  type Operation,
  own,
  type Parameter,
  textOf,
} from "@concordat/engine/kit";

/*
 * What rules about versions share: where a version shows, and what it is.
 */

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
