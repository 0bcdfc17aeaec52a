import { afterAll, describe, expect, test } from "vitest";
import {
  altered,
  BROKEN,
  type Checkout,
  commit,
  git,
  makeCheckout,
  removeCheckouts,
  USERS,
  WIDER,
} from "./harness/checkout.ts";
import { startGitHub, stopServers } from "./harness/review.ts";
import { type EventGiven, pullRequestEvent, runStep, type StepEnded } from "./harness/runner.ts";

/* What contracts are compared with, as far as the event and the checkout tell. */

const broken = { "api/users.yaml": BROKEN };
/** What main does meanwhile: taken for a change of the branch, its undoing would break. */
const meanwhile = { "api/users.yaml": altered(USERS, "title: Users", "title: Users and more") };
const LABEL = "breaking-change-approved";

afterAll(() => {
  removeCheckouts();
  stopServers();
});

function run({ workspace }: Checkout, event?: EventGiven, inputs: Readonly<Record<string, string>> = {}) {
  return runStep({ workspace, inputs: { comment: "false", ...inputs }, ...(event && { event }) });
}

/** The commit of the description that a contract was compared with. */
function comparedWith({ outputs }: StepEnded): string | undefined {
  const [contract] = JSON.parse(outputs["report-json"] ?? "{}").contracts ?? [];
  return /^git:([0-9a-f]+):/.exec(contract?.base?.source ?? "")?.[1];
}

describe.concurrent("a pull request", () => {
  test("is compared with what it merges into, fetched at depth 1", async () => {
    const checkout = makeCheckout({ head: broken, meanwhile: { "README.md": "# Shop\n" } });
    expect(() => git(checkout.workspace, "cat-file", "-e", checkout.base)).toThrow();
    const ended = await run(checkout, pullRequestEvent(checkout));
    expect(ended).toMatchObject({ exit: 1, outputs: { "breaking-count": "1" } });
    expect(comparedWith(ended)).toBe(checkout.base);
    expect(git(checkout.workspace, "rev-parse", "--is-shallow-repository")).toBe("true");
  });

  test("is compared with where it parted, where its own branch is checked out", async () => {
    for (const deep of [false, true]) {
      const checkout = makeCheckout({ head: broken, meanwhile, at: "feature", deep });
      expect(comparedWith(await run(checkout, pullRequestEvent(checkout)))).toBe(checkout.parted);
    }
  });

  test("is not taken for its merge where its branch ends with one", async () => {
    const checkout = makeCheckout({ head: broken, meanwhile, at: "feature", deep: true });
    git(checkout.workspace, "merge", "--quiet", "--no-edit", "-X", "ours", "origin/main");
    const event = pullRequestEvent({ ...checkout, head: git(checkout.workspace, "rev-parse", "HEAD") });
    const ended = await run(checkout, event);
    expect(ended.exit).toBe(1);
    expect(comparedWith(ended)).toBe(checkout.base);
  });

  test("is refused where the base is checked out instead of it", async () => {
    const checkout = makeCheckout({ head: broken, at: "main" });
    const ended = await run(checkout, pullRequestEvent(checkout, "pull_request_target"));
    expect(ended).toMatchObject({ exit: 2, outputs: { result: "error" } });
    expect(ended.stdout).toMatch(/^::error title=not-the-pull-request::.*Check out `refs\/pull\/NUMBER\/merge`/);
  });

  test("whose base cannot be had is refused, with what to do", async () => {
    const checkout = makeCheckout({ head: broken });
    git(checkout.workspace, "remote", "remove", "origin");
    const ended = await run(checkout, pullRequestEvent(checkout));
    expect(ended).toMatchObject({ exit: 2, outputs: { result: "error" } });
    expect(ended.stdout).toContain("::error title=base-unknown::git does not know the revision");
    expect(ended.stdout).toMatch(/::notice title=Concordat::The commit to compare with.*fetch-depth: 0/);
    expect(ended.summary).toContain("## ❌ API contracts: not all could be judged");
  });
});

describe.concurrent("a base that a workflow names", () => {
  test("is fetched where it is not here", async () => {
    const checkout = makeCheckout({ head: broken });
    const ended = await run(checkout, undefined, { base: "origin/main" });
    expect(comparedWith(ended)).toBe(checkout.base);
    const none = await run(checkout, undefined, { base: "no-such-branch" });
    expect(none).toMatchObject({ exit: 2, outputs: { result: "error" } });
    expect(none.stdout).toContain("`no-such-branch`");
  });
});

describe.concurrent("a merge queue", () => {
  const queued = ({ base, merge }: Checkout): EventGiven => {
    const head_ref = `refs/heads/gh-readonly-queue/main/pr-7-${base}`;
    return { name: "merge_group", payload: { merge_group: { base_sha: base, head_sha: merge, head_ref } } };
  };

  test("is compared with the commit before it, and heeds the label of its pull request", async () => {
    const checkout = makeCheckout({ head: broken });
    const ended = await run(checkout, queued(checkout));
    expect(ended).toMatchObject({ exit: 1, outputs: { approved: "false" } });
    expect(comparedWith(ended)).toBe(checkout.base);
    const github = await startGitHub({ labels: [LABEL] });
    const approved = await runStep({ workspace: checkout.workspace, event: queued(checkout), api: github.url });
    expect(approved).toMatchObject({ exit: 0, outputs: { result: "pass", approved: "true" } });
    expect(github.writes).toEqual([]);
  });
});

describe.concurrent("a push", () => {
  test("is compared with what was there before", async () => {
    const checkout = makeCheckout({ at: "main" });
    const before = commit(checkout.origin, { "api/users.yaml": WIDER });
    commit(checkout.origin, broken);
    git(checkout.workspace, "fetch", "--quiet", "--depth=1", "origin", "main");
    git(checkout.workspace, "switch", "--quiet", "--detach", "FETCH_HEAD");
    const ended = await run(checkout, { name: "push", payload: { before } });
    expect(comparedWith(ended)).toBe(before);
    expect(ended.exit).toBe(1);
  });

  test("of a new branch is compared with where it left the default branch", async () => {
    const checkout = makeCheckout({ head: broken, meanwhile, at: "feature", deep: true });
    const ended = await run(checkout, { name: "push", payload: { before: "0".repeat(40) } });
    expect(comparedWith(ended)).toBe(checkout.parted);
    expect(ended.stdout).toContain("::notice title=Concordat::The pushed branch or tag is new");
  });

  test("over what is gone is refused", async () => {
    const checkout = makeCheckout({ at: "main" });
    const ended = await run(checkout, { name: "push", payload: { before: "1".repeat(40) } });
    expect(ended).toMatchObject({ exit: 2, outputs: { result: "error" } });
  });
});

describe.concurrent("another event", () => {
  test("is judged against the default branch, and told so", async () => {
    const checkout = makeCheckout({ head: broken, meanwhile, at: "feature", deep: true });
    const ended = await run(checkout, { name: "workflow_dispatch", payload: {} });
    expect(comparedWith(ended)).toBe(checkout.parted);
    expect(ended.stdout).toContain("The event `workflow_dispatch` names no base");
  });
});
