import { defineLintRule, type Resource } from "@concordat/engine/kit";
import { type UrlVersion, urlVersions } from "../support/versions.ts";

/** What stands beside an API rather than in a version of it. */
const BESIDE =
  /^\/(?:api\/)?(?:\.well-known|_?ping|auth|authorize|docs|health\w*|livez|login|logout|metrics|oauth2?|openapi[^/]*|readyz|scim|status|token|versions?)(?:\/|$)/i;

export default defineLintRule({
  id: "lint/version-consistent",
  theme: "versioning",
  summary: "All paths of a description have the same major version, or none has one.",
  why: "A consumer that mixes versions cannot tell which promises hold, and a major version that another depends on can never be retired.",
  fix: "Move the path to the version of the others in the next major version, or describe each major version in a document of its own.",
  exceptions:
    "Entry points beside the API, such as health checks and token endpoints. The rule skips those it recognizes by name.",
  severity: "warn",
  preset: "core",
  source: "Google AIP-185.",
  grouped: { summary: "{count} paths do not have the version that most paths have." },
  messages: {
    unversioned: "The path `{path}` has no version, unlike most paths of this description.",
    versioned: "The path `{path}` has the version `{version}`, but most paths have none.",
    other: "The path `{path}` has the version `{version}`, but most paths have `{usual}`.",
  },
  *run({ api }, hit) {
    const versions = new Map<Resource, UrlVersion | undefined>();
    for (const [{ resource }, version] of urlVersions(api))
      if (!BESIDE.test(resource.path)) versions.set(resource, version);
    const counts = new Map<string, number>();
    for (const version of versions.values())
      counts.set(version?.major ?? "", (counts.get(version?.major ?? "") ?? 0) + 1);
    const [most] = [...counts].sort(([a, x], [b, y]) => y - x || (a > b ? -1 : 1));
    const usual = [...versions.values()].find((version) => version?.major === most?.[0]);
    for (const [{ path, at }, version] of versions) {
      if ((version?.major ?? "") === most?.[0]) continue;
      if (version === undefined) yield hit("unversioned", { path }, at);
      else if (usual === undefined) yield hit("versioned", { path, version: version.text }, at);
      else yield hit("other", { path, version: version.text, usual: usual.text }, at);
    }
  },
});
