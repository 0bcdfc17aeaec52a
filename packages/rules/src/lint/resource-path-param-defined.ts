import {
  type Api,
  type ApiOperation,
  defineLintRule,
  type Edit,
  listIn,
  type Located,
  type Parameter,
  valueAt,
} from "@concordat/engine/kit";
import { operationsByPath } from "../support/resources.ts";

export default defineLintRule({
  id: "lint/resource-path-param-defined",
  theme: "resources",
  summary: "Each `{name}` in a path is declared as a required path parameter, and no other is.",
  why: "Clients are generated from the declarations: without one, the braces end up in the URL.",
  fix: "Declare the parameter with `in: path` and `required: true`, or take the one away that the path does not name.",
  exceptions: "None: OpenAPI demands it.",
  severity: "error",
  source: "OpenAPI 3.1, sections 4.8.8.2 and 4.8.12.",
  messages: {
    undeclared: "`{parameter}` in `{path}` is not declared.",
    optional: "The path parameter `{parameter}` is not `required: true`.",
    unused: "The path parameter `{parameter}` does not occur in `{path}`.",
  },
  *run({ api }, hit) {
    const editable = api.revision.dialect !== "openapi-2.0";
    for (const [path, operations] of operationsByPath(api)) {
      const named = new Set([...path.matchAll(/\{([^{}]*)\}/g)].map(([, name = ""]) => plainName(name)));
      for (const name of named) {
        const lacking = operations.filter((operation) => !isDeclared(name, operation, api));
        const common = lacking.length === operations.length ? lacking[0]?.ref.item : undefined;
        for (const { ref } of common ? lacking.slice(0, 1) : lacking) {
          const at = common ?? ref.at;
          const place = { operations: common ? lacking.map((each) => each.ref) : [ref] };
          const edits = editable ? [declaration(name, at)] : [];
          yield hit("undeclared", { parameter: name, path }, at, { ...place, edits });
        }
      }
      for (const { ref, parameters } of operations) {
        for (const parameter of parameters.filter((each) => each.in === "path")) {
          const { name, at } = parameter;
          const edits: Edit[] = editable ? [{ kind: "set", at, key: "required", value: true }] : [];
          if (!named.has(plainName(name)))
            yield hit("unused", { parameter: name, path }, ownPlace(parameter, ref), { operations: [ref] });
          else if (valueAt(at, "required") !== true)
            yield hit("optional", { parameter: name }, at, { operations: [ref], edits });
        }
      }
    }
  },
});

/** A name without what gateways and URI templates add to it: `{proxy+}`, `{+path}`, `{path*}`. */
function plainName(name: string): string {
  return name.replace(/^[+/;.]|[+*]$/g, "");
}

function isDeclared(name: string, { ref, parameters }: ApiOperation, api: Api): boolean {
  if (/^[?&#]/.test(name) || parameters.some((each) => each.in === "path" && plainName(each.name) === name)) return true;
  // Where a reference leads nowhere it cannot be told which parameter it stands for.
  return [ref.item, ref.at].some((owner) =>
    listIn(valueAt(owner, "parameters")).some((value, i) => {
      const pointer = `${owner.pointer}/parameters/${i}`;
      return api.follow({ document: owner.document, pointer, value }) === undefined;
    }),
  );
}

function declaration(name: string, at: Located): Edit {
  const value = { name, in: "path", required: true, schema: { type: "string" } };
  const kind = Array.isArray(valueAt(at, "parameters")) ? "append" : "set";
  return { kind, at, key: "parameters", value: kind === "append" ? value : [value] };
}

/** The parameter where the path or the operation declares it; a shared one is fine elsewhere, so the operation. */
function ownPlace({ at }: Parameter, { item, at: operation }: ApiOperation["ref"]): Located {
  return at.document === item.document && at.pointer.startsWith(`${item.pointer}/`) ? at : operation;
}
