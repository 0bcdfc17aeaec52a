import type { Entry } from "../../data/entries.ts";
import type { Item } from "../../data/items.ts";
import { operationName } from "../../data/places.ts";
import { Mark, Prose } from "../parts/marks.tsx";
import type { Shown } from "../parts/shown.ts";

/** How well descriptions do by themselves: themes, the operations that cost most, and the rules that find most. */
export function LintView({ entries, items, data, show }: Shown) {
  return (
    <div class="sections">
      {entries.map((entry) => (
        <ScoreSection key={entry.key} entry={entry} isAlone={entries.length === 1} show={show} />
      ))}
      <RuleTable items={items.filter(({ theme }) => theme !== undefined)} rules={data.rules} show={show} />
    </div>
  );
}

function ScoreSection({
  entry,
  isAlone,
  show,
}: Pick<Shown, "show"> & { readonly entry: Entry; readonly isAlone: boolean }) {
  const { score } = entry.judged;
  if (score === undefined) return null;
  const at = isAlone ? {} : { entry: entry.key };
  const most = Math.max(1, ...score.costliest.map(({ cost }) => cost));
  return (
    <section>
      <h2>
        {!isAlone && <bdi>{entry.name}: </bdi>}
        Score {score.total} of 100
      </h2>
      <div class="columns">
        <div>
          <h3>Themes</h3>
          <ul class="bars">
            {score.themes.map(({ theme, score: points, findings }) => (
              <li key={theme}>
                <button type="button" class="link" onClick={() => show(at, "theme")} disabled={findings === 0}>
                  {theme}
                </button>
                <Bar
                  share={points / 100}
                  label={`${theme}: ${points} of 100`}
                  tone={points < 60 ? "error" : points < 85 ? "warn" : "pass"}
                />
                <span class="value">{points}</span>
                <span class="muted">{findings === 0 ? "no findings" : findings.toLocaleString("en")}</span>
              </li>
            ))}
          </ul>
        </div>
        {score.costliest.length > 0 && (
          <div>
            <h3>Hotspots</h3>
            <ul class="bars wide">
              {score.costliest.map((each) => (
                <li key={operationName(each)}>
                  <button type="button" class="link code" onClick={() => show({ ...at, query: operationName(each) })}>
                    <bdi>{operationName(each)}</bdi>
                  </button>
                  <Bar share={each.cost / most} label={`${operationName(each)} costs ${each.cost}`} tone="error" />
                  <span class="value">{each.cost}</span>
                </li>
              ))}
            </ul>
            <p class="muted">An error costs 5, a warning 2, a note 0.5.</p>
          </div>
        )}
      </div>
    </section>
  );
}

function Bar({ share, label, tone }: { readonly share: number; readonly label: string; readonly tone: string }) {
  return (
    <span class={`bar ${tone}`} role="img" aria-label={label}>
      <span style={{ width: `${Math.max(1, Math.round(share * 100))}%` }} />
    </span>
  );
}

function RuleTable({ items, rules, show }: Pick<Shown, "items" | "show"> & { readonly rules: Shown["data"]["rules"] }) {
  const byRule = Map.groupBy(items, ({ finding }) => finding.rule);
  const sizeOf = (group: readonly Item[]) =>
    group.reduce((sum, { finding }) => sum + (finding.members?.length ?? 1), 0);
  const rows = [...byRule]
    .map(([rule, group]) => ({ rule, group, size: sizeOf(group) }))
    .sort((a, b) => b.size - a.size);
  if (rows.length === 0) return null;
  return (
    <section>
      <h2>Rules</h2>
      <table>
        <thead>
          <tr>
            <th scope="col">Rule</th>
            <th scope="col">What it demands</th>
            <th scope="col">Theme</th>
            <th scope="col" class="number">
              Places
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ rule, group, size }) => (
            <tr key={rule}>
              <th scope="row">
                {group[0] && <Mark kind={group[0].kind} />}
                <button type="button" class="link code" onClick={() => show({ query: rule }, "none")}>
                  {rule}
                </button>
              </th>
              <td>
                <Prose text={rules[rule]?.summary ?? ""} />
              </td>
              <td>{group[0]?.theme}</td>
              <td class="number">{size.toLocaleString("en")}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
