import { describe, expect, test } from "vitest";
import { bumpVersion, compareVersions, declaredBump, parseVersion, type Version } from "./versions.ts";

describe("the bump that a step declares", () => {
  test.each([
    ["1.2.3", "2.0.0", "major"],
    ["1.2.3", "1.3.0", "minor"],
    ["1.2.3", "1.2.4", "patch"],
    ["1.2.3", "1.2.3", "none"],
    ["1.2.3", "1.2.2", "none"],
    ["1.2", "1.3", "minor"],
    ["v1", "v2", "major"],
    ["1.2.3", "2x", "none"],
    ["1.2.3", "2.1beta", "none"],
    ["3.0.0.5", "3.0.0.6", "none"],
    // A pre-release declares what its release does, and goes on declaring it.
    ["1.2.3", "2.0.0-rc.1", "major"],
    ["1.2.3", "1.2.4-rc.1", "patch"],
    ["2.0.0-rc.1", "2.0.0-rc.2", "major"],
    ["2.0.0-rc.9", "2.0.0-rc.10", "major"],
    ["2.0.0-rc.1", "2.0.0", "major"],
    ["2.0.0-rc.1", "2.0.1", "major"],
    ["1.4.0-rc.1", "1.4.0-rc.2", "minor"],
    ["1.4.1-rc.1", "1.4.1", "patch"],
    ["1.4.0-rc.1", "2.0.0", "major"],
    ["2.0.0-rc.2", "2.0.0-rc.1", "none"],
    ["2.0.0-rc.1", "2.0.0-rc.1", "none"],
    ["2.0.0-rc.1", "2.0.0-beta.2", "none"],
    ["2.0.0", "2.0.0-rc.1", "none"],
    ["2024-01-01", "2024-02-01", "major"],
    ["7", "8", "major"],
    ["2024.12", "2024.13", "none"],
    ["2024.13", "2024.14", "minor"],
  ])("from %s to %s: %s", (base, head, bump) => expect(declaredBump(base, head, undefined, false)).toBe(bump));

  test.each([
    ["0.2.0", "0.3.0", "major"],
    ["0.2.0", "0.2.1", "minor"],
    ["0.3.0-rc.1", "0.3.0-rc.2", "major"],
    ["0.2.1-rc.1", "0.2.1", "minor"],
    ["0.9.0", "1.0.0", "major"],
  ])("below 1.0.0, from %s to %s: %s", (base, head, bump) =>
    expect(declaredBump(base, head, undefined, true)).toBe(bump),
  );
});

describe("the version that a bump leads to", () => {
  test.each([
    ["1.2.3", "major", "2.0.0"],
    ["1.2.3", "minor", "1.3.0"],
    ["1.2", "patch", "1.2.1"],
    ["v1.2", "minor", "v1.3"],
    ["2.0.0-rc.1", "major", "2.0.0-rc.2"],
    ["2.0.0-beta", "minor", "2.0.0-beta.1"],
    ["2.0.0-7", "patch", "2.0.0-8"],
    ["1.4.0-rc.1", "minor", "1.4.0-rc.2"],
    ["1.4.0-rc.1", "major", "2.0.0"],
    ["2.0.0-rc.1", "none", "2.0.0-rc.1"],
  ] as const)("%s and %s: %s", (version, bump, next) =>
    expect(bumpVersion(version, bump, undefined, false)).toBe(next),
  );

  test("declares the bump it was made for", () => {
    for (const version of ["1.2.3", "2.0.0-rc.1", "1.4.0-rc.1", "1.4.1-beta", "0.1.0"])
      for (const bump of ["patch", "minor", "major"] as const)
        for (const initial of [false, true]) {
          const ranks = ["none", "patch", "minor", "major"];
          const declared = declaredBump(version, bumpVersion(version, bump, undefined, initial), undefined, initial);
          expect(ranks.indexOf(declared), `${version} ${bump} ${initial}`).toBeGreaterThanOrEqual(ranks.indexOf(bump));
        }
  });
});

test("the examples of Semantic Versioning are in their order", () => {
  const order = "1.0.0-alpha 1.0.0-alpha.1 1.0.0-alpha.beta 1.0.0-beta 1.0.0-beta.2 1.0.0-beta.11 1.0.0-rc.1 1.0.0";
  const versions = order.split(" ").map((text) => parseVersion(text) as Version);
  for (let i = 0; i < versions.length; i++)
    for (let j = 0; j < versions.length; j++)
      expect(Math.sign(compareVersions(versions[i] as Version, versions[j] as Version))).toBe(Math.sign(i - j));
});
