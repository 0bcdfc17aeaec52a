import type { FindingDocument } from "@concordat/engine/page";

/** Whom a change hurts, and in which interactions. */
export function Consumers({ consumers }: { readonly consumers: NonNullable<FindingDocument["consumers"]> }) {
  const { affected, unaffected, unknown, shown } = consumers;
  return (
    <section>
      <h3>Consumers</h3>
      <dl class="facts">
        <Names title="Hurts" names={affected} />
        <Names title="Perhaps" names={unknown} />
        <Names title="Does not hurt" names={unaffected} />
      </dl>
      {shown.length > 0 && (
        <ul class="plain">
          {shown.map(({ consumer, interaction, witness }, i) => (
            <li key={i}>
              <b>
                <bdi>{consumer}</bdi>
              </b>
              : <bdi>{interaction}</bdi>
              {witness && <span class="muted"> {witness.reason}</span>}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Names({ title, names }: { readonly title: string; readonly names: readonly string[] }) {
  if (names.length === 0) return null;
  return (
    <div>
      <dt>{title}</dt>
      <dd>
        <bdi>{names.join(", ")}</bdi>
      </dd>
    </div>
  );
}
