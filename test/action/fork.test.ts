import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { BROKEN, type Checkout, makeCheckout, removeCheckouts, type Texts } from "./harness/checkout.ts";
import type { FakeGitHub } from "./harness/github.ts";
import { review, startGitHub, stopServers } from "./harness/review.ts";
import { COMMENT_ACTION, commandsIn, pullRequestEvent, runStep } from "./harness/runner.ts";

/* Pull requests from forks: their runs may not write, so that another workflow comments for them. */

const broken = { head: { "api/users.yaml": BROKEN } };

afterAll(() => {
  removeCheckouts();
  stopServers();
});

describe.concurrent("a run that may not write", () => {
  test("says so in one line, and comes to the same verdict", async () => {
    const refusals = [{ method: "POST", path: /comments$/, status: 403, times: 9 }];
    const { ended, github } = await review(broken, {}, { refusals });
    expect(ended).toMatchObject({ exit: 1, stderr: "", outputs: { result: "fail", "breaking-count": "1" } });
    expect(commandsIn(ended.stdout).filter(({ name }) => name === "notice")).toEqual([
      expect.objectContaining({
        text: expect.stringMatching(/^No comment could be written: status 403, Resource.*`pull-requests: write`/),
      }),
    ]);
    expect(ended.summary).toContain("### Breaking changes (1)");
    // What writes is tried once.
    expect(github.writes).toHaveLength(1);
  });
});

/** The event of the workflow that follows on that of the fork. */
function followed({ head }: Checkout) {
  const workflow_run = { head_sha: head, head_branch: "feature", head_repository: { owner: { login: "eve" } } };
  return { name: "workflow_run", payload: { action: "completed", workflow_run } };
}

/** Stands in a report for a value that no writer of JSON could write. */
const DEEP = "nested 5,000 levels deep";

async function reported(discussion: Parameters<typeof startGitHub>[0] = {}, texts: Texts = broken.head) {
  const checkout = makeCheckout({ head: texts });
  const { workspace, head } = checkout;
  await runStep({ workspace, event: pullRequestEvent(checkout), inputs: { "report-file": "report.json" } });
  const github = await startGitHub({ pulls: { "eve:feature": { number: 7, sha: head } }, ...discussion });
  const comment = (inputs: Readonly<Record<string, string>> = {}, event = followed(checkout)) =>
    runStep({
      workspace,
      event,
      api: github.url,
      program: COMMENT_ACTION,
      inputs: { "report-file": "report.json", ...inputs },
    });
  return { checkout, github, comment };
}

const bodies = ({ discussion }: FakeGitHub) => discussion.comments.map(({ body }) => body);

