import { exitCodeOf, type PageData } from "@concordat/engine/page";
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

function entryAnswer(entry: Entry): Answer {
  const { against, name, versions } = entry;
  const tally = tallyOf([entry]);
  const { breaking, undecided, errors, warnings, notes, problems } = tally;
  const about = `${name} ${versions}`;
  const ok = passes(entry);
  const rest = [
    ...(problems > 0 ? [`${countOf(problems, "new problem")} in the description`] : []),
    ...(errors > 0 ? [countOf(errors, "error")] : []),
    ...(warnings > 0 ? [countOf(warnings, "warning")] : []),
    ...(notes > 0 ? [countOf(notes, "note")] : []),
  ];
  if (against !== "base") {
    const [title = against === "new" ? "New contract" : "No findings", ...others] = rest;
    const also = others.length > 0 ? `Also ${listed(others)}.` : "";
    const compared = against === "new" ? versionWords(entry) : "";
    return { passes: ok, about, title, detail: [also, compared].filter((part) => part !== "").join(" ") };
  }
  const title = breaking > 0 ? countOf(breaking, "breaking change") : ok ? "No breaking changes" : (rest[0] ?? "Fails");
  const open = undecided > 0 ? ` ${countOf(undecided, "of them is", "of them are")} undecided.` : "";
  return { passes: ok, about, title, detail: `${versionWords(entry)}${open}` };
}

/** What the version says, and what it has to say. */
export function versionWords({ against, judged: { verdict, base, head, next } }: Entry): string {
  const { declaredBump, requiredBump, pass } = verdict;
  if (against === "alone") return "It was judged by itself.";
  if (base === null) return "There is nothing to compare it with.";
  if (requiredBump === "none") return "Nothing in it needs a new version.";
  const step = `${base.version ?? "no version"} → ${head.version ?? "no version"}`;
  const needs = `It needs a ${requiredBump} version`;
  if (next !== undefined) return `It needs ${next}, but declares ${head.version ?? "no version"}.`;
  if (declaredBump === requiredBump) return `${needs} and has one: ${step}.`;
  if (declaredBump === "none") return `${needs}, but ${step} is no new version.`;
  return pass ? `${needs}, and ${step} is a ${declaredBump} one.` : `${needs}, but ${step} is a ${declaredBump} one.`;
}

function contractsAnswer(entries: readonly Entry[]): Answer {
  const failing = entries.filter((entry) => !passes(entry)).length;
  const { breaking, undecided, errors, warnings, problems } = tallyOf(entries);
  const open = undecided > 0 ? ` (${undecided} undecided)` : "";
  const counts = [
    ...(breaking > 0 ? [`${countOf(breaking, "breaking change")}${open}`] : []),
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
  const breaking = entries.filter((entry) => tallyOf([entry]).breaking > 0).length;
  return {
    passes: undefined,
    about: "History",
    title: countOf(entries.length, "release"),
    detail:
      breaking === 0
        ? "None of them broke consumers."
        : `${countOf(breaking, "of them has", "of them have")} breaking changes.`,
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
