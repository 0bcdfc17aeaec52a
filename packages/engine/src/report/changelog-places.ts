import { type Subject, stepText, subjectText } from "../model/subject.ts";
import type { Ruling } from "../policy/ruling.ts";
import { inlineCode } from "./escape.ts";
import { operationText } from "./texts.ts";

const MOST_OPERATIONS = 3;

/** Where a change is, as consumers know the place: a part of what is sent, and the operations that it reaches. Markdown. */
export function placesOf({ address, operations, message }: Ruling): string {
  const part = address === undefined ? "" : partName(address);
  const told = (name: string) => message.includes(`\`${name.replace(/^(?:query|path|header|cookie)\./, "")}\``);
  const names = operations.map(({ method, path }) => operationText({ method, path, direction: "request" }));
  const reached = [...new Set(names)].filter((name) => !told(name));
  const more = reached.length > MOST_OPERATIONS ? ` and ${reached.length - MOST_OPERATIONS} more` : "";
  const reach = reached.slice(0, MOST_OPERATIONS).map(inlineCode).join(", ");
  return `${part === "" || told(part) ? "" : ` ${inlineCode(part)}`}${reach ? ` — ${reach}${more}` : ""}`;
}

/** The name of a part as code would have it, `User.addresses[].city` or `query.limit`; empty for what is an operation itself. */
function partName(address: Subject): string {
  // What stands in a file of its own is named by that.
  if (address.file !== undefined) return subjectText(address);
  const tokens = address.steps.map(stepText);
  const [section, kind = "", name = ""] = tokens;
  if (section === "definitions") return nameOf(kind, tokens.slice(2));
  if (section === "components") return nameOf(name, tokens.slice(3));
  const parameter = tokens.lastIndexOf("parameters") + 1;
  if (parameter > 0) return nameOf(tokens[parameter] ?? "", tokens.slice(parameter + 1));
  const schema = tokens.indexOf("schema", 3);
  return schema < 0 ? "" : nameOf("", tokens.slice(schema + 1)).replace(/^\./, "");
}

function nameOf(name: string, tokens: readonly string[]): string {
  let text = name;
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i] as string;
    if (token === "properties" && i + 1 < tokens.length) text += `.${tokens[++i]}`;
    else if (token === "items") text += "[]";
    else if (token === "additionalProperties") text += ".*";
    // Which alternative it is tells nobody anything that reads the whole.
    else if (/^(?:allOf|anyOf|oneOf)$/.test(token)) i++;
    else if (!/^(?:schema|deprecated)$/.test(token)) text += `.${token}`;
  }
  return text;
}
