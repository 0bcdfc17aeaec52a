import { defineDiffCheck } from "@concordat/engine/kit";

export default defineDiffCheck({
  id: "diff/part-unreadable",
  summary: "A part of an operation could not be read in base, so it could not be compared.",
  why: "What the part promised is not known. A break in it would go unseen.",
  fix: "Compare with a base whose references resolve, or check by hand that the part stayed as it was.",
  impact: "major",
  severity: "error",
  audience: "wire",
  mirror: { none: "a reference that stops resolving in head is an error problem" },
  messages: { unread: "`{reference}` does not resolve in base, so it is undecided whether this part changed." },
  on: "unread",
  *run({ base, reference }, hit) {
    yield hit("unread", { reference }, { base, undecided: true });
  },
});
