import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { DeploymentQuestion } from "../packages/pact/src/broker.ts";
import { canIDeploy } from "../packages/pact/src/ledger/can-i-deploy.ts";
import type { Ledger } from "../packages/pact/src/ledger/ledger.ts";
import { DEPLOYMENT_CASES, type DeploymentCase, NOT_ASKED } from "./support/deployment-cases.ts";
import { SHARED } from "./support/paths.ts";

/*
 * Whether a version may be deployed, on ledgers that are written down as sentences, held against what the Pact Broker's own tests
 * say of the same.
 */

const APPROVALS = join(SHARED, "pact-broker/approvals");

test.each(DEPLOYMENT_CASES)("$name: $is", ({ ledger, ask, is, warns }) => {
  const answer = canIDeploy(ledgerOf(ledger), questionOf(ask));
  expect(answer).toMatchObject({ decision: is });
  expect(answer.reasons.length).toBeGreaterThan(0);
  expect(answer.warnings.map((warning) => /`(\w+)`/.exec(warning)?.[1])).toEqual(warns === undefined ? [] : [warns]);
});

describe.skipIf(!existsSync(APPROVALS))("what the Pact Broker's tests say", () => {
  const entries = existsSync(APPROVALS) ? readApprovals() : [];

  test("is read", () => expect(entries.length).toBeGreaterThan(60));

  test.each(entries)("$name", ({ name, deployable }) => {
    const fitting = DEPLOYMENT_CASES.filter(({ oracle }) => oracle?.test(name));
    if (NOT_ASKED.some(({ oracle }) => oracle.test(name))) return expect(fitting).toEqual([]);
    expect(fitting.map((each) => each.is)).toEqual([deployable === null ? "unverified" : deployable ? "yes" : "no"]);
  });
});

interface Approval {
  readonly name: string;
  readonly deployable: boolean | null;
}

function readApprovals(): Approval[] {
  return readdirSync(APPROVALS)
    .filter((file) => /matrix|can_i_deploy/.test(file))
    .flatMap((file) => Object.entries(JSON.parse(readFileSync(join(APPROVALS, file), "utf8"))))
    .map(([name, said]) => {
      const { deployable, summary } = said as { deployable?: boolean | null; summary?: { deployable: boolean | null } };
      return { name, deployable: deployable ?? summary?.deployable ?? null };
    });
}

/** A text of 64 digits that stands for a pact. */
function pactOf(consumer: string, version: string, provider: string): string {
  return Buffer.from(`${consumer}${version}${provider}`.padEnd(32)).toString("hex");
}

function ledgerOf(text: DeploymentCase["ledger"]): Ledger {
  const ledger = { publications: [], verifications: [], deployments: [], releases: [] } as {
    [Kind in keyof Ledger]: Ledger[Kind][number][];
  };
  for (const [i, line] of text.split("; ").entries()) {
    const at = new Date(i * 1000).toISOString();
    const [name = "", version = "", verb, other = "", more = "", last] = line.split(" ");
    const place = { pacticipant: name, version, environment: other, ended: verb === "left", at };
    if (verb === "needs")
      ledger.publications.push({
        kind: "publication",
        ...{ consumer: name, consumerVersion: version, provider: other, pact: pactOf(name, version, other) },
        ...{ branch: null, tags: [] },
      });
    else if (verb === "keeps" || verb === "breaks")
      ledger.verifications.push({
        kind: "verification",
        ...{ consumer: other, provider: name, providerVersion: version, pact: pactOf(other, more, name) },
        ...{ description: null, success: verb === "keeps", at },
      });
    else if (verb === "beside") ledger.releases.push({ kind: "release", ...place });
    else ledger.deployments.push({ kind: "deployment", ...place, applicationInstance: last ?? null });
  }
  return ledger;
}

function questionOf(text: DeploymentCase["ask"]): DeploymentQuestion {
  const [, pacticipant = "", version = "", preposition, others = "", ignored] =
    /^(\w+) (\d+) (to|with) (.*?)(?: ignoring (.*))?$/.exec(text) ?? [];
  const versionOf = (each: string) => {
    const [name = "", its] = each.split(" ");
    return { pacticipant: name, ...(its !== undefined && { version: its }) };
  };
  return {
    pacticipant,
    version,
    against:
      preposition === "to"
        ? { environment: others }
        : { versions: others.split(", ").map(versionOf) as { pacticipant: string; version: string }[] },
    ignore: ignored === undefined ? [] : [versionOf(ignored)],
  };
}
