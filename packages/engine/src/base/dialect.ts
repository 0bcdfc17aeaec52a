import { type Dialect, isObject, own } from "@concordat/containment";

/** The dialect of a description, from the version it states; undefined where it states none that we know. */
export function dialectOf(root: unknown): Dialect | undefined {
  if (!isObject(root)) return undefined;
  // `swagger: 2.0` without quotes is a number in YAML.
  if (/^2(?:\.0)?$/.test(String(own(root, "swagger")))) return "openapi-2.0";
  const version = own(root, "openapi");
  // And `openapi: 3.0` is the number 3.
  if (version === 3) return "openapi-3.0";
  const match = /^3\.([012])(?:\.|$)/.exec(String(version));
  return match ? (`openapi-3.${match[1]}` as Dialect) : undefined;
}
