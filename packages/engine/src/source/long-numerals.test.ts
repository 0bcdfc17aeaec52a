import { parseNumber } from "@concordat/containment/internal";
import fc from "fast-check";
import { expect, test } from "vitest";
import { indexKeys } from "./key-index.ts";
import { lostNumerals, withDigits } from "./long-numerals.ts";
import { surveyTree } from "./survey.ts";

const numerals = fc.oneof(
  fc.bigInt({ min: -(10n ** 25n), max: 10n ** 25n }).map(String),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => JSON.stringify(value)),
  fc.tuple(fc.nat(9), fc.stringMatching(/^\d{1,40}$/)).map(([whole, fraction]) => `${whole}.${fraction}`),
  fc.tuple(fc.integer(), fc.integer({ min: -500, max: 500 })).map(([digits, exponent]) => `${digits}e${exponent}`),
);

test("a number that loses its digits is found, wherever it stands", () => {
  fc.assert(
    fc.property(fc.string(), fc.array(numerals, { maxLength: 4 }), fc.nat(40), (word, list, blanks) => {
      const space = " ".repeat(blanks);
      const text = `{"word":${JSON.stringify(word)},${space}"list":[${space}${list.join(`,${space}`)}${space}]}`;
      fc.pre(!/\d{10}/.test(word));
      const lost = list.map(parseNumber).filter((value) => typeof value !== "number");
      expect(lostNumerals(text).map(({ value }) => value)).toEqual(lost);
    }),
    { numRuns: 500 },
  );
});

test("rows of digits that are no numbers cost no more than their length", () => {
  const rows = [
    "1".repeat(200_000),
    ".".repeat(200_000),
    "1.".repeat(100_000),
    "1e5".repeat(70_000),
    `1${"e999".repeat(50_000)}`,
  ];
  for (const row of rows) expect(lostNumerals(`{"a":"${row}"}`)).toEqual([]);
});

const LONG = "123456789012345678901";

test.each([
  `{"a":{"b":${LONG}},"c":{"d":"${LONG}","e": ${LONG}}}`,
  `{"a":1,"b":{"2":-${LONG},"1":${LONG}}}`,
  `{"a":[1,${LONG}],"b":${LONG}}`,
  `{"a":"1, \\": ${LONG}, 2","b":${LONG}}`,
  `{"a":"1, ${LONG}, 2","b":${Number(LONG)}}`,
  `{"a":${LONG},"b":123456789012345683968}`,
  `{"a":${LONG},"b":123456789012345678902}`,
  `{"__proto__":{"a":${LONG}},"b":[1,2],"c":1e400,"d":1e-400,"e":0}`,
  `{"a":${LONG},"a":1}`,
  `{"a":1,"a":${LONG}}`,
  LONG,
])("digits are put where the parser has lost them: %s", (text) => {
  const data: unknown = JSON.parse(text);
  const keys = indexKeys(text, surveyTree(data, 100).keys);
  expect(withDigits(data, text, keys)).toEqual(withDigits(JSON.parse(text), text, undefined));
});
