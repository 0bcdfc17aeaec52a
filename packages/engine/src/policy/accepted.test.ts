import { expect, test } from "vitest";
import { addedIgnores, addedWaivers, findAccepted } from "./accepted.ts";
import { acceptOpen } from "./baseline.ts";
import { isAt } from "./ignores.ts";
import type { Ruling } from "./ruling.ts";

const waiver = { fingerprint: "f", reason: "r", owner: "o", expires: "2026-12-31" };
const ignore = {
  rule: "lint/*",
  reason: "r",
  until: "2026-12-31",
  owner: undefined,
  at: "/paths/~1a",
  place: { uri: "", pointer: "" },
};

test.each([
  ["the same", {}, 0],
  ["another end", { expires: "2027-12-31" }, 1],
  ["another reason", { reason: "s" }, 1],
  ["another owner", { owner: "p" }, 1],
])("a waiver with %s is added %#", (_, change, count) => {
  expect(addedWaivers([{ ...waiver, ...change }], [waiver])).toHaveLength(count);
});

test.each([
  ["the same, elsewhere in the text", { place: { uri: "x", pointer: "/y" } }, 0],
  ["another place", { at: "/paths/~1b" }, 1],
  ["another end", { until: "2027-12-31" }, 1],
  ["an owner", { owner: "o" }, 1],
])("an ignore with %s is added %#", (_, change, count) => {
  expect(addedIgnores([{ ...ignore, ...change }], [ignore])).toHaveLength(count);
});

test("what is accepted names the findings that it takes out, and who answers for them", () => {
  const finding = (rule: string, fingerprint: string, subject: string, standing: Ruling["standing"]) => {
    return { rule, fingerprint, message: "m", subject, standing };
  };
  const found = [
    finding("diff/x", "f", "/info", "baselined"),
    finding("diff/x", "f", "/info", "open"),
    finding("lint/a", "g", "/paths/~1a/get", "waived"),
    finding("lint/a", "h", "/paths/~1ab/get", "waived"),
    finding("diff/a", "i", "/paths/~1a/get", "waived"),
  ];
  const accepted = findAccepted([waiver], [ignore], "team", found);
  expect(
    accepted.map(({ by, owner, findings }) => [by, owner, findings.map(({ fingerprint }) => fingerprint)]),
  ).toEqual([
    ["baseline", "o", ["f"]],
    ["ignore", "team", ["g"]],
  ]);
});

test.each([
  ["/paths/~1a", true],
  ["/paths/~1a/get", true],
  ["/paths/~1ab", false],
  ["/paths", false],
])("%s is at /paths/~1a: %s", (subject, expected) => expect(isAt(subject, "/paths/~1a")).toBe(expected));

test("a baseline takes open findings, each member of those told as one, in a fixed order", () => {
  const of = (rule: string, fingerprint: string, more: object = {}) =>
    ({ rule, fingerprint, subject: `/${fingerprint}`, standing: "open", ...more }) as unknown as Ruling;
  const members = ["d", "c"].map((each) => ({ fingerprint: each, subject: `/${each}` }));
  const acceptance = { reason: "r", owner: "o", expires: "2026-12-31" };
  const rulings = [of("lint/b", "whole", { members }), of("lint/a", "a"), of("lint/a", "z", { standing: "waived" })];
  const written = acceptOpen(rulings, acceptance);
  expect(written.map(({ rule, fingerprint }) => `${rule} ${fingerprint}`)).toEqual([
    "lint/a a",
    "lint/b c",
    "lint/b d",
  ]);
  expect(written[0]).toEqual({ fingerprint: "a", rule: "lint/a", subject: "/a", ...acceptance });
});
