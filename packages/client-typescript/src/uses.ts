import ts from "typescript";
import { GENERATED, OPENAPI_FETCH, type SentParts, sentParts } from "./sent-parts.ts";

/** Operations as call sites name them. */
export interface KnownOperations {
  /** Whether the generated client has a function of this name. */
  byFunction(name: string): boolean;
  /** Whether there is an operation of this method, in any letters, and this path template. */
  byRoute(method: string, path: string): boolean;
  /** Whether a module specifier of the source leads to the generated client. */
  isClient(specifier: string): boolean;
}

/** Which operation a place in a source uses: by the name of its function, or by method and path. */
export type UsedOperation = { readonly function: string } | { readonly method: string; readonly path: string };

/** A place in a source that uses an operation, or that cannot be told. */
export interface FoundUse {
  /** From 1. */
  readonly line: number;
  readonly column: number;
  /** The operation, or a sentence that says why it is not known. */
  readonly used: UsedOperation | { readonly unknown: string };
  /** What is given to it; absent where it is not called here. */
  readonly sends?: SentParts;
}

/** Functions of openapi-fetch and its like, each named after a method. */
const METHODS: ReadonlySet<string> = new Set([
  ...["GET", "PUT", "POST", "DELETE", "OPTIONS", "HEAD", "PATCH", "TRACE"],
]);

/**
 * The places in a source that use operations: by functions of the generated client, and by method and path as openapi-fetch and
 * the packages around it are called. A name that something else shadows counts as well.
 */
export function usesIn(file: string, text: string, known: KnownOperations): FoundUse[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const scan = new Scan(source, known);
  scan.errors();
  scan.imports();
  scan.visit(source);
  return scan.found;
}

class Scan {
  readonly found: FoundUse[] = [];
  readonly #source: ts.SourceFile;
  readonly #known: KnownOperations;
  /** Names of functions of the client by their names in the file. */
  readonly #functions = new Map<string, string>();
  /** Names in the file that stand for the whole client. */
  readonly #namespaces = new Set<string>();

  constructor(source: ts.SourceFile, known: KnownOperations) {
    this.#source = source;
    this.#known = known;
  }

  /** What stands behind an error of syntax may not have been read. */
  errors(): void {
    // Part of every source file that was parsed, though not of the published types.
    const { parseDiagnostics } = this.#source as unknown as { readonly parseDiagnostics: readonly ts.TextSpan[] };
    const [first] = parseDiagnostics;
    if (first) this.#addAt(first.start, { unknown: "The source has a syntax error here, so uses may be missing." });
  }

  /** Reads what the file imports, wherever it stands. */
  imports(): void {
    for (const statement of this.#source.statements) {
      if (ts.isImportDeclaration(statement)) this.#import(statement);
      if (ts.isExportDeclaration(statement)) this.#export(statement);
    }
  }

