import { canonicalText, isObject, type Located, own } from "@concordat/containment/internal";
import type { LinksTarget } from "../../kit/targets.ts";

/** What a link says of where it leads and how (OpenAPI 3.1.1, section 4.8.20). */
const FIELDS = ["operationRef", "operationId", "parameters", "requestBody"];

/** Links that both sides have under one name and that do not say the same. */
export function changedLinks(
  base: ReadonlyMap<string, Located>,
  head: ReadonlyMap<string, Located>,
): LinksTarget["changed"] {
  return [...base].flatMap(([name, before]) => {
    const after = head.get(name);
    if (after === undefined) return [];
    const fields = FIELDS.filter((field) => textOf(before, field) !== textOf(after, field));
    const moved = serverOf(before) !== serverOf(after);
    if (fields.length === 0 && !moved) return [];
    return [{ name, base: before, head: after, fields: [...fields, ...(moved ? ["server"] : [])] }];
  });
}

function textOf(link: Located, field: string): string {
  const value = isObject(link.value) ? own(link.value, field) : undefined;
  // No parameters are the same as an empty map of them.
  return value === undefined || (field === "parameters" && canonicalText(value) === "{}") ? "" : canonicalText(value);
}

/** The URL of a link's server and its variables; what is said about it for people changes nothing. */
function serverOf(link: Located): string {
  const server = isObject(link.value) ? own(link.value, "server") : undefined;
  return isObject(server) ? canonicalText([own(server, "url") ?? "", own(server, "variables") ?? {}]) : "";
}
