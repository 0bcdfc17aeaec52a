import { exitCodeOf, type PageData } from "@concordat/engine/page";
import { type Entry, entriesOf, isBreaking } from "./entries.ts";
import { deprecationsIn, migrationsIn } from "./lifecycle.ts";
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
  if (first === undefined) return lifecycleAnswer(data);
  if (entries.some(({ judged }) => judged.sections?.release)) return historyAnswer(entries);
  return entries.length === 1 ? entryAnswer(first) : contractsAnswer(entries);
}

function entryAnswer(entry: Entry): Answer {
  const { judged, name, versions } = entry;
  const tally = tallyOf([entry]);
  const { breaking, undecided, errors, warnings, notes } = tally;
  const about = `${name} ${versions}`;
  const ok = passes(entry);
  const rest = [
    ...(errors > 0 ? [countOf(errors, "error")] : []),
    ...(warnings > 0 ? [countOf(warnings, "warning")] : []),
    ...(notes > 0 ? [countOf(notes, "note")] : []),
  ];
  if (judged.base === null) {
    const [title = "No findings", ...others] = rest;
    return { passes: ok, about, title, detail: others.length > 0 ? `Also ${listed(others)}.` : "" };
  }
  const title = breaking > 0 ? countOf(breaking, "breaking change") : ok ? "No breaking changes" : (rest[0] ?? "Fails");
  const open = undecided > 0 ? ` ${countOf(undecided, "of them is", "of them are")} undecided.` : "";
  return { passes: ok, about, title, detail: `${versionWords(entry)}${open}` };
}

/** What the version says, and what it has to say. */
export function versionWords({ judged: { verdict, base, head, next } }: Entry): string {
  const { declaredBump, requiredBump, pass } = verdict;
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
  const { breaking, errors, warnings } = tallyOf(entries);
  const counts = [
    ...(breaking > 0 ? [countOf(breaking, "breaking change")] : []),
    ...(errors > 0 ? [countOf(errors, "error")] : []),
    ...(warnings > 0 ? [countOf(warnings, "warning")] : []),
  ];
  const together = `Together they have ${counts.length > 0 ? listed(counts) : "no errors and no warnings"}.`;
  const nouns = entries.every(({ judged }) => judged.base === null) ? "descriptions" : "contracts";
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
  if (migrations.length === 0) return { passes: undefined, about: "Deprecations", title: deprecations, detail: "" };
  return {
    passes: undefined,
    about: "Migration",
    title: countOf(migrations.length, "migration"),
    detail: `${removable} of ${migrations.length} deprecated operations may be removed.`,
  };
}
