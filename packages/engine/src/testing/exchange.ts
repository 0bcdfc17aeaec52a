import { Contract, judgeExchange } from "../exchange/contract.ts";
import type { Exchange, HttpRequest, Judgement } from "../exchange/exchange.ts";
import { memoryHost } from "../host/memory.ts";
import { loadDescription } from "../load/description.ts";
import { Cursor } from "../model/cursor.ts";
import { readRevision } from "../model/read-revision.ts";
import { completeFragment, type Fragment } from "./fragment.ts";
import { valueIn } from "./value-in.ts";

/** A contract that a fragment of a description comes to. */
async function contractOf(fragment: Fragment): Promise<Contract> {
  const files = { "/api.json": JSON.stringify(completeFragment(fragment)) };
  const host = memoryHost({ cwd: "/", today: "2026-01-01", files });
  const description = valueIn(await loadDescription("/api.json", host));
  return new Contract(readRevision(new Cursor(description)));
}

/** `accepted`, or the places of all refusals and, with a question mark, of all doubts. */
function textOf({ answer, remarks }: Judgement): string {
  if (answer === "accepted") return answer;
  return remarks.map(({ kind, at }) => (kind === "refused" ? at : `${at}?`)).join(" ");
}

/** What a fragment of a description says of an exchange: `accepted`, or where it is refused or in doubt (`body?`). */
export async function judgeByFragment(fragment: Fragment, exchange: Exchange): Promise<string> {
  return textOf(judgeExchange(exchange, await contractOf(fragment)));
}

/** A request in one line: method and URL. */
export function requestOf(line: string, more: Partial<HttpRequest> = {}): HttpRequest {
  const [method = "", url = ""] = line.split(" ");
  return { method, url, headers: {}, ...more };
}
