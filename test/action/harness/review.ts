import { type Checkout, type CheckoutOptions, makeCheckout } from "./checkout.ts";
import { type Discussion, FakeGitHub } from "./github.ts";
import { pullRequestEvent, runStep, type StepEnded } from "./runner.ts";

type InputTexts = Readonly<Record<string, string>>;

/** What came of a pull request that the action was run on. */
export interface Reviewed {
  readonly ended: StepEnded;
  readonly github: FakeGitHub;
  readonly checkout: Checkout;
  /** The last comment that is there. */
  readonly comment: string;
  /** Runs the action once more, on what is there by then. */
  again(inputs?: InputTexts): Promise<StepEnded>;
}

const servers: FakeGitHub[] = [];

/** Starts a server that ends with the others. */
export async function startGitHub(discussion: Partial<Discussion> = {}): Promise<FakeGitHub> {
  const github = await FakeGitHub.start(discussion);
  servers.push(github);
  return github;
}

/** Ends all servers; throws where requests or answers were not as GitHub describes them. */
export function stopServers(): void {
  const violations = servers.flatMap((server) => server.violations);
  for (const server of servers.splice(0)) server.stop();
  if (violations.length > 0) throw new Error(`not as GitHub's API has it:\n${[...new Set(violations)].join("\n")}`);
}

/** Makes a pull request, and runs the action on it. */
export async function review(
  options: CheckoutOptions,
  inputs: InputTexts = {},
  discussion: Partial<Discussion> = {},
): Promise<Reviewed> {
  const checkout = makeCheckout(options);
  const github = await startGitHub(discussion);
  const step = { workspace: checkout.workspace, event: pullRequestEvent(checkout), api: github.url };
  const again = (more = inputs) => runStep({ ...step, inputs: more });
  const ended = await again();
  return { ended, github, checkout, comment: github.discussion.comments.at(-1)?.body ?? "", again };
}
