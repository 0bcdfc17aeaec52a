import type { Readable, Writable } from "node:stream";
import { confirm, isCancel, multiselect, select } from "@clack/prompts";
import { plainLines } from "@concordat/engine/report";
import { type Forge, initialFiles, type Start } from "./files.ts";

/** Where questions are asked; the terminal where nothing is said. */
export interface Terminal {
  readonly input?: Readable;
  readonly output?: Writable;
}

/** Asks what to start with; undefined where nothing is to be written. Each answer that is suggested takes one key. */
export async function askStart(suggested: Start, terminal: Terminal = {}): Promise<Start | undefined> {
  const contracts = await askContracts(suggested, terminal);
  if (contracts === undefined) return undefined;
  const forge = await select<Forge>({
    ...terminal,
    message: "Where are changes reviewed?",
    options: [
      { value: "github", label: "GitHub" },
      { value: "gitlab", label: "GitLab" },
    ],
    initialValue: suggested.forge,
  });
  if (isCancel(forge)) return undefined;
  const start = { ...suggested, contracts, forge };
  const files = Object.keys(initialFiles(start)).map((path) => plainLines(path));
  const agreed = await confirm({ ...terminal, message: `Write ${files.join(" and ")}?` });
  return agreed === true ? start : undefined;
}

async function askContracts({ contracts }: Start, terminal: Terminal): Promise<Start["contracts"] | undefined> {
  if (contracts.length < 2) return contracts;
  const chosen = await multiselect({
    ...terminal,
    message: "Which contracts do you promise to keep?",
    options: contracts.map((contract) => ({
      value: contract,
      label: plainLines(contract.name),
      hint: plainLines(contract.spec),
    })),
    initialValues: [...contracts],
  });
  return isCancel(chosen) ? undefined : chosen;
}
