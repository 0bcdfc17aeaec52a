import {
  type Automata,
  type Cause,
  canonicalText,
  Decider,
  type Document,
  Explainer,
  escapeToken,
  findRefusedAt,
  isObject,
  type Json,
  type Library,
  type Located,
  loadAutomata,
  type Mode,
  own,
  type Place,
  Space,
  type Step,
  type Views,
} from "@concordat/containment/internal";
import type { Form, Sent } from "../../exchange/values.ts";
import type { GapTarget } from "../../kit/pact-targets.ts";
import type { ReadSchema } from "./reading.ts";

/** A question about two schemas: may what one sends be something that the other does not take? */
export interface GapQuestion {
  /** Of each side a schema of the description, or one that was made of an expectation. */
  readonly sent: Located | ReadSchema;
  readonly taken: Located | ReadSchema;
  /** How values of each travel. */
  readonly forms: { readonly sent: Form; readonly taken: Form };
  /** Who sends it. */
  readonly direction: Sent;
}

/** One way in which what is sent may not be taken. */
export interface Gap extends Pick<GapTarget, "at" | "keyword" | "name" | "declared" | "types" | "value" | "undecided"> {
  /** The whole value that shows it, as two validators confirm; undefined where none could be shown. */
  readonly whole: Json | undefined;
  /** What the sender's schema says there. */
  readonly sender: Located | undefined;
  /** What the taker's schema says there. */
  readonly taker: Located;
}

/** Two schemas that a question is about. */
interface Pair {
  readonly left: Place;
  readonly right: Place;
  readonly decider: Decider;
  /** Values of the left one that the right one refuses, as validators have confirmed. */
  readonly wholes: Json[];
}

/** What the names of schemas that were made of expectations begin with. */
const EXPECTATION = "concordat:/expectation/";
/** The most gaps of one question that are listed; nobody reads more. */
const MOST_GAPS = 50;

/** Finds where what is sent lies outside what is taken, for many questions over one library. */
export class GapFinder {
  readonly #library: Library;
  readonly #made = new Map<string, Document>();
  readonly #space: Space;
  readonly #deciders = new Map<Sent, Decider>();
  readonly #shown = new Map<Place, Map<string, Promise<Json | undefined>>>();
  #automata: Automata | undefined;

  constructor(library: Library) {
    this.#library = {
      document: (uri) => this.#made.get(uri) ?? library.document(uri),
      all: () => library.all(),
    };
    this.#space = new Space(this.#library);
  }

  /** What a schema says at the places of a value that are marked in it; see `marksIn`. */
  get views(): Views {
    return this.#decider("request").views;
  }

  place(schema: Located | ReadSchema, form: Form = "json"): Place {
    if (!("schema" in schema)) return this.#space.place(schema, form);
    const uri = `${EXPECTATION}${this.#made.size}`;
    const document: Document = { uri, root: schema.schema, dialect: "draft-2020-12" };
    this.#made.set(uri, document);
    return this.#space.place({ document, pointer: "", value: document.root }, form);
  }

  /** All gaps of a question, each once. Loads automata when a pattern has to be compared. */
  async find(question: GapQuestion): Promise<readonly Gap[]> {
    const { sent, taken, forms } = question;
    const [left, right] = [this.place(sent, forms.sent), this.place(taken, forms.taken)];
    const gaps = await this.#find(left, right, question.direction);
    const decider = this.#decider(question.direction);
    if (!decider.lackedAutomata) return gaps;
    await this.#bringAutomata(question.direction);
    return this.#find(left, right, question.direction);
  }

  /** Whether some value is one of two schemas; undefined where the search ended before it knew. */
  async meet(a: Located | ReadSchema, b: Located | ReadSchema, direction: Sent): Promise<boolean | undefined> {
    const keep = [this.place(a), this.place(b)];
    const ask = () => this.#decider(direction).ask({ keep, break: [], beside: [] });
    let found = ask();
    if (this.#decider(direction).lackedAutomata) {
      await this.#bringAutomata(direction);
      found = ask();
    }
    return found.kind === "unknown" ? undefined : found.kind === "some";
  }

  async #bringAutomata(direction: Sent): Promise<void> {
    this.#automata = await loadAutomata();
    this.#deciders.set(direction, this.#decider(direction).withAutomata(this.#automata));
  }

  #decider(direction: Sent): Decider {
    let decider = this.#deciders.get(direction);
    if (decider === undefined) {
      const mode: Mode = { extras: "declared", direction, unknownProperties: "refuse" };
      decider = new Decider(this.#space, mode, this.#automata);
      this.#deciders.set(direction, decider);
    }
    return decider;
  }

  async #find(left: Place, right: Place, direction: Sent): Promise<Gap[]> {
    const decider = this.#decider(direction);
    const found = decider.counterexample([left], [right]);
    if (found.kind === "none" || decider.lackedAutomata) return [];
    const pair = { left, right, decider, wholes: [] };
    const gaps: Gap[] = [];
    for (const { cause, steps } of causesBelow(new Explainer(decider), left, right)) {
      if (decider.lackedAutomata) return [];
      if (gaps.length >= MOST_GAPS) {
        gaps.push({
          ...NOTHING,
          whole: undefined,
          value: undefined,
          undecided: TOO_MANY,
          sender: located(left),
          taker: located(right),
        });
        break;
      }
      const gap = await this.#gap(cause, steps, pair);
      if (gap) gaps.push(gap);
    }
    if (gaps.length > 0) return gaps;
    // It fails by a combination, and is reported as a whole.
    const whole = found.kind === "some" ? await this.#confirmed(found.value, pair) : undefined;
    const undecided = found.kind === "unknown" ? found.reason : whole === undefined ? UNSHOWN : undefined;
    return [{ ...NOTHING, whole, value: whole, undecided, sender: located(left), taker: located(right) }];
  }

  /** A cause with a value that shows it; undefined where another alternative takes whatever it refuses. */
  async #gap(cause: Cause, steps: readonly Step[], pair: Pair): Promise<Gap | undefined> {
    const { left, right, decider, wholes } = pair;
    const tokens = steps.map(({ token }) => token);
    // A value that shows one gap often shows the next: what is optional is missing together.
    const shown = wholes.find((each) => holdsAt(each, tokens, cause.value));
    const found = shown
      ? ({ kind: "some", value: shown } as const)
      : findRefusedAt(decider, left, right, steps, cause.right);
    if (found.kind === "none") return undefined;
    const whole = shown ?? (found.kind === "some" ? await this.#confirmed(found.value, pair) : undefined);
    if (shown === undefined && whole !== undefined) wholes.push(whole);
    const undecided = found.kind === "unknown" ? found.reason : whole === undefined ? UNSHOWN : undefined;
    const name = cause.data.name;
    return {
      at: tokens.map((token) => `/${escapeToken(token)}`).join(""),
      keyword: cause.keyword,
      name,
      declared: name === undefined ? "declared" : declaredAs(name, cause.left, decider),
      types: cause.data.types ?? [],
      value: cause.value,
      undecided,
      whole,
      sender: cause.left[0] && located(cause.left[0]),
      taker: located(cause.right),
    };
  }

  /** A value as validators confirm it, which shows several gaps of a question and is looked at once. */
  #confirmed(value: Json, { left, right, decider }: Pair): Promise<Json | undefined> {
    // One of the two is an expectation, which is asked about once.
    const of = left.document.uri.startsWith(EXPECTATION) ? left : right;
    const known = this.#shown.get(of) ?? new Map<string, Promise<Json | undefined>>();
    this.#shown.set(of, known);
    const key = canonicalText(value);
    const confirmed = known.get(key) ?? this.#confirm(value, left, right, decider);
    known.set(key, confirmed);
    return confirmed;
  }

  async #confirm(value: Json, left: Place, right: Place, decider: Decider): Promise<Json | undefined> {
    const { confirm } = await import("@concordat/containment/confirm");
    const claim = { left, right, value, seen: decider.validator.seen([right], value) };
    const confirmed = await confirm(claim, this.#library, decider.mode, this.#space.steps);
    return confirmed.kind === "confirmed" ? confirmed.value : undefined;
  }
}

