import { defineDiffCheck } from "@concordat/engine/kit";

export default defineDiffCheck({
  id: "diff/part-unreadable",
  summary: "A part of the description could be read on one side only, so it could not be compared.",
  why: "What the part promises is not known on the other side. A break in it would go unseen.",
  fix: "Correct the reference in head. For base, compare with one whose references resolve, or check by hand that the part stayed as it was.",
  consumerFix: "Compare it with what you send and read: one of the descriptions cannot be read there.",
  about: { area: "part", aspect: "reference", action: "unreadable" },
  impact: "major",
  severity: "error",
  audience: "wire",
  mirror: { none: "swapped, the part cannot be read in the other side" },
  messages: {
    unread: "`{reference}` does not resolve in base, so it is undecided whether this part changed.",
    lost: "`{reference}` does not resolve in head, so it is undecided whether this part changed.",
  },
  on: "unread",
  *run({ base, head, reference }, hit) {
    yield hit(base ? "unread" : "lost", { reference }, { base, head, undecided: true });
  },
});
