import { type FindingDocument, fixOf, type PageRule, reachOf } from "@concordat/engine/page";
import type { Item } from "../../data/items.ts";
import { operationName } from "../../data/places.ts";
import { reachWords } from "../../data/witness.ts";
import { CopyButton, LongList, Mark, Prose } from "../parts/marks.tsx";
import { Code } from "./code.tsx";
import { Consumers } from "./consumers.tsx";
import { Use } from "./use.tsx";
import { WitnessView } from "./witness.tsx";

/** A finding in full. */
export function Detail({ item, rule }: { readonly item: Item; readonly rule: PageRule | undefined }) {
  const { finding, entry } = item;
  const { witness, operations, members, subject, proof } = finding;
  const fix = fixOf(finding, rule);
  return (
    <>
      <h2>
        <Mark kind={item.kind} />
        <Prose text={item.title} />
      </h2>
      <Facts item={item} />
      {fix !== undefined && (
        <div class="advice">
          {rule && (
            <p>
              <Prose text={rule.why} />
            </p>
          )}
          <p>
            <b>What to do:</b> <Prose text={fix} />
          </p>
        </div>
      )}
      {witness && (
        <WitnessView
          witness={witness}
          reach={reachOf(operations, witness)}
          title={proof === "witness" ? "Proof" : "Example"}
        />
      )}
      {proof === "undecided" && (
        <p class="undecided">This could not be decided, so it counts as breaking until someone looks at it.</p>
      )}
      <Code finding={finding} excerpts={entry.excerpts} />
      {finding.consumers && <Consumers consumers={finding.consumers} />}
      {finding.use && <Use use={finding.use} />}
      {operations.length > 0 && (
        <section>
          <h3>Operations that it reaches</h3>
          <LongList items={operations} render={(reach) => <Reach reach={reach} />} />
        </section>
      )}
      {members && (
        <section>
          <h3>All places</h3>
          <LongList items={members} render={(member) => <Member member={member} />} few={20} />
        </section>
      )}
      <p class="subject">
        <code>{subject}</code>
      </p>
      <Commands finding={finding} />
    </>
  );
}

const IMPACTS: Readonly<Record<FindingDocument["impact"], string>> = {
  none: "no new version",
  patch: "a patch version",
  minor: "a minor version",
  major: "a major version",
};
const AUDIENCES: Readonly<Record<FindingDocument["audience"], string>> = {
  wire: "what is sent",
  client: "generated clients",
  docs: "readers",
};
const STANDINGS: Readonly<Record<FindingDocument["standing"], string>> = {
  open: "counts",
  baselined: "accepted before, does not count",
  waived: "ignored by the description, does not count",
  unused: "no known consumer uses it, does not count",
  "past-sunset": "past its sunset, does not count",
};

/** Which extended configurations changed dials of a finding. */
function originWords(origins: NonNullable<FindingDocument["origins"]>): string {
  return Object.entries(origins)
    .map(([dial, file]) => `${dial} from ${file}`)
    .join(", ");
}

function Facts({ item }: { readonly item: Item }) {
  const { rule, impact, audience, standing, consumer, interaction, compatibility, origins } = item.finding;
  const facts: readonly (readonly [string, string | undefined])[] = [
    ["Contract", item.contract],
    ["Rule", rule],
    ["Needs", IMPACTS[impact]],
    ["Concerns", AUDIENCES[audience]],
    ["Policy", origins && originWords(origins)],
    ["Standing", standing === "open" ? undefined : STANDINGS[standing]],
    ["Consumer", consumer],
    ["Interaction", interaction],
    ["Breaks", compatibility === undefined ? undefined : "consumers of the new revision on the old one"],
  ];
  return (
    <dl class="facts">
      {facts.map(([name, value]) =>
        value === undefined ? null : (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              <bdi>{value}</bdi>
            </dd>
          </div>
        ),
      )}
    </dl>
  );
}

function Reach({ reach }: { readonly reach: FindingDocument["operations"][number] }) {
  return (
    <>
      <code>{operationName(reach)}</code> <span class="muted">{reachWords(reach)}</span>
    </>
  );
}

function Member({ member }: { readonly member: NonNullable<FindingDocument["members"]>[number] }) {
  const { head, message } = member;
  return (
    <>
      <Prose text={message} /> {head && <code class="muted">{`${head.file}:${head.line}`}</code>}
    </>
  );
}

function Commands({ finding: { rule, fingerprint, standing } }: { readonly finding: FindingDocument }) {
  const accept = `concordat accept ${fingerprint.slice(0, 8)} --reason "..."`;
  return (
    <p class="commands">
      <CopyButton text={`concordat explain ${rule}`} label="Copy explain command" />
      {standing === "open" && <CopyButton text={accept} label="Copy accept command" />}
    </p>
  );
}
