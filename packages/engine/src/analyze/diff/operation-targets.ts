import { escapeToken, type Located, type Place, type Space, type Views } from "@concordat/containment/internal";
import { diffByKey } from "../../base/diff-by-key.ts";
import type { Direction, Reach } from "../../finding/finding.ts";
import type { OperationPair, Pair, Targets } from "../../kit/targets.ts";
import { closestRange, coversOne, isJsonRange, isXmlRange } from "../../model/media-range.ts";
import { urlsBeyond } from "../../model/read-servers.ts";
import type { Header, MediaType, Parameter, Response, Serialisation } from "../../model/revision.ts";
import { changedLinks } from "./links.ts";
import { contentTypeOf, isBytes, isRaw } from "./part-types.ts";
import { encodedParts, type Whole } from "./parts.ts";
import type { SchemaRoot } from "./schema-graph.ts";
import { refusedAlternatives } from "./security.ts";
import { describeSerialisation, isEncodedOtherwise, isWrittenOtherwise } from "./serialisation.ts";
import { pairResponses } from "./statuses.ts";
import { textPair } from "./text-reading.ts";

/** A pair to be judged, with what it reaches where a check says nothing else. */
export type Target = {
  readonly [K in keyof Targets]: { readonly kind: K; readonly value: Targets[K]; readonly reach: readonly Reach[] };
}[keyof Targets];

/** What the pairs of one operation come to: targets for checks, and schemas for containment. */
export class OperationTargets {
  readonly targets: Target[] = [];
  readonly roots: SchemaRoot[] = [];
  /** Those of the roots whose values are sent as XML. */
  readonly xmlRoots: SchemaRoot[] = [];
  readonly #pair: OperationPair;
  readonly #space: Space;
  readonly #views: Views;

  constructor(pair: OperationPair, space: Space, views: Views) {
    this.#pair = pair;
    this.#space = space;
    this.#views = views;
  }

