import { defineLintRule, type Located, type Operation, type OperationRef, placeOf } from "@concordat/engine/kit";
import { isVersionParameter, urlVersions, versionOfMediaType } from "../support/versions.ts";

const WAYS: Readonly<Record<string, string>> = {
  path: "the path",
  header: "a header",
  "media-type": "a media type",
  query: "a query parameter",
};

export default defineLintRule({
  id: "lint/version-strategy",
  theme: "versioning",
  summary: "The version of the API shows in exactly one way: path, header, media type or query parameter.",
  why: "A consumer must know which version it talks to and how to ask for another; two ways can contradict each other.",
  fix: "Choose one way (`versioning` in the options), keep the others until their sunset, and describe it for all operations.",
  exceptions:
    "A major in the path with a header that picks a dated release within it, if the docs say which of them wins; an internal API that only ever has one consumer.",
  severity: "warn",
  preset: "core",
  source:
    "Google AIP-185; Zalando RESTful API Guidelines, rules 114 and 115; Microsoft Azure REST API Guidelines, versioning.",
  messages: {
    none: "No version of the API shows: neither in the path, nor in a header, a media type or a query parameter.",
    missing: "The version should show in {wanted}, and does not.",
    other: "The version shows in {way} (`{example}`), where it should only show in {wanted}.",
    mixed: "The version shows in several ways, where one is enough: {ways} (`{examples}`).",
  },
  *run({ api, options: { versioning } }, hit) {
    const found = new Map<string, { at: Located; example: string; operations: OperationRef[] }>();
    const note = (way: string, example: string, at: Located, { ref }: Operation): void => {
      const known = found.get(way);
      if (known === undefined) found.set(way, { at, example, operations: [ref] });
      else if (known.operations.at(-1) !== ref) known.operations.push(ref);
    };
    for (const [operation, version] of urlVersions(api)) {
      const { parameters, body, responses } = operation;
      if (version !== undefined) note("path", version.text, version.at, operation);
      for (const parameter of parameters)
        if (isVersionParameter(parameter, operation)) note(parameter.in, parameter.name, parameter.at, operation);
      for (const media of [...(body?.content ?? []), ...responses.flatMap(({ content }) => content)]) {
        const named = versionOfMediaType(media.range);
        if (named !== undefined) note("media-type", named, media.at, operation);
      }
    }
    const wanted = WAYS[versioning];
    const info = placeOf(api.root, "info", api);
    if (api.operations.length === 0) return;
    if (wanted === undefined) {
      const shown = [...found].map(([way, { example }]) => [WAYS[way] ?? way, example] as const).sort();
      if (shown.length === 0) yield hit("none", {}, info);
      if (shown.length > 1)
        yield hit("mixed", { ways: shown.map(([way]) => way), examples: shown.map(([, example]) => example) }, info);
      return;
    }
    if (!found.has(versioning)) yield hit("missing", { wanted }, info);
    for (const [way, { at, example, operations }] of found)
      if (way !== versioning) yield hit("other", { way: WAYS[way] ?? way, example, wanted }, at, { operations });
  },
});
