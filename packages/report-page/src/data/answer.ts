import { type Answered, bumpText, countsOf, exitCodeOf, kindsOf, type PageData } from "@concordat/engine/page";
import { type Entry, entriesOf, isBreaking } from "./entries.ts";
import { deprecationsIn, migrationsIn } from "./lifecycle.ts";
import { problemsIn } from "./problems.ts";
import { countOf, listed } from "./words.ts";

/** What a page says first. */
export interface Answer {
  /** Undefined where nothing was judged that can fail. */
  readonly passes: boolean | undefined;
  /** What it is about. */
  readonly about: string;
  /** The answer in a few words and a number. */
  readonly title: string;
  /** What it comes to, in a sentence. */
  readonly detail: string;
}

/** Findings of an entry by how they count. */
export interface Tally {
  readonly breaking: number;
  readonly undecided: number;
  readonly errors: number;
  readonly warnings: number;
  readonly notes: number;
  /** Defects that head brings, each of which fails. */
  readonly problems: number;
  /** Findings that do not count: accepted, ignored, unused or past their sunset. */
  readonly settled: number;
}

/** Counts the findings of some entries. */
export function tallyOf(entries: readonly Entry[]): Tally {
  const all = entries.flatMap(({ judged }) => judged.findings);
  const breaking = entries.flatMap((entry) => entry.judged.findings.filter((each) => isBreaking(entry, each)));
  const open = all.filter(({ standing }) => standing === "open");
  const loud = (severity: string) => open.filter((each) => each.severity === severity).length;
  return {
    breaking: breaking.length,
    undecided: breaking.filter(({ proof }) => proof === "undecided").length,
    errors: loud("error"),
    warnings: loud("warn"),
    notes: loud("info"),
    problems: entries.flatMap(({ judged }) => judged.problems).filter(({ severity }) => severity === "error").length,
    settled: all.length - open.length,
  };
}

/** Whether an entry passes at the usual loudness. */
export function passes({ judged: { verdict, findings, problems } }: Entry): boolean {
  return exitCodeOf([{ verdict, rulings: findings, problems }], "error") === 0;
}

/** The answer of a page. */
export function answerOf(data: PageData): Answer {
  const entries = entriesOf(data);
  const [first] = entries;
  if (entries.some(({ judged }) => judged.sections?.release)) return historyAnswer(entries);
  const isCheck = data.documents.some(({ document }) => "contracts" in document);
  if (first === undefined && !isCheck) return lifecycleAnswer(data);
  const answer = first === undefined ? NO_ANSWER : entries.length === 1 ? entryAnswer(first) : contractsAnswer(entries);
  return { ...answer, detail: [answer.detail, unchangedWords(data)].filter((part) => part !== "").join(" ") };
}

/** The answer where a check had nothing to judge: neither that it passes, nor that it fails. */
const NO_ANSWER: Answer = { passes: undefined, about: "0 contracts", title: "Nothing was judged", detail: "" };

/** How many contracts were left alone; empty where none was. */
function unchangedWords({ documents }: PageData): string {
  const unchanged = documents.flatMap(({ document }) => ("contracts" in document ? (document.unchanged ?? []) : []));
  if (unchanged.length === 0) return "";
  return `${countOf(unchanged.length, "contract was", "contracts were")} not judged, as none of their files changed.`;
}

/** The answer of one result, in the words that the terminal and the comment have for it. */
function entryAnswer(entry: Entry): Answer {
  const { against, name, versions } = entry;
  const ok = passes(entry);
  const answered = answeredOf(entry);
  const kinds = kindsOf(answered);
  const counts = countsOf(answered, kinds);
  // Where something else fails, that no change breaks is no headline.
  const isAside = !ok && against !== "alone" && kinds.breaking.length === 0 && counts.length > 1;
  const [title = "", ...others] = isAside ? counts.slice(1) : counts;
  const also = others.length > 0 ? `Also ${listed(others)}.` : "";
  const compared = against === "alone" ? "" : versionWords(entry);
  const detail = [also, compared].filter((part) => part !== "").join(" ");
  return { passes: ok, about: `${name} ${versions}`, title: capital(title), detail };
}

function answeredOf({ against, judged }: Entry): Answered {
  const { base, head, verdict, next, findings, problems, sections = {} } = judged;
  return { against, base, head, verdict, rulings: findings, problems, sections, ...(next !== undefined && { next }) };
}

/** What the version says, and what it has to say. */
export function versionWords(entry: Entry): string {
  const { against, judged } = entry;
  if (against === "alone") return "It was judged by itself.";
  if (judged.base === null) return "There is nothing to compare it with.";
  const bump = bumpText(answeredOf(entry), String);
  return bump === "" ? "Nothing in it needs a new version." : `${capital(bump)}.`;
}

function capital(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

function contractsAnswer(entries: readonly Entry[]): Answer {
  const failing = entries.filter((entry) => !passes(entry)).length;
  const { breaking, undecided, errors, warnings, problems } = tallyOf(entries);
  const turnedOff = entries.reduce((sum, { judged }) => sum + (judged.sections?.turnedOff ?? 0), 0);
  const open = undecided > 0 ? ` (${undecided} undecided)` : "";
  const counts = [
    ...(breaking > 0 ? [`${countOf(breaking, "breaking change")}${open}`] : []),
    ...(turnedOff > 0 ? [`${countOf(turnedOff, "breaking change")} turned off`] : []),
    ...(problems > 0 ? [countOf(problems, "new problem")] : []),
    ...(errors > 0 ? [countOf(errors, "error")] : []),
    ...(warnings > 0 ? [countOf(warnings, "warning")] : []),
  ];
  const together = `Together they have ${counts.length > 0 ? listed(counts) : "no errors and no warnings"}.`;
  const nouns = entries.every(({ against }) => against === "alone") ? "descriptions" : "contracts";
  return {
    passes: failing === 0,
    about: `${entries.length} ${nouns}`,
    title: failing === 0 ? `${entries.length} ${nouns} pass` : `${failing} of ${entries.length} ${nouns} fail`,
    detail: failing === 0 && breaking > 0 ? `${together} Their versions cover what breaks.` : together,
  };
}

function historyAnswer(entries: readonly Entry[]): Answer {
  const compared = entries.filter(({ against }) => against === "base");
  const breaking = compared.filter((entry) => tallyOf([entry]).breaking > 0).length;
  const broken =
    breaking === 0
      ? "None of them broke consumers."
      : `${countOf(breaking, "of them has", "of them have")} breaking changes.`;
  return {
    passes: undefined,
    about: "History",
    title: countOf(entries.length, "release"),
    detail: compared.length === 0 ? "There is nothing to compare with." : broken,
  };
}

function lifecycleAnswer(data: PageData): Answer {
  const migrations = migrationsIn(data);
  const removable = migrations.filter(({ migration }) => migration.removable).length;
  const deprecations = countOf(deprecationsIn(data).length, "deprecation");
  const problems = problemsIn(data, []).reduce((sum, each) => sum + each.problems.length, 0);
  const faults = problems > 0 ? ` ${countOf(problems, "problem")} with dates or replacements.` : "";
  if (migrations.length === 0)
    return { passes: undefined, about: "Deprecations", title: deprecations, detail: faults.trim() };
  return {
    passes: undefined,
    about: "Migration",
    title: countOf(migrations.length, "migration"),
    detail: `${removable} of ${countOf(migrations.length, "deprecated part")} may be removed.${faults}`,
  };
}