const TOO_MANY = "there are more gaps than can be listed";
const UNSHOWN = "no value that shows it could be confirmed";
const NOTHING = { at: "", keyword: "schema", name: undefined, declared: "declared", types: [] } as const;

/** Whether a value has another at a place. */
function holdsAt(whole: Json, tokens: readonly string[], wanted: Json | undefined): boolean {
  if (wanted === undefined) return false;
  const member = (value: Json | undefined, token: string) =>
    Array.isArray(value) ? value[Number(token)] : isObject(value) ? (own(value, token) as Json | undefined) : undefined;
  const value = tokens.reduce<Json | undefined>(member, whole);
  return value !== undefined && canonicalText(value) === canonicalText(wanted);
}

function located({ document, pointer, value }: Place): Located {
  return { document, pointer, value };
}

interface FoundCause {
  readonly cause: Cause;
  readonly steps: readonly Step[];
}

/** The causes of a pair that fails, with the way to each. An expectation is a tree, so that there are finitely many. */
function* causesBelow(explainer: Explainer, left: Place, right: Place): Generator<FoundCause> {
  const open: { readonly left: readonly Place[]; readonly right: readonly Place[]; readonly steps: readonly Step[] }[] =
    [{ left: [left], right: [right], steps: [] }];
  for (let pair = open.shift(); pair; pair = open.shift()) {
    const { causes, steps } = explainer.explain(pair.left, pair.right);
    for (const cause of causes) yield { cause, steps: pair.steps };
    for (const step of steps) open.push({ left: step.left, right: step.right, steps: [...pair.steps, step] });
  }
}

/** How a schema speaks of a property: by its name, by none that it lists, or not at all. */
function declaredAs(name: string, places: readonly Place[], { views }: Decider): Gap["declared"] {
  const objects = views.atPlace([...places]).flatMap(({ object }) => object ?? []);
  const declared = objects.flatMap(({ properties }) => properties.get(name) ?? []);
  if (declared.length > 0)
    return declared.every((place) => views.space.keywords(views.space.aliasEnd(place)).writeOnly)
      ? "write-only"
      : "declared";
  const says = places.some(({ value }) => isObject(value) && (own(value, "additionalProperties") ?? false) !== false);
  return says ? "any-name" : "undeclared";
}
