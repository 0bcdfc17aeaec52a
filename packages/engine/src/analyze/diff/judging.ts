import {
  type Automata,
  escapeToken,
  greatest,
  isObject,
  type Located,
  own,
  type Place,
} from "@concordat/containment/internal";
import { withoutCredentials } from "../../base/url-text.ts";
import { ABOUT_ALL, aboutPlace } from "../../finding/about.ts";
import {
  type FindingData,
  impactRank,
  type Proof,
  type RawFinding,
  type Reach,
  severityRank,
} from "../../finding/finding.ts";
import { identityOf } from "../../finding/fingerprint.ts";
import { namesIn, renderMessage } from "../../finding/message.ts";
import { nounOf, subjectWords } from "../../finding/noun.ts";
import { inOrder } from "../../finding/order.ts";
import type { DiffCheck, DiffRule, Hit, HitMaker, RuleFacts, SchemaCheck } from "../../kit/rule.ts";
import type { Targets } from "../../kit/targets.ts";
import { type About, changeOf, matterOf } from "../../kit/traits.ts";
import type { HttpWitness } from "../../kit/witness.ts";
import type { Description } from "../../load/description.ts";
import type { Location } from "../../source/location.ts";
import { causeWords } from "./cause-words.ts";
import { causeFacts } from "./facets.ts";
import { Joined } from "./joined.ts";
import { locatedAt } from "./located.ts";
import type { SchemaChange } from "./schema-compare.ts";
import type { Trials } from "./trials.ts";

/** What a rule may find in all before it is stopped: nobody reads as much. */
const MOST_FOUND = 50_000;

/** Runs rules over targets and gathers what they find, one finding for one cause. */
export class Judging {
  readonly #about: ReadonlyMap<string, About>;
  readonly #checks = new Map<keyof Targets, DiffCheck[]>();
  readonly #names = new Map<string, SchemaCheck>();
  readonly #base: Description;
  readonly #head: Description;
  readonly #found = new Map<string, Joined>();
  readonly #counts = new Map<DiffCheck, number>();
  readonly #untried: { readonly rule: DiffCheck; readonly hit: Hit; readonly witness: HttpWitness }[] = [];

  constructor(rules: readonly DiffRule[], base: Description, head: Description) {
    this.#base = base;
    this.#head = head;
    this.#about = new Map(rules.map(({ id, about }) => [id, about]));
    for (const rule of rules) {
      if (rule.on === "schema") this.#names.set(`${rule.facet} ${rule.direction} ${rule.change}`, rule);
      else this.#checks.set(rule.on, [...(this.#checks.get(rule.on) ?? []), rule]);
    }
  }

  /** Has all rules for a kind of target judge one. */
  judge<K extends keyof Targets>(kind: K, target: Targets[K], reach: readonly Reach[]): void {
    for (const check of this.#checks.get(kind) ?? []) {
      if (!concerns(check, target)) continue;
      for (const hit of check.run(target as never, hitMaker(reach))) {
        const count = (this.#counts.get(check) ?? 0) + 1;
        if (count > MOST_FOUND) {
          this.#stop(check);
          break;
        }
        this.#counts.set(check, count);
        if (hit.witness) this.#untried.push({ rule: check, hit, witness: hit.witness });
        else this.#add(check, hit, { proof: hit.undecided ? "undecided" : "rule", witness: undefined });
      }
    }
  }

  /** What a rule has not found is not known. */
  #stop(rule: DiffCheck): void {
    this.#keep({
      ...dials(rule),
      proof: "undecided",
      message: `${rule.summary} There are more than ${MOST_FOUND} places; the others were not looked at.`,
      data: { most: MOST_FOUND },
      ...ABOUT_ALL,
      at: { head: { uri: this.#head.root.uri, pointer: "" } },
      operations: [],
      witness: undefined,
    });
  }

