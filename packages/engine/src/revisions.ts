import { basename } from "node:path";
import { compareText } from "./base/order.ts";
import { inputFailure, type Result } from "./base/result.ts";
import { compareVersions, parseVersion, type Version } from "./policy/versions.ts";

const DESCRIPTION = /\.(?:ya?ml|json)$/;

/**
 * The newest of the files of a folder, by the version in its name; null where there is no description, and a failure where there are
 * some and none is named by a version.
 */
export function newestOf(files: readonly string[], folder: string): Result<string | null> {
  const newest = revisionsIn(files).at(-1);
  if (newest !== undefined) return { value: newest };
  const [other] = unversionedIn(files);
  if (other === undefined) return { value: null };
  const message = `\`${folder}\` holds no revision that is named by its version. Call \`${other}\` for example \`1.4.0.yaml\`, or keep it elsewhere.`;
  return inputFailure("revision-unnamed", message);
}

/** The revisions among the files of a folder, which are named by their versions; oldest first. */
export function revisionsIn(files: readonly string[]): string[] {
  const versioned = files.flatMap((file) => {
    const version = DESCRIPTION.test(file) ? versionOf(file) : undefined;
    return version ? [{ file, version }] : [];
  });
  return versioned
    .toSorted((a, b) => compareVersions(a.version, b.version) || compareText(a.file, b.file))
    .map(({ file }) => file);
}

/** The files of a folder of revisions that could be descriptions, but whose names are no versions: none is compared with. */
export function unversionedIn(files: readonly string[]): string[] {
  return files.filter((file) => DESCRIPTION.test(file) && versionOf(file) === undefined);
}

/** The version that the name of a revision says; undefined where it is none. */
export function versionOf(file: string): Version | undefined {
  return parseVersion(basename(file).replace(/\.(?:ya?ml|json)$/, ""));
}
