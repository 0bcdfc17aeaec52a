import { defineLintRule, type Located, type OperationRef, pathShape } from "@concordat/engine/kit";
import { liveResources, nounOf } from "../support/resources.ts";

interface Use {
  readonly path: string;
  readonly at: Located;
  readonly operations: OperationRef[];
}

export default defineLintRule({
  id: "lint/resource-path-param-consistent",
  theme: "resources",
  summary: "A path parameter has one name wherever it takes the same position in a path.",
  why: "Generated clients name arguments after parameters, so one identifier under two names looks like two.",
  fix: "Use the name that the item itself has. URLs stay the same, but arguments of generated clients are renamed.",
  exceptions: "Paths that accept another kind of identifier in the same position, such as a slug beside a number.",
  severity: "warn",
  preset: "core",
  source: "Azure API style guide, az-path-parameter-names.",
  messages: { differs: "The path parameter `{parameter}` in `{path}` is called `{wanted}` in other paths." },
  *run({ api }, hit) {
    const places = new Map<string, { wanted: string | undefined; uses: Map<string, Use> }>();
    for (const { segments, path, at, refs } of liveResources(api)) {
      let shape = "";
      for (const [i, segment] of segments.entries()) {
        shape += `/${pathShape(nounOf(segment))}`;
        const name = segment.parameters.join(" ");
        if (name === "") continue;
        // The first part of an identifier of two, `/{owner}/{repo}`, is not the identifier of one.
        const key = segments[i + 1]?.kind === "parameter" ? `${shape} in part` : shape;
        const place = places.get(key) ?? { wanted: undefined, uses: new Map<string, Use>() };
        places.set(key, place);
        const use = place.uses.get(name);
        if (use === undefined) place.uses.set(name, { path, at, operations: [...refs] });
        else for (const ref of refs) use.operations.push(ref);
        // The path that ends here is the item itself: it knows best what identifies it.
        if (i === segments.length - 1) place.wanted ??= name;
      }
    }
    for (const { wanted, uses } of places.values()) {
      const name = wanted ?? ([...uses.keys()][0] as string);
      for (const [parameter, { path, at, operations }] of uses)
        if (parameter !== name) yield hit("differs", { parameter, path, wanted: name }, at, { operations });
    }
  },
});
