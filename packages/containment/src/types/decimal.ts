import { type JsonNumber, numberFrom, numberParts } from "../exact.ts";

/** An exact decimal number: `digits` divided by ten to the power of `scale`. */
export interface Decimal {
  readonly digits: bigint;
  readonly scale: number;
}

/** Zeros that are written out before or behind the digits of a number; of more, arithmetic would have no end. */
const MOST_ZEROS = 1_000;

/** Whether arithmetic can be done with a number: 1e1000000 is one that it cannot be done with. */
export function isCalculable(value: JsonNumber): boolean {
  if (typeof value === "number") return true;
  const { exponent } = value.parts;
  return exponent <= MOST_ZEROS && exponent >= -MOST_ZEROS;
}

/** The decimal that a JSON number writes; doubles are read as their shortest decimal form. */
function toDecimal(value: JsonNumber): Decimal {
  const { negative, digits, exponent } = numberParts(value);
  const whole = BigInt(digits) * (negative ? -1n : 1n);
  return exponent >= 0n ? { digits: whole * 10n ** exponent, scale: 0 } : { digits: whole, scale: -Number(exponent) };
}

/** The number of integer `digits` over ten to the power of `scale`. */
export function toNumber({ digits, scale }: Decimal): JsonNumber {
  return numberFrom(digits, -scale);
}

/** Integers in proportion to the given numbers, and the scale they share. */
export function toCommonScale(values: readonly JsonNumber[]): { readonly integers: bigint[]; readonly scale: number } {
  const decimals = values.map(toDecimal);
  const scale = decimals.reduce((most, decimal) => Math.max(most, decimal.scale), 0);
  return { integers: decimals.map((decimal) => decimal.digits * 10n ** BigInt(scale - decimal.scale)), scale };
}

/** Whether a number is a multiple of a step above 0 that can be calculated with, exactly: 0.3 is a multiple of 0.1. */
export function isMultiple(value: JsonNumber, step: JsonNumber): boolean {
  if (Number.isSafeInteger(value) && Number.isSafeInteger(step)) return (value as number) % (step as number) === 0;
  if (!isCalculable(value)) return isVastMultiple(numberParts(value), toDecimal(step));
  const { integers } = toCommonScale([value, step]);
  return (integers[0] as bigint) % (integers[1] as bigint) === 0n;
}

/** The same without writing out the zeros of a number. */
function isVastMultiple({ digits, exponent }: ReturnType<typeof numberParts>, step: Decimal): boolean {
  // It has more digits behind the point than any multiple of the step.
  if (exponent < 0n) return false;
  let [rest, base] = [BigInt(digits) % step.digits, 10n % step.digits];
  for (let power = exponent + BigInt(step.scale); power > 0n; power >>= 1n) {
    if (power & 1n) rest = (rest * base) % step.digits;
    base = (base * base) % step.digits;
  }
  return rest === 0n;
}

/** The next whole number from a number, upwards or downwards; itself where it is whole. */
export function toWhole(value: JsonNumber, way: "up" | "down"): JsonNumber {
  const isWhole = typeof value === "number" ? Number.isInteger(value) : value.parts.exponent >= 0n;
  if (isWhole || value === Number.POSITIVE_INFINITY || value === Number.NEGATIVE_INFINITY) return value;
  const { digits, scale } = toDecimal(value);
  const unit = 10n ** BigInt(scale);
  return toNumber({ digits: way === "down" ? floorDivide(digits, unit) : -floorDivide(-digits, unit), scale: 0 });
}

/** A whole number plus another. */
export function shift(value: JsonNumber, by: 1 | -1): JsonNumber {
  if (typeof value === "number" && (!Number.isFinite(value) || Number.isSafeInteger(value + by))) return value + by;
  return toNumber({ digits: toDecimal(value).digits + BigInt(by), scale: 0 });
}

/** Greatest common divisor of integers above 0. */
export function gcd(a: bigint, b: bigint): bigint {
  let [x, y] = [a, b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}

/** Least common multiple of integers above 0. */
export function lcm(a: bigint, b: bigint): bigint {
  return (a / gcd(a, b)) * b;
}

/** Division that rounds towards negative infinity, for a divisor above 0. */
export function floorDivide(a: bigint, b: bigint): bigint {
  const quotient = a / b;
  return a % b < 0n ? quotient - 1n : quotient;
}
