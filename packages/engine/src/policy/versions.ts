import type { Impact } from "../finding/finding.ts";

/** How a contract numbers its versions. */
export type VersionStyle = "semver" | "calendar" | "integer";

interface Version {
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
  const semver = /^v?(\d+)(?:\.(\d+))?(?:\.(\d+))?(?:[-.]?([0-9A-Za-z.-]+))?(?:\+.*)?$/.exec(text);
  if (semver && style !== "integer" && style !== "calendar") {
    return {
      style: "semver",
      numbers: semver.slice(1, 4).map((part) => Number(part ?? 0)),
      prerelease: semver[4] ?? "",
    };
  }
  return undefined;
}

/** `2024.1` is a date, `2024.1.0` of a semantic version is not told apart by its looks: months and days decide. */
function isDate([, , month = "", day]: RegExpExecArray): boolean {
  return Number(month) >= 1 && Number(month) <= 12 && (day === undefined || (Number(day) >= 1 && Number(day) <= 31));
}

/**
 * The bump from one version to the next. In calendar and integer styles every new version may break, as consumers choose
 * it by its name. Versions that go backwards, or cannot be read, declare nothing.
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
  const at = before.numbers.findIndex((number, i) => number !== (after.numbers[i] ?? 0));
  if (at < 0) {
    // The release that a prerelease was for.
    return before.prerelease !== after.prerelease && before.prerelease !== "" && before.style === "semver"
      ? "patch"
      : "none";
  }
  if ((after.numbers[at] ?? 0) < (before.numbers[at] as number)) return "none";
  if (before.style !== "semver") return "major";
  const bump = (["major", "minor", "patch"] as const)[at] ?? "patch";
  if (!initialDevelopment || before.numbers[0] !== 0 || bump === "major") return bump;
  return bump === "minor" ? "major" : "minor";
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
  const next =
    effective === "major"
      ? [major + 1, 0, 0]
      : effective === "minor"
        ? [major, minor + 1, 0]
        : [major, minor, patch + 1];
  const written = version.replace(/^v/, "").split(/[-+]/)[0]?.split(".").length ?? 3;
  // A version written with two parts stays so, unless the third is what changes.
  return (
    prefix + (effective === "patch" ? next : next.slice(0, Math.max(written, effective === "minor" ? 2 : 1))).join(".")
  );
}
