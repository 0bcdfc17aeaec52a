import { defineLintRule } from "@concordat/engine/kit";
import { pathOf, serverLists, serversAt, versionIn } from "../support/versions.ts";

/** `v1`, and the channels of a major: `v2beta1`, `v1p1beta1`. */
const MAJOR = /^v\d+(?:[._-]?(?:p\d+)?(?:alpha|beta|preview|rc)[._-]?\d*)?$/;

export default defineLintRule({
  id: "lint/version-path-major-only",
  theme: "versioning",
  summary: "A version in a path is `v` and a major version, without minor or patch.",
  why: "Minor versions are compatible: a URL that changes with them makes every consumer move for nothing.",
  fix: "Also serve the API under `v` and the major version, and keep the old path until its sunset.",
  exceptions: "Daemons and libraries that negotiate minor versions in the path as part of a published policy.",
  severity: "error",
  preset: "strict",
  source: "Google AIP-185.",
  grouped: { summary: "{count} paths or server URLs have a version that is not just `v` and a major version." },
  messages: {
    minor: "The version `{segment}` in `{path}` is not just `v` and a major version. Write `{wanted}`.",
    dated:
      "The version `{segment}` in `{path}` is a date, but the configuration asks for a major version such as `v1`.",
  },
  *run({ api, options }, hit) {
    const places = [
      ...serverLists(api)
        .flatMap((operation) => serversAt(operation, api))
        .flatMap(({ at, urls }) => urls.map((url) => ({ at, path: pathOf(url) }))),
      ...api.resources.map(({ at, path }) => ({ at, path })),
    ];
    for (const { at, path } of places) {
      const version = versionIn(path);
      if (version === undefined || MAJOR.test(version.text)) continue;
      const { text: segment, major } = version;
      // A date has no minor part; it is only out of place where releases are numbered.
      if (segment !== major || /^\d{1,3}$/.test(segment))
        yield hit("minor", { segment, path, wanted: `v${major}` }, at);
      else if (options.versionScheme === "semver") yield hit("dated", { segment, path }, at);
    }
  },
});
