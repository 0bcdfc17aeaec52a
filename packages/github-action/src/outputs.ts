/** What steps after this one can read. */
export interface Outputs {
  readonly result: "pass" | "fail" | "error";
  readonly "semver-bump"?: string;
  readonly "breaking-count"?: number;
  readonly "error-count"?: number;
  readonly "warning-count"?: number;
  readonly approved?: boolean;
  readonly "policy-changes"?: string;
  readonly changelog?: string;
  readonly "report-json"?: string;
  readonly "sarif-file"?: string;
  readonly "comment-id"?: number | undefined;
}

/** GitHub takes 1 MiB of outputs of a job, counted as UTF-16; these two are the long ones, and others need room too. */
const MOST_REPORT = 380_000;
const MOST_CHANGELOG = 100_000;

/** Outputs as the runner reads them from its file: a line each, or more between two lines that mark the ends. */
export function outputText(outputs: Outputs): string {
  return Object.entries(outputs)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => oneOutput(name, String(value)))
    .join("");
}

function oneOutput(name: string, value: string): string {
  if (!/[\r\n]/.test(value)) return `${name}=${value}\n`;
  // Chosen when the value is known: whatever that says, the end is not in it.
  let end = "concordat-end";
  for (let i = 1; value.includes(end); i++) end = `concordat-end-${i}`;
  return `${name}<<${end}\n${value.replace(/\n$/, "")}\n${end}\n`;
}

/** The report, where it fits; else what it comes to, and where to find it. It has no contracts then, not even an empty list. */
export function fitReport(json: string, reportFile: string | undefined, most = MOST_REPORT): string {
  const text = json.trimEnd();
  if (text.length <= most) return text;
  const { schemaVersion, tool, asOf, verdict } = JSON.parse(text);
  const where = reportFile ?? "the file that the input `report-file` names";
  const note = `The report has ${text.length} characters, more than an output can hold: it is in ${where}.`;
  return JSON.stringify({ schemaVersion, tool, asOf, verdict: { ...verdict, because: [] }, note });
}

/** The changelog: whole lines, as many as fit. */
export function fitChangelog(text: string, most = MOST_CHANGELOG): string {
  if (text.length <= most) return text.trimEnd();
  const note = "\n\n_The rest is left out: it does not fit into an output. `concordat changelog` prints all of it._";
  const fitting = text.slice(0, most - note.length);
  return `${fitting.slice(0, Math.max(0, fitting.lastIndexOf("\n"))).trimEnd()}${note}`;
}
