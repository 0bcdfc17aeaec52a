import { defineLintRule, operationsByPath } from "@concordat/engine/kit";

const FLAWS: readonly (readonly [what: string, pattern: RegExp])[] = [
  ["a fragment", /#/],
  ["a query string", /\?/],
  ["an empty segment", /\/\//],
  ["a dot segment", /\/\.\.?(?:\/|$)/],
  ["a slash at its end", /[^/]\/$/],
];

export default defineLintRule({
  id: "lint/resource-normalized-path",
  theme: "resources",
  summary: "Paths have no trailing slash, empty or dot segments, query string or fragment.",
  why: "Clients and proxies normalize such paths differently or never send them, so one resource gets two URLs or none.",
  fix: "Write the plain path. Declare what follows a `?` as query parameters, and give variants paths of their own.",
  exceptions: "None that a client could rely on. Keep a path that is already served this way until its sunset.",
  severity: "error",
  preset: "core",
  source: "RFC 3986, sections 5.2.4 and 6.2.2.3; OpenAPI 3.1, section 4.8.8; Zalando RESTful API Guidelines, rule 136.",
  grouped: { summary: "{count} paths are not in normal form." },
  messages: { flawed: "The path `{path}` has {flaw}." },
  *run({ api }, hit) {
    const operations = operationsByPath(api.operations);
    for (const { path, at } of api.resources)
      for (const [flaw, pattern] of FLAWS)
        if (pattern.test(path))
          yield hit("flawed", { path, flaw }, at, { operations: operations.get(path)?.map(({ ref }) => ref) ?? [] });
  },
});
