import { failed } from "../base/result.ts";
import type { Host, HostResult } from "../host/host.ts";

/** A commit of a checkout. */
export interface AtCommit {
  readonly root: string;
  readonly commit: string;
  /** Head is the tip of its own base branch, so this is the commit before it. */
  readonly isParent?: true;
}

/**
 * The commit that head is compared with: where it parted from a branch. On that branch itself, with nothing edited, that would
 * be head, and nothing would ever be found: there it is head's first parent. A first commit is compared with itself.
 */
export async function partingFrom(root: string, branch: string, host: Host): Promise<HostResult<AtCommit>> {
  const [parting, head] = [await host.gitMergeBase(root, branch, "HEAD"), await host.gitResolve(root, "HEAD")];
  if (failed(parting)) return parting;
  if (failed(head)) return head;
  const here = { value: { root, commit: parting.value } };
  if (parting.value !== head.value) return here;
  const edited = await host.gitChanged(root, head.value, ["."]);
  if (failed(edited)) return edited;
  if (edited.value.length > 0) return here;
  const parent = await host.gitFirstParent(root, head.value);
  if (failed(parent)) return parent;
  return parent.value === undefined ? here : { value: { root, commit: parent.value, isParent: true } };
}
