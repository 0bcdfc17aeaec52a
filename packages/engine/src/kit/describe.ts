import { canonicalText, isObject, type Located, own } from "@concordat/containment/internal";
import type { FindingData } from "../finding/finding.ts";
import type { Lifecycle } from "../model/lifecycle.ts";
import type { Header, Requirement } from "../model/revision.ts";
import type { Annotations } from "./targets.ts";

/** An alternative of security as people write it: `bearer and key`, `anonymous`. */
export function describeAlternative(alternative: readonly Requirement[]): string {
  if (alternative.length === 0) return "no credentials";
  return alternative
    .map(({ name, scopes }) => (scopes.length > 0 ? `${name} (${scopes.join(", ")})` : name))
    .join(" and ");
}

/** How a part of a form with some headers is encoded, as one text for equal encodings (OpenAPI 3.1.1, section 4.8.15). */
export function describeEncoding(encoding: Located | undefined, headers: readonly Header[]): string {
  const raw = encoding && isObject(encoding.value) ? encoding.value : {};
  const parts: string[] = [];
  for (const key of ["contentType", "style", "explode", "allowReserved"]) {
    const value = own(raw, key);
    if (value !== undefined && !(key === "allowReserved" && value === false))
      parts.push(key === "contentType" ? String(value).toLowerCase().replaceAll(" ", "") : `${key} ${String(value)}`);
  }
  if (headers.length > 0) parts.push(`headers ${headers.map(describeHeader).sort().join(", ")}`);
  return parts.join("; ") || "the default";
}

function describeHeader({ name, required, serialisation }: Header): string {
  const written = serialisation.kind === "content" ? ` in ${serialisation.mediaType}` : "";
  return `${name}${written}${required ? " (required)" : ""}`;
}

/** The default of a schema as text; null where there is none. */
export function defaultText({ default: value }: Annotations): string | null {
  return value === undefined ? null : canonicalText(value);
}

/** What a policy about removals needs to know of an operation that was removed. */
export function lifecycleData({ deprecated, sunset, announced, stability }: Lifecycle): FindingData {
  return {
    ...(deprecated && { deprecated }),
    ...(sunset !== undefined && { sunset }),
    ...(announced !== undefined && { announced }),
    ...(stability !== "stable" && { stability }),
  };
}
