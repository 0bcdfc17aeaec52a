import { readFile } from "node:fs/promises";
import { inputFailure, type Result } from "@concordat/engine";
import { isRecord, numberAt, textAt } from "@concordat/engine/report";
import type { Environment } from "./inputs.ts";

/** What set a workflow off, as far as it matters here. */
export type Event =
  | {
      readonly kind: "pull-request";
      readonly name: string;
      readonly number: number | undefined;
      readonly base: string | undefined;
      readonly head: string | undefined;
      /** When the commit was pushed that set this off, an ISO time; undefined where something else did. */
      readonly pushedAt: string | undefined;
    }
  | {
      readonly kind: "merge-group";
      readonly name: string;
      /** The pull request that is in the queue. */
      readonly number: number | undefined;
      readonly base: string | undefined;
    }
  | {
      readonly kind: "push";
      readonly name: string;
      /** The commit that the branch was at; undefined where the branch is new. */
      readonly before: string | undefined;
    }
  | {
      readonly kind: "workflow-run";
      readonly name: string;
      /** Where the run that ended had its commit from. */
      readonly head: string | undefined;
      readonly owner: string | undefined;
      readonly branch: string | undefined;
    }
  | { readonly kind: "other"; readonly name: string };

/** Reads the event from the file that the runner names; undefined outside a runner. */
export async function readEvent(env: Environment): Promise<Result<Event | undefined>> {
  const path = env["GITHUB_EVENT_PATH"];
  const name = env["GITHUB_EVENT_NAME"] ?? "";
  if (!path) return { value: name ? eventOf(name, {}) : undefined };
  const refuse = (why: string) => {
    const message = `The event cannot be read from \`${path}\` (GITHUB_EVENT_PATH): ${why}. Without the event, the Action cannot tell what to compare with.`;
    return inputFailure("event-unreadable", message);
  };
  let text: string;
  try {
    text = await readFile(path, "utf8");
  } catch (error) {
    return refuse(
      (error as NodeJS.ErrnoException).code === "ENOENT" ? "the file does not exist" : "it cannot be opened",
    );
  }
  try {
    const data: unknown = JSON.parse(text);
    return isRecord(data) ? { value: eventOf(name, data) } : refuse("it holds no object");
  } catch {
    return refuse("it is not JSON");
  }
}

function eventOf(name: string, data: Readonly<Record<string, unknown>>): Event {
  if (name.startsWith("pull_request")) {
    const number = numberAt(data, "pull_request", "number") ?? numberAt(data, "number");
    const base = commitAt(data, "pull_request", "base", "sha");
    const isPush = textAt(data, "action") === "synchronize";
    const pushedAt = isPush ? textAt(data, "pull_request", "updated_at") : undefined;
    return { kind: "pull-request", name, number, base, head: commitAt(data, "pull_request", "head", "sha"), pushedAt };
  }
  if (name === "merge_group") {
    // The branch of a queue is called after the pull request that it tries.
    const number = /\/pr-(\d+)-[0-9a-f]+$/.exec(textAt(data, "merge_group", "head_ref") ?? "")?.[1];
    const base = commitAt(data, "merge_group", "base_sha");
    return { kind: "merge-group", name, number: number === undefined ? undefined : Number(number), base };
  }
  if (name === "push") return { kind: "push", name, before: commitAt(data, "before") };
  if (name === "workflow_run") {
    return {
      kind: "workflow-run",
      name,
      head: commitAt(data, "workflow_run", "head_sha"),
      owner: textAt(data, "workflow_run", "head_repository", "owner", "login"),
      branch: textAt(data, "workflow_run", "head_branch"),
    };
  }
  return { kind: "other", name };
}

/** The name of a commit; one of zeros stands for none. */
function commitAt(data: unknown, ...path: readonly string[]): string | undefined {
  const text = textAt(data, ...path);
  return text !== undefined && /^[0-9a-f]{40,64}$/.test(text) && !/^0+$/.test(text) ? text : undefined;
}
