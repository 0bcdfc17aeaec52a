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
  summary: "A path has no slash at its end, no empty or dot segment, no query string and no fragment.",
  why: "Clients and proxies tidy such paths up differently or never send them, so one resource gets two URLs or none.",
  fix: "Write the plain path; declare what follows a `?` as query parameters, and give variants paths of their own.",
  exceptions: "None that a client could rely on; a path that is served so already stays until its sunset.",
  severity: "error",
  preset: "core",
  source: "RFC 3986, sections 5.2.4 and 6.2.2.3; OpenAPI 3.1, section 4.8.8; Zalando RESTful API Guidelines, rule 136.",
  messages: { flawed: "`{path}` has {flaw}." },
  *run({ api }, hit) {
    const operations = operationsByPath(api.operations);
    for (const { path, at } of api.resources)
      for (const [flaw, pattern] of FLAWS)
        if (pattern.test(path))
          yield hit("flawed", { path, flaw }, at, { operations: operations.get(path)?.map(({ ref }) => ref) ?? [] });
  },
});
