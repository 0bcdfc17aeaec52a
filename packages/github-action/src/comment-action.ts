import { resolve } from "node:path";
import { exitCodeOf, failed, nodeHost } from "@concordat/engine";
import { numberAt, readReport, textAt } from "@concordat/engine/report";
import { collapse, type ExitCode, refuse, rules } from "./action.ts";
import { readApproval } from "./approval.ts";
import { type Answer, clientOf, type GitHub, isRefusal, type Refusal } from "./client.ts";
import { keepComment, roomFor, unwritten } from "./comment.ts";
import { type Event, readEvent } from "./event.ts";
import { type CommentRequest, type Environment, readCommentInputs } from "./inputs.ts";
import { linksOf } from "./links.ts";
import { type Channels, publishNotice, publishOutputs, reviewText } from "./publish.ts";
import { Rooted } from "./rooted.ts";
import { isApprovable } from "./verdict.ts";

/**
 * Runs the action that only comments: for the run of a workflow that has ended, whose report is at hand as a file. It
 * judges nothing, so it fails only where it is used wrongly.
 */
export async function runComment(env: Environment, channels: Channels): Promise<ExitCode> {
  try {
    const request = readCommentInputs(env);
    if (failed(request)) return refuse(request.problems, channels);
    const event = await readEvent(env);
    if (failed(event)) return refuse(event.problems, channels);
    return await comment(request.value, event.value, env, channels);
  } catch (error) {
    return collapse(error, channels);
  }
}

async function comment(
  request: CommentRequest,
  event: Event | undefined,
  env: Environment,
  channels: Channels,
): Promise<ExitCode> {
  const root = resolve(env["GITHUB_WORKSPACE"] ?? process.cwd());
  const file = await nodeHost(root).readText(resolve(root, request.reportFile));
  if (failed(file)) {
    const message = `The report \`${request.reportFile}\` cannot be read. ${file.message}`;
    return refuse([{ code: "report-missing", message }], channels);
  }
  const read = await readReport(file.value);
  if (failed(read)) {
    const message = `The input \`report-file\` does not name a report of \`concordat check\`: ${read.why}.`;
    return refuse([{ code: "report-malformed", message }], channels);
  }
  const outcome = read.value;
  if (outcome.contracts.length === 0) {
    publishNotice("No comment: no contract has a file that changed.", channels);
    publishOutputs({ result: "pass" }, channels);
    return 0;
  }
  if (request.pullRequest === undefined && event?.kind !== "workflow-run" && event?.kind !== "pull-request") {
    const message = `The event \`${event?.name ?? "none"}\` belongs to no pull request. Use this action on \`workflow_run\` or \`pull_request\`, or give the input \`pull-request\`.`;
    return refuse([{ code: "wrong-event", message }], channels);
  }
  const client = clientOf(env, request.token);
  if (isRefusal(client)) return unable(client, channels);
  const number = await pullRequestOf(client, request, event);
  if (isRefusal(number)) return unable(number, channels);
  if (number.value === undefined) {
    const message = "No comment: no open pull request has this run's commit as its head. A later run will comment.";
    publishNotice(message, channels);
    return 0;
  }
  const approval = await readApproval(client, { number: number.value }, request);
  const passes =
    exitCodeOf(outcome.contracts, request.failOn) === 0 || (approval.approved && isApprovable(outcome, request.failOn));
  const result = passes ? "pass" : "fail";
  const rooted = new Rooted(root, resolve(root, request.workingDirectory)).outcome(outcome);
  const notes = approval.note ? [approval.note] : [];
  const told = { outcome: rooted, result, approval, notes, rules, links: linksOf(env, event, rules) } as const;
  const text = await reviewText(told, request, roomFor(request.commentId));
  const written = await keepComment(client, number.value, request.commentId, text, true);
  if (isRefusal(written)) return unable(written, channels);
  publishOutputs({ result, approved: approval.approved, "comment-id": written.value }, channels);
  return 0;
}

function unable(refusal: Refusal, channels: Channels): ExitCode {
  publishNotice(unwritten(refusal), channels);
  return 0;
}

/**
 * The pull request that a run was of. It is never taken from the report, which a fork may have written; and a run whose
 * commit is no longer the head of its pull request has nothing to say.
 */
async function pullRequestOf(
  client: GitHub,
  { pullRequest }: CommentRequest,
  event: Event | undefined,
): Promise<Answer<number | undefined>> {
  if (pullRequest !== undefined) return { value: pullRequest };
  if (event?.kind === "pull-request") return { value: event.number };
  if (event?.kind !== "workflow-run" || !event.head || !event.owner || !event.branch) return { value: undefined };
  const head = encodeURIComponent(`${event.owner}:${event.branch}`);
  const pulls = await client.list(`${client.repository}/pulls?state=open&head=${head}`);
  if (isRefusal(pulls)) return pulls;
  const mine = pulls.value.find((pull) => textAt(pull, "head", "sha") === event.head);
  return { value: numberAt(mine, "number") };
}
