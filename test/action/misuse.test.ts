import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { BROKEN, makeCheckout, removeCheckouts } from "./harness/checkout.ts";
import { FakeGitHub } from "./harness/github.ts";
import { startGitHub, stopServers } from "./harness/review.ts";
import { commandsIn, pullRequestEvent, runStep } from "./harness/runner.ts";

/* Wrong inputs, missing tokens and broken surroundings: a clear message, the right exit code, nothing half done. */

const checkout = makeCheckout({ head: { "api/users.yaml": BROKEN } });
const { workspace } = checkout;
const event = pullRequestEvent(checkout);

afterAll(() => {
  removeCheckouts();
  stopServers();
});

describe.concurrent("an input", () => {
  test.each([
    ["fail-on", "loud", "is `loud`; it is one of error, warn, never."],
    ["checks", "lint,spelling", "has `spelling`; it lists diff, lint"],
    ["comment", "maybe", "is `maybe`; it is true or false."],
    ["annotations", "1", "is `1`; it is true or false."],
    ["max-annotations", "-3", "is `-3`; it is a whole number."],
    ["only-changed", "ja", "is `ja`; it is true or false."],
    ["comment-id", "a b -->", "takes up to 64 letters"],
  ])("%s of %s is refused", async (name, value, message) => {
    const ended = await runStep({ workspace, event, inputs: { [name]: value } });
    expect(ended).toMatchObject({ exit: 2, stderr: "", outputs: { result: "error" } });
    expect(commandsIn(ended.stdout)).toEqual([
      { name: "error", properties: "title=usage", text: expect.stringContaining(`\`${name}\` ${message}`) },
    ]);
  });

  test.each([
    [{ contracts: "users, people" }, "contract-unknown", "The configuration has no contract `people`"],
    [{ config: "nowhere.yaml" }, "config-missing", "The configuration cannot be read."],
    [{ "working-directory": "nowhere" }, "usage", "this folder does not exist"],
  ])("%o is refused", async (inputs, code, message) => {
    const github = await startGitHub();
    const ended = await runStep({ workspace, event, inputs, api: github.url });
    expect(ended).toMatchObject({ exit: 2, outputs: { result: "error" } });
    expect(ended.stdout).toContain(`title=${code}::`);
    expect(ended.stdout).toContain(message);
    expect(github.discussion.comments.map(({ body }) => body)).toEqual([
      expect.stringContaining("## ❌ API contracts: not all could be judged"),
    ]);
  });
});

describe.concurrent("the input `checks`", () => {
  test("names what is to be done, and nothing else is", async () => {
    const ended = await runStep({ workspace, event, inputs: { checks: "lint", comment: "false" } });
    expect(ended.outputs).toMatchObject({ "semver-bump": "none", "breaking-count": "0" });
    expect(JSON.parse(ended.outputs["report-json"] ?? "").contracts[0].score.total).toBeLessThan(100);
  });
});

describe.concurrent("an event", () => {
  const file = join(dirname(workspace), "event-file");

  test.each([
    ["that is not there", undefined, "the file does not exist"],
    ["that is no JSON", "{", "it is not JSON"],
    ["that is no object", "[]", "it holds no object"],
  ])("%s is refused", async (name, text, message) => {
    const path = `${file}-${name.replaceAll(" ", "-")}`;
    if (text !== undefined) writeFileSync(path, text);
    const ended = await runStep({ workspace, env: { GITHUB_EVENT_PATH: path, GITHUB_EVENT_NAME: "pull_request" } });
    expect(ended).toMatchObject({ exit: 2, outputs: { result: "error" } });
    expect(ended.stdout).toMatch(new RegExp(`^::error title=event-unreadable::.*${message}`));
  });

  test("with nothing in it is judged all the same", async () => {
    const ended = await runStep({ workspace, event: { name: "pull_request", payload: {} } });
    expect(ended).toMatchObject({ exit: 1, outputs: { result: "fail" } });
  });
});

describe.concurrent("a token", () => {
  test("that is missing costs the comment and one line, and no more", async () => {
    const ended = await runStep({ workspace, event });
    expect(ended).toMatchObject({ exit: 1, outputs: { result: "fail", "breaking-count": "1", approved: "false" } });
    expect(ended.outputs).not.toHaveProperty("comment-id");
    const notices = commandsIn(ended.stdout).filter(({ name }) => name === "notice");
    expect(notices.map(({ text }) => text)).toEqual([expect.stringContaining("`github-token` is missing")]);
  });

  test("for an API that does not answer costs no more", async () => {
    const gone = await FakeGitHub.start();
    const api = gone.url;
    gone.stop();
    const ended = await runStep({ workspace, event, api });
    expect(ended).toMatchObject({ exit: 1, outputs: { result: "fail" } });
    expect(ended.stdout).toContain("No comment could be written: no connection (ECONNREFUSED).");
  });
});

describe.concurrent("a report", () => {
  test("that cannot be written fails, and nothing else is done", async () => {
    mkdirSync(join(workspace, "taken"));
    const inputs = { "report-file": "taken", "sarif-file": "report.sarif" };
    const ended = await runStep({ workspace, event, inputs });
    expect(ended).toMatchObject({ exit: 3, outputs: { result: "error" } });
    expect(ended.stdout).toContain("cannot be written");
    expect(existsSync(join(workspace, "report.sarif"))).toBe(false);
  });
});
