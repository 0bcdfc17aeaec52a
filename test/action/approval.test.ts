import { afterAll, describe, expect, test } from "vitest";
import { altered, BROKEN, makeCheckout, removeCheckouts, WIDER } from "./harness/checkout.ts";
import type { Discussion } from "./harness/github.ts";
import { review, startGitHub, stopServers } from "./harness/review.ts";
import { commandsIn, runStep } from "./harness/runner.ts";

/* Breaking changes that a label approves: the result takes it into account, the verdict does not. */

const LABEL = "breaking-change-approved";
const broken = { head: { "api/users.yaml": BROKEN } };
const labelled = { labels: ["bug", LABEL] };
const set = (by: string) => ({ event: "labeled", label: LABEL, by }) as const;

afterAll(() => {
  removeCheckouts();
  stopServers();
});

const refusing = (path: RegExp, status = 403): Discussion["refusals"] => [{ method: "GET", path, status, times: 9 }];

describe.concurrent("a label", () => {
  test("approves, and leaves the verdict as it is", async () => {
    const { ended, comment } = await review(broken, {}, labelled);
    expect(ended).toMatchObject({ exit: 0, outputs: { result: "pass", approved: "true", "semver-bump": "major" } });
    expect(JSON.parse(ended.outputs["report-json"] ?? "").verdict.pass).toBe(false);
    expect(comment).toContain("## ✅ users");
    expect(comment).toContain("Approved by the label `breaking-change-approved`.");
  });

  test("that is withdrawn approves no more", async () => {
    const { github, again } = await review(broken, {}, labelled);
    Object.assign(github.discussion, { labels: ["bug"] });
    const ended = await again();
    expect(ended).toMatchObject({ exit: 1, outputs: { result: "fail", approved: "false" } });
    expect(github.discussion.comments.at(-1)?.body).toContain(
      "To accept the breaking change: set the label `breaking-change-approved`, or declare 2.0.0.",
    );
  });

  test("can have another name, and none at all", async () => {
    const { ended, again } = await review(broken, { "approve-label": "OK-to-break" }, { labels: ["ok-to-break"] });
    expect(ended).toMatchObject({ exit: 0, outputs: { approved: "true" } });
    const without = await again({ "approve-label": "" });
    expect(without).toMatchObject({ exit: 1, outputs: { approved: "false" } });
  });

  test("approves breaking changes only", async () => {
    const dangling = altered(BROKEN, 'items: { $ref: "#/components/schemas/User" }', 'items: { $ref: "#/nowhere" }');
    const { ended } = await review({ head: { "api/users.yaml": dangling } }, {}, labelled);
    expect(ended).toMatchObject({ exit: 1, outputs: { result: "fail", approved: "true" } });
  });

  test("that cannot be read is no approval", async () => {
    const { ended } = await review(broken, {}, { ...labelled, refusals: refusing(/labels$/) });
    expect(ended).toMatchObject({ exit: 1, outputs: { result: "fail", approved: "false" } });
    const notices = commandsIn(ended.stdout).filter(({ text }) => text.includes("cannot be read: status 403"));
    expect(notices).toHaveLength(1);
    const fine = await review({ head: { "api/users.yaml": WIDER } }, {}, { refusals: refusing(/labels$/) });
    expect(fine.ended).toMatchObject({ exit: 0, outputs: { result: "pass", approved: "false" } });
    expect(fine.ended.stdout).not.toContain("cannot be read");
  });

  test("is read again where the server was busy", async () => {
    const refusals = [{ method: "GET", path: /labels$/, status: 502, times: 1 }];
    const { ended, github } = await review(broken, {}, { ...labelled, refusals });
    expect(ended).toMatchObject({ exit: 0, outputs: { approved: "true" } });
    expect(github.requests.filter((request) => request.includes("/labels"))).toHaveLength(2);
  });
});

describe.concurrent("approvers", () => {
  const inputs = { approvers: "@Grace, lin" };

  test("are those who may set it", async () => {
    const { ended, comment, github } = await review(broken, inputs, {
      ...labelled,
      events: [set("eve"), set("grace")],
    });
    expect(ended).toMatchObject({ exit: 0, outputs: { approved: "true" } });
    expect(comment).toContain("set by `grace`");
    expect(github.requests).toContain("GET /repos/acme/shop/issues/7/events?per_page=100");
  });

  test("are not others, whoever set it before", async () => {
    const events = [set("grace"), { event: "unlabeled", label: LABEL, by: "grace" } as const, set("eve")];
    const { ended, comment } = await review(broken, inputs, { ...labelled, events });
    expect(ended).toMatchObject({ exit: 1, outputs: { result: "fail", approved: "false" } });
    expect(comment).toContain("The label `breaking-change-approved` was set by `eve`, who is not among the approvers.");
  });

  test("are found behind a hundred other events", async () => {
    const others = Array.from({ length: 130 }, () => ({ event: "labeled", label: "bug", by: "eve" }) as const);
    const { ended } = await review(broken, inputs, { ...labelled, events: [...others, set("lin")] });
    expect(ended.outputs["approved"]).toBe("true");
  });

  test("that cannot be read have not approved", async () => {
    const { ended } = await review(broken, inputs, { ...labelled, refusals: refusing(/events$/) });
    expect(ended).toMatchObject({ exit: 1, outputs: { approved: "false" } });
  });
});

describe.concurrent("a label and the commits it is for", () => {
  const pushed = "2026-11-25T10:00:00Z";
  const run = async (action: string, at: string, inputs: Readonly<Record<string, string>> = {}) => {
    const checkout = makeCheckout(broken);
    const github = await startGitHub({ ...labelled, events: [{ event: "labeled", label: LABEL, by: "grace", at }] });
    const { base, head, workspace } = checkout;
    const pull_request = { number: 7, updated_at: pushed, base: { sha: base }, head: { sha: head } };
    const event = { name: "pull_request", payload: { action, number: 7, pull_request } };
    return runStep({ workspace, event, api: github.url, inputs });
  };

  test("it does not approve what was pushed after it was set", async () => {
    const ended = await run("synchronize", "2026-11-25T09:59:00Z");
    expect(ended).toMatchObject({ exit: 1, outputs: { result: "fail", approved: "false" } });
    expect(ended.summary).toContain("was set before the last push");
    const listed = await run("synchronize", "2026-11-25T09:59:00Z", { approvers: "grace" });
    expect(listed).toMatchObject({ exit: 1, outputs: { approved: "false" } });
  });

  test("it approves where it was set after the push", async () => {
    expect(await run("synchronize", "2026-11-25T10:01:00Z")).toMatchObject({ exit: 0, outputs: { approved: "true" } });
  });

  test("it is taken as it is where the event is no push", async () => {
    expect(await run("labeled", "2026-11-25T09:59:00Z")).toMatchObject({ exit: 0, outputs: { approved: "true" } });
  });
});
