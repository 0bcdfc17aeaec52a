import { expect, test } from "vitest";
import { joinWalks, type NamedDeprecation, type PastVersion, startWalk, stepBack, withHistory } from "./history.ts";

/** Since when things are deprecated, and when they went, by versions that are told from the newest back. */

const old = (path: string, days: Partial<NamedDeprecation> = {}): NamedDeprecation => ({
  subject: path,
  name: `GET ${path}`,
  kind: "operation",
  operation: { method: "GET", path },
  announced: null,
  deprecated: null,
  sunset: null,
  removed: null,
  stability: "stable",
  replacement: null,
  docs: null,
  source: "deprecated",
  ...days,
});

/** A version of the operations `/a`, `/b` and so on; those in capitals are deprecated. */
const version = (day: string, letters: string): PastVersion => ({
  day,
  deprecations: [...letters].filter((each) => each < "a").map((each) => old(`/${each.toLowerCase()}`)),
  operations: new Set([...letters.toLowerCase()].map((each) => `GET /${each}`)),
});

function walked(today: string, past: readonly PastVersion[]) {
  const now = version("today", today);
  const walk = past.reduce(stepBack, startWalk(now.deprecations));
  return { walk, operations: now.operations };
}

function told(today: string, past: readonly PastVersion[], isComplete = true) {
  const { walk, operations } = walked(today, past);
  const history = joinWalks([{ walk, isComplete }], operations);
  return {
    since: Object.fromEntries(history.since),
    removed: history.removed.map(({ subject, deprecated, removed }) => [subject, deprecated, removed]),
  };
}

test.each([
  ["the first version that deprecates it counts", "A", [version("3", "A"), version("2", "A"), version("1", "a")], "2"],
  ["the first of all does, where it always was", "A", [version("2", "A"), version("1", "A")], "1"],
  ["a time before that was taken back does not", "A", [version("3", "A"), version("2", "a"), version("1", "A")], "3"],
  ["what is not committed has no day", "A", [version("1", "a")], undefined],
])("%s", (_, today, past, day) => {
  expect(told(today, past).since["operation GET /a"]).toBe(day);
});

test("a past that does not reach back far enough tells no day", () => {
  expect(told("AB", [version("3", "AB"), version("2", "aB")], false).since).toEqual({ "operation GET /a": "3" });
});

test("what is gone went on the day of the first version without it, and was deprecated before", () => {
  const past = [version("4", "b"), version("3", "Ab"), version("2", "Ab"), version("1", "ab")];
  expect(told("b", past).removed).toEqual([["/a", "2", "4"]]);
  expect(told("ab", past).removed).toEqual([]);
  expect(told("b", past.slice(0, 3), false).removed).toEqual([["/a", null, "4"]]);
});

test("the earlier of two ways back counts", () => {
  const [commits, revisions] = [walked("A", [version("3", "A")]), walked("A", [version("2", "A"), version("1", "a")])];
  const history = joinWalks(
    [commits, revisions].map(({ walk }) => ({ walk, isComplete: true })),
    commits.operations,
  );
  expect(withHistory(old("/a"), history)).toMatchObject({
    announced: "2",
    deprecated: "2",
    source: "deprecated, history",
  });
  const dated = withHistory(old("/a", { deprecated: "5" }), history);
  expect(dated).toMatchObject({ announced: "2", deprecated: "5", source: "deprecated" });
});
