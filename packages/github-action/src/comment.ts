import { numberAt, textAt } from "@concordat/engine/report";
import { type Answer, type GitHub, isRefusal, type Refusal } from "./client.ts";

/** GitHub takes comments of 65,536 characters; bytes are counted here, of which there are never fewer. */
const MOST_BYTES = 65_536;

/** What tells a comment of ours from others, and from ours of another name; readers do not see it. */
function markerOf(commentId: string): string {
  return `<!-- concordat:${commentId} -->`;
}

/** Room that a comment has for its text. */
export function roomFor(commentId: string): number {
  return MOST_BYTES - Buffer.byteLength(`${markerOf(commentId)}\n`);
}

/**
 * Writes the one comment of a name on a pull request: over the one that is there, wherever in the discussion, else anew.
 * @param make whether to write one where there is none
 * @returns its id; undefined where there was nothing to write
 */
export async function keepComment(
  client: GitHub,
  number: number,
  commentId: string,
  text: string,
  make: boolean,
): Promise<Answer<number | undefined>> {
  const comments = await client.list(`${client.repository}/issues/${number}/comments`);
  if (isRefusal(comments)) return comments;
  const known = await ours(client, comments.value, markerOf(commentId));
  if (known === undefined && !make) return { value: undefined };
  const body = { body: `${markerOf(commentId)}\n${text}` };
  const write = () => client.send("POST", `${client.repository}/issues/${number}/comments`, body);
  const over =
    known === undefined ? undefined : await client.send("PATCH", `${client.repository}/issues/comments/${known}`, body);
  // Somebody may have deleted it since it was listed.
  const isGone = over !== undefined && isRefusal(over) && over.status === 404;
  const written = over === undefined || isGone ? await write() : over;
  return isRefusal(written) ? written : { value: numberAt(written.value, "id") ?? known };
}

/** The comment that is ours: it begins with the marker, and a bot has written it, or the user whose token this is. */
async function ours(client: GitHub, comments: readonly unknown[], marker: string): Promise<number | undefined> {
  const marked = comments.filter((comment) => textAt(comment, "body")?.startsWith(marker));
  const byBot = marked.find((comment) => textAt(comment, "user", "type") === "Bot");
  if (byBot !== undefined || marked.length === 0) return numberAt(byBot, "id");
  // A workflow's own token belongs to a bot, which this request is refused to; a user's does not.
  const user = await client.get("/user");
  const login = isRefusal(user) ? undefined : textAt(user.value, "login");
  const mine = marked.find((comment) => login !== undefined && textAt(comment, "user", "login") === login);
  return numberAt(mine, "id");
}

/** Why there is no comment, in the one line that is said of it. */
export function unwritten({ status, refusal }: Refusal): string {
  const help =
    status === 404
      ? " GitHub finds no such pull request, or hides it from this token."
      : status === 401 || status === 403
        ? " It needs `pull-requests: write`, which a pull request from a fork does not get."
        : "";
  return `No comment could be written: ${refusal}.${help} The verdict is the same without it.`;
}
