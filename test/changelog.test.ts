import { expect, test } from "vitest";
import { hintFor } from "../packages/engine/src/report/changelog-hints.ts";
import { catalogue } from "../packages/rules/src/index.ts";

/*
 * What a changelog tells the consumers of an API about changes of every kind there is.
 */

test("every kind of break tells consumers what to do", () => {
  const mute = catalogue.diff.filter(({ id, impact }) => impact === "major" && hintFor(id) === undefined);
  expect(mute.map(({ id }) => id)).toEqual([]);
});

test("what only adds something asks nothing of them", () => {
  const asking = catalogue.diff.filter(
    ({ id }) => /-(?:added|became-optional|widened)$/.test(id) && /^diff\/request-/.test(id),
  );
  const kinds = asking.filter(({ impact, id }) => impact !== "major" && hintFor(id) !== undefined);
  expect(kinds.map(({ id }) => id)).toEqual([]);
});