  /** Gives a change of a schema the name and the words of its rule. */
  nameSchemaChange(change: SchemaChange): void {
    const rule =
      this.#names.get(`${change.facet} ${change.direction} ${change.change}`) ??
      this.#names.get(`schema ${change.direction} ${change.change}`);
    if (rule === undefined) return;
    const data = causeFacts(change.cause, change.change);
    const { name, keyword } = data;
    const below =
      typeof name === "string" && ["required", "presence", "closed"].includes(change.facet) ? ["properties", name] : [];
    const { nothing, types } = change.cause.data;
    const keys = [
      nothing && (types ? "contradiction" : "nothing"),
      change.types && "changed",
      change.facet === "closed" && name === undefined ? "unnamed" : String(keyword),
      "other",
    ];
    const facts = { ...data, ...change.types };
    const about = this.#subject(locatedAt(change.base), locatedAt(change.head), below);
    const words = causeWords(data, nounOf(about.address, change.direction));
    const template = keys.map((key) => key && rule.messages[key]).find((each) => each && isFilled(each, facts, words));
    const said = renderMessage(template || rule.summary, facts, words);
    const open = change.proof && "undecided" in change.proof ? change.proof.undecided : undefined;
    this.#keep({
      ...dials(rule),
      proof: proofOf(change),
      message: open === undefined ? said : `${said} It could not be decided: ${withoutCredentials(open)}.`,
      data,
      ...about,
      at: { base: pointAt(change.base, String(keyword), below), head: pointAt(change.head, String(keyword), below) },
      operations: change.operations,
      witness: change.proof && "witness" in change.proof ? change.proof.witness : undefined,
    });
  }

  /** All findings in a fixed order: by subject, then by rule. */
  findings(): RawFinding[] {
    const found = [...this.#found.values()].map(({ finding }) => finding);
    return inOrder(onePerCause(found, (rule) => this.#about.get(rule) as About));
  }

  /**
   * Keeps the findings whose messages show them when tried. What a message refutes is none; what stays open is undecided.
   * @param trials again with automata, where the first answers lacked them
   */
  async settle(trials: (automata?: Automata) => Trials): Promise<void> {
    if (this.#untried.length === 0) return;
    const first = trials();
    const tried = this.#untried.map((each) => ({ ...each, tried: first.try(each.witness) }));
    const open = first.lackedAutomata && tried.some((each) => each.tried.kind === "undecided");
    const second = open ? trials(new (await import("@concordat/containment/automata")).RefaAutomata()) : first;
    for (const { rule, hit, witness, tried: answer } of tried) {
      const last = answer.kind === "undecided" && open ? second.try(witness) : answer;
      if (last.kind === "confirmed") this.#add(rule, hit, { proof: "rule", witness: last.witness });
      else if (witness.dispensable) this.#add(rule, hit, { proof: "rule", witness: undefined });
      else if (last.kind === "undecided") this.#add(rule, hit, { proof: "undecided", witness: undefined });
    }
  }

  #add(
    rule: DiffCheck,
    { message, data, besides, base, head, below, operations }: Hit,
    shown: Pick<RawFinding, "proof" | "witness">,
  ): void {
    const template = rule.messages[message] ?? rule.summary;
    const about = this.#subject(base, head, below);
    this.#keep({
      ...dials(rule),
      ...shown,
      message: renderMessage(template, { ...data, ...besides }, subjectWords(nounOf(about.address, rule.direction))),
      data,
      ...about,
      at: { base: base && pointBelow(base, below), head: head && pointBelow(head, below) },
      operations,
    });
  }

  #subject(base: Located | undefined, head: Located | undefined, below: readonly string[]): typeof ABOUT_ALL {
    const place = head ?? base;
    if (place === undefined) return ABOUT_ALL;
    const at = {
      ...place,
      pointer: place.pointer + below.map((token) => `/${escapeToken(token)}`).join(""),
    };
    return aboutPlace(at, head ? this.#head : this.#base);
  }

  #keep(finding: RawFinding): void {
    const key = identityOf(finding.rule, finding.subject, finding.data);
    const known = this.#found.get(key);
    if (known) known.add(finding);
    else this.#found.set(key, new Joined(finding));
  }
}

