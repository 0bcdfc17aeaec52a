import type { SgNode } from "@ast-grep/napi";
import { type Changes, joinChanges, NO_CHANGES, undecided } from "./changes.ts";
import type { FieldMove } from "./move.ts";
import { argumentsOf, isSame, readObject, renameMember, replace, wrapped } from "./nodes.ts";

/*
 * Follows what a call answers to all places that read it. Where a value is passed on to somewhere that is not followed, and a property
 * of it moves, a person decides.
 */

/** Methods of arrays that give each item to a function. */
const ITEM_METHODS: ReadonlySet<string> = new Set(["map", "flatMap", "forEach", "filter", "find", "some", "every"]);

/** What moves in what the answer of a call is read for. */
export function responseChanges(call: SgNode, moves: readonly FieldMove[]): Changes {
  if (moves.length === 0) return NO_CHANGES;
  return new Reader(moves).result(call);
}

class Reader {
  readonly #moves: readonly FieldMove[];

  constructor(moves: readonly FieldMove[]) {
    this.#moves = moves;
  }

  /** The answer itself: `{ data, error, response }`. */
  result(call: SgNode): Changes {
    const value = wrapped(call, ["await_expression"]);
    const parent = value.parent();
    if (parent === null || parent.kind() === "expression_statement") return NO_CHANGES;
    if (parent.kind() === "member_expression" && isSame(parent.field("object"), value)) return this.#member(parent);
    const pattern = parent.kind() === "variable_declarator" ? parent.field("name") : null;
    if (pattern?.kind() === "identifier")
      return this.#references(pattern, (reference) => {
        const outer = reference.parent();
        const isRead = outer?.kind() === "member_expression" && isSame(outer.field("object"), reference);
        return outer && isRead ? this.#member(outer) : this.#passedOn([], reference);
      });
    if (pattern?.kind() !== "object_pattern") return this.#passedOn([], value);
    const { members, isOpen } = readObject(pattern);
    const data = members.get("data");
    if (isOpen) return this.#passedOn([], pattern);
    return data ? this.#bind(data.value, []) : NO_CHANGES;
  }

  /** A member of the answer: only `data` is what the server sent. */
  #member(member: SgNode): Changes {
    const name = member.field("property")?.text();
    if (name === "data") return this.#follow(member, []);
    // `then` gives the answer to a function.
    return name === "error" || name === "response" ? NO_CHANGES : this.#passedOn([], member);
  }

  /** An expression that is the value at a way below `data`. */
  #follow(expression: SgNode, at: readonly string[]): Changes {
    if (!this.#matters(at)) return NO_CHANGES;
    const value = wrapped(expression);
    const parent = value.parent();
    switch (parent?.kind()) {
      case "member_expression":
        return isSame(parent.field("object"), value) ? this.#property(parent, at) : NO_CHANGES;
      case "subscript_expression":
        if (!isSame(parent.field("object"), value)) return NO_CHANGES;
        return this.#matters([...at, "*"]) ? this.#follow(parent, [...at, "*"]) : this.#passedOn(at, value);
      case "variable_declarator": {
        const name = parent.field("name");
        return name ? this.#bind(name, at) : NO_CHANGES;
      }
      case "for_in_statement": {
        const left = parent.field("left");
        return left && isSame(parent.field("right"), value) ? this.#bind(left, [...at, "*"], parent) : NO_CHANGES;
      }
      default:
        if (isTest(value, parent)) return NO_CHANGES;
        return parent && isChoice(parent) ? this.#follow(parent, at) : this.#passedOn(at, value);
    }
  }

  #property(member: SgNode, at: readonly string[]): Changes {
    const property = member.field("property");
    if (property === null) return NO_CHANGES;
    const name = property.text();
    const call = member.parent();
    const isCall = call?.kind() === "call_expression" && isSame(call.field("function"), member);
    if (call && isCall && ITEM_METHODS.has(name) && this.#matters([...at, "*"])) return this.#items(call, name, at);
    return joinChanges([this.#rename(at, name, (to) => replace(property, to)), this.#follow(member, [...at, name])]);
  }

  /** `list.map((item) => ...)` and its like. */
  #items(call: SgNode, method: string, at: readonly string[]): Changes {
    const [callback] = argumentsOf(call);
    const isFunction = callback?.kind() === "arrow_function" || callback?.kind() === "function_expression";
    if (!callback || !isFunction) return this.#passedOn(at, call);
    const single = callback.field("parameter");
    const listed = callback
      .field("parameters")
      ?.children()
      .find((child) => child.isNamed());
    const parameter = single ?? listed?.field("pattern") ?? null;
    return joinChanges([
      parameter ? this.#bind(parameter, [...at, "*"], callback) : NO_CHANGES,
      method === "filter" ? this.#follow(call, at) : NO_CHANGES,
      method === "find" ? this.#follow(call, [...at, "*"]) : NO_CHANGES,
    ]);
  }

  /** A pattern that a value is bound to. */
  #bind(pattern: SgNode, at: readonly string[], scope?: SgNode): Changes {
    if (!this.#matters(at)) return NO_CHANGES;
    const kind = pattern.kind();
    if (kind === "identifier" || kind === "shorthand_property_identifier_pattern")
      return this.#references(pattern, (reference) => this.#follow(reference, at), scope);
    if (kind !== "object_pattern") return this.#passedOn(at, pattern);
    const { members, isOpen } = readObject(pattern);
    if (isOpen) return this.#passedOn(at, pattern);
    return joinChanges(
      [...members].flatMap(([name, member]) => [
        this.#rename(at, name, (to) => renameMember(member, to)),
        this.#bind(member.value, [...at, name], scope),
      ]),
    );
  }

  #rename(at: readonly string[], name: string, edit: (to: string) => Changes["edits"][number]): Changes {
    const move = this.#moves.find((each) => each.from === name && isWay(each.at, at) && each.at.length === at.length);
    if (move === undefined) return NO_CHANGES;
    if (move.to === null) return undecided(`\`${[...at, name].join(".")}\` of the response no longer exists`);
    return { edits: [edit(move.to)], reasons: [] };
  }

  /** All uses of a name, each followed. */
  #references(declaration: SgNode, follow: (reference: SgNode) => Changes, within?: SgNode): Changes {
    const name = declaration.text();
    const scope = within ?? scopeOf(declaration);
    const rule = {
      any: ["identifier", "shorthand_property_identifier"].map((kind) => ({ kind, regex: `^${escaped(name)}$` })),
    };
    const found = scope.findAll({ rule }).filter((node) => !isSame(node, declaration));
    if (found.some(isDeclaration) || hasShorthandPattern(scope, declaration))
      return undecided(`\`${name}\` is declared more than once here`);
    return joinChanges(found.map(follow));
  }

  /** Whether a property moves at a way or below it. */
  #matters(at: readonly string[]): boolean {
    return this.#moves.some((move) => isWay(move.at, at));
  }

  #passedOn(at: readonly string[], node: SgNode): Changes {
    const names = this.#moves.filter((move) => isWay(move.at, at) && move.to !== null);
    // What is gone, and only passed on, the type checker finds.
    if (names.length === 0) return NO_CHANGES;
    const list = names.map((move) => `\`${[...move.at, move.from].join(".")}\` (now \`${move.to}\`)`).join(", ");
    const text = node.text().split("\n", 1)[0] ?? "";
    const value = text.length > 40 ? `${text.slice(0, 39)}…` : text;
    return undecided(`\`${value}\` is passed on, and may be read for ${list}`);
  }
}

