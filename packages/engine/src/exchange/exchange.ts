import type { Located } from "@concordat/containment/internal";

/** Header names in any case; a list where a header was sent several times. */
export type Headers = Readonly<Record<string, string | readonly string[]>>;

/** One concrete request. */
export interface HttpRequest {
  readonly method: string;
  /** Absolute, or a path with a query; percent-encoded. */
  readonly url: string;
  readonly headers: Headers;
  /** Absent where none was sent. */
  readonly body?: string;
}

/** One concrete response. */
export interface HttpResponse {
  /** A status code, as text. */
  readonly status: string;
  readonly headers: Headers;
  readonly body?: string;
}

/** A request, and what was answered; null where nothing was. */
export interface Exchange {
  readonly request: HttpRequest;
  readonly response: HttpResponse | null;
}

/** Something about a message that a description refuses, or that cannot be judged. */
export interface Remark {
  readonly kind: "refused" | "unclear";
  /**
   * Where: `path`, `method`, `server`, `security`, `accept`, `content-type`, `body`, `status`; of a parameter its place and name
   * (`query.limit`), of a response header `header.ETag`. A JSON Pointer into a value comes behind: `body/items/0`.
   */
  readonly at: string;
  /** A sentence that says why. */
  readonly reason: string;
  /** It is refused because it is not there. */
  readonly isMissing?: true;
  /** The member of the value there that is missing or not allowed, where it is refused for one. */
  readonly member?: string;
  /** The schema that refuses the value there, where one does. */
  readonly schema?: Located;
}

/** Whether a description accepts a message: `refused` by any refusal, `undecided` where only doubts are left. */
export interface Judgement {
  readonly answer: "accepted" | "refused" | "undecided";
  readonly remarks: readonly Remark[];
}

export function refused(at: string, reason: string): Remark {
  return { kind: "refused", at, reason };
}

/** Something that has to be there is not. */
export function missing(at: string): Remark {
  return { kind: "refused", at, reason: "It is missing.", isMissing: true };
}

export function unclear(at: string, reason: string): Remark {
  return { kind: "unclear", at, reason };
}

/** What remarks come to. */
export function judgementOf(remarks: Iterable<Remark>): Judgement {
  const all = [...remarks];
  const answer = all.some(({ kind }) => kind === "refused") ? "refused" : all.length > 0 ? "undecided" : "accepted";
  return { answer, remarks: all };
}

/** The value of a header, several joined as one (RFC 9110, section 5.3); undefined where it was not sent. */
export function headerOf(headers: Headers, name: string): string | undefined {
  const values = Object.entries(headers).flatMap(([key, value]) =>
    key.toLowerCase() === name.toLowerCase() ? value : [],
  );
  return values.length === 0 ? undefined : values.join(name.toLowerCase() === "cookie" ? "; " : ", ");
}