/** Whether a rule is about who sends a target; one that says nothing of it is about both. */
function concerns({ direction }: RuleFacts, target: Targets[keyof Targets]): boolean {
  return direction === undefined || !("direction" in target) || target.direction === direction;
}

/** Whether the data have all that a template asks for. */
function isFilled(template: string, data: FindingData, words: Readonly<Record<string, string>>): boolean {
  return namesIn(template).every((name) => Object.hasOwn(data, name) || Object.hasOwn(words, name));
}

/** A break that is certain but too large to be written out rests on the rule alone. */
function proofOf({ proof }: SchemaChange): Proof {
  if (proof === undefined || "unwritten" in proof) return "rule";
  return "witness" in proof ? "witness" : "undecided";
}

function dials({
  id,
  severity,
  impact,
  audience,
}: RuleFacts): Pick<RawFinding, "rule" | "severity" | "impact" | "audience"> {
  return { rule: id, severity, impact, audience };
}

function hitMaker(reach: readonly Reach[]): HitMaker<Readonly<Record<string, string>>> {
  return (message, data, { besides = {}, base, head, below = [], operations = reach, witness, undecided = false }) => ({
    message,
    data,
    besides,
    base,
    head,
    below,
    operations,
    witness,
    undecided,
  });
}

/** The line people are led to: that of the keyword where it is written, else that of the schema. */
function pointAt(place: Place | undefined, keyword: string, below: readonly string[]): Location | undefined {
  if (place === undefined) return undefined;
  const deeper = pointBelow(place, below);
  return deeper.pointer === place.pointer ? pointBelow(place, [keyword]) : deeper;
}

/** What lies below a place, or the place itself where there is nothing. */
function pointBelow({ document: { uri }, pointer, value }: Located, below: readonly string[]): Location {
  let [at, found]: [string, unknown] = [pointer, value];
  for (const token of below) {
    found = isObject(found) ? own(found, token) : undefined;
    if (found === undefined) return { uri, pointer };
    at += `/${escapeToken(token)}`;
  }
  return { uri, pointer: at };
}

/**
 * One cause, one finding. A schema that is sent both ways changes once: of findings about the same thing in both
 * directions the one that demands more stays, and where both demand the same, one stands for both. A schema that gained
 * values while it lost others is reported for the loss, but that an enum gained some is news of its own.
 */
function onePerCause(findings: readonly RawFinding[], aboutOf: (rule: string) => About): RawFinding[] {
  const bothWays = [
    ...Map.groupBy(findings, ({ subject, rule }) => `${subject} ${changeOf(aboutOf(rule))}`).values(),
  ].flatMap(strongestDirection);
  return [...Map.groupBy(bothWays, ({ subject, rule }) => `${subject} ${matterOf(aboutOf(rule))}`).values()].flatMap(
    (group) => {
      const breaking = group.filter(({ impact }) => impact === "major");
      return breaking.length === 0 || breaking.some(({ rule }) => aboutOf(rule).aspect === "enum") ? group : breaking;
    },
  );
}

function strongestDirection(group: readonly RawFinding[]): readonly RawFinding[] {
  if (new Set(group.map(({ rule }) => rule)).size < 2) return group;
  const weight = ({ impact, severity }: RawFinding) => impactRank(impact) * 10 + severityRank(severity);
  const most = greatest(group.map(weight));
  const strongest = group.filter((finding) => weight(finding) === most);
  const [one] = strongest;
  const [first, ...rest] = strongest.filter(({ rule }) => rule !== one?.rule);
  const same = strongest.filter(({ rule }) => rule === one?.rule);
  if (first === undefined) return same;
  const others = joined(first, rest);
  return same.map((finding) => joined(finding, [others]));
}

function joined(first: RawFinding, others: readonly RawFinding[]): RawFinding {
  const all = new Joined(first);
  for (const other of others) all.add(other);
  return all.finding;
}