/** Whether a way begins with another. */
function isWay(way: readonly string[], start: readonly string[]): boolean {
  return start.every((name, i) => way[i] === name);
}

const COMPARING: ReadonlySet<string> = new Set(["===", "!==", "==", "!="]);

/** Whether a value is only tested where it stands. */
function isTest(value: SgNode, parent: SgNode | null): boolean {
  switch (parent?.kind()) {
    case "unary_expression":
    case "if_statement":
    case "while_statement":
    case "expression_statement":
      return true;
    case "ternary_expression":
      return isSame(parent.field("condition"), value);
    case "binary_expression": {
      const operator = parent.field("operator")?.text() ?? "";
      return COMPARING.has(operator) || (operator === "&&" && isSame(parent.field("left"), value));
    }
    default:
      return false;
  }
}

/** Whether an expression is one of the values in it: `a ?? b`, `test ? a : b`. */
function isChoice(expression: SgNode): boolean {
  if (expression.kind() === "ternary_expression") return true;
  const operator = expression.kind() === "binary_expression" ? expression.field("operator")?.text() : undefined;
  return operator === "??" || operator === "||" || operator === "&&";
}

function scopeOf(node: SgNode): SgNode {
  let scope = node;
  for (let next = node.parent(); next; next = next.parent()) {
    scope = next;
    if (next.kind() === "statement_block" || next.kind() === "program") break;
  }
  return scope;
}

function isDeclaration(node: SgNode): boolean {
  const parent = node.parent();
  return (
    (parent?.kind() === "variable_declarator" && isSame(parent.field("name"), node)) ||
    (parent?.kind() === "required_parameter" && isSame(parent.field("pattern"), node)) ||
    (parent?.kind() === "arrow_function" && isSame(parent.field("parameter"), node)) ||
    parent?.kind() === "pair_pattern"
  );
}

function hasShorthandPattern(scope: SgNode, declaration: SgNode): boolean {
  const rule = { kind: "shorthand_property_identifier_pattern", regex: `^${escaped(declaration.text())}$` };
  return scope.findAll({ rule }).some((node) => !isSame(node, declaration));
}

function escaped(name: string): string {
  return name.replaceAll("$", "\\$");
}
