import {
  escapeToken,
  isNumber,
  isObject,
  isReferable,
  type Located,
  own,
  resolveReference,
  showValue,
  type Unresolved,
} from "@concordat/containment/internal";
import type { Description } from "../load/description.ts";
import { type MetProblem, problemKey } from "./met-problem.ts";
import { pointerName } from "./pointer-name.ts";

/** Moves through a description, following references; what is of the wrong form is noted and passed over. */
export class Cursor {
  readonly description: Description;
  readonly #met = new Map<string, MetProblem>();

  constructor(description: Description) {
    this.description = description;
  }

  /** References that lead nowhere and parts of the wrong form that were met so far, each once. */
  get problems(): readonly MetProblem[] {
    return [...this.#met.values()];
  }

  /** Notes a defect; the first that is said of a place stays. */
  note(problem: MetProblem): void {
    const key = problemKey(problem);
    if (!this.#met.has(key)) this.#met.set(key, problem);
  }

  /** Notes a defect at a place. */
  report(code: string, message: string, at: Located): void {
    this.note({ code, message, at });
  }

  get root(): Located {
    const { root } = this.description;
    return { document: root, pointer: "", value: root.root };
  }

  /** The member of an object, as it stands. */
  member(at: Located, key: string): Located | undefined {
    const value = isObject(at.value) ? own(at.value, key) : undefined;
    return value === undefined
      ? undefined
      : { document: at.document, pointer: `${at.pointer}/${escapeToken(key)}`, value };
  }

  /** The members of a map of names, references followed. A name may begin with `x-`; what is no object there is an extension. */
  members(at: Located | undefined): { readonly key: string; readonly at: Located }[] {
    if (at === undefined) return [];
    const target = this.follow(at);
    if (target === undefined || !this.expect(target, isObject(target.value), "an object")) return [];
    return Object.keys(target.value as object)
      .filter((key) => !key.startsWith("x-") || isObject((target.value as Record<string, unknown>)[key]))
      .flatMap((key) => {
        const found = this.follow(this.member(target, key) as Located);
        return found && this.expect(found, isObject(found.value), "an object") ? [{ key, at: found }] : [];
      });
  }

  /** The items of a list, references followed. */
  items(at: Located | undefined): Located[] {
    if (at === undefined || !this.expect(at, Array.isArray(at.value), "a list")) return [];
    return (at.value as unknown[]).flatMap((value, index) => {
      const found = this.follow({ document: at.document, pointer: `${at.pointer}/${index}`, value });
      return found && this.expect(found, isObject(found.value), "an object") ? [found] : [];
    });
  }

  /** The object at a key, references followed. */
  object(at: Located, key: string): Located | undefined {
    const member = this.member(at, key);
    const found = member && this.follow(member);
    return found && this.expect(found, isObject(found.value), "an object") ? found : undefined;
  }

  /** Follows references until something else stands there. */
  follow(at: Located): Located | undefined {
    let found = at;
    // Most parts are no reference: then there is no way to remember.
    let way: Set<unknown> | undefined;
    while (!way?.has(found.value)) {
      const reference = isObject(found.value) ? own(found.value, "$ref") : undefined;
      if (reference === undefined) return found;
      if (typeof reference !== "string") {
        this.#expectForm(found, "$ref", reference, false, "a text");
        return undefined;
      }
      const target = resolveReference(reference, found, this.description.library);
      if ("problem" in target) {
        this.report("reference-unresolved", unresolved(reference, target, this.description), found);
        return undefined;
      }
      way = (way ?? new Set()).add(found.value);
      if (!isReferable(target)) {
        const message = `\`${reference}\` leads to a part of the description that references cannot stand for. Correct it.`;
        this.report("reference-unresolved", message, found);
        return undefined;
      }
      found = target;
    }
    this.report("reference-circular", "References lead round in a circle here. Write out what is meant.", at);
    return undefined;
  }

  /** A text; a number that is written in place of one counts as it is written. */
  text(at: Located, key: string): string | undefined {
    const value = isObject(at.value) ? own(at.value, key) : undefined;
    if (value === undefined || typeof value === "string") return value;
    if (isNumber(value)) return this.#asWritten(at, key) ?? String(value);
    this.#expectForm(at, key, value, false, "a text");
    return undefined;
  }

  /** A boolean, false where nothing is said. */
  flag(at: Located, key: string): boolean {
    return this.choice(at, key) ?? false;
  }

  /** A boolean, undefined where nothing is said. */
  choice(at: Located, key: string): boolean | undefined {
    const value = isObject(at.value) ? own(at.value, key) : undefined;
    if (value === undefined || typeof value === "boolean") return value;
    this.#expectForm(at, key, value, false, "true or false");
    return undefined;
  }

  /** The texts of a list, undefined where nothing is said. */
  texts(at: Located, key: string): readonly string[] | undefined {
    const value = isObject(at.value) ? own(at.value, key) : undefined;
    if (value === undefined || !this.#expectForm(at, key, value, Array.isArray(value), "a list of texts"))
      return undefined;
    const list = value as readonly unknown[];
    const isText = (item: unknown) => typeof item === "string" || typeof item === "number";
    const other = list.find((item) => !isText(item));
    if (other !== undefined) this.#expectForm(at, key, other, false, "a list of texts");
    return list.filter(isText).map(String);
  }

  #expectForm(at: Located, key: string, value: unknown, holds: boolean, what: string): boolean {
    const place = { document: at.document, pointer: `${at.pointer}/${escapeToken(key)}`, value };
    if (!holds) this.report("structure", `\`${key}\` must be ${what}, not ${showValue(value)}.`, place);
    return holds;
  }

  /** YAML reads `version: 1.10` as the number 1.1. */
  #asWritten(at: Located, key: string): string | undefined {
    return this.description.writtenAt?.({ uri: at.document.uri, pointer: `${at.pointer}/${escapeToken(key)}` });
  }

  expect(at: Located, holds: boolean, what: string): boolean {
    if (!holds) this.report("structure", `${pointerName(at.pointer)} must be ${what}.`, at);
    return holds;
  }
}

/** Why a reference leads nowhere, in words for people. */
export function unresolved(reference: string, { problem, target }: Unresolved, { missing }: Description): string {
  const reason = problem === "document" ? missing.get(target)?.message : undefined;
  if (reason !== undefined) return `\`${reference}\` cannot be followed. ${reason}`;
  switch (problem) {
    case "document":
      return `\`${reference}\` leads nowhere: \`${target}\` does not exist.`;
    case "pointer":
      return `\`${reference}\` does not resolve: \`${target}\` does not exist. Correct it, or add what it names.`;
    case "anchor":
      return `\`${reference}\` names an anchor that does not exist. Correct it, or add the anchor.`;
    case "uri":
      return `\`${reference}\` is not a reference. Write a path or a URL, and a fragment behind \`#\`.`;
  }
}
