import { compareText } from "../base/order.ts";
import { greatestImpact, type Impact, impactRank } from "../finding/finding.ts";

/** How a contract numbers its versions. */
export type VersionStyle = "semver" | "calendar" | "integer";

/** A version as it was read: its style, its numbers, and what marks a pre-release. */
export interface Version {
  readonly style: VersionStyle;
  readonly numbers: readonly number[];
  readonly prerelease: string;
}

/** Reads a version in the style asked for, or in the first that fits. */
export function parseVersion(text: string, style?: VersionStyle): Version | undefined {
  const calendar = /^v?(\d{4})[-.](\d{1,2})(?:[-.](\d{1,2}))?(?:[-.](.+))?$/.exec(text);
  if (calendar && style !== "semver" && style !== "integer" && (style === "calendar" || isDate(calendar))) {
    return {
      style: "calendar",
      numbers: calendar.slice(1, 4).map(Number).filter(Number.isFinite),
      prerelease: calendar[4] ?? "",
    };
  }
  const integer = /^v?(\d+)$/.exec(text);
  if (integer && style !== "semver" && style !== "calendar")
    return { style: "integer", numbers: [Number(integer[1])], prerelease: "" };
  // Only a dash begins a pre-release; other endings are passed over behind three numbers, and make no version of `2x`.
  const semver =
    /^v?(\d+)\.(\d+)\.(\d+)(?:-([0-9A-Za-z.-]+)|\.?[0-9A-Za-z.-]+)?(?:\+.*)?$/.exec(text) ??
    /^v?(\d+)(?:\.(\d+))?()(?:-([0-9A-Za-z.-]+))?(?:\+.*)?$/.exec(text);
  if (semver && style !== "integer" && style !== "calendar") {
    return {
      style: "semver",
      numbers: semver.slice(1, 4).map((part) => Number(part ?? 0)),
      prerelease: semver[4] ?? "",
    };
  }
  return undefined;
}

/** The order of two versions of one style: negative where the first comes first. Of pre-releases as Semantic Versioning 2.0.0, item 11. */
export function compareVersions(a: Version, b: Version): number {
  for (let i = 0; i < Math.max(a.numbers.length, b.numbers.length); i++) {
    const difference = (a.numbers[i] ?? 0) - (b.numbers[i] ?? 0);
    if (difference !== 0) return difference;
  }
  if (a.prerelease === "" || b.prerelease === "") return Number(a.prerelease === "") - Number(b.prerelease === "");
  const [left, right] = [a.prerelease.split("."), b.prerelease.split(".")];
  for (let i = 0; i < Math.min(left.length, right.length); i++) {
    const difference = compareIdentifiers(left[i] as string, right[i] as string);
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
}

/** Numbers by their size, and before words; words by code unit. */
function compareIdentifiers(a: string, b: string): number {
  const [left, right] = [a, b].map((each) => (/^\d+$/.test(each) ? Number(each) : undefined));
  if (left !== undefined && right !== undefined) return left - right;
  if (left !== undefined || right !== undefined) return left === undefined ? 1 : -1;
  return compareText(a, b);
}

/** `2024.1` is a date. `2024.1.0` may be a date or a semantic version: months and days decide. */
function isDate([, , month = "", day]: RegExpExecArray): boolean {
  return Number(month) >= 1 && Number(month) <= 12 && (day === undefined || (Number(day) >= 1 && Number(day) <= 31));
}

/**
 * The bump from one version to the next. In calendar and integer styles every new version may break, as consumers choose
 * it by its name. Versions that go backwards, or cannot be read, declare nothing.
 *
 * A pre-release promises nothing yet that its release does not (Semantic Versioning 2.0.0, item 9): whatever comes after
 * `2.0.0-rc.1` declares the major step that 2.0.0 is, and what comes after `1.4.0-rc.1` the minor one.
 *
 * @param initialDevelopment below 1.0.0 a minor bump may break, and a patch may add (Semantic Versioning 2.0.0, item 4)
 */
export function declaredBump(
  base: string | undefined,
  head: string | undefined,
  style: VersionStyle | undefined,
  initialDevelopment: boolean,
): Impact {
  const before = base === undefined ? undefined : parseVersion(base, style);
  const after = head === undefined ? undefined : parseVersion(head, style);
  if (before === undefined || after === undefined || before.style !== after.style) return "none";
  if (compareVersions(before, after) >= 0) return "none";
  if (before.style !== "semver") return "major";
  const at = before.numbers.findIndex((number, i) => number !== (after.numbers[i] ?? 0));
  const step = greatestImpact([STEPS[at] ?? "none", before.prerelease === "" ? "none" : stepTo(before.numbers)]);
  if (!initialDevelopment || after.numbers[0] !== 0) return step;
  return step === "minor" ? "major" : step === "patch" ? "minor" : step;
}

const STEPS: readonly Impact[] = ["major", "minor", "patch"];

/** The step that a release is, by its numbers alone: 2.0.0 is a major one. */
function stepTo([, minor = 0, patch = 0]: readonly number[]): Impact {
  return patch > 0 ? "patch" : minor > 0 ? "minor" : "major";
}

/** The version that a bump leads to; undefined where the style leaves it to people. */
export function bumpVersion(
  version: string,
  bump: Impact,
  style: VersionStyle | undefined,
  initialDevelopment: boolean,
): string | undefined {
  const parsed = parseVersion(version, style);
  if (parsed === undefined || bump === "none") return parsed && version;
  const prefix = version.startsWith("v") ? "v" : "";
  if (parsed.style === "integer") return bump === "major" ? `${prefix}${(parsed.numbers[0] as number) + 1}` : version;
  if (parsed.style === "calendar") return undefined;
  const [major = 0, minor = 0, patch = 0] = parsed.numbers;
  const effective = initialDevelopment && major === 0 ? (bump === "major" ? "minor" : "patch") : bump;
  const numbers = version.replace(/^v/, "").split(/[-+]/)[0] ?? "";
  if (parsed.prerelease !== "" && impactRank(effective) <= impactRank(stepTo(parsed.numbers)))
    return `${prefix}${[major, minor, patch].slice(0, numbers.split(".").length).join(".")}-${nextPrerelease(parsed.prerelease)}`;
  const next =
    effective === "major"
      ? [major + 1, 0, 0]
      : effective === "minor"
        ? [major, minor + 1, 0]
        : [major, minor, patch + 1];
  const written = numbers.split(".").length;
  // A version written with two parts stays so, unless the third is what changes.
  return (
    prefix + (effective === "patch" ? next : next.slice(0, Math.max(written, effective === "minor" ? 2 : 1))).join(".")
  );
}

/** `rc.1` becomes `rc.2`; what counts nothing begins to: `beta` becomes `beta.1`. */
function nextPrerelease(prerelease: string): string {
  const counted = /^(.*\.)?(\d+)$/.exec(prerelease);
  return counted ? `${counted[1] ?? ""}${Number(counted[2]) + 1}` : `${prerelease}.1`;
}
