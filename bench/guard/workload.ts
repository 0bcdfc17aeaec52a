/**
 * Work that never changes, to measure the machine by: what it takes tells how fast the machine is at the time. It does what
 * reading and comparing descriptions does: it writes and parses JSON, walks it, sorts and joins keys, looks them up, and
 * searches text. Prints a checksum.
 */
const DOCUMENTS = 60;
const SCHEMAS = 600;

interface Schema {
  readonly title: string;
  readonly required: readonly string[];
  readonly properties: Readonly<Record<string, { readonly type: string; readonly maxLength: number }>>;
}

function schema(number: number): Schema {
  const names = Array.from({ length: 12 }, (_, i) => `member-${(number * 7 + i * 31) % 97}`);
  return {
    title: `Schema ${number}`,
    required: names.slice(0, 3),
    properties: Object.fromEntries(names.map((name, i) => [name, { type: "string", maxLength: number + i }])),
  };
}

/** A text that equal schemas share. */
function keyOf({ required, properties }: Schema): string {
  const members = Object.entries(properties).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return `${required.toSorted().join()};${members.map(([name, { type, maxLength }]) => `${name}:${type}${maxLength % 50}`).join()}`;
}

const numbers = new Map<string, number>();
let sum = 0;
for (let document = 0; document < DOCUMENTS; document++) {
  const text = JSON.stringify(
    Array.from({ length: SCHEMAS }, (_, i) => schema(i + document)),
    null,
    2,
  );
  for (const each of JSON.parse(text) as Schema[]) {
    const key = keyOf(each);
    const number = numbers.get(key) ?? numbers.size;
    numbers.set(key, number);
    sum += number;
  }
  sum += [...text.matchAll(/"maxLength": (\d+)/g)].length;
}
process.stdout.write(`${sum}\n`);
