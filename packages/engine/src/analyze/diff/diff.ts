import {
  type Automata,
  append,
  isObject,
  type Library,
  type Located,
  locate,
  placeKey,
  Space,
  Steps,
  Views,
} from "@concordat/containment/internal";
import { Contract } from "../../exchange/contract.ts";
import { Values } from "../../exchange/values.ts";
import type { Direction, RawFinding, Reach } from "../../finding/finding.ts";
import type { DiffRule } from "../../kit/rule.ts";
import type { LoneOperation, OperationPair, Pair } from "../../kit/targets.ts";
import type { Description } from "../../load/description.ts";
import { Cursor } from "../../model/cursor.ts";
import { ofSchema, onSide, type SideProblem } from "../../model/met-problem.ts";
import { operationShape } from "../../model/operation-key.ts";
import { expressionNames } from "../../model/path-template.ts";
import { readOperation } from "../../model/read-operation.ts";
import { readSecurity } from "../../model/read-security.ts";
import { nameless, readServers } from "../../model/read-servers.ts";
import type { OperationRef, Revision } from "../../model/revision.ts";
import { contractTarget } from "./contract-target.ts";
import { Judging } from "./judging.ts";
import { locatedAt } from "./located.ts";
import { OperationTargets } from "./operation-targets.ts";
import { type OperationLists, type PairedOperations, pairOperations } from "./pair-operations.ts";
import { placeTargets } from "./place-targets.ts";
import { PlaceWalk } from "./place-walk.ts";
import { type Likeness, Sameness } from "./sameness.ts";
import { SchemaComparison } from "./schema-compare.ts";
import type { SchemaRoot } from "./schema-graph.ts";
import { Trials } from "./trials.ts";
import { unfinishedChange } from "./unfinished.ts";
import { readOperations, readRevisions, withoutUnread } from "./unread.ts";
import { XmlWalk } from "./xml-walk.ts";

/** What a diff needs to know beside the two descriptions. */
export interface DiffOptions {
  readonly unknownResponseProperties: "ignore" | "refuse";
}

export interface DiffResult {
  readonly base: Revision;
  readonly head: Revision;
  /** Operations that have another path or method in head. */
  readonly readdressed: readonly Pair<OperationRef>[];
  readonly findings: readonly RawFinding[];
  /** Defects of the descriptions that were met. */
  readonly problems: readonly SideProblem[];
}

/** Parts at the top that apply to all operations without being written in them. */
const GLOBALS = ["security", "servers", "securityDefinitions", "host", "basePath", "schemes", "consumes", "produces"];

/** Judges two revisions of a description by all rules of a catalogue. */
export async function diffDescriptions(
  base: Description,
  head: Description,
  rules: readonly DiffRule[],
  options: DiffOptions,
): Promise<DiffResult> {
  return new Diff(base, head, rules, options).run();
}

class Diff {
  readonly #base: Cursor;
  readonly #head: Cursor;
  readonly #library: Library;
  readonly #space: Space;
  readonly #views: Views;
  readonly #sameness: Sameness;
  readonly #judging: Judging;
  readonly #comparison: SchemaComparison;
  readonly #roots: SchemaRoot[] = [];
  readonly #xmlRoots: SchemaRoot[] = [];
  /** Callbacks whose operations are still to be compared, the first last. */
  readonly #callbacks: Pair<readonly OperationRef[]>[] = [];
  readonly #judgedCallbacks = new Set<string>();

