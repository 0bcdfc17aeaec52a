import { shapeOf } from "./describe.ts";
import type { NumberRow } from "./table.ts";
import { type Verdict, violation } from "./verdict.ts";

/** Judges a number by its limits. */
export function judgeNumber(value: number, limits: NumberRow): Verdict {
  const { integer, multipleOf = [], minimum, exclusiveMinimum, maximum, exclusiveMaximum } = limits;
  if (integer && !Number.isInteger(value)) return violation("", "type", "an integer", shapeOf(value));
  if (minimum !== undefined && value < minimum) return violation("", "minimum", `at least ${minimum}`, "less");
  if (exclusiveMinimum !== undefined && value <= exclusiveMinimum)
    return violation("", "exclusiveMinimum", `more than ${exclusiveMinimum}`, "less or the same");
  if (maximum !== undefined && value > maximum) return violation("", "maximum", `at most ${maximum}`, "more");
  if (exclusiveMaximum !== undefined && value >= exclusiveMaximum)
    return violation("", "exclusiveMaximum", `less than ${exclusiveMaximum}`, "more or the same");
  const step = multipleOf.find((each) => !isMultiple(value, each));
  return step === undefined ? undefined : violation("", "multipleOf", `a multiple of ${step}`, shapeOf(value));
}

/** Whether a number is a multiple of a step, by the decimals that both are written as: 0.3 is a multiple of 0.1. */
function isMultiple(value: number, step: number): boolean {
  if (Number.isSafeInteger(value) && Number.isSafeInteger(step)) return value % step === 0;
  const [a, b] = [decimalOf(value), decimalOf(step)];
  const scale = Math.min(a.exponent, b.exponent);
  const whole = ({ digits, exponent }: Decimal) => digits * 10n ** BigInt(exponent - scale);
  return whole(a) % whole(b) === 0n;
}

/** `digits` times ten to the power of `exponent`. */
interface Decimal {
  readonly digits: bigint;
  readonly exponent: number;
}

function decimalOf(value: number): Decimal {
  const [digits = "", exponent = ""] = value.toExponential().replace("+", "").split("e");
  const [whole = "", fraction = ""] = digits.split(".");
  return { digits: BigInt(whole + fraction), exponent: Number(exponent) - fraction.length };
}

/** Decimal numerals as JSON writes them (RFC 8259, section 6). */
const NUMERAL = /^-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?$/;

/** Judges a text that stands for a number. */
export function judgeNumeral(text: string, limits: NumberRow): Verdict {
  if (!NUMERAL.test(text)) return violation("", "type", limits.integer ? "an integer" : "a number", shapeOf(text));
  return judgeNumber(Number(text), limits);
}
