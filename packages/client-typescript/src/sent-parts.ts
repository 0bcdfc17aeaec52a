import ts from "typescript";

/** What a call site gives to an operation, as it is written out there. */
export interface SentParts {
  /** The parameters that it gives, by place and name: `query.limit`. */
  readonly parameters: readonly string[];
  /** Whether these are all: nothing is spread, computed or passed from elsewhere. */
  readonly isWhole: boolean;
  /** The body, as far as it is written out; values that are not stand as empty objects. Absent: it gives none here. */
  readonly body?: unknown;
}

/** How a kind of client lays out what a call passes: the way to the parameters of each place. */
export type Layout = Readonly<Record<"path" | "query" | "header" | "cookie", readonly string[]>>;

/** `client.GET("/users/{id}", { params: { path: { id } }, body })` */
export const OPENAPI_FETCH: Layout = {
  path: ["params", "path"],
  query: ["params", "query"],
  header: ["params", "header"],
  cookie: ["params", "cookie"],
};

/** `getUser(client, { path: { id }, body })` */
export const GENERATED: Layout = { path: ["path"], query: ["query"], header: ["headers"], cookie: ["cookies"] };

/** What stands at a place of a call: an expression, nothing, or something that is not written out there. */
type Found = ts.Expression | "absent" | "hidden";

/**
 * What a call gives, by the argument that describes its request.
 *
 * @param init that argument; undefined where the call has none
 * @param options the argument whose `headers` are sent beside those parameters
 */
export function sentParts(
  init: ts.Expression | undefined,
  layout: Layout,
  options: ts.Expression | undefined,
): SentParts {
  const root: Found = init ?? "absent";
  const given = Object.entries(layout).map(([place, way]) => [place, way.reduce(memberOf, root)] as const);
  const names: string[] = [];
  let isWhole = true;
  for (const [place, found] of [...given, ["header", memberOf(options ?? "absent", "headers")] as const]) {
    const object = typeof found === "string" ? undefined : readObject(found);
    for (const name of object?.members.keys() ?? []) names.push(`${place}.${name}`);
    isWhole &&= found === "absent" || (object !== undefined && !object.isOpen);
  }
  const body = memberOf(root, "body");
  return { parameters: names, isWhole, ...(typeof body !== "string" && { body: skeletonOf(body) }) };
}

function memberOf(found: Found, name: string): Found {
  if (typeof found === "string") return found;
  const object = readObject(found);
  return object?.members.get(name) ?? (object === undefined || object.isOpen ? "hidden" : "absent");
}

/** An object as it is written out. */
interface ReadObject {
  readonly members: ReadonlyMap<string, ts.Expression>;
  /** Whether it may have further members. */
  readonly isOpen: boolean;
}

/** Reads an object; undefined where none is written out. */
function readObject(expression: ts.Expression): ReadObject | undefined {
  const object = unwrapped(expression);
  if (!ts.isObjectLiteralExpression(object)) return undefined;
  const members = new Map<string, ts.Expression>();
  let isOpen = false;
  for (const property of object.properties) {
    const name = property.name && nameOf(property.name);
    if (name === undefined) isOpen = true;
    else if (ts.isPropertyAssignment(property)) members.set(name, property.initializer);
    else if (ts.isShorthandPropertyAssignment(property)) members.set(name, property.name);
    else isOpen = true;
  }
  return { members, isOpen };
}

function nameOf(name: ts.PropertyName): string | undefined {
  return ts.isIdentifier(name) || ts.isStringLiteralLike(name) || ts.isNumericLiteral(name) ? name.text : undefined;
}

/** An expression without what says only its type. */
function unwrapped(expression: ts.Expression): ts.Expression {
  return ts.isParenthesizedExpression(expression) ||
    ts.isAsExpression(expression) ||
    ts.isSatisfiesExpression(expression) ||
    ts.isNonNullExpression(expression)
    ? unwrapped(expression.expression)
    : expression;
}

/** What is written out of a value. */
function skeletonOf(expression: ts.Expression): unknown {
  const value = unwrapped(expression);
  const object = readObject(value);
  if (object) return Object.fromEntries([...object.members].map(([name, member]) => [name, skeletonOf(member)]));
  if (ts.isArrayLiteralExpression(value)) return value.elements.map(skeletonOf);
  if (ts.isStringLiteralLike(value)) return value.text;
  if (ts.isNumericLiteral(value)) return Number(value.text);
  if (value.kind === ts.SyntaxKind.TrueKeyword) return true;
  if (value.kind === ts.SyntaxKind.FalseKeyword) return false;
  return value.kind === ts.SyntaxKind.NullKeyword ? null : {};
}
