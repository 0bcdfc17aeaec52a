import type { OperationEntry } from "@concordat/client";
import type { Operation } from "../model/revision.ts";
import { docComment } from "./doc-comment.ts";
import { literal } from "./literal.ts";

/** An operation, and what the run-time is told of it. */
export interface Entered {
  readonly operation: Operation;
  readonly entry: OperationEntry;
}

/** Requirements of security by their text, each with the name of the constant that holds them. */
type Shared = ReadonlyMap<string, string>;

/** The text of `client.ts`: a function for each operation, each of which a bundler can leave out. */
export function clientText(header: string, servers: readonly string[], entered: readonly Entered[]): string {
  const shared = sharedSecurity(entered.map(({ entry }) => entry));
  const functions = entered.map(({ operation, entry }) => {
    const { name } = entry;
    const start = `export const ${name} = /* @__PURE__ */ operation<operations[${JSON.stringify(name)}]>(`;
    return `${docComment(operation, entry)}\n${start}${entryText(entry, shared, start.length + 2)});\n`;
  });
  return [
    `${header}import { operation } from "@concordat/client";`,
    'import type { operations } from "./types.js";\n',
    "/** The servers of the description; variables have their defaults. */",
    `export const servers: readonly string[] = ${literal(servers.filter((server) => server !== ""))};\n`,
    ...(shared.size > 0 ? [sharedText(shared)] : []),
    functions.join("\n"),
  ].join("\n");
}

/** What several operations ask for is written once: most of them ask for the same. */
function sharedSecurity(entries: readonly OperationEntry[]): Shared {
  const groups = Map.groupBy(
    entries.flatMap(({ security }) => (security ? [literal(security)] : [])),
    (text) => text,
  );
  const texts = [...groups].filter(([, uses]) => uses.length > 1).map(([text]) => text);
  return new Map(texts.map((text, i) => [text, `_security${i + 1}`]));
}

function sharedText(shared: Shared): string {
  return [...shared].map(([text, name]) => `const ${name} = ${text} as const;\n`).join("");
}

function entryText(entry: OperationEntry, shared: Shared, reserved: number): string {
  const { security, ...rest } = entry;
  const name = security && shared.get(literal(security));
  if (name === undefined) return literal(entry, 0, reserved);
  // It is the last member, so that what stands in for it is the last of its text.
  const text = literal({ ...rest, security: PLACEHOLDER }, 0, reserved);
  const at = text.lastIndexOf(JSON.stringify(PLACEHOLDER));
  return text.slice(0, at) + name + text.slice(at + JSON.stringify(PLACEHOLDER).length);
}

/** As long as the names that come in its place. */
const PLACEHOLDER = "security";
