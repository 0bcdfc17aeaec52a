import { existsSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { altered, BROKEN, makeCheckout, removeCheckouts, type Texts, USERS, WIDER } from "./harness/checkout.ts";
import { review, stopServers } from "./harness/review.ts";
import { pullRequestEvent, runStep } from "./harness/runner.ts";

/*
 * A pull request that breaks and, in the same breath, edits what judges it: the policy of its base decides, and what it
 * changes is told.
 */

/** Each operation has tags, as a ruleset of these tests asks. */
const TAGGED = USERS.replaceAll("      operationId:", "      tags: [users]\n      operationId:");
const LABEL = "breaking-change-approved";
const CONTRACTS = "contracts:\n  - { name: users, spec: api/users.yaml }\n";
const CONFIG = `checks: [diff]\n${CONTRACTS}`;
const RELEASED = altered(CONFIG, "users.yaml }", "users.yaml, revisions: api/revisions }");
const IGNORE = (entry: string) => `x-concordat-ignore: [${entry}]\n`;
const PINNED = "until: 2999-12-31";

afterAll(() => {
  removeCheckouts();
  stopServers();
});

interface Edit {
  readonly name: string;
  readonly base?: Texts;
  readonly head: Texts;
  /** The exit code; 1 where nothing is said. */
  readonly exit?: number;
  /** What readers are shown of it, unfolded. */
  readonly shown: string;
}

const released = { "concordat.yaml": RELEASED, "api/revisions/1.0.0.yaml": USERS };

const EDITS: readonly Edit[] = [
  {
    name: "all rules off",
    head: { "concordat.yaml": `${CONFIG}rules: { "diff/**": off }\n` },
    shown: '`/rules`: not set → `{"diff/**":"off"}`. It lets pass what the policy of base fails, and needs approval',
  },
  {
    name: "stable levels promise nothing",
    head: { "concordat.yaml": `${CONFIG}policy: { unstable: [stable] }\n` },
    shown: '`/policy`: not set → `{"unstable":["stable"]}`. It lets pass',
  },
  {
    name: "breaks count for nobody",
    head: { "concordat.yaml": `${CONFIG}policy: { audiences: [docs] }\nrules: { "diff/**": info }\n` },
    shown: '`/policy`: not set → `{"audiences":["docs"]}`. It lets pass',
  },
  {
    name: "another check instead",
    head: { "concordat.yaml": `checks: [lint]\n${CONTRACTS}rules: { "lint/**": off }\n` },
    shown: '`/checks`: `["diff"]` → `["lint"]`. It lets pass',
  },
  {
    name: "no check at all",
    head: { "concordat.yaml": `checks: []\n${CONTRACTS}` },
    exit: 2,
    shown: "with no check there is nothing to check",
  },
  {
    name: "the head as its own base",
    head: { "concordat.yaml": altered(CONFIG, "users.yaml }", "users.yaml, base: api/users.yaml }") },
    shown: "`/contracts/users/base`: not set → `api/users.yaml`. It lets pass",
  },
  {
    name: "the head's commit as its base",
    head: { "concordat.yaml": altered(CONFIG, "users.yaml }", "users.yaml, base: 'git:HEAD:api/users.yaml' }") },
    shown: "`/contracts/users/base`: not set → `git:HEAD:api/users.yaml`. It lets pass",
  },
  {
    name: "an empty folder of revisions",
    head: { "concordat.yaml": RELEASED, "api/revisions/.keep": "" },
    shown: "`/contracts/users/revisions`: not set → `api/revisions`. It lets pass",
  },
  {
    name: "a description under a new name",
    head: {
      "concordat.yaml": altered(CONFIG, "users.yaml", "people.yaml"),
      "api/users.yaml": null,
      "api/people.yaml": BROKEN,
    },
    shown: "`/contracts/users/spec`: `api/users.yaml` → `api/people.yaml`. It lets pass",
  },
  {
    name: "another contract in its place",
    head: {
      "concordat.yaml": "checks: [diff]\ncontracts:\n  - { name: others, spec: others.yaml }\n",
      "others.yaml": USERS,
    },
    shown: "The contract `users` (`api/users.yaml`) is no longer listed in the configuration",
  },
  {
    name: "a contract under another name, with another in its place",
    head: {
      "concordat.yaml": altered(
        CONFIG,
        CONTRACTS,
        "contracts:\n  - { name: users, spec: others.yaml }\n  - { name: old, spec: api/users.yaml }\n",
      ),
      "others.yaml": BROKEN,
      "api/users.yaml": USERS,
    },
    shown: "`/contracts/users/spec`: `api/users.yaml` → `others.yaml`. It lets pass",
  },
  {
    name: "an ignore of everything that nobody answers for",
    head: { "api/users.yaml": `${BROKEN}${IGNORE(`{ rule: "**", reason: Because, ${PINNED} }`)}` },
    shown: "The new ignore of `**` names no owner",
  },
  {
    name: "an ignore until no day of the calendar",
    head: { "api/users.yaml": `${BROKEN}${IGNORE('{ rule: "**", reason: Because, owner: eve, until: 9999-99-99 }')}` },
    shown: "An ignore needs `rule`, `reason` and `until`",
  },
  {
    name: "a configuration of another name",
    head: { "concordat.yaml": null, "concordat.yml": `${CONFIG}rules: { "diff/**": off }\n` },
    shown: "`/rules`: not set",
  },
  {
    name: "a revision that is released by the pull request itself",
    base: released,
    head: { "api/revisions/1.0.1.yaml": BROKEN },
    shown: "Breaking changes (1)",
  },
  {
    name: "a released revision, rewritten",
    base: released,
    head: { "api/revisions/1.0.0.yaml": BROKEN },
    shown: "The released revision `api/revisions/1.0.0.yaml` was edited or deleted",
  },
  {
    name: "a released revision, rewritten, with nothing else",
    base: released,
    head: { "api/users.yaml": USERS, "api/revisions/1.0.0.yaml": WIDER },
    shown: "The released revision `api/revisions/1.0.0.yaml` was edited or deleted",
  },
  {
    name: "all revisions deleted",
    base: released,
    head: { "api/revisions/1.0.0.yaml": null, "api/revisions/.keep": "" },
    shown: "Breaking changes (1)",
  },
];

/** What is not behind a fold. */
function unfolded(markdown: string): string {
  return markdown.replace(/<details>.*?<\/details>/gs, "");
}

/** The text without what makes it Markdown. */
function plain(markdown: string): string {
  return markdown
    .replace(/\\([^\w\s])/g, "$1")
    .replaceAll("&#36;", "$")
    .replaceAll("`` ", "`")
    .replaceAll(" ``", "`");
}

describe.concurrent("what a pull request edits of its gate", () => {
  test.each(EDITS)("$name", async ({ base = {}, head, exit = 1, shown }) => {
    const { ended, comment } = await review({
      base: { "concordat.yaml": CONFIG, ...base },
      head: { "api/users.yaml": BROKEN, ...head },
    });
    expect(ended.exit, ended.stdout).toBe(exit);
    for (const text of [comment, ended.summary]) expect(plain(unfolded(text))).toContain(shown);
  });

  test("is told where it lets nothing pass, and waits", async () => {
    const head = { "concordat.yaml": `${CONFIG}rules: { "diff/**": info }\n`, "api/users.yaml": WIDER };
    const { ended, comment } = await review({ base: { "concordat.yaml": CONFIG }, head });
    expect(ended).toMatchObject({ exit: 0, outputs: { result: "pass" } });
    expect(JSON.parse(ended.outputs["policy-changes"] ?? "")).toEqual([
      { path: "/rules", to: { "diff/**": "info" }, weakens: false },
    ]);
    expect(plain(comment)).toContain("The policy changes here: it counts once it is merged");
  });

  test("can be approved, as far as it is what lets pass", async () => {
    const strict = `${CONFIG}policy: { requireBump: all }\n`;
    const options = { base: { "concordat.yaml": strict }, head: { "concordat.yaml": CONFIG, "api/users.yaml": WIDER } };
    const refused = await review(options);
    expect(refused.ended).toMatchObject({ exit: 1, outputs: { result: "fail" } });
    expect(refused.comment).toContain("To accept the changes of the policy: set the label `breaking-change-approved`.");
    const approved = await review(options, {}, { labels: [LABEL] });
    expect(approved.ended).toMatchObject({ exit: 0, outputs: { result: "pass", approved: "true" } });
    expect(JSON.parse(approved.ended.outputs["report-json"] ?? "").verdict.pass).toBe(false);
  });

  test("is approved where a contract is given up", async () => {
    const head = {
      "concordat.yaml": "checks: [diff]\ncontracts:\n  - { name: others, spec: others.yaml }\n",
      "others.yaml": USERS,
      "api/users.yaml": null,
    };
    const options = { base: { "concordat.yaml": CONFIG }, head };
    expect((await review(options)).ended.exit).toBe(1);
    expect((await review(options, {}, { labels: [LABEL] })).ended.exit).toBe(0);
  });

  test("is never approved where a released revision is rewritten", async () => {
    const head = { "api/revisions/1.0.0.yaml": WIDER };
    const { ended } = await review({ base: released, head }, {}, { labels: [LABEL] });
    expect(ended).toMatchObject({ exit: 1, outputs: { approved: "true", result: "fail" } });
  });

  test("counts at once where base says so", async () => {
    const open = `${CONFIG}policyChanges: announce\n`;
    const head = { "concordat.yaml": `${open}rules: { "diff/**": off }\n`, "api/users.yaml": BROKEN };
    const { ended, comment } = await review({ base: { "concordat.yaml": open }, head });
    expect(ended.exit).toBe(0);
    expect(plain(comment)).toContain("The policy changes here: it counts at once");
    // It is base that says so: a pull request cannot say it of itself.
    const closed = await review({ base: { "concordat.yaml": CONFIG }, head });
    expect(closed.ended.exit).toBe(1);
  });
});

describe.concurrent("what a pull request accepts", () => {
  const ignore = IGNORE(`{ rule: "**", reason: Nobody calls it, owner: grace, ${PINNED} }`);
  const accepting = { base: { "concordat.yaml": CONFIG }, head: { "api/users.yaml": `${BROKEN}${ignore}` } };

  test("counts, and is announced first", async () => {
    const { ended, comment } = await review(accepting);
    expect(ended.exit).toBe(0);
    const [, first = ""] = plain(unfolded(comment)).split(/\n+(?=\*\*|- )/);
    expect(first).toBe("**Accepted in this pull request**");
    expect(plain(unfolded(comment))).toContain("at `/`: Nobody calls it Owner: grace, until 2999-12-31.");
    const [contract] = JSON.parse(ended.outputs["report-json"] ?? "").contracts;
    expect(contract.accepted).toMatchObject([
      { by: "ignore", what: "**", owner: "grace", findings: [{ rule: "diff/request-property-became-required" }] },
    ]);
  });

  test("is announced where it takes nothing out yet", async () => {
    const { comment } = await review({
      base: { "concordat.yaml": CONFIG },
      head: { "api/users.yaml": `${USERS}${ignore}` },
    });
    expect(plain(comment)).toContain("no finding so far — `x-concordat-ignore` of `**`");
  });

  test("is no news once base has it", async () => {
    const base = { "concordat.yaml": CONFIG, "api/users.yaml": `${USERS}${ignore}` };
    const { ended, comment } = await review({ base, head: { "api/users.yaml": `${BROKEN}${ignore}` } });
    expect(ended.exit).toBe(0);
    expect(comment).not.toContain("Accepted in this pull request");
  });

  test("waits for approval where base asks for that", async () => {
    const base = { "concordat.yaml": `${CONFIG}policyChanges: { waivers: approve }\n` };
    const held = await review({ ...accepting, base });
    expect(held.ended.exit).toBe(1);
    expect((await review({ ...accepting, base }, {}, { labels: [LABEL] })).ended.exit).toBe(0);
  });
});

describe.concurrent("code of rulesets", () => {
  const code = "require('node:fs').writeFileSync('ran', 'x'); module.exports = { rules: {} };\n";
  const config = `checks: [lint]\n${CONTRACTS}rules: { "lint/**": off }\nlint: { rulesets: [rules/team.yaml, rules/own.js] }\n`;
  const own = "extends: [[spectral:oas, off]]\nrules: { operation-tags: error }\n";
  const base = { "concordat.yaml": config, "rules/team.yaml": own, "rules/own.js": code };

  test.each(["pull_request_target", "workflow_run", "issue_comment"])("does not run on %s", async (name) => {
    const checkout = makeCheckout({ base, head: { "api/users.yaml": WIDER }, deep: true });
    const { workspace } = checkout;
    const event = pullRequestEvent(checkout, name);
    const ended = await runStep({ workspace, event, inputs: { comment: "false", "approve-label": "" } });
    expect(ended).toMatchObject({ exit: 2, outputs: { result: "error" } });
    expect(ended.stdout).toContain(`is code, which is not run here: runs of the event \`${name}\` have the rights`);
    expect(existsSync(join(workspace, "ran"))).toBe(false);
  });

  test("is not known to find what it found before, where it is edited", async () => {
    const head = { "rules/own.js": `// All is well.\n${code}`, "api/users.yaml": TAGGED };
    const { ended } = await review({ base: { ...base, "api/users.yaml": TAGGED }, head });
    expect(ended).toMatchObject({ exit: 1, outputs: { result: "fail" } });
    expect(ended.summary).toContain("`rules/own.js` belongs to a ruleset and was changed");
    expect(ended.summary).toContain("`rules/own.js as base has it` → `rules/own.js as head has it`");
  });

  test("is none in a ruleset that is data: base's is followed", async () => {
    const head = { "rules/team.yaml": "rules: {}\n", "api/users.yaml": USERS };
    const texts = { ...base, "api/users.yaml": TAGGED };
    const { ended } = await review({ base: texts, head });
    expect(ended.exit).toBe(1);
    expect(ended.outputs["report-json"]).toContain("spectral/operation-tags");
  });
});

describe.concurrent("rules of a team", () => {
  const code = "require('node:fs').writeFileSync('ran', 'x'); module.exports = [];\n";
  const none = `checks: [diff]\n${CONTRACTS}`;
  const config = `${none}rulePackages: [./rules/own.js]\n`;

  test.each([
    ["pull_request_target", "base names", { "concordat.yaml": config, "rules/own.js": code }, {}],
    ["workflow_run", "base names", { "concordat.yaml": config, "rules/own.js": code }, {}],
    ["issue_comment", "base names", { "concordat.yaml": config, "rules/own.js": code }, {}],
    [
      "pull_request_target",
      "head adds",
      { "concordat.yaml": none },
      { "concordat.yaml": config, "rules/own.js": code },
    ],
  ])("do not run on %s where %s them", async (name, _, base, added) => {
    const checkout = makeCheckout({ base, head: { "api/users.yaml": WIDER, ...added }, deep: true });
    const { workspace } = checkout;
    const event = pullRequestEvent(checkout, name);
    const ended = await runStep({ workspace, event, inputs: { comment: "false", "approve-label": "" } });
    expect(ended).toMatchObject({ exit: 2, outputs: { result: "error" } });
    expect(ended.stdout).toContain(`are code, which is not run here: runs of the event \`${name}\` have the rights`);
    expect(existsSync(join(workspace, "ran"))).toBe(false);
  });
});
