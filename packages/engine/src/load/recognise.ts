import { dialectOf } from "../base/dialect.ts";
import { parseText } from "../source/parse.ts";

/** Whether a text is a description of an API. */
export function isDescription(text: string, name: string): boolean {
  // A look at the text saves parsing everything else.
  if (!/^[\s{]*["']?(?:openapi|swagger)["']?\s*:/m.test(text)) return false;
  const { data } = parseText({ uri: "", name, text });
  return data !== undefined && dialectOf(data) !== undefined;
}
