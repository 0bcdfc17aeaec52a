import { expect, test } from "vitest";
import type { Outcome } from "../outcome.ts";
import { renderGitlab } from "./gitlab.ts";

test("levels of findings and problems are severities of GitLab", () => {
  const ruling = { rule: "r", message: "m", fingerprint: "f", head: null, standing: "open" };
  const severities = ["error", "warn", "info", "off"];
  const outcome = {
    head: { source: "api.yaml" },
    rulings: [
      ...severities.map((severity) => ({ ...ruling, severity })),
      { ...ruling, severity: "error", standing: "waived" },
    ],
    problems: ["error", "warn"].map((severity) => ({ code: "c", message: "m", severity })),
  } as unknown as Outcome;
  const text = renderGitlab({ kind: "diff", outcome }, {} as Parameters<typeof renderGitlab>[1]);
  const told = (JSON.parse(String(text)) as { severity: string }[]).map(({ severity }) => severity);
  expect(told).toEqual(["critical", "major", "critical", "major", "info", "info"]);
});