  /** All that an operation says of what is sent. */
  collect(): this {
    const { base, head, inverted } = this.#pair;
    this.#add("operation", this.#pair);
    if (inverted)
      this.#headers(
        base.parameters.map(asHeader),
        head.parameters.map(asHeader),
        { base: base.ref.at, head: head.ref.at },
        "",
      );
    else this.#parameters();
    this.#body();
    this.#responses();
    this.#callbacks();
    return this;
  }

  /** Who is let in, and where the operation answers. */
  collectAccess(): this {
    const { base, head, inverted } = this.#pair;
    if (inverted) return this;
    const refused = refusedAlternatives(base.security, head.security);
    const admitted = refusedAlternatives(head.security, base.security).map(({ alternative }) => alternative);
    if (refused.length + admitted.length > 0)
      this.#add("security", { operation: this.#pair, base: base.security, head: head.security, refused, admitted });
    // By full URL, so that a base path that moved into the paths is no change; a moved operation is reported as a move.
    const [before, after] = [
      { servers: base.servers, shape: base.ref.shape },
      { servers: head.servers, shape: head.ref.shape },
    ] as const;
    const lost = this.#pair.moved ? [] : urlsBeyond(before, after);
    const gained = this.#pair.moved ? [] : urlsBeyond(after, before);
    if (lost.length + gained.length > 0)
      this.#add("servers", { operation: this.#pair, base: base.servers, head: head.servers, lost, gained });
    return this;
  }

  #add<K extends keyof Targets>(kind: K, value: Targets[K], reach: readonly Reach[] = [this.#pair.reach]): void {
    this.targets.push({ kind, value, reach } as unknown as Target);
  }

  #parameters(): void {
    const { base, head } = this.#pair;
    // Path parameters pair by position: their names are no part of a URL.
    const position = ({ ref }: typeof base) =>
      new Map([...ref.path.matchAll(/\{([^{}]*)\}/g)].map(([, name], i) => [name, i]));
    const [before, after] = [position(base), position(head)];
    const key = (positions: ReadonlyMap<string | undefined, number>) => (parameter: Parameter) => {
      if (parameter.in === "path") return `path ${positions.get(parameter.name) ?? parameter.name}`;
      return `${parameter.in} ${parameter.in === "header" ? parameter.name.toLowerCase() : parameter.name}`;
    };
    const keyed = [...base.parameters.map((parameter) => ({ parameter, key: key(before)(parameter) }))];
    const others = [...head.parameters.map((parameter) => ({ parameter, key: key(after)(parameter) }))];
    const diff = diffByKey(keyed, others, (entry) => entry.key);
    const plain = {
      added: diff.added.map(({ parameter }) => parameter),
      removed: diff.removed.map(({ parameter }) => parameter),
      kept: diff.kept.map((pair) => ({ base: pair.base.parameter, head: pair.head.parameter })),
    };
    this.#add("parameters", { ...plain, operation: this.#pair, at: { base: base.ref.at, head: head.ref.at } });
    for (const pair of plain.kept) this.#parameter(pair);
  }

  #parameter(pair: Pair<Parameter>): void {
    const { base, head } = pair;
    const reach: Reach = { ...this.#pair.reach, at: `${base.in}.${base.name}` };
    // Where both allow the empty text, or neither does, it makes no difference.
    const values = [base, head].map((one, i) => {
      const place = this.#valuePlace(one.serialisation);
      const other = i === 0 ? head : base;
      return place && one.allowsEmpty && !other.allowsEmpty ? orEmpty(one.at, place, this.#space) : place;
    });
    const sides = [
      { ...base, place: this.#valuePlace(base.serialisation) },
      { ...head, place: this.#valuePlace(head.serialisation) },
    ] as const;
    const otherwise = isWrittenOtherwise(...sides, base.in === "path", this.#views);
    const serialisation = otherwise ? this.#serialisations(...sides) : undefined;
    this.#add("parameter", { ...pair, operation: this.#pair, reach, serialisation }, [reach]);
    // Values that are written in another way cannot be compared as texts.
    if (!otherwise) this.#valueRoot("request", pair, values, reach);
  }

  /** The values of a parameter or a header, as far as their texts can differ. */
  #valueRoot(
    direction: Direction,
    pair: Pair<{ readonly serialisation: Serialisation }>,
    [base, head]: readonly (Place | undefined)[],
    reach: Reach,
  ): void {
    const styles = [pair.base.serialisation, pair.head.serialisation] as const;
    const isXml = isXmlValue(pair);
    if (base === undefined || head === undefined) {
      this.#root(direction, [base, head], reach, isXml);
      return;
    }
    const forth = direction === "request";
    const [sent, accepted] = forth ? [base, head] : [head, base];
    const [from, to] = forth ? styles : [styles[1], styles[0]];
    const texts = textPair({ sent, accepted }, { sent: from, accepted: to }, this.#views);
    if (texts === undefined) return;
    this.#root(direction, forth ? [texts.sent, texts.accepted] : [texts.accepted, texts.sent], reach, isXml);
  }

  /** How both sides write a value, in words. */
  #serialisations(
    ...[base, head]: readonly Parameters<typeof describeSerialisation>[0][]
  ): Targets["parameter"]["serialisation"] {
    const describe = (side: typeof base) => (side === undefined ? "" : describeSerialisation(side, this.#views));
    return { from: describe(base), to: describe(head) };
  }

  #valuePlace(serialisation: Serialisation): Place | undefined {
    const { schema, kind } = serialisation;
    return schema && this.#space.place(schema, kind === "content" ? "json" : "wire");
  }

  #root(direction: Direction, [base, head]: readonly (Place | undefined)[], reach: Reach, xml = false): void {
    if (base === undefined && head === undefined) return;
    const anything = () => this.#space.anything();
    const root = { direction, base: base ?? anything(), head: head ?? anything(), reach };
    this.roots.push(root);
    if (xml) this.xmlRoots.push(root);
  }

  #body(): void {
    const { base, head, inverted } = this.#pair;
    const direction = inverted ? "response" : "request";
    const reach = { ...this.#pair.reach, direction } as const;
    if (base.body || head.body)
      this.#add("body", { operation: this.#pair, base: base.body, head: head.body, reach }, [reach]);
    if (base.body && head.body)
      this.#content(direction, base.body.content, head.body.content, { base: base.body.at, head: head.body.at }, reach);
  }

  #content(
    direction: Direction,
    base: readonly MediaType[],
    head: readonly MediaType[],
    at: Targets["content"]["at"],
    reach: Reach,
  ): void {
    // What is accepted must cover what is sent: requests of base by head, responses of head by base.
    const [sent, accepted] = direction === "request" ? [base, head] : [head, base];
    const pairs = sent.flatMap((media) => {
      const other = closestRange(accepted, media.range);
      if (other === undefined) return [];
      return [direction === "request" ? { base: media, head: other } : { base: other, head: media }];
    });
    const lost = base.filter(
      (media) => !closestRange(head, media.range) && (direction === "request" || !coversOne(media.range, head)),
    );
    const gained = head.filter((media) => !closestRange(base, media.range));
    this.#add("content", { operation: this.#pair, direction, reach, at, lost, gained, kept: pairs }, [reach]);
    for (const pair of pairs) this.#mediaType(direction, pair, reach);
  }

  #mediaType(direction: Direction, { base, head }: Pair<MediaType>, reach: Reach): void {
    const mediaReach = { ...reach, mediaType: (direction === "request" ? base : head).range };
    const form =
      base.range.startsWith("application/x-www-form-urlencoded") &&
      head.range.startsWith("application/x-www-form-urlencoded");
    const place = (media: MediaType, key: "schema" | "itemSchema") => {
      const schema = media[key];
      return schema && this.#space.place(schema, form ? "wire" : "json");
    };
    const bodies = [place(base, "schema"), place(head, "schema")] as const;
    const items = [place(base, "itemSchema"), place(head, "itemSchema")] as const;
    if (isRaw(base.range) && bodies.every((body) => isBytes(body, this.#views))) return;
    const xml = isXmlRange(base.range) || isXmlRange(head.range);
    this.#root(direction, bodies, mediaReach, xml);
    this.#root(direction, items, { ...mediaReach, at: "/0" }, xml);
    if (isJsonRange(base.range)) return;
    const whole = (encodings: MediaType, side: 0 | 1) => ({
      encodings,
      schemas: bodies[side] ? [bodies[side]] : [],
      item: items[side],
    });
    this.#parts(direction, { base: whole(base, 0), head: whole(head, 1) }, { base, head }, mediaReach);
  }

  #parts(direction: Direction, wholes: Pair<Whole>, media: Pair<MediaType>, reach: Reach): void {
    const { range } = media.base;
    for (const part of encodedParts(wholes, this.#views)) {
      const { base, head, name: property } = part;
      const [before, after] = [part.places.base[0], part.places.head[0]];
      const at = part.path.map((token) => `/${escapeToken(token)}`).join("");
      // A part may be an XML document.
      if (before && after && [base, head].every((encoding) => isXmlRange(contentTypeOf(encoding))))
        this.xmlRoots.push({ direction, base: before, head: after, reach: { ...reach, at } });
      const headers = { base: headersOf(media.base, base), head: headersOf(media.head, head) };
      const otherwise = this.#partHeaders(direction, headers, { ...reach, at });
      if (otherwise || isEncodedOtherwise(part, { direction, range }, this.#views))
        this.#add("encoding", { base, head, operation: this.#pair, direction, reach, property, media, headers }, [
          reach,
        ]);
    }
  }

  /** The headers of a part; answers whether other ones may, or must, be sent, or one is written in another way. */
  #partHeaders(direction: Direction, { base, head }: Pair<readonly Header[]>, reach: Reach): boolean {
    const { added, removed, kept } = diffByKey(base, head, ({ name }) => name.toLowerCase());
    let otherwise = added.length + removed.length > 0;
    for (const pair of kept) {
      const sides = [pair.base, pair.head].map((side) => ({ ...side, place: this.#valuePlace(side.serialisation) }));
      const [before, after] = sides as [(typeof sides)[0], (typeof sides)[0]];
      const [sent, accepted] = direction === "request" ? [before, after] : [after, before];
      const isOther = isWrittenOtherwise(sent, accepted, false, this.#views);
      otherwise ||= isOther || (accepted.required && !sent.required);
      if (!isOther)
        this.#valueRoot(direction, pair, [before.place, after.place], {
          ...reach,
          at: `${reach.at}/${pair.base.name}`,
        });
    }
    return otherwise;
  }

  #responses(): void {
    const { base, head, inverted } = this.#pair;
    const direction = inverted ? "request" : "response";
    const { lost, gained, pairs } = pairResponses(base.responses, head.responses);
    const at = { base: base.ref.at, head: head.ref.at };
    const reach = { ...this.#pair.reach, direction } as const;
    if (lost.length + gained.length > 0) this.#add("responses", { operation: this.#pair, lost, gained, at }, [reach]);
    for (const pair of pairs) this.#response(direction, pair, { ...reach, status: pair.head.status });
  }

  #response(direction: Direction, pair: Pair<Response>, reach: Reach): void {
    const { base, head } = pair;
    this.#content(direction, base.content, head.content, { base: base.at, head: head.at }, reach);
    if (!this.#pair.inverted) this.#headers(base.headers, head.headers, { base: base.at, head: head.at }, head.status);
    const lost = [...base.links.keys()].filter((name) => !head.links.has(name));
    const gained = [...head.links.keys()].filter((name) => !base.links.has(name));
    const changed = changedLinks(base.links, head.links);
    if (lost.length + gained.length + changed.length > 0)
      this.#add("links", { ...pair, operation: this.#pair, reach, lost, gained, changed }, [reach]);
  }

  /** Headers that the provider sends. */
  #headers(base: readonly Header[], head: readonly Header[], at: Targets["headers"]["at"], status: string): void {
    const reach: Reach = { ...this.#pair.reach, direction: "response", ...(status !== "" && { status }) };
    const diff = diffByKey(base, head, ({ name }) => name.toLowerCase());
    this.#add("headers", { ...diff, operation: this.#pair, at, status, reach }, [reach]);
    for (const pair of diff.kept) {
      const headerReach = { ...reach, at: `header.${pair.base.name}` };
      const sides = [pair.base, pair.head].map((side) => ({ ...side, place: this.#valuePlace(side.serialisation) }));
      const [before, after] = sides as [(typeof sides)[0], (typeof sides)[0]];
      const otherwise = isWrittenOtherwise(after, before, false, this.#views);
      const serialisation = otherwise ? this.#serialisations(before, after) : undefined;
      this.#add("header", { ...pair, operation: this.#pair, reach: headerReach, serialisation }, [headerReach]);
      if (!otherwise) this.#valueRoot("response", pair, [before.place, after.place], headerReach);
    }
  }

  #callbacks(): void {
    const { base, head } = this.#pair;
    const diff = diffByKey(base.callbacks, head.callbacks, ({ name }) => name);
    if (base.callbacks.length + head.callbacks.length > 0)
      this.#add("callbacks", { ...diff, operation: this.#pair, at: { base: base.ref.at, head: head.ref.at } });
  }
}

/** A parameter of a request that the provider sends is to a consumer what a response header is. */
function asHeader({ at, name, required, deprecated, serialisation }: Parameter): Header {
  return { at, name, required, deprecated, serialisation };
}

/** The headers that an encoding describes. */
function headersOf({ partHeaders }: MediaType, encoding: Located | undefined): readonly Header[] {
  return partHeaders.get(encoding?.value) ?? [];
}

/** What a parameter may be with `allowEmptyValue`: a value of its schema, or the empty text. */
function orEmpty({ document, pointer }: Located, { value, mode }: Place, space: Space): Place {
  const either = { anyOf: [value, { enum: [""] }] };
  return space.place({ document, pointer: `${pointer}/allowEmptyValue`, value: either }, mode);
}

/** Whether a parameter or a header holds an XML document. */
function isXmlValue({ base, head }: Pair<{ readonly serialisation: Serialisation }>): boolean {
  return [base, head].every(
    ({ serialisation }) => serialisation.kind === "content" && isXmlRange(serialisation.mediaType),
  );
}
