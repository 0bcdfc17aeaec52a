import { plainLines } from "../base/plain-text.ts";
import { isOfFamily } from "../finding/rule-id.ts";
import { type About, announcesEnd } from "../kit/traits.ts";
import type { Outcome } from "../outcome.ts";
import type { Ruling } from "../policy/ruling.ts";
import { placesOf } from "./changelog-places.ts";
import { groupByResource } from "./changelog-resources.ts";
import { escapeMarkdown } from "./escape.ts";
import { outcomesOf, type Reporter, type RuleTexts } from "./report.ts";
import { sortByWeight } from "./texts.ts";

/**
 * What changed, for people who use the API: by what it means to them and by resource, not by how loud it is. A history has
 * a heading for each contract, and below it one for each release.
 */
export const renderChangelog: Reporter = (input, { rules }) => {
  const outcomes = outcomesOf(input);
  const parts = outcomes.flatMap((outcome, i) =>
    outcome.sections.release && outcome.contract !== outcomes[i - 1]?.contract
      ? [`# ${escapeMarkdown(outcome.contract ?? "Changelog")}`, renderOutcome(outcome, rules)]
      : [renderOutcome(outcome, rules)],
  );
  return plainLines(`${parts.join("\n\n")}\n`);
};

type Rules = ReadonlyMap<string, RuleTexts>;

interface Chapter {
  readonly title: string;
  /** Whether it says what consumers should do. */
  readonly hints: boolean;
  holds(ruling: Ruling, about: About | undefined): boolean;
}

const CHAPTERS: readonly Chapter[] = [
  {
    title: "Breaking changes",
    hints: true,
    holds: ({ audience, impact }) => audience === "wire" && impact === "major",
  },
  { title: "Deprecated", hints: true, holds: (_, about) => about !== undefined && announcesEnd(about) },
  { title: "Added and changed", hints: false, holds: ({ audience }) => audience === "wire" },
  { title: "Generated clients", hints: true, holds: ({ audience }) => audience === "client" },
  { title: "Documentation", hints: false, holds: () => true },
];

function renderOutcome(outcome: Outcome, rules: Rules): string {
  const { rulings, verdict, against } = outcome;
  const { release } = outcome.sections;
  const level = release ? "##" : "#";
  const title = `${level} ${titleOf(outcome)}`;
  if (against === "new") return `${title}\n\nNew: there was no such description before.`;
  // What is wrong with a description by itself is no change, and on the way back to base nothing changed.
  const counted = sortByWeight(rulings).filter(
    ({ standing, rule, compatibility }) =>
      standing !== "waived" && !isOfFamily("lint", rule) && compatibility === undefined,
  );
  const steps = release ? [stepOf(outcome)] : [];
  if (counted.length === 0) return [title, [...steps, "Nothing changed for consumers."].join(" ")].join("\n\n");
  const taken = new Set<Ruling>();
  const chapters = CHAPTERS.flatMap((chapter) => {
    const mine = counted.filter((ruling) => !taken.has(ruling) && chapter.holds(ruling, rules.get(ruling.rule)?.about));
    for (const ruling of mine) taken.add(ruling);
    if (mine.length === 0) return [];
    const groups = groupByResource(mine).map(
      (group) =>
        `${level}## ${group.title}\n\n${group.rulings.map((each) => item(each, rules.get(each.rule), chapter, outcome)).join("\n")}`,
    );
    return [`${level}# ${chapter.title}`, ...groups];
  });
  const weight =
    verdict.requiredBump === "none" ? "It asks for no new version." : `This is a **${verdict.requiredBump}** change.`;
  return [title, [...steps, weight].join(" "), ...chapters].join("\n\n");
}

function titleOf({ contract, sections: { release }, base, head }: Outcome): string {
  if (release) {
    const name = release.tag === null ? "Not yet released" : escapeMarkdown(release.tag);
    return release.date === null ? name : `${name} (${release.date})`;
  }
  const versions = base === null ? versionOf(head) : `${versionOf(base)} → ${versionOf(head)}`;
  return escapeMarkdown(contract ? `${contract} ${versions}` : versions);
}

/** How a release moves on from the one before it, in a sentence. */
function stepOf({ base, head }: Outcome): string {
  const from = base && versionOf(base);
  const to = versionOf(head);
  return `Version ${escapeMarkdown(from === null || from === to ? to : `${from} → ${to}`)}.`;
}

function versionOf({ version }: Outcome["head"]): string {
  return version ?? "–";
}

function item(
  ruling: Ruling,
  rule: RuleTexts | undefined,
  { hints }: Chapter,
  { sections: { replacements } }: Outcome,
): string {
  const hint = hints ? rule?.consumerFix : undefined;
  const replacement = replacements?.[ruling.fingerprint];
  return [
    `- ${escapeMarkdown(ruling.message)}${placesOf(ruling)}`,
    ...(hint ? [`  What to do: ${hint}`] : []),
    ...(replacement ? [`  Replacement: ${escapeMarkdown(replacement)}`] : []),
  ].join("  \n");
}
