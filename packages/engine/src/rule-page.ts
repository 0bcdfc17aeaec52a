import { REPOSITORY } from "./repository.gen.ts";
import { VERSION } from "./version.ts";

/** The address of the page about one of our rules, as of this version; undefined for a rule that is not ours. */
export function rulePageOf(id: string, ours: ReadonlySet<string>): string | undefined {
  return ours.has(id) ? `https://github.com/${REPOSITORY}/blob/v${VERSION}/docs/rules/${id}.md` : undefined;
}
