import { isObject, own, type Place, type Space, type View } from "@concordat/containment/internal";
import type { Annotations, Pair } from "../../kit/targets.ts";
import { discriminatorOf } from "./discriminators.ts";

/** What schemas say beside validation; the first that says a thing wins. */
export function annotationsOf(view: View, places: readonly Place[], space: Space): Annotations {
  const raws = [...places, ...view.members].map((place) => place.value).filter(isObject);
  const first = (key: string) => raws.map((raw) => own(raw, key)).find((value) => value !== undefined);
  const text = (key: string) => {
    const value = first(key);
    return typeof value === "string" ? value : undefined;
  };
  const extensible = first("x-extensible-enum");
  return {
    deprecated: raws.some((raw) => own(raw, "deprecated") === true),
    readOnly: raws.some((raw) => own(raw, "readOnly") === true),
    writeOnly: raws.some((raw) => own(raw, "writeOnly") === true),
    default: first("default"),
    // Swagger 2.0 calls `file` what later versions call a binary string.
    format: text("format") ?? (first("type") === "file" ? "binary" : undefined),
    contentEncoding: text("contentEncoding"),
    contentMediaType: text("contentMediaType"),
    extensibleValues: Array.isArray(extensible) ? extensible : undefined,
    discriminator: discriminatorOf(view, space)?.discriminator,
  };
}

/**
 * What is a binary string up to 3.0 names the media type of bytes from 3.1 on, and has no encoding (OpenAPI 3.1.1, section
 * 4.8.14.4): where the sides say it in either way, both say the former.
 */
export function bytesAlike({ base, head }: Pair<Annotations>): Pair<Annotations> {
  const isPlain = ({ contentEncoding }: Annotations) => contentEncoding === undefined;
  const isBinary = (one: Annotations) => isPlain(one) && one.format === "binary" && one.contentMediaType === undefined;
  const isBytes = (one: Annotations) =>
    isPlain(one) && one.format === undefined && one.contentMediaType === "application/octet-stream";
  const asBinary = (one: Annotations) => ({ ...one, format: "binary", contentMediaType: undefined });
  if (isBinary(base) && isBytes(head)) return { base, head: asBinary(head) };
  return isBytes(base) && isBinary(head) ? { base: asBinary(base), head } : { base, head };
}

/** Whether both sides say the same beside validation. */
export function sameAnnotations(base: Annotations, head: Annotations): boolean {
  const text = ({ discriminator, ...rest }: Annotations) =>
    JSON.stringify([rest, discriminator?.propertyName, [...(discriminator?.mapping ?? [])].sort()]);
  return text(base) === text(head);
}
