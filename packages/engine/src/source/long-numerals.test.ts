import { parseNumber } from "@concordat/containment";
import fc from "fast-check";
import { expect, test } from "vitest";
import { lostNumerals, withDigits } from "./long-numerals.ts";

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
  `{"a":[1,{"b\\"]":${LONG}},-${LONG}],"c":{"d":"${LONG},","e":${LONG}}}`,
  `[[],{},[[${LONG}]],"[{\\\\",${LONG},[${LONG},{"":${LONG}}]]`,
  `{ "__proto__" : { "a" : ${LONG} } , "b" : [ 1 , 2 , 1e400 ] }`,
  `{"a":{"b":{}},"c":"\\"${LONG}","d":[{"e":1},{"e":${LONG}}]}`,
  LONG,
])("digits are put where the parser has lost them: %s", (text) => {
  expect(withDigits(JSON.parse(text), text, false)).toEqual(withDigits(JSON.parse(text), text, true));
});
