import { globSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { parseSync } from "rolldown/utils";
import { WORLDLY } from "./law.ts";

const ROOT = join(import.meta.dirname, "../..");

/** One import of a module, in whichever form it is written. */
export interface Import {
  /** A path from the root of the checkout where it is relative; else as it is written. */
  readonly target: string;
  /** Whether it is gone once types are. */
  readonly typeOnly: boolean;
}

/** A source file, as far as the law looks into it. */
export interface Module {
  /** From the root of the checkout. */
  readonly path: string;
  readonly imports: readonly Import[];
  /** Uses of names that touch the world, such as `process` or `Date.now`. */
  readonly worldly: readonly string[];
}

/** All sources of the packages; tests are left out where that is asked. */
export function readModules({ tests }: { readonly tests: boolean }): Module[] {
  return globSync("packages/*/src/**/*.{ts,tsx}", { cwd: ROOT })
    .filter((path) => !path.endsWith(".d.ts") && (tests || !path.endsWith(".test.ts")))
    .sort()
    .map((path) => readModule(path, readFileSync(join(ROOT, path), "utf8")));
}

/** Reads one source. Throws where it does not parse. */
export function readModule(path: string, text: string): Module {
  const { program, errors } = parseSync(path, text, { lang: path.endsWith(".tsx") ? "tsx" : "ts" });
  if (errors[0]) throw new Error(`${path}: ${errors[0].message}`);
  const imports: Import[] = [];
  const worldly: string[] = [];
  for (const [node, parent] of nodesOf(program)) {
    const found = importOf(node);
    if (found) imports.push({ ...found, target: resolved(found.target, path) });
    const name = worldlyName(node, parent);
    if (name) worldly.push(name);
  }
  return { path, imports, worldly };
}

type Node = Readonly<Record<string, unknown>> & { readonly type: string };

/** All nodes of a tree, each with the one that holds it. */
function* nodesOf(node: unknown, parent?: Node): Generator<readonly [Node, Node | undefined]> {
  if (!isNode(node)) return;
  yield [node, parent];
  for (const value of Object.values(node))
    for (const child of Array.isArray(value) ? value : [value]) yield* nodesOf(child, node);
}

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && "type" in value && typeof value.type === "string";
}

function importOf(node: Node): Import | undefined {
  const { source, type } = node;
  if (!isNode(source) || typeof source["value"] !== "string") return undefined;
  const kinds = (Array.isArray(node["specifiers"]) ? node["specifiers"] : []).map(
    (each: Node) => each["importKind"] ?? each["exportKind"],
  );
  const whole = node["importKind"] ?? node["exportKind"];
  const named = kinds.length > 0 && kinds.every((kind) => kind === "type");
  return { target: source["value"], typeOnly: type === "TSImportType" || whole === "type" || named };
}

function worldlyName(node: Node, parent: Node | undefined): string | undefined {
  if (node.type === "NewExpression" && nameOf(node["callee"]) === "Date" && isEmpty(node["arguments"]))
    return "new Date()";
  if (node.type === "MemberExpression") {
    const member = `${nameOf(node["object"])}.${nameOf(node["property"])}`;
    return ["Date.now", "Math.random"].includes(member) ? member : undefined;
  }
  const name = nameOf(node);
  // Of members and keys only those count that are computed: `io.process` is another's.
  const isKey = parent && !parent["computed"] && (parent["property"] === node || parent["key"] === node);
  return name !== undefined && WORLDLY.includes(name) && !isKey ? name : undefined;
}

function nameOf(node: unknown): string | undefined {
  return isNode(node) && node.type === "Identifier" ? String(node["name"]) : undefined;
}

function isEmpty(list: unknown): boolean {
  return Array.isArray(list) && list.length === 0;
}

function resolved(target: string, path: string): string {
  return target.startsWith(".") ? normalize(join(dirname(path), target)) : target;
}
