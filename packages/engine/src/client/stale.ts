import { listText } from "../finding/message.ts";
import type { Cursor } from "../model/cursor.ts";
import { CLIENT_FILES, type ClientFile, isCurrentTypes } from "./client-files.ts";
import type { ClientPlan } from "./plan-client.ts";

/** The files of a client as they are in its folder. */
export interface ClientFolder {
  /** As people name it. */
  readonly folder: string;
  /** Their texts, with lines that end as they are generated. */
  readonly files: ReadonlyMap<ClientFile, string>;
}

/** A file of a client that is not as it would be generated now. */
export interface StaleFile {
  readonly file: string;
  readonly reason: "missing" | "changed";
}

/** The files of a client that are not as they would be generated now. */
export function staleFiles(plan: ClientPlan, { folder, files }: ClientFolder): StaleFile[] {
  return CLIENT_FILES.flatMap((name): StaleFile[] => {
    const text = files.get(name);
    const file = `${folder}/${name}`;
    if (text === undefined) return [{ file, reason: "missing" }];
    const isCurrent = name === "types.ts" ? isCurrentTypes(plan, text) : text === plan.texts[name];
    return isCurrent ? [] : [{ file, reason: "changed" }];
  });
}

/** Reports a client that is not up to date, as a problem of the description that it was to be generated from. */
export function reportStale(plan: ClientPlan, client: ClientFolder, cursor: Cursor): void {
  const stale = staleFiles(plan, client);
  if (stale.length === 0) return;
  const names = listText(stale.map(({ file }) => `\`${file}\``));
  cursor.report(
    "client-stale",
    `The generated client is not up to date with this description: see ${names}. Run \`concordat client generate\`.`,
    cursor.root,
  );
}