  #import({ moduleSpecifier, importClause }: ts.ImportDeclaration): void {
    const specifier = (moduleSpecifier as ts.StringLiteral).text;
    if (!this.#known.isClient(specifier) || importClause === undefined || importClause.isTypeOnly) return;
    const { namedBindings } = importClause;
    if (namedBindings === undefined) return;
    if (ts.isNamespaceImport(namedBindings)) this.#namespaces.add(namedBindings.name.text);
    else
      for (const { name, propertyName, isTypeOnly } of namedBindings.elements) {
        const exported = (propertyName ?? name).text;
        if (!isTypeOnly && this.#known.byFunction(exported)) this.#functions.set(name.text, exported);
      }
  }

  /** What is passed on to other modules is used, as far as anybody can tell. */
  #export({ moduleSpecifier, exportClause, isTypeOnly }: ts.ExportDeclaration): void {
    const specifier = moduleSpecifier && ts.isStringLiteral(moduleSpecifier) ? moduleSpecifier.text : undefined;
    if (isTypeOnly || specifier === undefined || !this.#known.isClient(specifier)) return;
    if (exportClause && ts.isNamedExports(exportClause)) {
      for (const element of exportClause.elements) {
        const name = (element.propertyName ?? element.name).text;
        if (this.#known.byFunction(name)) this.#add(element, { function: name });
      }
    } else this.#add(moduleSpecifier as ts.Node, { unknown: "The whole client is passed on to other modules." });
  }

  visit(node: ts.Node): void {
    if (ts.isImportDeclaration(node)) return;
    if (ts.isIdentifier(node)) this.#identifier(node);
    else if (ts.isCallExpression(node)) this.#call(node);
    else if (ts.isExternalModuleReference(node)) this.#load(node, node.expression);
    ts.forEachChild(node, (child) => this.visit(child));
  }

  #identifier(node: ts.Identifier): void {
    const { parent } = node;
    // A name behind a dot, or of a member, is another's.
    if (ts.isPropertyAccessExpression(parent) && parent.name === node) return;
    if ((ts.isPropertyAssignment(parent) || ts.isTypeQueryNode(parent)) && !isValueOf(parent, node)) return;
    const name = this.#functions.get(node.text);
    if (name !== undefined) this.#add(node, { function: name }, argumentsOf(node));
    if (this.#namespaces.has(node.text)) this.#namespace(node);
  }

  #namespace(node: ts.Identifier): void {
    const { parent } = node;
    const member =
      ts.isPropertyAccessExpression(parent) && parent.expression === node
        ? parent.name.text
        : ts.isElementAccessExpression(parent) && ts.isStringLiteralLike(parent.argumentExpression)
          ? parent.argumentExpression.text
          : undefined;
    if (member === undefined) this.#add(node, { unknown: "The whole client is used as a value." });
    else if (this.#known.byFunction(member))
      this.#add(parent, { function: member }, argumentsOf(parent as ts.Expression));
  }

  /** A module that is loaded by an expression: what is taken of it is not followed. */
  #load(node: ts.Node, specifier: ts.Expression | undefined): void {
    if (specifier && ts.isStringLiteralLike(specifier) && this.#known.isClient(specifier.text))
      this.#add(node, { unknown: "The whole client is loaded here, and not by names." });
  }

  #call({ expression, arguments: given }: ts.CallExpression): void {
    if (
      expression.kind === ts.SyntaxKind.ImportKeyword ||
      (ts.isIdentifier(expression) && expression.text === "require")
    )
      this.#load(expression, given[0]);
    const texts = given.slice(0, 2).map((each) => (ts.isStringLiteralLike(each) ? each.text : undefined));
    const [first, second] = texts;
    const method = ts.isPropertyAccessExpression(expression) ? expression.name.text : "";
    if (METHODS.has(method) && first !== undefined) {
      if (this.#known.byRoute(method, first))
        this.#add(expression, { method, path: first }, sentParts(given[1], OPENAPI_FETCH, given[1]));
    } else if (METHODS.has(method) && given.length > 0)
      this.#add(expression, { unknown: `The path of \`${method}\` is not a text in the source.` });
    else if (first !== undefined && second !== undefined && this.#known.byRoute(first, second))
      this.#add(
        expression,
        { method: first.toUpperCase(), path: second },
        sentParts(given[2], OPENAPI_FETCH, given[2]),
      );
  }

  #add(node: ts.Node, used: FoundUse["used"], sends?: SentParts): void {
    this.#addAt(node.getStart(this.#source), used, sends);
  }

  #addAt(position: number, used: FoundUse["used"], sends?: SentParts): void {
    const { line, character } = this.#source.getLineAndCharacterOfPosition(position);
    this.found.push({ line: line + 1, column: character + 1, used, ...(sends && { sends }) });
  }
}

/** What a function of the generated client is given, behind the client; undefined where it is not called here. */
function argumentsOf(node: ts.Expression): SentParts | undefined {
  const { parent } = node;
  if (!ts.isCallExpression(parent) || parent.expression !== node) return undefined;
  const [client, init, options] = parent.arguments;
  // What is spread may be all of them.
  const spread = [client, init].find((argument) => argument && ts.isSpreadElement(argument));
  return spread ? sentParts(spread, GENERATED, spread) : sentParts(init, GENERATED, options);
}

/** Whether a node is the value of a property, and not its name or a part of a type. */
function isValueOf(parent: ts.PropertyAssignment | ts.TypeQueryNode, node: ts.Node): boolean {
  return ts.isPropertyAssignment(parent) && parent.initializer === node;
}
