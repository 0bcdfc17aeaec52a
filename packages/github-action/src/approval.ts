import { textAt } from "@concordat/engine/report";
import { type GitHub, isRefusal, type Refusal } from "./client.ts";
import type { CommentInputs } from "./inputs.ts";

/** Whether breaking changes are approved; where that cannot be read, they are not. */
export interface Approval {
  readonly approved: boolean;
  /** Who set the label, where it was asked for. */
  readonly by?: string;
  /** Why a label that is there, or may be, does not count. */
  readonly note?: string;
}

const NO: Approval = { approved: false };

/** The pull request whose label is read. */
export interface Labelled {
  readonly number: number | undefined;
  /** When the commit was pushed that the run is about, where the event says so: a label from before is not about it. */
  readonly pushedAt?: string | undefined;
}

/** Reads the label of a pull request as it is now. */
export async function readApproval(
  client: GitHub | Refusal,
  { number, pushedAt }: Labelled,
  { approveLabel, approvers }: CommentInputs,
): Promise<Approval> {
  if (approveLabel === undefined || number === undefined) return NO;
  const unread = ({ refusal }: Refusal): Approval => {
    return { approved: false, note: `Whether the label \`${approveLabel}\` is set cannot be read: ${refusal}.` };
  };
  if (isRefusal(client)) return unread(client);
  const labels = await client.list(`${client.repository}/issues/${number}/labels`);
  if (isRefusal(labels)) return unread(labels);
  // GitHub tells no two labels apart by their letters' size.
  const isLabel = (name: string | undefined) => name?.toLowerCase() === approveLabel.toLowerCase();
  if (!labels.value.some((label) => isLabel(textAt(label, "name")))) return NO;
  if (approvers.length === 0 && pushedAt === undefined) return { approved: true };
  const events = await client.list(`${client.repository}/issues/${number}/events`);
  if (isRefusal(events))
    return { approved: false, note: `Who set \`${approveLabel}\`, and when, cannot be read: ${events.refusal}.` };
  const last = events.value.findLast(
    (event) => textAt(event, "event") === "labeled" && isLabel(textAt(event, "label", "name")),
  );
  const by = textAt(last, "actor", "login");
  if (approvers.length > 0 && (by === undefined || !approvers.includes(by.toLowerCase()))) {
    const who = by === undefined ? "somebody unknown" : `\`${by}\``;
    return {
      approved: false,
      note: `The label \`${approveLabel}\` was set by ${who}, who is not among the approvers.`,
    };
  }
  if (pushedAt !== undefined && !(Date.parse(textAt(last, "created_at") ?? "") > Date.parse(pushedAt))) {
    const note = `The label \`${approveLabel}\` was set before the last push, and does not approve what was pushed. Take it off and set it again.`;
    return { approved: false, note };
  }
  return { approved: true, ...(approvers.length > 0 && by !== undefined && { by }) };
}
