import { type DeprecationHeaders, type HeadersDocument, headersFinder } from "./match.ts";

export {
  type DeprecatedOperation,
  type DeprecationHeaders,
  type DescriptionHeaders,
  type HeadersDocument,
  headersFinder,
} from "./match.ts";

/** What a fetch-style server is: it answers a request, whatever else it is given. */
export type FetchHandler<Rest extends readonly unknown[]> = (
  request: Request,
  ...rest: Rest
) => Response | Promise<Response>;

/**
 * The same handler, whose responses to deprecated operations have their headers. A header that it sends itself stays; a `Link` is
 * added.
 */
export function withDeprecationHeaders<Rest extends readonly unknown[]>(
  handler: FetchHandler<Rest>,
  document: HeadersDocument,
): (request: Request, ...rest: Rest) => Promise<Response> {
  const find = headersFinder(document);
  return async (request, ...rest) => {
    const response = await handler(request, ...rest);
    const headers = find(request.method, request.url);
    return headers === undefined ? response : withHeaders(response, headers);
  };
}

/** The headers of a response that came by `fetch` cannot be changed, so that it gets new ones. */
function withHeaders(response: Response, added: DeprecationHeaders): Response {
  const headers = new Headers(response.headers);
  for (const [name, value] of Object.entries(added))
    if (isLink(name)) headers.append(name, value);
    else if (!headers.has(name)) headers.set(name, value);
  const { status, statusText } = response;
  return new Response(response.body, { status, statusText, headers });
}

function isLink(name: string): boolean {
  return name.toLowerCase() === "link";
}

/** What is read of a request of Node, and of Express, where it is mounted somewhere. */
export interface NodeRequest {
  readonly method?: string | undefined;
  readonly url?: string | undefined;
  readonly originalUrl?: string | undefined;
}

/** What is done with a response of Node. */
export interface NodeResponse {
  setHeader(name: string, value: string): unknown;
  appendHeader(name: string, value: string): unknown;
}

/**
 * A middleware for `http` of Node and for Express and its like: it sets the headers of deprecated operations before they are
 * handled.
 */
export function deprecationMiddleware(
  document: HeadersDocument,
): (request: NodeRequest, response: NodeResponse, next?: () => void) => void {
  const find = headersFinder(document);
  return ({ method = "GET", url = "", originalUrl = url }, response, next) => {
    for (const [name, value] of Object.entries(find(method, originalUrl) ?? {}))
      if (isLink(name)) response.appendHeader(name, value);
      else response.setHeader(name, value);
    next?.();
  };
}
