import {
  type Api,
  type ApiOperation,
  addParameter,
  defineLintRule,
  type Json,
  operationsByPath,
  setMember,
  valueAt,
} from "@concordat/engine/kit";
import { hasLostParameter, ownPlace } from "../support/resources.ts";

export default defineLintRule({
  id: "lint/resource-path-param-defined",
  theme: "resources",
  summary: "Each `{name}` in a path is declared as a required path parameter, and no other path parameter is declared.",
  why: "Generators read the declarations: without one, the braces end up in the URL.",
  fix: "Declare the parameter with `in: path` and `required: true`, or remove the one that the path does not contain.",
  fixes: "restates",
  exceptions: "None. OpenAPI requires it.",
  severity: "error",
  preset: "core",
  source: "OpenAPI 3.1, sections 4.8.8.2 and 4.8.12.",
  messages: {
    undeclared: "The path parameter `{parameter}` in `{path}` is not declared.",
    optional: "The path parameter `{parameter}` is not marked `required: true`.",
    unused: "The path parameter `{parameter}` does not occur in `{path}`.",
  },
  *run({ api }, hit) {
    for (const [path, operations] of operationsByPath(api.operations)) {
      const named = new Set([...path.matchAll(/\{([^{}]+)\}/g)].map(([, name = ""]) => variableName(name)));
      for (const { at, names, refs } of gapsIn(named, operations, api))
        for (const name of names) {
          const edits = addParameter(at, declaration(name), api);
          yield hit("undeclared", { parameter: name, path }, at, { operations: refs, edits });
        }
      for (const { ref, parameters } of operations) {
        for (const parameter of parameters.filter((each) => each.in === "path")) {
          const { name, at } = parameter;
          const edits = setMember(at, "required", true, api);
          if (!named.has(variableName(name)))
            yield hit("unused", { parameter: name, path }, ownPlace(parameter, ref), { operations: [ref] });
          else if (valueAt(at, "required") !== true)
            yield hit("optional", { parameter: name }, at, { operations: [ref], edits });
        }
      }
    }
  },
});

/** Where names are not declared: at the path if no operation declares them, else at the operations that do not. */
function gapsIn(named: ReadonlySet<string>, operations: readonly ApiOperation[], api: Api) {
  const gaps = operations.map(({ ref, parameters }) => {
    const declared = new Set(
      parameters.flatMap(({ in: place, name }) => (place === "path" ? [variableName(name)] : [])),
    );
    const names = hasLostParameter(ref, api)
      ? []
      : [...named].filter((name) => !/^[?&#]/.test(name) && !declared.has(name));
    return { at: ref.at, names, refs: [ref] };
  });
  const everywhere = [...named].filter((name) => gaps.every(({ names }) => names.includes(name)));
  const item = operations.slice(0, 1).map(({ ref }) => ref.item);
  return [
    ...item.map((at) => ({ at, names: everywhere, refs: operations.map(({ ref }) => ref) })),
    ...gaps.map((gap) => ({ ...gap, names: gap.names.filter((name) => !everywhere.includes(name)) })),
  ];
}

/** A name without what gateways and URI templates add to it: `{proxy+}`, `{+path}`, `{path*}`. */
function variableName(name: string): string {
  return name.replace(/^[+/;.]|[+*]$/g, "");
}

/** A parameter of the path, declared. */
function declaration(name: string): Json {
  return { name, in: "path", required: true, schema: { type: "string" } };
}
