import type { ShownProblems } from "../../data/problems.ts";
import { Mark, Prose } from "../parts/marks.tsx";

/** What is wrong with the descriptions themselves. */
export function ProblemsView({ shown }: { readonly shown: readonly ShownProblems[] }) {
  return (
    <div class="sections">
      {shown.map(({ key, name, problems }) => (
        <section key={key}>
          <h2>
            <bdi>{name}</bdi>
          </h2>
          <ul class="plain problems">
            {problems.map(({ message, severity, file, line, column }, i) => (
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
