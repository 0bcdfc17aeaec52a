import {
  againstOf,
  type Excerpts,
  type FindingDocument,
  type JudgedDocument,
  type PageData,
} from "@concordat/engine/page";

/** One contract, pair or release that was judged. */
export interface Entry {
  /** What tells it from the others of the page. */
  readonly key: string;
  /** What it is called: its contract, or the sources that were compared. */
  readonly name: string;
  /** `1.4.0 → 1.5.0`, or the one version that there is. */
  readonly versions: string;
  /** What it was compared with: a base, nothing as it is new, or nothing as it was judged by itself. */
  readonly against: ReturnType<typeof againstOf>;
  readonly judged: JudgedDocument;
  readonly excerpts: Excerpts;
}

/** All that the documents of a page judge, in their order. */
export function entriesOf({ documents }: PageData): Entry[] {
  return documents.flatMap(({ document, excerpts = [] }, d) => {
    const judged: readonly (JudgedDocument & { readonly contract?: string })[] =
      "contracts" in document ? document.contracts : "findings" in document ? [document] : [];
    return judged.map((each, i) => ({
      key: `${d}.${i}`,
      name: nameOf(each),
      versions: versionsOf(each),
      against: againstOf(each, "policy" in document),
      judged: each,
      excerpts: excerpts[i] ?? {},
    }));
  });
}

/** Whether a finding counts as a break: one on the wire, or one that the verdict rests on by the policy of the team. */
export function isBreaking({ judged: { verdict } }: Entry, finding: FindingDocument): boolean {
  const { standing, impact, audience, fingerprint } = finding;
  return standing === "open" && impact === "major" && (audience === "wire" || verdict.because.includes(fingerprint));
}

function nameOf({ contract, base, head, sections }: JudgedDocument & { readonly contract?: string }): string {
  const { release } = sections ?? {};
  const sources = base === null || base.source === head.source ? head.source : `${base.source} → ${head.source}`;
  const name = contract || sources;
  return release ? `${name} ${release.tag ?? "(not released)"}` : name;
}

function versionsOf({ base, head }: JudgedDocument): string {
  const version = head.version ?? "no version";
  return base === null ? version : `${base.version ?? "no version"} → ${version}`;
}
