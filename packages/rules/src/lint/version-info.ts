import { defineLintRule } from "@concordat/engine/kit";
import { urlVersions } from "../support/versions.ts";

const SCHEMES = {
  semver: { form: /^\d+\.\d+\.\d+(?:-[\d.a-z-]+)?(?:\+[\d.a-z-]+)?$/i, name: "a semantic version such as `1.4.0`" },
  date: { form: /^\d{4}-\d{2}-\d{2}(?:-[a-z][\w.]*)?$/i, name: "a date such as `2026-03-31`" },
};

export default defineLintRule({
  id: "lint/version-info",
  theme: "versioning",
  summary: "`info.version` follows the configured scheme and has the same major version as the paths.",
  why: "Tools name releases, clients and changelogs after it, so a wrong version misleads their readers.",
  fix: "Raise `info.version` with each release by the configured scheme, and keep its major version equal to the one in the path.",
  exceptions:
    "Descriptions whose `info.version` counts editions of the document, which OpenAPI permits. Say so in the description.",
  severity: "warn",
  preset: "strict",
  audience: "docs",
  source:
    "Zalando RESTful API Guidelines, rule 116; Azure API style guide, az-version-convention; Semantic Versioning 2.0.0.",
  messages: {
    form: "`info.version` is `{version}`, which is not {wanted}.",
    major: "`info.version` is `{version}`, but the paths have the major version `{major}`.",
  },
  *run({ api, options: { versionScheme } }, hit) {
    const { version } = api.revision;
    const info = api.cursor.object(api.root, "info");
    const at = info && api.member(info, "version");
    if (version === undefined || at === undefined) return;
    const scheme = versionScheme === "any" ? undefined : SCHEMES[versionScheme];
    if (scheme !== undefined && !scheme.form.test(version)) {
      yield hit("form", { version, wanted: scheme.name }, at);
      return;
    }
    const majors = new Map<string, string>();
    for (const inUrl of urlVersions(api).values())
      if (inUrl !== undefined && /^\d{1,3}$/.test(inUrl.major)) majors.set(inUrl.major, inUrl.text);
    const [, stated] = /^v?(\d{1,3})(?:\.|$)/i.exec(version) ?? [];
    // Before 1.0.0, a version promises nothing, whatever the path says.
    if (stated === undefined || stated === "0" || majors.size === 0 || majors.has(stated)) return;
    yield hit("major", { version, major: [...majors.values()].sort() }, at);
  },
});
