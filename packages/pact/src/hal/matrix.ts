import { isRecord, textAt } from "@concordat/engine/base";
import type { DeploymentAnswer, DeploymentQuestion, MatrixRow } from "../broker.ts";
import { noticesOf } from "./hal.ts";

/** The question as the query of `/matrix`: selectors, what to compare with, and what does not count. */
export function matrixQuery({ pacticipant, version, against, ignore }: DeploymentQuestion): [string, string][] {
  const named = "versions" in against ? against.versions : [];
  const selectors = [{ pacticipant, version }, ...named].flatMap((each): [string, string][] => [
    ["q[][pacticipant]", each.pacticipant],
    ["q[][version]", each.version],
  ]);
  const ignored = ignore.flatMap((each): [string, string][] => [
    ["ignore[][pacticipant]", each.pacticipant],
    ...(each.version === undefined ? [] : ([["ignore[][version]", each.version]] as [string, string][])),
  ]);
  // The last verification of each pair of versions; with one selector, of each version and each other application.
  const by: [string, string] = ["latestby", named.length > 0 ? "cvpv" : "cvp"];
  const place: [string, string][] = "environment" in against ? [["environment", against.environment]] : [];
  return [...selectors, by, ...place, ...ignored];
}

/** What a broker answers. A missing decision is no decision. */
export function answerOf(body: Readonly<Record<string, unknown>>): DeploymentAnswer {
  const summary = isRecord(body["summary"]) ? body["summary"] : {};
  const { deployable } = summary;
  const reasons = (textAt(summary, "reason") ?? "").split("\n").filter((line) => line !== "");
  const [warnings, others] = [reasons.filter(isWarning), reasons.filter((line) => !isWarning(line))];
  const rows = Array.isArray(body["matrix"]) ? body["matrix"] : [];
  return {
    decision: deployable === true ? "yes" : deployable === false ? "no" : "unverified",
    reasons: others.length > 0 ? others : noticesOf(body),
    warnings,
    matrix: rows.map(rowOf),
  };
}

function isWarning(line: string): boolean {
  return line.startsWith("WARN: ");
}

function rowOf(row: unknown): MatrixRow {
  const success =
    isRecord(row) && isRecord(row["verificationResult"]) ? row["verificationResult"]["success"] : undefined;
  return {
    consumer: textAt(row, "consumer", "name") ?? "",
    consumerVersion: textAt(row, "consumer", "version", "number") ?? "",
    provider: textAt(row, "provider", "name") ?? "",
    providerVersion: textAt(row, "provider", "version", "number") ?? null,
    result: success === true ? "passed" : success === false ? "failed" : "unverified",
    ignored: isRecord(row) && row["ignored"] === true,
  };
}
