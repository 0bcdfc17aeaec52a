import { canonicalText } from "@concordat/containment/internal";
import { compareBy } from "../base/order.ts";
import { placeOf, type TextEdit } from "../edit/changes.ts";
import type { Edit, RawFinding } from "../finding/finding.ts";
import type { Outcome } from "../outcome.ts";

/** A finding that comes with edits, as far as mending it has to know it. */
export type Fixable = Pick<RawFinding, "rule" | "subject" | "message"> & { readonly edits: readonly Edit[] };

/** A finding that is open and comes with edits. */
export interface OpenFinding extends Fixable {
  /** Of the description and the finding: whatever has the same is the same finding again. */
  readonly key: string;
}

/** The findings of outcomes that can be fixed: each member by itself of those that are reported as one. */
export function openFindings(outcomes: readonly Outcome[]): OpenFinding[] {
  return outcomes.flatMap(({ head, rulings }) =>
    rulings
      .filter(({ standing }) => standing === "open")
      .flatMap(({ rule, members, ...ruling }) => (members ?? [ruling]).map((each) => ({ rule, ...each })))
      .flatMap(({ rule, fingerprint, subject, message, edits }) =>
        edits?.length ? [{ key: `${head.source}\n${fingerprint}`, rule, subject, message, edits }] : [],
      ),
  );
}

/** What one rule asks for in one round. */
export interface Batch<F extends Fixable = Fixable> {
  readonly rule: string;
  readonly findings: readonly F[];
}

/** What is to be done in one round, by rules in the order of their ids, and what has to wait for the next. */
export interface Plan<F extends Fixable = Fixable> {
  readonly batches: readonly Batch<F>[];
  readonly waiting: readonly F[];
}

/**
 * Decides which findings are fixed together. Where two ask for the same, it is done once; where they ask for different
 * things at one place, or one of them inside of what another sets, the first wins: what the other asks for may look
 * different when the first is done.
 */
export function planFixes<F extends Fixable>(findings: readonly F[]): Plan<F> {
  const places = new Places();
  const batches = new Map<string, F[]>();
  const waiting: F[] = [];
  for (const finding of findings.toSorted(compareBy(({ rule }) => rule))) {
    if (finding.edits.length === 0) continue;
    if (!places.take(finding)) waiting.push(finding);
    else if (batches.has(finding.rule)) batches.get(finding.rule)?.push(finding);
    else batches.set(finding.rule, [finding]);
  }
  return { batches: [...batches].map(([rule, taken]) => ({ rule, findings: taken })), waiting };
}

/** The edits of some findings as edits of texts, each once, by the URI of the document that they concern. */
export function editsByDocument(findings: readonly Fixable[]): Map<string, TextEdit[]> {
  const documents = new Map<string, Map<string, TextEdit>>();
  for (const { uri, edit } of findings.flatMap(textEdits)) {
    const edits = documents.get(uri) ?? new Map<string, TextEdit>();
    edits.set(textOf(edit), edit);
    documents.set(uri, edits);
  }
  return new Map([...documents].map(([uri, edits]) => [uri, [...edits.values()]]));
}

function textEdits({ edits }: Fixable): { readonly uri: string; readonly edit: TextEdit }[] {
  return edits.map(({ at: { uri, pointer }, ...edit }) => ({ uri, edit: { ...edit, pointer } }));
}

/** One text for equal edits. */
function textOf(edit: TextEdit): string {
  return `${edit.kind} ${placeOf(edit)} ${edit.kind === "remove" ? "" : canonicalText(edit.value)}`;
}

/** What is taken in a round already. */
class Places {
  readonly #taken = new Map<
    string,
    { readonly rule: string; readonly kind: TextEdit["kind"]; readonly texts: Set<string> }
  >();
  /** All places that hold one where something is added, set or taken away. */
  readonly #outer = new Set<string>();

  /** Takes what a finding asks for, all of it or nothing. */
  take(finding: Fixable): boolean {
    const edits = textEdits(finding);
    if (!edits.every(({ uri, edit }) => this.#isFree(uri, edit, finding.rule))) return false;
    for (const { uri, edit } of edits) {
      const place = `${uri}#${placeOf(edit)}`;
      const taken = this.#taken.get(place);
      if (taken) taken.texts.add(textOf(edit));
      else this.#taken.set(place, { rule: finding.rule, kind: edit.kind, texts: new Set([textOf(edit)]) });
      for (const outer of outwards(uri, edit.pointer)) this.#outer.add(outer);
    }
    return true;
  }

  #isFree(uri: string, edit: TextEdit, rule: string): boolean {
    const place = `${uri}#${placeOf(edit)}`;
    const taken = this.#taken.get(place);
    if (taken && !taken.texts.has(textOf(edit))) {
      // What one rule appends to a list it means to be there together.
      if (taken.kind !== "append" || edit.kind !== "append" || taken.rule !== rule) return false;
    }
    if (edit.kind !== "append" && this.#outer.has(place)) return false;
    return outwards(uri, edit.pointer).every((outer) => (this.#taken.get(outer)?.kind ?? "append") === "append");
  }
}

/** A place and all that hold it, by URI and pointer. */
function outwards(uri: string, pointer: string): string[] {
  const places: string[] = [];
  for (let at = pointer; at !== ""; at = at.slice(0, at.lastIndexOf("/"))) places.push(`${uri}#${at}`);
  return places;
}
