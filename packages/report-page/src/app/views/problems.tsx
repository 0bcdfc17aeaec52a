import type { Entry } from "../../data/entries.ts";
import { Mark, Prose } from "../parts/marks.tsx";

/** What is wrong with the descriptions themselves. */
export function ProblemsView({ entries }: { readonly entries: readonly Entry[] }) {
  const found = entries.filter(({ judged }) => judged.problems.length > 0);
  return (
    <div class="sections">
      {found.map(({ key, name, judged }) => (
        <section key={key}>
          <h2>
            <bdi>{name}</bdi>
          </h2>
          <ul class="plain problems">
            {judged.problems.map(({ message, severity, file, line, column }, i) => (
              <li key={i}>
                <Mark kind={severity} />
                <Prose text={message} />{" "}
                {file !== undefined && (
                  <code class="muted">{[file, line, column].filter((part) => part !== undefined).join(":")}</code>
                )}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
