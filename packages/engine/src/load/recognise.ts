import { dialectOf } from "../base/dialect.ts";
import { isRecord } from "../base/json-at.ts";
import { parseText } from "../source/parse.ts";

/** What a text is: the description of an API, or one without operations, which holds parts for others; undefined: neither. */
export function recognise(text: string, name: string): "description" | "parts" | undefined {
  // A look at the text saves parsing everything else.
  if (!/^[\s{]*["']?(?:openapi|swagger)["']?\s*:/m.test(text)) return undefined;
  const { data } = parseText({ uri: "", name, text });
  if (!isRecord(data) || dialectOf(data) === undefined) return undefined;
  const { paths, webhooks } = data;
  const hasOperations = [paths, webhooks].some((each) => isRecord(each) && Object.keys(each).length > 0);
  return hasOperations ? "description" : "parts";
}
