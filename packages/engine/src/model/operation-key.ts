/**
 * What names an operation: a method and a path template. Everything that an operation is known by in texts, records and
 * options is spelled here, and nowhere else.
 */
export interface OperationKey {
  /** Case counts (RFC 9110, section 9.1); methods that OpenAPI has keys for are upper case. */
  readonly method: string;
  /** The path template; the name of a webhook; the expression of a callback. */
  readonly path: string;
}

/** How an operation is called in texts: `GET /users/{id}`. */
export function operationName({ method, path }: OperationKey): string {
  return `${method} ${path}`;
}

/** Reads what `operationName` writes; undefined where a text is not a method and a path. */
export function parseOperationName(text: string): OperationKey | undefined {
  // A method is a token (RFC 9110, section 5.6.2).
  const [, method, path] = /^([!#$%&'*+.^_`|~\w-]+) (\/.*)$/s.exec(text) ?? [];
  return method === undefined || path === undefined ? undefined : { method, path };
}

/** The path with the names of its parameters taken out, which no URL can tell: `/users/{id}` is `/users/{}`. */
export function pathShape(path: string): string {
  return path.replace(/\{[^{}]*\}/g, "{}");
}

/** A key under which operations are the same that no request can tell apart: `GET /users/{}`. */
export function operationShape({ method, path }: OperationKey): string {
  return `${method} ${pathShape(path)}`;
}
