import type { Concatenation, Element, Expression, Quantifier } from "refa";
import { DFA, JS, NFA, type NoParent, Words } from "refa";
import { append } from "../lists.ts";
import { type Found, NONE, some, unknown } from "./outcome.ts";
import { unicodeSource } from "./pattern.ts";
import type { Automata, WordQuery } from "./string.ts";

/** States an automaton may have, and characters or layers a search may visit, before it gives up. */
const MOST_STATES = 3_000;
/** Characters of a pattern; to read one takes longer than its length, and none that fits the states is longer. */
const LONGEST_PATTERN = 8_000;
const MOST_STEPS = 200_000;
const LAST_CHARACTER = 0x10ffff;
/** Kinds of strings that a set of patterns distinguishes. */
const MOST_KINDS = 400;

type El = NoParent<Element>;

/** Why a pattern has no automaton. */
class Unsupported extends Error {}

/** Regular languages on `refa`'s automata, remembered by pattern. */
export class RefaAutomata implements Automata {
  readonly #languages = new Map<string, DFA | string>();
  readonly #kinds = new Map<string, readonly (readonly string[])[] | undefined>();

  findWord(query: WordQuery): Found<string> {
    const within: DFA[] = [];
    try {
      for (const source of query.within) within.push(this.#language(source));
      for (const source of query.outside) {
        const complement = this.#language(source).copy();
        complement.complement();
        within.push(complement);
      }
      const exceptions = [...query.except].filter((word) =>
        within.every((language) => language.test([...word].map(codePoint))),
      );
      if (exceptions.length > 0) {
        const words = DFA.fromWords(
          exceptions.map((word) => [...word].map(codePoint)),
          { maxCharacter: LAST_CHARACTER },
        );
        words.complement();
        within.push(words);
      }
      const language = within.reduce((a, b) => DFA.fromIntersection(a, b, new DFA.LimitedNodeFactory(MOST_STATES)));
      return shortestWord(language, query.minLength, query.maxLength);
    } catch (error) {
      return unknown(error instanceof Unsupported ? error.message : "a regular expression is too large");
    }
  }

  kindsOf(patterns: readonly string[]): readonly (readonly string[])[] | undefined {
    const key = JSON.stringify(patterns);
    if (!this.#kinds.has(key)) this.#kinds.set(key, this.#kindsOf(patterns));
    return this.#kinds.get(key);
  }

  /** Each pattern divides each kind so far into the strings that match it and those that do not; what has no string is left out. */
  #kindsOf(patterns: readonly string[]): readonly (readonly string[])[] | undefined {
    let kinds: Kind[] = [{ matching: [], language: DFA.all({ maxCharacter: LAST_CHARACTER }) }];
    try {
      for (const source of patterns) {
        const inside = this.#language(source);
        const outside = inside.copy();
        outside.complement();
        kinds = kinds.flatMap(({ matching, language }) => [
          ...kind(matching, language, outside),
          ...kind([...matching, source], language, inside),
        ]);
        if (kinds.length > MOST_KINDS) return undefined;
      }
    } catch {
      // A language that cannot be written as an automaton divides nothing.
      return undefined;
    }
    return kinds.map(({ matching }) => matching);
  }

  #language(source: string): DFA {
    let language = this.#languages.get(source);
    if (language === undefined) {
      try {
        language = languageOf(source);
      } catch (error) {
        language = error instanceof Unsupported ? error.message : `\`${source}\` is too large`;
      }
      this.#languages.set(source, language);
    }
    if (typeof language === "string") throw new Unsupported(language);
    return language;
  }
}

interface Kind {
  readonly matching: readonly string[];
  readonly language: DFA;
}

/** The strings of two languages as a kind, where there are any. */
function kind(matching: readonly string[], a: DFA, b: DFA): Kind[] {
  const language = DFA.fromIntersection(a, b, new DFA.LimitedNodeFactory(MOST_STATES));
  language.removeUnreachable();
  return language.isEmpty ? [] : [{ matching, language }];
}

function codePoint(character: string): number {
  return character.codePointAt(0) as number;
}

