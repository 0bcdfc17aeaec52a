/** What is wrong with a message, or with a value in it. */
export interface Violation {
  /**
   * Where: `body`, `content-type`, `status`; of a parameter its place and name (`query.limit`), of the header of a response
   * `header.ETag`. A JSON Pointer into a value comes behind: `body/items/0`. A name that the contract does not declare is `*` there,
   * for it may be a secret.
   */
  readonly at: string;
  /** The keyword that refuses it, or `missing`, `undeclared`, `form`. */
  readonly keyword: string;
  /** What the contract asks for there. */
  readonly expected: string;
  /** What there is: its type and size, and never the value. */
  readonly got: string;
}

/** A part of a message that was not judged, and why. */
export interface Unchecked {
  readonly at: string;
  readonly reason: string;
}

/** What is said of a value: what is wrong with it, or that it could not be judged; undefined where it is as it must be. */
export type Verdict =
  | ({ readonly kind: "violation" } & Violation)
  | ({ readonly kind: "unchecked" } & Unchecked)
  | undefined;

export function violation(at: string, keyword: string, expected: string, got: string): Verdict {
  return { kind: "violation", at, keyword, expected, got };
}

export function unchecked(at: string, reason: string): Verdict {
  return { kind: "unchecked", at, reason };
}

/** A verdict about a member, as one about the value that has it. */
export function below(name: string | number, verdict: Verdict): Verdict {
  return verdict && { ...verdict, at: `/${escapeToken(String(name))}${verdict.at}` };
}

/** A name as a token of a JSON Pointer (RFC 6901, section 3). */
function escapeToken(name: string): string {
  return name.replaceAll("~", "~0").replaceAll("/", "~1");
}

/** The first violation among some verdicts, else the first doubt; later ones are not asked for once there is a violation. */
export function worst<T>(parts: Iterable<T>, judge: (part: T) => Verdict): Verdict {
  let doubt: Verdict;
  for (const part of parts) {
    const verdict = judge(part);
    if (verdict?.kind === "violation") return verdict;
    doubt ??= verdict;
  }
  return doubt;
}
