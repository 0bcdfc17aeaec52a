/** An entry of a block mapping: where its key is, what stands behind it on its line, and where the lines below it are. */
export interface BlockEntry {
  readonly start: number;
  /** Whether the value is written on further lines alone. */
  readonly below: boolean;
  readonly bodyStart: number;
  readonly end: number;
}

const KEY = /^(?:"([^"\\]*)"|'([^']*)'|([^\s"'#&*!|>%@`{}[\],?:-][^\n#]*?|-?[0-9][\w.]*)) *:(?: *(#.*)?$| +(.*)$)/;
/** Lines that belong to the entry above them though they are not indented further: items of a list. */
const ITEM = /^-(?:\s|$)/;

/**
 * The entries of a block mapping that fills a range of a YAML text, found by its lines alone. Undefined where it is
 * written in another way, or where what is found are not the keys that the data have: then a reader of YAML must look.
 */
export function blockEntries(
  text: string,
  from: number,
  to: number,
  data: Readonly<Record<string, unknown>>,
): ReadonlyMap<string, BlockEntry> | undefined {
  const starts: { key: string; start: number; below: boolean; bodyStart: number }[] = [];
  let indent = -1;
  for (let at = from; at < to; ) {
    const lineEnd = text.indexOf("\n", at);
    const end = lineEnd < 0 || lineEnd > to ? to : lineEnd;
    let start = at;
    while (start < end && text.charCodeAt(start) === 0x20) start++;
    const depth = start - at;
    const isBlank = start === end || text[start] === "#" || text[start] === "\r";
    at = end + 1;
    if (isBlank || (indent >= 0 && depth > indent)) continue;
    const line = text.slice(start, end).trimEnd();
    if (indent >= 0 && depth === indent && ITEM.test(line)) continue;
    const key = KEY.exec(line);
    if (key === null || (indent >= 0 && depth < indent)) return undefined;
    indent = depth;
    const name = (key[1] ?? key[2] ?? key[3]) as string;
    starts.push({ key: name, start, below: key[5] === undefined, bodyStart: Math.min(at, to) });
  }
  const keys = Object.keys(data);
  const entries = new Map(
    starts.map(({ key, ...entry }, i) => [key, { ...entry, end: starts[i + 1]?.start ?? to }] as const),
  );
  const isWhole =
    entries.size === starts.length && keys.length === starts.length && keys.every((key) => entries.has(key));
  return isWhole ? entries : undefined;
}