describe.concurrent("the action that only comments", () => {
  test("writes what the run itself would have written, once", async () => {
    const { checkout, github, comment } = await reported();
    const own = await startGitHub();
    await runStep({ workspace: checkout.workspace, event: pullRequestEvent(checkout), api: own.url });
    for (let i = 0; i < 2; i++)
      expect(await comment()).toMatchObject({ exit: 0, stdout: "", outputs: { result: "fail", "comment-id": "9000" } });
    expect(bodies(github)).toEqual(bodies(own));
    expect(github.requests[0]).toBe("GET /repos/acme/shop/pulls?state=open&head=eve%3Afeature&per_page=100");
  });

  test("heeds approval", async () => {
    const { github, comment } = await reported({ labels: ["breaking-change-approved"] });
    expect(await comment()).toMatchObject({ exit: 0, outputs: { result: "pass", approved: "true" } });
    expect(bodies(github)[0]).toContain("## ✅ users");
  });

  test("says nothing of a commit that is no longer the head", async () => {
    const { github, comment } = await reported({ pulls: { "eve:feature": { number: 7, sha: "2".repeat(40) } } });
    const ended = await comment();
    expect(ended).toMatchObject({ exit: 0, stdout: expect.stringContaining("::notice title=Concordat::No comment:") });
    expect(github.writes).toEqual([]);
  });

  test("passes without a comment where it may not write", async () => {
    const { comment } = await reported({ refusals: [{ method: "POST", path: /comments$/, status: 403, times: 9 }] });
    expect(await comment()).toMatchObject({ exit: 0, stdout: expect.stringContaining("::notice") });
  });

  test("takes over nothing of a report but what has its form, and that as text", async () => {
    const { checkout, github, comment } = await reported();
    const finding = {
      ...{ rule: "x`</sub><b>", fingerprint: "f", severity: "error", impact: "major", audience: "wire" },
      ...{ proof: "rule", standing: "open", message: "<img src=x> @team", subject: "``` [l](https://evil.example)" },
      ...{ base: null, head: null, operations: [], witness: null, data: {} },
    };
    const verdict = { pass: false, declaredBump: "none", requiredBump: "major", because: [] };
    const head = { source: "<b>", version: "1|<i>", openapi: "3.1.0" };
    const contract = { contract: "a`<b>|@team", base: head, head, verdict, findings: [finding], problems: [] };
    const file = join(checkout.workspace, "report.json");
    const report = JSON.parse(readFileSync(file, "utf8"));
    const forged = (change: object) =>
      writeFileSync(file, JSON.stringify({ ...report, contracts: [{ ...contract, ...change }] }));
    forged({});
    expect(await comment()).toMatchObject({ exit: 0 });
    expect(bodies(github)[0]?.replace(/(?<!`)(`+)(?!`)[^\n]*?(?<!`)\1(?!`)/g, "")).not.toMatch(
      /<(?!\/?sub>|!-- concordat)|@\w|\]\(/,
    );
    for (const change of [
      { findings: [{ ...finding, severity: "<b>" }] },
      { verdict: { ...verdict, requiredBump: "**major**" } },
      { head: "x" },
    ]) {
      forged(change);
      const ended = await comment();
      expect(ended).toMatchObject({ exit: 2, stdout: expect.stringContaining("title=report-malformed") });
    }
  });

  test("refuses to be used wrongly", async () => {
    const { checkout, github, comment } = await reported();
    const message = async (ended: ReturnType<typeof comment>) => {
      expect((await ended).exit).toBe(2);
      return (await ended).stdout;
    };
    expect(await message(comment({ "report-file": "" }))).toContain("`report-file` is missing");
    expect(await message(comment({ "report-file": "none.json" }))).toContain("title=report-missing");
    const push = { ...followed(checkout), name: "push" };
    expect(await message(comment({}, push))).toContain("The event `push` belongs to no pull request.");
    expect(await comment({ "pull-request": "7" }, push)).toMatchObject({ exit: 0, outputs: { "comment-id": "9000" } });
    expect(github.writes).toHaveLength(1);
  });
});

describe.concurrent("a report that another run has left", () => {
  test("tells the changes of the policy and what is accepted, as the run itself does", async () => {
    const ignore = 'x-concordat-ignore: [{ rule: "**", reason: "<b>", owner: "@team", until: 2999-12-31 }]\n';
    const config = "checks: [diff]\ncontracts: [{ name: users, spec: api/users.yaml }]\nrules: { 'diff/**': 'off' }\n";
    const head = { "api/users.yaml": `${BROKEN}${ignore}`, "concordat.yaml": config };
    const { github, comment } = await reported({}, head);
    expect(await comment()).toMatchObject({ exit: 0, outputs: { result: "pass" } });
    const [body = ""] = bodies(github);
    expect(body).toContain("**Accepted in this pull request**");
    expect(body).toContain("The policy changes here");
    expect(body.replace(/(?<!`)(`+)(?!`)[^\n]*?(?<!`)\1(?!`)/g, "")).not.toMatch(/<b>|@team/);
  });

  test.each([
    ["has no version", { schemaVersion: undefined }],
    ["has another version", { schemaVersion: 99 }],
    ["judges nothing", { contracts: [] }],
    ["is nested without end", { note: DEEP }],
  ])("refuses a report that %s", async (_, change) => {
    const { checkout, github, comment } = await reported();
    const file = join(checkout.workspace, "report.json");
    const report = JSON.stringify({ ...JSON.parse(readFileSync(file, "utf8")), ...change });
    writeFileSync(file, report.replace(`"${DEEP}"`, `${"[".repeat(5_000)}${"]".repeat(5_000)}`));
    const ended = await comment();
    expect(ended).toMatchObject({ exit: 2, stdout: expect.stringContaining("title=report-malformed") });
    expect(github.writes).toEqual([]);
  });

  test("refuses a device", async () => {
    const { comment } = await reported();
    expect(await comment({ "report-file": "/dev/zero" })).toMatchObject({ exit: 2 });
  });

  test("writes anew where its comment was deleted meanwhile", async () => {
    const { github, comment } = await reported();
    await comment();
    const gone = { method: "PATCH", path: /comments\/\d+$/, status: 404, times: 1 };
    github.discussion.refusals.push(gone);
    expect(await comment()).toMatchObject({ exit: 0, outputs: { "comment-id": "9001" } });
  });
});
