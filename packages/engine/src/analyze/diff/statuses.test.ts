import { expect, test } from "vitest";
import type { Response } from "../../model/revision.ts";
import { pairResponses } from "./statuses.ts";

const responsesOf = (statuses: string): Response[] =>
  statuses
    .split(" ")
    .filter((status) => status !== "")
    .map((status) => ({ status }) as Response);

test.each([
  ["200", "200", "200=200", "", ""],
  ["2XX", "200", "2XX=200", "2XX", ""],
  ["200", "2XX", "200=2XX", "", "2XX"],
  ["200 default", "200 404", "200=200 default=404", "default", "404"],
  ["200 404", "200 default", "200=200 404=default", "", "default"],
  ["200 default", "200 201 default", "200=200 default=default", "", "201"],
  ["default", "200", "default=200", "default", "200"],
  ["200", "404", "", "200", "404"],
  ["404 4XX", "404 4XX", "404=404 4XX=4XX", "", ""],
  ["", "200", "", "", "200"],
])("%s and %s: %s, lost %s, gained %s", (base, head, pairs, lost, gained) => {
  const found = pairResponses(responsesOf(base), responsesOf(head));
  const list = (responses: readonly Response[]) => responses.map(({ status }) => status).join(" ");
  expect(found.pairs.map((pair) => `${pair.base.status}=${pair.head.status}`).join(" ")).toBe(pairs);
  expect([list(found.lost), list(found.gained)]).toEqual([lost, gained]);
});
