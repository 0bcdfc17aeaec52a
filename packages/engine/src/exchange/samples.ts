import { isSuccess } from "../model/status.ts";

/** A text that is written in two ways in a URL or a form: with what is reserved there percent-encoded, or as it is. */
export const RESERVED_TEXT = "a:b";

/** Concrete media types of a range, the plainest first; a type that is concrete is its own and only one. */
export function typesOfRange(range: string): string[] {
  const [type = "", ...parameters] = range.split(";");
  const [main = "", sub = ""] = type.split("/");
  if (!type.includes("*")) return [range];
  const suffix = sub.startsWith("*+") ? [`${main}/a${sub.slice(1)}`, `${main}/b${sub.slice(1)}`] : undefined;
  const found = suffix ?? (main === "*" ? ANY : [...(SUBTYPES[main] ?? []), "a", "b"].map((each) => `${main}/${each}`));
  return found.map((each) => [each, ...parameters].join(";"));
}

const ANY = ["application/json", "text/plain", "image/png", "application/a", "text/a"];
const SUBTYPES: Readonly<Record<string, readonly string[]>> = {
  application: ["json", "xml", "pdf"],
  text: ["plain", "html", "csv"],
  image: ["png", "jpeg", "gif"],
  audio: ["mpeg", "ogg"],
  video: ["mp4", "ogg"],
  multipart: ["form-data", "mixed"],
};

/** Statuses that a response describes, the plainest first; `default` is for errors, where others tell of success. */
export function statusesOf(status: string, others: readonly string[]): string[] {
  const named = new Set(others);
  if (status === "default") {
    const errors = ["500", "400", "404", "503", "403"];
    const successes = COMMON["2"] ?? [];
    const list = others.some(isSuccess) ? [...errors, ...successes] : [...successes, ...errors];
    return list.filter((each) => !named.has(each) && !named.has(`${each[0]}XX`));
  }
  const range = /^([1-5])XX$/.exec(status)?.[1];
  return range === undefined ? [status] : (COMMON[range] ?? []).filter((each) => !named.has(each));
}

const COMMON: Readonly<Record<string, readonly string[]>> = {
  1: ["100", "101", "102", "103", "199"],
  2: ["200", "201", "202", "204", "206", "299"],
  3: ["302", "301", "303", "304", "307", "399"],
  4: ["400", "404", "401", "403", "409", "499"],
  5: ["500", "503", "502", "501", "504", "599"],
};
