/** A JSON number: a double, or what no double stands for. */
export type JsonNumber = number | ExactNumber;

/** What a numeral says: `digits` times ten to the power of `exponent`. No digits are zero. */
interface Parts {
  readonly negative: boolean;
  /** Without zeros at either end. */
  readonly digits: string;
  readonly exponent: bigint;
}

const NUMERAL = /^([-+]?)(\d*)(?:\.(\d*))?(?:[eE]([-+]?\d+))?$/;
const JSON_NUMERAL = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?$/;
/** Doubles keep this many digits, whatever they are. */
const SAFE_DIGITS = 15;

/**
 * A number that would lose digits as a double: `9223372036854775807`, `1e400`. It stands for itself in plain data, in the
 * place of a number, and is not an object to `isObject`. Equal texts are one value, so that `===` holds; numbers of
 * different spellings are compared by `compareNumbers`. `JSON.stringify` prints it as it was written.
 */
export class ExactNumber {
  readonly #text: string;
  readonly #parts: Parts;

  private constructor(text: string, parts: Parts) {
    this.#text = text;
    this.#parts = parts;
  }

  static readonly #known = new Map<string, ExactNumber>();

  /** The value of a text that is a JSON number; one for all that ask. */
  static of(text: string, parts: Parts): ExactNumber {
    let known = ExactNumber.#known.get(text);
    if (known === undefined) ExactNumber.#known.set(text, (known = new ExactNumber(text, parts)));
    return known;
  }

  get parts(): Parts {
    return this.#parts;
  }

  /** The nearest double; infinite where none is near. */
  get nearest(): number {
    return Number(this.#text);
  }

  /** The number as it was written. */
  toString(): string {
    return this.#text;
  }

  toJSON(): unknown {
    return (JSON as unknown as { rawJSON(text: string): unknown }).rawJSON(this.#text);
  }

  /** Without it, whoever asks for a text may be given `[object Object]`. */
  get [Symbol.toStringTag](): string {
    return "ExactNumber";
  }
}

/** The number that a numeral writes, in JSON or with a `+`, or no digit on one side of the point, as YAML has it too. */
export function parseNumber(text: string): JsonNumber {
  const value = Number(text);
  if (text.length <= SAFE_DIGITS && Number.isFinite(value) && !/[eE]/.test(text)) return value;
  const parts = partsOf(text);
  if (Number.isFinite(value) && sameParts(parts, partsOf(String(value)))) return value;
  return ExactNumber.of(JSON_NUMERAL.test(text) ? text : plainText(parts), parts);
}

/** The number of integer `digits` times ten to the power of `exponent`. */
export function numberFrom(digits: bigint, exponent: number): JsonNumber {
  return parseNumber(plainText(partsOf(`${digits}e${exponent}`)));
}

/** Whether a value is a JSON number. */
export function isNumber(value: unknown): value is JsonNumber {
  return typeof value === "number" || value instanceof ExactNumber;
}

/** Whether a value is a number that JSON can write: YAML has infinities, and numbers that are none. */
export function isFiniteNumber(value: unknown): value is JsonNumber {
  return typeof value === "number" ? Number.isFinite(value) : isNumber(value);
}

/** Below 0 where `a` is less than `b`, above 0 where it is more; doubles count as their shortest decimal form. */
export function compareNumbers(a: JsonNumber, b: JsonNumber): number {
  if (typeof a === "number" && typeof b === "number") return a < b ? -1 : a > b ? 1 : 0;
  if (a === Number.POSITIVE_INFINITY || b === Number.NEGATIVE_INFINITY) return 1;
  if (a === Number.NEGATIVE_INFINITY || b === Number.POSITIVE_INFINITY) return -1;
  return compareParts(numberParts(a), numberParts(b));
}

/** A text that is the same for numbers that are equal. */
export function numberKey(value: ExactNumber): string {
  const { negative, digits, exponent } = value.parts;
  return `${negative ? "-" : ""}${digits}e${exponent}`;
}

/** What a finite number says in digits. */
export function numberParts(value: JsonNumber): Parts {
  return typeof value === "number" ? partsOf(String(value)) : value.parts;
}

/** The number without loss where a double can hold it, else the nearest double. */
export function nearestDouble(value: JsonNumber): number {
  return typeof value === "number" ? value : value.nearest;
}

/** A value in which each number is the nearest double, for those who know no others; itself where nothing is to change. */
export function withDoubles<T>(value: T, known = new Map<object, unknown>()): T {
  if (value instanceof ExactNumber) return value.nearest as T;
  if (typeof value !== "object" || value === null) return value;
  const done = known.get(value);
  if (done !== undefined) return done as T;
  const changed: [string, unknown][] = [];
  for (const key in value) {
    const member: unknown = value[key];
    if (typeof member !== "object") continue;
    const double = withDoubles(member, known);
    if (double !== member) changed.push([key, double]);
  }
  const result = changed.length === 0 ? value : withMembers(value, Object.fromEntries(changed));
  known.set(value, result);
  return result as T;
}

function withMembers(value: object, changed: object): object {
  return Array.isArray(value) ? Object.assign([...value], changed) : { ...value, ...changed };
}

function partsOf(text: string): Parts {
  const [, sign, whole = "", fraction = "", exponent = "0"] = NUMERAL.exec(text) ?? [];
  const all = (whole + fraction).replace(/^0+/, "");
  const digits = all.replace(/0+$/, "");
  if (digits === "") return { negative: false, digits, exponent: 0n };
  return {
    negative: sign === "-",
    digits,
    exponent: BigInt(exponent) - BigInt(fraction.length) + BigInt(all.length - digits.length),
  };
}

function sameParts(a: Parts, b: Parts): boolean {
  return a.negative === b.negative && a.digits === b.digits && a.exponent === b.exponent;
}

function compareParts(a: Parts, b: Parts): number {
  const [left, right] = [signOf(a), signOf(b)];
  if (left !== right) return left - right;
  return left * compareSizes(a, b);
}

function signOf({ negative, digits }: Parts): number {
  return digits === "" ? 0 : negative ? -1 : 1;
}

/** Compares without signs, and without writing out the zeros of an exponent. */
function compareSizes(a: Parts, b: Parts): number {
  const [left, right] = [a.exponent + BigInt(a.digits.length), b.exponent + BigInt(b.digits.length)];
  if (left !== right) return left < right ? -1 : 1;
  const length = Math.max(a.digits.length, b.digits.length);
  const [x, y] = [a.digits.padEnd(length, "0"), b.digits.padEnd(length, "0")];
  return x < y ? -1 : x > y ? 1 : 0;
}

/** A numeral of JSON for what was written in another way. */
function plainText({ negative, digits, exponent }: Parts): string {
  if (digits === "") return "0";
  const short = exponent >= 0n && exponent < 100n;
  return `${negative ? "-" : ""}${digits}${short ? "0".repeat(Number(exponent)) : `e${exponent}`}`;
}
