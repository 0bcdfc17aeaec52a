import type { AcceptedValues } from "@concordat/containment/confirm";
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
  readonly direction: Sent;
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
  /** By direction, as what belongs to a value depends on who sends it. */
  readonly #accepted: Readonly<Record<Sent, AcceptedValues>> = { request: new Map(), response: new Map() };
  /** What came of questions by what they ask: many consumers expect the same. */
  readonly #known = new Map<string, Promise<readonly Gap[]>>();
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
  find(question: GapQuestion): Promise<readonly Gap[]> {
    const key = keyOf(question);
    const found = this.#known.get(key) ?? this.#ask(question);
    this.#known.set(key, found);
    return found;
  }

  async #ask(question: GapQuestion): Promise<readonly Gap[]> {
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
    const pair = { left, right, decider, direction };
    const causes = firstCauses(new Explainer(decider), left, right, MOST_GAPS + 1);
    if (decider.lackedAutomata) return [];
    const sides = { sender: located(left), taker: located(right) };
    const gaps = await this.#gaps(causes.slice(0, MOST_GAPS), pair);
    if (causes.length > MOST_GAPS) gaps.push({ ...NOTHING, ...sides, whole: undefined, undecided: TOO_MANY });
    if (gaps.length > 0) return gaps;
    // It fails by a combination, and is reported as a whole.
    const whole = found.kind === "some" ? await this.#confirmed(found.value, pair) : undefined;
    const undecided = found.kind === "unknown" ? found.reason : whole === undefined ? UNSHOWN : undefined;
    return [{ ...NOTHING, ...sides, whole, value: whole, undecided }];
  }

  /** Causes with values that show them, but for those of which another alternative takes whatever is refused. */
  async #gaps(causes: readonly FoundCause[], pair: Pair): Promise<Gap[]> {
    const simplest = simplestOf(causes, pair);
    const wholes = [...new Set(simplest.filter((value) => value !== undefined))];
    const shown = await this.#confirmAll(wholes, pair);
    const confirmed = new Map(wholes.map((whole, i) => [whole, shown[i]]));
    const gaps: Gap[] = [];
    for (const [i, found] of causes.entries()) {
      const value = simplest[i];
      const whole = value === undefined ? undefined : confirmed.get(value);
      const gap = whole === undefined ? await this.#gap(found, pair) : gapOf(found, whole, undefined, pair);
      if (gap) gaps.push(gap);
    }
    return gaps;
  }

  /** A cause with another value than the simplest; undefined where another alternative takes whatever it refuses. */
  async #gap(found: FoundCause, pair: Pair): Promise<Gap | undefined> {
    const refused = findRefusedAt(pair.decider, pair.left, pair.right, found.steps, found.cause.right);
    if (refused.kind === "none") return undefined;
    if (refused.kind === "unknown") return gapOf(found, undefined, refused.reason, pair);
    const whole = await this.#confirmed(refused.value, pair);
    return gapOf(found, whole, whole === undefined ? UNSHOWN : undefined, pair);
  }

  async #confirmed(value: Json, pair: Pair): Promise<Json | undefined> {
    const [confirmed] = await this.#confirmAll([value], pair);
    return confirmed;
  }

  /** Values as validators confirm them; undefined in the place of one that they do not. */
  async #confirmAll(values: readonly Json[], pair: Pair): Promise<readonly (Json | undefined)[]> {
    const { left, right, decider, direction } = pair;
    const { confirmAll } = await import("@concordat/containment/confirm");
    const claims = values.map((value) => ({ left, right, value, seen: decider.validator.seen([right], value) }));
    const known = this.#accepted[direction];
    const confirmations = await confirmAll(claims, this.#library, decider.mode, this.#space.steps, known);
    return confirmations.map((each) => (each.kind === "confirmed" ? each.value : undefined));
  }
}

/** What tells a question from others. */
function keyOf({ sent, taken, forms, direction }: GapQuestion): string {
  const said = (side: Located | ReadSchema) =>
    "schema" in side ? side.schema : `${side.document.uri}#${side.pointer} ${side.scope?.key ?? ""}`;
  return canonicalText([direction, forms.sent, said(sent), forms.taken, said(taken)]);
}

const TOO_MANY = "there are more gaps than can be listed";
const UNSHOWN = "no value that shows it could be confirmed";
const NOTHING = {
  ...{ at: "", keyword: "schema", name: undefined, declared: "declared", types: [] },
  value: undefined,
} as const satisfies Partial<Gap>;

/**
 * For each cause the smallest value that has what is refused at its place. One that shows a cause often shows the next, as
 * what is optional is missing together; it is the same value then.
 */
function simplestOf(causes: readonly FoundCause[], { left, right, decider }: Pair): readonly (Json | undefined)[] {
  const { validator } = decider;
  const wholes: Json[] = [];
  return causes.map(({ cause: { value }, steps }) => {
    if (value === undefined) return undefined;
    const tokens = steps.map(({ token }) => token);
    const known = wholes.find((each) => holdsAt(each, tokens, value));
    if (known !== undefined) return known;
    const whole = steps.reduceRight<Json | undefined>(
      (inner, step) => (inner === undefined ? undefined : step.embed(inner)),
      value,
    );
    if (whole === undefined || validator.accepts(right, whole, "right") === true) return undefined;
    if (validator.accepts(left, whole, "left") === false) return undefined;
    wholes.push(whole);
    return whole;
  });
}

function gapOf(
  { cause, steps }: FoundCause,
  whole: Json | undefined,
  undecided: string | undefined,
  { decider }: Pair,
): Gap {
  const { name, types = [] } = cause.data;
  return {
    at: steps.map(({ token }) => `/${escapeToken(token)}`).join(""),
    keyword: cause.keyword,
    name,
    declared: name === undefined ? "declared" : declaredAs(name, cause.left, decider),
    types,
    value: cause.value,
    undecided,
    whole,
    sender: cause.left[0] && located(cause.left[0]),
    taker: located(cause.right),
  };
}

/** Whether a value has another at a place. */
function holdsAt(whole: Json, tokens: readonly string[], wanted: Json): boolean {
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

/** The causes of a pair that fails, the uppermost first, with the way to each. */
function firstCauses(explainer: Explainer, left: Place, right: Place, most: number): FoundCause[] {
  const found: FoundCause[] = [];
  const open: { readonly left: readonly Place[]; readonly right: readonly Place[]; readonly steps: readonly Step[] }[] =
    [{ left: [left], right: [right], steps: [] }];
  // An expectation is a tree, so that there are finitely many pairs.
  for (let pair = open.shift(); pair && found.length < most; pair = open.shift()) {
    const { causes, steps } = explainer.explain(pair.left, pair.right);
    for (const cause of causes) found.push({ cause, steps: pair.steps });
    for (const step of steps) open.push({ left: step.left, right: step.right, steps: [...pair.steps, step] });
  }
  return found;
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
