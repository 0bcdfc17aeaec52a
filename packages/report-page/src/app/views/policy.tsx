import type { CheckDocument, PageData } from "@concordat/engine/page";
import type { Entry } from "../../data/entries.ts";
import { Prose } from "../parts/marks.tsx";

type Policy = Pick<CheckDocument, "policy" | "policyChanges" | "unchanged">;

interface Props {
  readonly data: PageData;
  readonly entries: readonly Entry[];
}

function policiesIn({ documents }: PageData): Policy[] {
  return documents.flatMap(({ document }) => ("contracts" in document ? [document] : []));
}

/** Whether there is anything to say of whose policy it was, and of what head accepts. */
export function hasPolicy(data: PageData, entries: readonly Entry[]): boolean {
  const isTold = ({ policy, policyChanges = [], unchanged = [] }: Policy) =>
    policy !== undefined || policyChanges.length + unchanged.length > 0;
  return policiesIn(data).some(isTold) || entries.some(({ judged }) => (judged.accepted ?? []).length > 0);
}

/** Whose policy decided, what head changes of it, and what it accepts for the first time. */
export function PolicyView({ data, entries }: Props) {
  return (
    <div class="sections">
      {policiesIn(data).map((each, i) => (
        <PolicySection key={i} {...each} />
      ))}
      {entries.map((entry) => (
        <AcceptedSection key={entry.key} entry={entry} />
      ))}
    </div>
  );
}

function PolicySection({ policy, policyChanges = [], unchanged = [] }: Policy) {
  return (
    <>
      {policy && (
        <section>
          <h2>Whose policy decided</h2>
          <p>
            {policy.from === "base"
              ? "The configuration of the base decided."
              : "The configuration of the working tree decided."}
            {policy.commit !== null && (
              <>
                {" Commit "}
                <code>{policy.commit.slice(0, 10)}</code>.
              </>
            )}
            {policy.note !== undefined && ` ${policy.note}`}
          </p>
        </section>
      )}
      {policyChanges.length > 0 && (
        <section>
          <h2>Changes of the policy</h2>
          <ul class="plain">
            {policyChanges.map(({ path, from, to, weakens }, i) => (
              <li key={i}>
                <code>{path}</code>: <code>{settingText(from)}</code> → <code>{settingText(to)}</code>
                {weakens && <span class="state affected">needs approval</span>}
              </li>
            ))}
          </ul>
        </section>
      )}
      {unchanged.length > 0 && (
        <section>
          <h2>Not judged, as none of their files changed</h2>
          <p>
            <bdi>{unchanged.join(", ")}</bdi>
          </p>
        </section>
      )}
    </>
  );
}

/** A setting as JSON. An absent one is not set, which differs from null. */
function settingText(value: unknown): string {
  return value === undefined ? "not set" : JSON.stringify(value);
}

function AcceptedSection({ entry: { name, judged } }: { readonly entry: Entry }) {
  const { accepted = [] } = judged;
  if (accepted.length === 0) return null;
  return (
    <section>
      <h2>
        <bdi>{name}</bdi>: accepted here for the first time
      </h2>
      <ul class="plain">
        {accepted.map(({ by, what, reason, owner, until, findings }, i) => (
          <li key={i}>
            <b>{by === "baseline" ? "Waiver" : "Ignore"}</b> <code>{what}</code>, until {until}, by <bdi>{owner}</bdi>:{" "}
            <bdi>{reason}</bdi>
            <ul>
              {findings.map(({ fingerprint, message }) => (
                <li key={fingerprint}>
                  <Prose text={message} />
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </section>
  );
}
