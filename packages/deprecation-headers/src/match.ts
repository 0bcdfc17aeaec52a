/** The headers of one deprecated operation. */
export interface DeprecatedOperation {
  readonly method: string;
  /** The path template: `/users/{id}`. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string | undefined>>;
}

/** The deprecated operations of one description. */
export interface DescriptionHeaders {
  readonly operations: readonly DeprecatedOperation[];
  /** All operations, so that one that is not deprecated is not taken for one that is. */
  readonly routes?: readonly { readonly method: string; readonly path: string }[];
  /** What stands before the templates in URLs. */
  readonly basePaths?: readonly string[];
}

/** What `concordat deprecations headers --format json` answers about one description or several, as far as it is needed here. */
export type HeadersDocument = DescriptionHeaders | { readonly descriptions: readonly DescriptionHeaders[] };

/** Headers by their names. */
export type DeprecationHeaders = Readonly<Record<string, string>>;

/** Templates by their segments. */
interface Node {
  readonly literals: Map<string, Node>;
  /** Segments with an expression beside other text. */
  readonly mixed: { readonly form: RegExp; readonly source: string; readonly node: Node }[];
  any: Node | undefined;
  /** Headers by method; undefined for an operation that is not deprecated. */
  readonly methods: Map<string, DeprecationHeaders | undefined>;
}

const EXPRESSION = /\{[^{}]*\}/;

/**
 * Makes what finds the headers of a request, by its method and its URL or path. Templates stand behind the base paths of their own
 * description alone. Where two descriptions have the same operation, one that is deprecated counts.
 */
export function headersFinder(
  document: HeadersDocument,
): (method: string, url: string) => DeprecationHeaders | undefined {
  const roots = rootsOf("descriptions" in document ? document.descriptions : [document]);
  const bases = [...roots].sort(([a], [b]) => b.length - a.length);
  return (method, url) => {
    const path = url.replace(/^[a-z][a-z\d+.-]*:\/\/[^/?#]*/i, "").replace(/[?#].*$/s, "");
    for (const [base, root] of bases) {
      if (!path.startsWith(`${base}/`)) continue;
      const segments = path
        .slice(base.length + 1)
        .split("/")
        .map(decoded);
      const found = find(root, segments, 0, method) ?? (method === "HEAD" ? find(root, segments, 0, "GET") : undefined);
      if (found) return found.methods.get(found.methods.has(method) ? method : "GET");
    }
    return undefined;
  };
}

/** The templates behind each base path. */
function rootsOf(descriptions: readonly DescriptionHeaders[]): ReadonlyMap<string, Node> {
  const roots = new Map<string, Node>();
  const rootsFor = ({ basePaths = [""] }: DescriptionHeaders) =>
    basePaths.map((path) => {
      const base = path.replace(/\/$/, "");
      const root = roots.get(base) ?? newNode();
      roots.set(base, root);
      return root;
    });
  for (const each of descriptions)
    for (const root of rootsFor(each))
      for (const { method, path } of each.routes ?? []) nodeOf(root, path).methods.set(method, undefined);
  for (const each of descriptions)
    for (const root of rootsFor(each))
      for (const { method, path, headers } of each.operations) nodeOf(root, path).methods.set(method, sentOf(headers));
  return roots;
}

function sentOf(headers: DeprecatedOperation["headers"]): DeprecationHeaders {
  return Object.fromEntries(
    Object.entries(headers).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}

function newNode(): Node {
  return { literals: new Map(), mixed: [], any: undefined, methods: new Map() };
}

/** The node of a template, made where it is not there. */
function nodeOf(root: Node, template: string): Node {
  return template
    .split("/")
    .slice(1)
    .reduce((node, segment) => childOf(node, segment), root);
}

function childOf(node: Node, segment: string): Node {
  if (!EXPRESSION.test(segment)) {
    const text = decoded(segment);
    const child = node.literals.get(text) ?? newNode();
    node.literals.set(text, child);
    return child;
  }
  const texts = segment.split(EXPRESSION).map(decoded);
  if (texts.length === 2 && texts.every((text) => text === "")) return (node.any ??= newNode());
  const source = `^${texts.map((text) => text.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&")).join(".+?")}$`;
  const known = node.mixed.find((each) => each.source === source);
  if (known) return known.node;
  const child = newNode();
  node.mixed.push({ form: new RegExp(source, "s"), source, node: child });
  return child;
}

/** The most concrete template that fits and has the method. */
function find(node: Node, segments: readonly string[], at: number, method: string): Node | undefined {
  const segment = segments[at];
  if (segment === undefined) return node.methods.has(method) ? node : undefined;
  const literal = node.literals.get(segment);
  const mixed = node.mixed.filter(({ form }) => form.test(segment)).map((each) => each.node);
  const any = segment === "" ? undefined : node.any;
  for (const next of [literal, ...mixed, any]) {
    const found = next && find(next, segments, at + 1, method);
    if (found) return found;
  }
  return undefined;
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