/** All strings in which a pattern is found. */
function languageOf(source: string): DFA {
  if (source.length > LONGEST_PATTERN) throw new Unsupported("a regular expression is too long");
  const unicode = unicodeSource(source);
  if (unicode === undefined) throw new Unsupported(`\`${source}\` is not a regular expression`);
  const { expression } = JS.Parser.fromLiteral({ source: unicode, flags: "u" }).parse({
    backreferences: "throw",
    assertions: "parse",
    maxNodes: 50_000,
  });
  const nodes = new DFA.LimitedNodeFactory(MOST_STATES);
  const union = new NFA.LimitedNodeFactory(MOST_STATES * 2);
  const all = NFA.empty({ maxCharacter: LAST_CHARACTER }, union);
  for (const { elements } of expression.alternatives) {
    for (const piece of piecesOf(elements, source)) all.union(NFA.fromFA(pieceLanguage(piece)), union);
  }
  const language = DFA.fromFA(all, nodes);
  language.minimize();
  return language;
}

/** A sequence without assertions, tied to the start or the end of the string, or to neither. */
interface Piece {
  readonly elements: readonly El[];
  readonly fromStart: boolean;
  readonly toEnd: boolean;
  /** What the rest of the string must or must not begin with, from the start of the string. */
  readonly ahead: readonly { readonly alternatives: readonly NoParent<Concatenation>[]; readonly negate: boolean }[];
}

/** Takes the anchors off the edges of a sequence; an alternation at an edge is spread so that its own edges show. */
function* piecesOf(sequence: readonly El[], source: string): Generator<Piece> {
  const queue: Piece[] = [{ elements: sequence, fromStart: false, toEnd: false, ahead: [] }];
  for (let steps = 0; queue.length > 0; steps++) {
    if (steps > 500) throw new Unsupported(`\`${source}\` has too many alternatives`);
    const piece = queue.shift() as Piece;
    const next = takeEdge(piece, source);
    if (next === undefined) yield piece;
    else append(queue, next);
  }
}

function takeEdge(piece: Piece, source: string): Piece[] | undefined {
  const { elements } = piece;
  const first = elements[0];
  const last = elements.at(-1);
  if (first?.type === "Assertion") {
    const rest = { ...piece, elements: elements.slice(1) };
    if (isEdge(first, "behind")) return [{ ...rest, fromStart: true }];
    if (first.kind === "ahead" && piece.fromStart) return [{ ...rest, ahead: [...piece.ahead, first] }];
  }
  if (last?.type === "Assertion" && isEdge(last, "ahead"))
    return [{ ...piece, elements: elements.slice(0, -1), toEnd: true }];
  for (const [index, element] of [
    [0, first],
    [elements.length - 1, last],
  ] as const) {
    if (element?.type !== "Alternation" || !hasAssertion(element)) continue;
    return element.alternatives.map((alternative) => ({
      ...piece,
      elements: elements.toSpliced(index, 1, ...alternative.elements),
    }));
  }
  const inner = elements.findIndex(hasAssertion);
  if (inner < 0) return undefined;
  const element = elements[inner] as El;
  // An anchor with characters certain on its far side holds nowhere.
  if (element.type === "Assertion" && isEdge(element, "behind") && elements.slice(0, inner).some(isCertain)) return [];
  if (element.type === "Assertion" && isEdge(element, "ahead") && elements.slice(inner + 1).some(isCertain)) return [];
  throw new Unsupported(`\`${source}\` looks around in the middle`);
}

/** `^` and `$`: no character on that side. */
function isEdge(element: El, kind: "ahead" | "behind"): boolean {
  if (element.type !== "Assertion" || element.kind !== kind || !element.negate || element.alternatives.length !== 1)
    return false;
  const only = element.alternatives[0]?.elements ?? [];
  return only.length === 1 && only[0]?.type === "CharacterClass" && only[0].characters.isAll;
}

function hasAssertion(element: El): boolean {
  if (element.type === "Assertion") return true;
  return (
    "alternatives" in element && element.alternatives.some((alternative) => alternative.elements.some(hasAssertion))
  );
}

