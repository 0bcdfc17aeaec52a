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
  summary: "The API version appears in exactly one place: path, header, media type or query parameter.",
  why: "A consumer has to know which version it talks to and how to request another. Two places can contradict each other.",
  fix: "Choose one place with the option `versioning`, keep the others until their sunset, and describe it for all operations.",
  exceptions:
    "A major version in the path with a header that picks a dated release within it, if the docs say which one wins, and internal APIs with a single consumer.",
  severity: "warn",
  preset: "core",
  source:
    "Google AIP-185; Zalando RESTful API Guidelines, rules 114 and 115; Microsoft Azure REST API Guidelines, versioning.",
  messages: {
    none: "The description shows no API version: not in the path, a header, a media type or a query parameter.",
    missing: "The API version should appear in {wanted}, but does not.",
    other: "The API version appears in {way} (`{example}`) but should appear only in {wanted}.",
    mixed: "The API version appears in several places but should appear in one: {ways} (`{examples}`).",
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
