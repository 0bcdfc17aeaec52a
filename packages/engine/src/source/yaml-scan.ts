import { CORE_SCHEMA, type LoadOptions, load, Type } from "js-yaml";
import type { PointerTree } from "./pointer-tree.ts";

const merge = new Type("tag:yaml.org,2002:merge", {
  kind: "scalar",
  resolve: (data) => data === "<<" || data === null,
});

/** YAML 1.2 core with merge keys: no dates, since JSON has none. */
const YAML_SCHEMA = CORE_SCHEMA.extend({ implicit: [merge] });

/** Deeper data is refused: no description needs it, and it would exhaust the stack of any reader. */
export const DEEPEST = 500;

/** How texts are read; the loader's own limit of depth is lower than what JSON may have. */
export const YAML_OPTIONS = { schema: YAML_SCHEMA, maxDepth: DEEPEST };

/** A node of a YAML text by its offsets; children of a mapping alternate key and value. */
interface YamlNode {
  readonly start: number;
  kind: string | null;
  value: unknown;
  readonly children: YamlNode[];
}

/** The tree of a text that loads; the loader reports each node as it opens and closes it. */
function yamlTree(text: string): YamlNode | undefined {
  let root: YamlNode | undefined;
  const open: YamlNode[] = [];
  const listener: LoadOptions["listener"] = (event, state) => {
    if (event === "open") {
      open.push({ start: state.position, kind: null, value: undefined, children: [] });
      return;
    }
    let node = open.pop() as YamlNode;
    node.kind = state.kind;
    node.value = state.result;
    // A flow collection in a block is read as the key of a mapping first, and turns out to be the node itself.
    const [inner] = node.children;
    if (inner && typeof inner.value === "object" && inner.value !== null && inner.value === node.value) node = inner;
    const parent = open.at(-1);
    if (parent) parent.children.push(node);
    else root = node;
  };
  load(text, { ...YAML_OPTIONS, json: true, listener });
  return root;
}

/** Offsets of what pointers lead to in a YAML text: of the key in a mapping, of the item in a sequence. */
export function locateInYaml(text: string, wanted: PointerTree): Map<string, number> {
  const found = new Map<string, number>();
  const visit = (node: YamlNode, at: PointerTree, start: number): void => {
    if (at.pointer !== undefined) found.set(at.pointer, start);
    if (at.children.size === 0) return;
    if (node.kind === "mapping") {
      for (let i = 0; i + 1 < node.children.length; i += 2) {
        const [key, value] = [node.children[i] as YamlNode, node.children[i + 1] as YamlNode];
        const child = at.children.get(String(key.value));
        if (child) visit(value, child, skipBlank(text, key.start));
      }
    } else if (node.kind === "sequence") {
      node.children.forEach((item, index) => {
        const child = at.children.get(String(index));
        if (child) visit(item, child, skipBlank(text, item.start));
      });
    }
  };
  const root = yamlTree(text);
  if (root) visit(root, wanted, skipBlank(text, root.start));
  return found;
}

/** All keys that repeat an earlier one of the same mapping, in order. */
export function duplicateYamlKeys(text: string): { readonly key: string; readonly offset: number }[] {
  const found: { key: string; offset: number }[] = [];
  const visit = (node: YamlNode): void => {
    const names = new Set<string>();
    node.children.forEach((child, i) => {
      if (node.kind === "mapping" && i % 2 === 0) {
        const key = String(child.value);
        if (names.has(key) && key !== "<<") found.push({ key, offset: skipBlank(text, child.start) });
        names.add(key);
      }
      visit(child);
    });
  };
  const root = yamlTree(text);
  if (root) visit(root);
  return found.sort((a, b) => a.offset - b.offset);
}

/** A node opens before the white space, the comments and the dash in front of it. */
function skipBlank(text: string, from: number): number {
  let at = from;
  for (;;) {
    const code = text[at];
    if (code === "#" && (at === 0 || /\s/.test(text[at - 1] as string))) at = endOfLine(text, at);
    else if (code === " " || code === "\n" || code === "\r" || code === "\t") at++;
    else if (code === "-" && /\s/.test(text[at + 1] ?? "")) at++;
    else return at;
  }
}

function endOfLine(text: string, from: number): number {
  const end = text.indexOf("\n", from);
  return end < 0 ? text.length : end;
}
