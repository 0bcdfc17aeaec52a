/** Kinds of components, as a reader calls them. */
const COMPONENTS: Readonly<Record<string, string>> = {
  schemas: "Schema",
  definitions: "Schema",
  responses: "Response",
  parameters: "Parameter",
  examples: "Example",
  requestBodies: "Request body",
  headers: "Header",
  securitySchemes: "Security scheme",
  securityDefinitions: "Security scheme",
  links: "Link",
  callbacks: "Callback",
  pathItems: "Path item",
};

/** `Schema User` for a subject within a component; undefined for any other. */
export function componentOf(subject: string): string | undefined {
  const [, kind = "", name] =
    /(?:\/components|^|#)\/(schemas|definitions|responses|parameters|examples|requestBodies|headers|securitySchemes|securityDefinitions|links|callbacks|pathItems)\/([^/]+)/.exec(
      subject,
    ) ?? [];
  return name === undefined ? undefined : `${COMPONENTS[kind]} ${decodePointer(name)}`;
}

/** `GET /users`. */
export function operationName({ method, path }: { readonly method: string; readonly path: string }): string {
  return `${method} ${path}`;
}

/** A step of a JSON Pointer as the name that it stands for (RFC 6901, section 4). */
export function decodePointer(step: string): string {
  return step.replaceAll("~1", "/").replaceAll("~0", "~");
}
