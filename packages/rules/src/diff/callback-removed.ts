import { defineDiffCheck } from "@concordat/engine/kit";

export default defineDiffCheck({
  id: "diff/callback-removed",
  summary: "A callback was removed.",
  why: "Consumers that rely on the call wait for it in vain.",
  fix: "Keep calling it until its sunset.",
  consumerFix: "Do not wait for it any more.",
  about: { area: "callback", aspect: "existence", action: "removed" },
  impact: "major",
  severity: "error",
  audience: "wire",
  direction: "response",
  mirror: "diff/callback-added",
  messages: { removed: "The callback `{callback}` is no longer made." },
  on: "callbacks",
  *run({ removed, at }, hit) {
    for (const { name, operations } of removed) {
      const [ref] = operations;
      if (ref === undefined) continue;
      const witness = { trial: { kind: "unsent", ref }, reason: "It is never sent." } as const;
      yield hit("removed", { callback: name }, { base: at.base, below: ["callbacks", name], witness });
    }
  },
});
