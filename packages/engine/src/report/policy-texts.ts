import type { GateReport, Outcome, RuledChange } from "../outcome.ts";
import type { Accepted } from "../policy/accepted.ts";
import type { Ruling } from "../policy/ruling.ts";

/** Characters of a setting that are shown. */
const LONGEST_SETTING = 120;
/** Changes and acceptances that are listed before the rest is counted. */
const MOST_LISTED = 20;

/** What is unusual about what a run was compared with and whose policy it followed; undefined where nothing is. */
export function gateText(gate: GateReport): string | undefined {
  const parent = gate.isParent
    ? `This is the tip of the base branch, so base is the commit before it, \`${(gate.commit ?? "").slice(0, 12)}\`.`
    : undefined;
  const texts = [parent, sourceText(gate)].filter((text) => text !== undefined);
  return texts.length === 0 ? undefined : texts.join(" ");
}

function sourceText({ reason, commit, note }: GateReport): string | undefined {
  const start = "The policy is that of the working tree";
  switch (reason) {
    case "base":
      return undefined;
    case "asked":
      return `${start}, as \`--policy head\` asks.`;
    case "announced":
      return `${start}, as \`policyChanges: announce\` of base allows.`;
    case "no-git":
      return `${start}: this is not a git checkout.`;
    case "no-commit":
      return `${start}: nothing is committed yet.`;
    case "no-configuration":
      return `${start}: the commit it is compared with, \`${(commit ?? "").slice(0, 12)}\`, has no configuration yet.`;
    case "unreadable":
      return `${start}: that of the commit it is compared with cannot be read (${note ?? ""}).`;
  }
}

/** What head changes of the policy, a title and a line for each; nothing where it changes nothing. */
export function changeTexts({
  changes,
  from,
}: GateReport): { readonly title: string; readonly lines: readonly string[] } | undefined {
  if (changes.length === 0) return undefined;
  const when =
    from === "base" ? "it counts once it is merged; the verdict is by the policy of base" : "it counts at once";
  // What needs somebody's approval is not to be missed behind what does not.
  const sorted = changes.toSorted((a, b) => Number(b.weakens) - Number(a.weakens));
  return { title: `The policy changes here: ${when}`, lines: limited(sorted, changeText) };
}

function changeText({ path, from, to, weakens }: RuledChange): string {
  const effect = weakens ? ". It lets pass what the policy of base fails, and needs approval" : "";
  return `\`${path}\`: ${settingText(from)} → ${settingText(to)}${effect}`;
}

function settingText(value: unknown): string {
  if (value === undefined) return "not set";
  const text = typeof value === "string" ? value : JSON.stringify(value);
  return `\`${(text.length > LONGEST_SETTING ? `${text.slice(0, LONGEST_SETTING - 1)}…` : text).replaceAll("`", "'")}\``;
}

/** Which extended configurations the dials of a finding come from: `severity, impact from policies/org.yaml`; empty where from none. */
export function originsText({ origins = {} }: Ruling): string {
  return byFile(Object.entries(origins));
}

/** Which extended configurations the verdict goes by: `requireBump from policies/org.yaml`; empty where by none. */
export function settingsText({ sections: { settings = [] } }: Outcome): string {
  return byFile(settings.map(({ option, file }) => [option, file]));
}

function byFile(named: readonly (readonly [name: string, file: string])[]): string {
  return [...Map.groupBy(named, ([, file]) => file)]
    .map(([file, same]) => `${same.map(([name]) => name).join(", ")} from \`${file}\``)
    .join("; ");
}

/** What waivers and ignores accept in head for the first time, a line each. */
export function acceptedTexts({ sections: { accepted = [] } }: Outcome): readonly string[] {
  return limited(accepted, acceptedText);
}

function acceptedText({ by, what, subject, reason, owner, until, findings }: Accepted): string {
  const place = by === "ignore" ? `\`x-concordat-ignore\` of \`${what}\` at \`${subject || "/"}\`` : `\`${what}\``;
  const messages = findings.map(({ message, rule }) => `${message} (\`${rule}\`)`);
  const found = messages.length === 0 ? "no finding so far" : limited(messages, (message) => message).join(" ");
  return `${found} — ${place}: ${reason} Owner: ${owner}, until ${until}.`;
}

function limited<T>(items: readonly T[], textOf: (item: T) => string): string[] {
  const more =
    items.length > MOST_LISTED ? [`and ${items.length - MOST_LISTED} more; \`--format json\` lists all`] : [];
  return [...items.slice(0, MOST_LISTED).map(textOf), ...more];
}