  constructor(base: Description, head: Description, rules: readonly DiffRule[], options: DiffOptions) {
    this.#base = new Cursor(base);
    this.#head = new Cursor(head);
    this.#library = joinLibraries(base.library, head.library);
    this.#sameness = new Sameness(base.library, head.library);
    this.#space = new Space(this.#library, new Steps(), (at) =>
      at.document === head.root ? this.#twin(at) : undefined,
    );
    const plain = { extras: "declared", direction: "none", unknownProperties: "refuse" } as const;
    this.#views = new Views(this.#space, plain);
    this.#judging = new Judging(rules, base, head);
    this.#comparison = new SchemaComparison(this.#space, this.#library, options);
  }

  async run(): Promise<DiffResult> {
    const { base, head, unread, places } = readRevisions({ base: this.#base, head: this.#head });
    for (const target of unread) this.#judging.judge("unread", target, []);
    const urls = (cursor: Cursor) => (ref: OperationRef) => {
      const servers = readServers(ref, cursor);
      return [...new Set([...servers.urls, ...servers.defaults].map((url) => nameless(url) + ref.shape))];
    };
    const contracts = [new Contract(base), new Contract(head)] as const;
    const trials = (automata?: Automata) =>
      new Trials(...contracts, new Values(this.#library, automata), this.#space.steps);
    const paired = withAnswered(
      withoutUnread(pairOperations(base, head, urls(this.#base), urls(this.#head)), places),
      trials,
    );
    for (const ref of paired.added) this.#judging.judge("addedOperation", lone(ref, this.#head), [reachOf(ref)]);
    for (const ref of paired.removed) this.#judging.judge("removedOperation", lone(ref, this.#base), [reachOf(ref)]);
    for (const pair of paired.moved) {
      const target = { base: lone(pair.base, this.#base), head: lone(pair.head, this.#head) };
      this.#judging.judge("movedOperation", target, [reachOf(pair.head)]);
    }
    this.#judgePairs(paired.kept, false);
    this.#judgePairs(paired.moved, true);
    this.#judging.judge("contract", contractTarget(base, head, this.#base, this.#head, this.#space), []);
    await this.#judgeSchemas();
    await this.#judging.settle(trials);
    const readdressed = [...paired.kept, ...paired.moved].filter(
      (pair) => operationShape(pair.base) !== operationShape(pair.head),
    );
    return { base, head, readdressed, findings: this.#judging.findings(), problems: this.#problems() };
  }

  /** @param within whether they are callbacks, whose own are left for later */
  #judgePairs(pairs: readonly Pair<OperationRef>[], moved: boolean, within = false): void {
    const same = this.#sameness.compare(pairs.map(({ base, head }) => [base.at, head.at]));
    const sameItems = this.#sameItems(pairs);
    const sameGlobals =
      GLOBALS.every((key) => this.#sameMember(this.#base.root, this.#head.root, key)) && this.#sameSchemes();
    const sameMediaTypes = ["consumes", "produces"].every((key) =>
      this.#sameMember(this.#base.root, this.#head.root, key),
    );
    pairs.forEach((pair, i) => {
      const unchanged = !moved && same[i] === true && sameItems[i] === true && isNamedAlike(pair);
      if (!unchanged || !sameGlobals || !this.#sameNamedSchemes(pair))
        this.#judgePair(pair, moved, unchanged && sameMediaTypes);
      if (!within) this.#judgeCallbacks();
    });
  }

  /** Callbacks may have callbacks, and lead back to themselves: each pair of operations is judged once. */
  #judgeCallbacks(): void {
    for (let next = this.#callbacks.pop(); next; next = this.#callbacks.pop()) {
      const paired = pairOperations(
        asLists(next.base),
        asLists(next.head),
        () => [],
        () => [],
      );
      const isNew = ({ base, head }: Pair<OperationRef>) => {
        const place = ({ at, item, path }: OperationRef) => `${placeKey(at)} ${placeKey(item)} ${path}`;
        const size = this.#judgedCallbacks.size;
        return this.#judgedCallbacks.add(`${place(base)} ${place(head)}`).size > size;
      };
      this.#judgePairs(paired.kept.filter(isNew), false, true);
      for (const ref of paired.removed) this.#judging.judge("removedOperation", lone(ref, this.#base), [reachOf(ref)]);
      for (const ref of paired.added) this.#judging.judge("addedOperation", lone(ref, this.#head), [reachOf(ref)]);
    }
  }

  /** Whether what path items say for all their operations is the same. */
  #sameItems(pairs: readonly Pair<OperationRef>[]): boolean[] {
    return pairs.map(({ base, head }) =>
      ["parameters", "servers"].every((key) => this.#sameMember(base.item, head.item, key)),
    );
  }

  #sameMember(base: Located, head: Located, key: string): boolean {
    return this.#sameParts(this.#base.member(base, key), this.#head.member(head, key));
  }

  #sameParts(base: Located | undefined, head: Located | undefined): boolean {
    if (base === undefined || head === undefined) return base === head;
    return this.#sameness.compare([[base, head]])[0] === true;
  }

  #sameSchemes(): boolean {
    const schemes = (cursor: Cursor) => {
      const components = cursor.object(cursor.root, "components");
      return components && cursor.member(components, "securitySchemes");
    };
    return this.#sameParts(schemes(this.#base), schemes(this.#head));
  }

  /** Whether the schemes that an operation names by their URI are the same: they may stand anywhere (OpenAPI 3.2). */
  #sameNamedSchemes({ base, head }: Pair<OperationRef>): boolean {
    if ([this.#base, this.#head].every(({ root }) => root.document.dialect !== "openapi-3.2")) return true;
    const schemes = (ref: OperationRef, { description }: Cursor) =>
      readSecurity(ref, new Cursor(description))
        .alternatives.flat()
        .map(({ scheme }) => scheme);
    const [before, after] = [schemes(base, this.#base), schemes(head, this.#head)];
    return before.length === after.length && before.every((scheme, i) => this.#sameParts(scheme, after[i]));
  }

  #judgePair(pair: Pair<OperationRef>, moved: boolean, accessOnly: boolean): void {
    const { base, head, unread } = readOperations(pair, { base: this.#base, head: this.#head });
    const inverted = pair.base.kind !== "path";
    const reach = { ...reachOf(pair.head), direction: "request" as Direction };
    const operation: OperationPair = { base, head, inverted, moved, reach };
    for (const target of unread) this.#judging.judge("unread", target, [reach]);
    const targets = new OperationTargets(operation, this.#space, this.#views).collectAccess();
    if (!accessOnly) targets.collect();
    for (const target of targets.targets) this.#judging.judge(target.kind, target.value, target.reach);
    append(this.#roots, targets.roots);
    append(this.#xmlRoots, targets.xmlRoots);
    if (!accessOnly) append(this.#callbacks, pairCallbacks(base.callbacks, head.callbacks).reverse());
  }

  async #judgeSchemas(): Promise<void> {
    const walk = new PlaceWalk(this.#views, (base, head) => this.#likeness(base, head));
    // What is written the same means the same, also where it cannot be read.
    const roots = this.#roots.filter(({ base, head }) => this.#likeness(base, head) !== "same");
    for (const root of roots) walk.add(root);
    for (const change of await this.#comparison.changes(roots, walk)) this.#judging.nameSchemaChange(change);
    for (const target of this.#comparison.vacuous) this.#judging.judge("vacuous", target, target.operations);
    for (const target of placeTargets(walk, this.#views)) this.#judging.judge("place", target, target.operations);
    this.#tellUnfinished(walk.progress.unfinished.filter((root) => !this.#meansTheSame(root)));
    for (const direction of ["request", "response"] as const) this.#judgeXml(direction);
  }

  /** Messages of which a budget left out a part: this is reported. */
  #tellUnfinished(roots: readonly SchemaRoot[]): void {
    for (const root of roots) this.#judging.nameSchemaChange(unfinishedChange(root, this.#views));
  }

  #meansTheSame({ base, head }: SchemaRoot): boolean {
    return this.#space.node(base) === this.#space.node(head);
  }

  #judgeXml(direction: Direction): void {
    const walk = new XmlWalk(direction, this.#views, (base, head) => this.#likeness(base, head));
    for (const root of this.#xmlRoots) if (root.direction === direction) walk.add(root);
    for (const target of walk.targets()) this.#judging.judge("xml", target, target.operations);
    this.#tellUnfinished(walk.progress.unfinished);
  }

  /** The schema of base at the place of one of head, where both mean the same: it is read once. */
  #twin(head: Located): Located | undefined {
    const base = locate(this.#base.root, head.pointer);
    if (base === undefined || !isObject(base.value)) return undefined;
    return this.#sameness.likeness(base, head) === "same" ? base : undefined;
  }

  #likeness(...places: [Parameters<typeof locatedAt>[0], Parameters<typeof locatedAt>[0]]): Likeness {
    const [base, head] = places.map(locatedAt);
    if (base === undefined || head === undefined || !isObject(base.value)) return "different";
    return this.#sameness.likeness(base, head);
  }

  #problems(): SideProblem[] {
    const inBase = new Set(this.#base.description.library.all());
    const ofSchemas = this.#space.problems.map(
      (problem): SideProblem => ({ side: inBase.has(problem.document) ? "base" : "head", ...ofSchema(problem) }),
    );
    return [...onSide("base", this.#base.problems), ...onSide("head", this.#head.problems), ...ofSchemas];
  }
}

/** Whether a path has its variables at the same places: what is said of them by name is said of others where it has not. */
function isNamedAlike({ base, head }: Pair<OperationRef>): boolean {
  if (base.kind !== "path" || base.path === head.path) return true;
  return expressionNames(base.path).join("/") === expressionNames(head.path).join("/");
}

/** What is wrong with the form of an operation that is compared with none is not reported: nothing rests on it. */
function lone(ref: OperationRef, { description }: Cursor): LoneOperation {
  const { lifecycle } = readOperation(ref, new Cursor(description));
  return { ref, reach: reachOf(ref), lifecycle };
}

/** An operation that is gone is kept where another answers its requests now: what that answers is compared. */
function withAnswered(paired: PairedOperations, trials: () => Trials): PairedOperations {
  const concrete = paired.removed.filter(({ kind, path }) => kind === "path" && !path.includes("{"));
  if (concrete.length === 0) return paired;
  const tried = trials();
  const answered = concrete.flatMap((base) => {
    const head = tried.answering(base);
    return head ? [{ base, head }] : [];
  });
  const gone = new Set(answered.map(({ base }) => base));
  return {
    ...paired,
    removed: paired.removed.filter((ref) => !gone.has(ref)),
    kept: [...paired.kept, ...answered],
  };
}

function reachOf({ kind, method, path }: OperationRef): Reach {
  return { method, path, direction: kind === "path" ? "request" : "response" };
}

function joinLibraries(base: Library, head: Library): Library {
  return {
    document: (uri) => base.document(uri) ?? head.document(uri),
    all: () => new Set([...base.all(), ...head.all()]),
  };
}

function pairCallbacks(
  base: readonly { readonly name: string; readonly operations: readonly OperationRef[] }[],
  head: typeof base,
): Pair<readonly OperationRef[]>[] {
  const byName = new Map(head.map((callback) => [callback.name, callback]));
  return base.flatMap(({ name, operations }) => {
    const other = byName.get(name);
    return other ? [{ base: operations, head: other.operations }] : [];
  });
}

/** Operations as the pairing takes them. */
function asLists(operations: readonly OperationRef[]): OperationLists {
  return { operations, webhooks: [] };
}
