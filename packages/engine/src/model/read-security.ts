import { isObject, type Located, resolveReference } from "@concordat/containment/internal";
import type { Cursor } from "./cursor.ts";
import type { OperationRef, Requirement, Security } from "./revision.ts";

/** The security of an operation: its own, or that at the top; none at all lets in anybody. */
export function readSecurity(ref: OperationRef, cursor: Cursor): Security {
  const { root } = cursor;
  const at = cursor.member(ref.at, "security") ?? cursor.member(root, "security");
  if (at === undefined) return { at: ref.at, alternatives: [[]] };
  const alternatives = cursor.items(at).map((alternative) => readAlternative(alternative, cursor));
  // An empty list takes away what stands at the top (OpenAPI 3.1, section 4.8.10.1).
  return { at, alternatives: alternatives.length === 0 ? [[]] : alternatives };
}

function readAlternative(at: Located, cursor: Cursor): Requirement[] {
  return Object.entries(at.value as object).map(([name, scopes]) => {
    const scheme = findScheme(name, cursor) ?? schemeByUri(name, at, cursor);
    if (scheme === undefined)
      cursor.report(
        "security-scheme-missing",
        `The security scheme \`${name}\` is not defined. Define it, or correct the name.`,
        at,
      );
    return {
      name,
      scheme,
      meaning: scheme ? meaningOf(scheme, cursor) : `unknown ${name}`,
      scopes: Array.isArray(scopes) ? scopes.filter((scope) => typeof scope === "string").sort() : [],
    };
  });
}

/** All security schemes of a description, by name. */
export function securitySchemes(cursor: Cursor): { readonly key: string; readonly at: Located }[] {
  const { root } = cursor;
  const components = cursor.object(root, "components");
  return cursor.members(
    root.document.dialect === "openapi-2.0"
      ? cursor.member(root, "securityDefinitions")
      : components && cursor.member(components, "securitySchemes"),
  );
}

function findScheme(name: string, cursor: Cursor): Located | undefined {
  const { root } = cursor;
  const components = root.document.dialect === "openapi-2.0" ? root : cursor.object(root, "components");
  const schemes =
    components &&
    cursor.object(components, root.document.dialect === "openapi-2.0" ? "securityDefinitions" : "securitySchemes");
  return schemes && cursor.object(schemes, name);
}

/** The scheme that a requirement names by its URI; a component of the same name goes before it (OpenAPI 3.2, "Security Requirement Object"). */
function schemeByUri(uri: string, at: Located, cursor: Cursor): Located | undefined {
  if (cursor.root.document.dialect !== "openapi-3.2") return undefined;
  const target = resolveReference(uri, at, cursor.description.library);
  const found = "problem" in target ? undefined : cursor.follow(target);
  return found && isObject(found.value) ? found : undefined;
}

/** What a scheme asks a client to send, in words that are the same for all versions of OpenAPI. */
function meaningOf(scheme: Located, cursor: Cursor): string {
  const text = (key: string) => cursor.text(scheme, key) ?? "";
  switch (text("type")) {
    case "apiKey": {
      const place = text("in");
      return `apiKey in ${place} ${place === "header" ? text("name").toLowerCase() : text("name")}`;
    }
    case "basic":
      return "http basic";
    case "http":
      return `http ${text("scheme").toLowerCase()}`;
    case "openIdConnect":
      return `openIdConnect ${text("openIdConnectUrl")}`;
    case "oauth2":
      return "oauth2";
    case "mutualTLS":
      return "mutualTLS";
    default:
      return `unknown ${text("type")}`;
  }
}
