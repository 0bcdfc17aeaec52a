import { passes, tallyOf, versionWords } from "../../data/answer.ts";
import type { Entry } from "../../data/entries.ts";
import { countOf } from "../../data/words.ts";
import { Mark } from "../parts/marks.tsx";
import type { Shown } from "../parts/shown.ts";

/** All contracts, or all releases of a history, each in a line that leads to its findings. */
export function ContractsView({ entries, show, isHistory }: Shown & { readonly isHistory: boolean }) {
  return (
    <div class="sections">
      <table>
        <thead>
          <tr>
            <th scope="col">{isHistory ? "Release" : "Contract"}</th>
            {isHistory && <th scope="col">Date</th>}
            <th scope="col">Version</th>
            <th scope="col" class="number">
              Breaking
            </th>
            <th scope="col" class="number">
              Errors
            </th>
            <th scope="col" class="number">
              Warnings
            </th>
            <th scope="col">{isHistory ? "What it changes" : "Verdict"}</th>
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => (
            <ContractRow key={entry.key} entry={entry} show={show} isHistory={isHistory} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function ContractRow({
  entry,
  show,
  isHistory,
}: Pick<Shown, "show"> & { readonly entry: Entry; readonly isHistory: boolean }) {
  const { breaking, errors, warnings } = tallyOf([entry]);
  const { verdict, sections, findings } = entry.judged;
  return (
    <tr>
      <th scope="row">
        {!isHistory && <Mark kind={passes(entry) ? "pass" : "fail"} />}
        <button type="button" class="link" onClick={() => show({ entry: entry.key })}>
          <bdi>{entry.name}</bdi>
        </button>
      </th>
      {isHistory && <td>{sections?.release?.date ?? ""}</td>}
      <td>
        <bdi>{entry.versions}</bdi>
      </td>
      <td class="number">{breaking}</td>
      <td class="number">{errors}</td>
      <td class="number">{warnings}</td>
      <td>{isHistory ? historyWords(verdict.requiredBump, findings.length) : versionWords(entry)}</td>
    </tr>
  );
}

function historyWords(bump: string, count: number): string {
  return count === 0 ? "Nothing for consumers." : `${countOf(count, "change")}, at most ${bump}.`;
}