/** Whether an element always takes at least one character. */
function isCertain(element: El): boolean {
  switch (element.type) {
    case "CharacterClass":
      return true;
    case "Alternation":
      return element.alternatives.every((alternative) => alternative.elements.some(isCertain));
    case "Quantifier":
      return element.min > 0 && element.alternatives.every((alternative) => alternative.elements.some(isCertain));
    default:
      return false;
  }
}

function pieceLanguage({ elements, fromStart, toEnd, ahead }: Piece): DFA {
  let language = sequenceLanguage([...(fromStart ? [] : [anyText()]), ...elements, ...(toEnd ? [] : [anyText()])]);
  for (const { alternatives, negate } of ahead) {
    const looked = alternatives.map(({ elements: inner }) => {
      const toEndInside = inner.length > 0 && isEdge(inner.at(-1) as El, "ahead");
      const body = toEndInside ? inner.slice(0, -1) : inner;
      if (body.some(hasAssertion)) throw new Unsupported("a look-around holds another");
      return sequenceLanguage([...body, ...(toEndInside ? [] : [anyText()])]);
    });
    const either = NFA.empty({ maxCharacter: LAST_CHARACTER });
    for (const branch of looked) either.union(NFA.fromFA(branch));
    const condition = DFA.fromFA(either, new DFA.LimitedNodeFactory(MOST_STATES));
    if (negate) condition.complement();
    language = DFA.fromIntersection(language, condition, new DFA.LimitedNodeFactory(MOST_STATES));
  }
  return language;
}

function anyText(): El {
  const characters = JS.createCharSet([{ kind: "any" }], { unicode: true, dotAll: true } as never);
  const quantifier: NoParent<Quantifier> = {
    type: "Quantifier",
    min: 0,
    max: Number.POSITIVE_INFINITY,
    lazy: false,
    alternatives: [{ type: "Concatenation", elements: [{ type: "CharacterClass", characters }] }],
  };
  return quantifier;
}

function sequenceLanguage(elements: readonly El[]): DFA {
  const expression: NoParent<Expression> = {
    type: "Expression",
    alternatives: [{ type: "Concatenation", elements: [...elements] }],
  };
  const nfa = NFA.fromRegex(
    expression,
    { maxCharacter: LAST_CHARACTER },
    { assertions: "throw" },
    new NFA.LimitedNodeFactory(MOST_STATES),
  );
  return DFA.fromFA(nfa, new DFA.LimitedNodeFactory(MOST_STATES));
}

/** Breadth first over the states a length can reach; layers, because a length below the bound may not stop the search. */
function shortestWord(language: DFA, minLength: number, maxLength: number): Found<string> {
  language.removeUnreachable();
  if (language.isEmpty) return NONE;
  type Step = {
    readonly node: DFA.Node;
    readonly before: Step | undefined;
    readonly characters: Parameters<typeof Words.pickMostReadableCharacter>[0] | undefined;
  };
  let layer: Step[] = [{ node: language.initial, before: undefined, characters: undefined }];
  const states = language.countNodes();
  let steps = 0;
  for (let length = 0; length <= maxLength && length <= minLength + states; length++) {
    if (length >= minLength) {
      const done = layer.find(({ node }) => language.finals.has(node));
      if (done) return some(spell(done));
    }
    const next = new Map<DFA.Node, Step>();
    for (const step of layer) {
      for (const [node, characters] of step.node.out.invert(LAST_CHARACTER)) {
        if (++steps > MOST_STEPS) return unknown("a string would be too long to search for");
        if (!next.has(node)) next.set(node, { node, before: step, characters });
      }
    }
    layer = [...next.values()];
    if (layer.length === 0) return NONE;
  }
  return NONE;

  function spell(step: Step): string {
    const characters: number[] = [];
    for (let at: Step | undefined = step; at?.characters; at = at.before)
      characters.push(Words.pickMostReadableCharacter(at.characters) as number);
    return String.fromCodePoint(...characters.reverse());
  }
}
