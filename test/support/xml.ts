/** An element of XML, as far as tests look into it. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Element[];
}

const TOKEN = /<\?[^?]*\?>|<\/([\w:-]+)>|<([\w:-]+)((?:\s+[\w:-]+="[^"<]*")*)\s*(\/?)>|([^<]+)/gy;
const ATTRIBUTE = /([\w:-]+)="([^"]*)"/g;
const REFERENCE = /&(?!(?:lt|gt|amp|quot|apos|#\d+|#x[\da-f]+);)/i;

/** Reads XML without comments and CDATA. Throws where it is not well-formed. */
export function parseXml(text: string): Element {
  const top: Element[] = [];
  const open: { readonly name: string; readonly children: Element[] }[] = [{ name: "", children: top }];
  let end = 0;
  for (const match of text.matchAll(TOKEN)) {
    const [token, closed, opened, attributes = "", empty, characters = ""] = match;
    end = match.index + token.length;
    if (REFERENCE.test(characters) || REFERENCE.test(attributes)) throw new Error(`a bare & in ${token}`);
    if (closed !== undefined && open.pop()?.name !== closed) throw new Error(`${token} closes nothing`);
    if (opened === undefined) continue;
    const children: Element[] = [];
    const pairs = [...attributes.matchAll(ATTRIBUTE)].map(([, name, value]) => [name, value]);
    open.at(-1)?.children.push({ name: opened, attributes: Object.fromEntries(pairs), children });
    if (!empty) open.push({ name: opened, children });
  }
  const [root, ...more] = top;
  if (end !== text.length || open.length !== 1 || root === undefined || more.length > 0)
    throw new Error(`not well-formed after ${text.slice(Math.max(0, end - 40), end)}`);
  return root;
}
