import { escapeToken, isObject, type Located, own, parsePointer } from "@concordat/containment/internal";

/** A defect of a pact, and where. */
interface Defect {
  readonly code: string;
  readonly message: string;
  readonly pointer: string;
}

/** Moves through a pact; what is missing or of the wrong form is noted. */
export class PactCursor {
  readonly problems: Defect[] = [];
  readonly #file: string;

  constructor(file: string) {
    this.#file = file;
  }

  report(code: string, { pointer }: Located, message: string): void {
    const place = pointer === "" ? "" : ` (at \`${pointer}\`)`;
    this.problems.push({ code, pointer, message: `\`${this.#file}\`: ${message}${place}` });
  }

  /** A place as messages name it: `interaction 3`, `the request of interaction 3`. */
  nameOf({ pointer }: Located): string {
    const [list, index, part] = parsePointer(pointer) ?? [];
    if (index === undefined) return `\`${list}\``;
    const interaction = `${list === "messages" ? "message" : "interaction"} ${Number(index) + 1}`;
    return part === undefined ? interaction : `the ${part} of ${interaction}`;
  }

  /** The member of an object; undefined where it has none. */
  member(at: Located, key: string): Located | undefined {
    const value = isObject(at.value) ? own(at.value, key) : undefined;
    if (value === undefined) return undefined;
    return { document: at.document, pointer: `${at.pointer}/${escapeToken(key)}`, value };
  }

  item(at: Located, index: number): Located {
    return { document: at.document, pointer: `${at.pointer}/${index}`, value: (at.value as unknown[])[index] };
  }

  /** The object at a key, which has to be there. */
  object(at: Located, key: string): Located | undefined {
    const member = this.member(at, key);
    if (member && isObject(member.value)) return member;
    this.report("pact-form", member ?? at, `${this.nameOf(at)} must have an object as its \`${key}\`.`);
    return undefined;
  }

  /** The text at a key, which has to be there. */
  text(at: Located, key: string): string | undefined {
    const member = this.member(at, key);
    if (typeof member?.value === "string" && member.value !== "") return member.value;
    this.report("pact-form", member ?? at, `${this.nameOf(at)} must have a text as its \`${key}\`.`);
    return undefined;
  }
}
