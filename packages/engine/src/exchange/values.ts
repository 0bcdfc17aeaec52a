import {
  ANY_OBJECT,
  type Automata,
  Decider,
  type Found,
  findRefusal,
  isObject,
  type Json,
  type Library,
  type Located,
  type Place,
  Space,
  type TypeSet,
  typeOf,
} from "@concordat/containment/internal";
import { type Remark, refused, unclear } from "./exchange.ts";

/** Who sends a value: it decides which properties belong to it (`readOnly`, `writeOnly`). */
export type Sent = "request" | "response";

/** How a value travels: as JSON, or as texts in a URL, a header or a form. */
export type Form = Place["mode"];

/** What a value that is looked for has to be beside what its schema says. */
export interface Wish {
  /** Type of the value, as `typeOf` answers it. */
  readonly type?: TypeSet;
  /** Items that a list, properties that an object, and characters that a text has at least. */
  readonly least?: number;
  /** A property that an object has. */
  readonly property?: string;
}

/** Judges and finds values of schemas. All that an exchange asks of containment is asked here. */
export class Values {
  readonly #space: Space;
  readonly #deciders: Readonly<Record<Sent, Decider>>;

  /** @param automata finds texts for patterns; `lackedAutomata` says whether it would have helped */
  constructor(library: Library, automata?: Automata) {
    this.#space = new Space(library);
    const decider = (direction: Sent) =>
      new Decider(this.#space, { extras: "declared", direction, unknownProperties: "refuse" }, automata);
    this.#deciders = { request: decider("request"), response: decider("response") };
  }

  get lackedAutomata(): boolean {
    return Object.values(this.#deciders).some((decider) => decider.lackedAutomata);
  }

  /** What is wrong with a value of which one reading must fit; undefined where it is accepted, or nothing is said of it. */
  remark(
    at: string,
    schema: Located | undefined,
    form: Form,
    readings: readonly Json[],
    sent: Sent,
  ): Remark | undefined {
    if (schema === undefined) return undefined;
    const { validator, views } = this.#deciders[sent];
    const place = this.#space.place(schema, form);
    const answers = readings.map((reading) => validator.accepts(place, reading, "right"));
    if (answers.includes(true)) return undefined;
    if (answers.includes(undefined)) return unclear(at, `${at} cannot be judged: its schema cannot be read.`);
    const refusals = readings.map((reading) => findRefusal(place, reading, views, validator));
    const refusal = refusals.toSorted((a, b) => depthOf(b?.at) - depthOf(a?.at))[0];
    const name = refusal?.name === undefined ? "" : ` (\`${refusal.name}\`)`;
    const remark = refused(`${at}${refusal?.at ?? ""}`, `It is refused by \`${refusal?.keyword ?? "schema"}\`${name}.`);
    if (refusal === undefined) return remark;
    const { document, pointer, value } = refusal.member;
    return {
      ...remark,
      ...(refusal.name !== undefined && { member: refusal.name }),
      schema: { document, pointer, value },
    };
  }

  /** The types of JSON that a schema lets through; all where there is none. */
  types(schema: Located | undefined, form: Form): TypeSet {
    const place = schema ? this.#space.place(schema, form) : this.#space.anything();
    return this.#deciders.request.views.of([place]).types;
  }

  /** The schemas of the properties that a schema declares, in whichever branch, by name. */
  properties(schema: Located | undefined, form: Form): ReadonlyMap<string, readonly Place[]> {
    if (schema === undefined) return new Map();
    const declared = this.#deciders.request.views.atPlace([this.#space.place(schema, form)]);
    const entries = declared.flatMap(({ object }) => [...(object?.properties ?? [])]);
    return new Map([...Map.groupBy(entries, ([name]) => name)].map(([name, list]) => [name, list.map(([, at]) => at)]));
  }

  /** The types of JSON that any of some places lets through. */
  typesAt(places: readonly Place[]): TypeSet {
    return places.reduce((types, place) => types | this.#deciders.request.views.of([place]).types, 0);
  }

  /** The smallest value of a schema that is as wished; without a schema, of any value. */
  find(schema: Located | undefined, form: Form, sent: Sent, wish: Wish = {}): Found<Json> {
    const place = schema ? this.#space.place(schema, form) : this.#space.anything();
    const ask = (...wished: readonly Place[]) =>
      this.#deciders[sent].ask({ keep: [place, ...wished], break: [], beside: [] });
    const wished = this.#wished(wish);
    if (wish.property === undefined) return ask(wished);
    // A list of two shows how lists are written.
    const telling = ask(wished, this.#withProperty(wish.property, this.#wished({ least: 2 })));
    return telling.kind === "some" ? telling : ask(wished);
  }

  #withProperty(name: string, place: Place): Place {
    const anything = this.#space.keywords(this.#space.anything());
    return this.#space.synthetic({ ...anything, object: { ...ANY_OBJECT, properties: new Map([[name, place]]) } });
  }

  #wished({ type, least = 0, property }: Wish): Place {
    const anything = this.#space.keywords(this.#space.anything());
    const any = Number.POSITIVE_INFINITY;
    return this.#space.synthetic({
      ...anything,
      ...(type !== undefined && { types: type }),
      object: { ...ANY_OBJECT, required: property === undefined ? [] : [property], minProperties: least },
      ...(least > 0 && {
        string: { minLength: least, maxLength: any, patterns: [], numeral: undefined },
        array: { prefix: [], rest: undefined, contains: undefined, minItems: least, maxItems: any, unique: false },
      }),
    });
  }
}

/** Types of JSON as sets, for `Wish` and `Values.types`. */
export const TEXT: TypeSet = typeOf("");
export const LIST: TypeSet = typeOf([]);
export const OBJECT: TypeSet = typeOf({});

/** A value with numbers and booleans as the texts that a form has for them. */
export function asTexts(value: Json): Json {
  if (Array.isArray(value)) return value.map(asTexts);
  if (isObject(value))
    return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, asTexts(each as Json)]));
  return value === null ? null : String(value);
}

function depthOf(pointer: string | undefined): number {
  return pointer?.split("/").length ?? 0;
}
