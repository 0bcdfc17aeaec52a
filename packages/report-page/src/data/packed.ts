import type { FindingDocument, PageData } from "@concordat/engine/page";

type Reach = FindingDocument["operations"][number];
type Document = PageData["documents"][number]["document"];

/**
 * The data of a page as it is embedded. Hundreds of findings may reach the same operations, so that these would be most of it: each
 * is written once, and so is each place in what they send.
 */
interface Packed {
  readonly operations: readonly Omit<Reach, "at">[];
  /** Places in what is sent; null where none is told. */
  readonly places: readonly (string | null)[];
  /** The data, where each operation of a finding is two numbers, of an operation and of a place. */
  readonly data: unknown;
}

/** Packs the data of a page. */
export function pack(data: PageData): Packed {
  const operations = new Table<Omit<Reach, "at">>();
  const places = new Table<string | null>();
  const numbersOf = ({ at = null, ...operation }: ReachOrNone) => [operations.numberOf(operation), places.numberOf(at)];
  const packed = withOperations(data, (reaches) => reaches.flatMap(numbersOf));
  return { operations: operations.values, places: places.values, data: packed };
}

type ReachOrNone = Omit<Reach, "at"> & { readonly at?: string | null };

/** The data of a page again. */
export function unpack({ operations, places, data }: Packed): PageData {
  const reachOf = (operation: number, place: number): Reach => {
    const at = places[place] ?? null;
    return { ...(operations[operation] as Reach), ...(at !== null && { at }) };
  };
  const reachesOf = (numbers: readonly number[]) =>
    Array.from({ length: numbers.length / 2 }, (_, i) => reachOf(numbers[2 * i] ?? 0, numbers[2 * i + 1] ?? 0));
  return withOperations(data as PageData, (numbers) => reachesOf(numbers as unknown as number[])) as PageData;
}

/** Values that are each kept once, by the numbers that they got. */
class Table<T> {
  readonly values: T[] = [];
  readonly #numbers = new Map<string, number>();

  numberOf(value: T): number {
    const key = JSON.stringify(value);
    const number = this.#numbers.get(key) ?? this.values.push(value) - 1;
    this.#numbers.set(key, number);
    return number;
  }
}

/** The data with the operations of each finding as something else. */
function withOperations({ documents, ...data }: PageData, change: (operations: readonly Reach[]) => unknown): unknown {
  const changed = ({ operations, ...finding }: FindingDocument) => ({ ...finding, operations: change(operations) });
  const judged = <Judged extends { readonly findings: readonly FindingDocument[] }>(each: Judged) => ({
    ...each,
    findings: each.findings.map(changed),
  });
  const documentOf = (document: Document): unknown => {
    if ("contracts" in document) return { ...document, contracts: document.contracts.map(judged) };
    return "findings" in document ? judged(document) : document;
  };
  return { ...data, documents: documents.map((each) => ({ ...each, document: documentOf(each.document) })) };
}
