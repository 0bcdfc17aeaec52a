import { isAbsolute } from "node:path";
import { type ReportContext, rulePageOf } from "@concordat/engine";
import type { Event } from "./event.ts";
import type { Environment } from "./inputs.ts";

/** What comments and summaries lead to: lines at the commit that a run is about, and the pages of our rules. */
export function linksOf(
  env: Environment,
  event: Event | undefined,
  rules: ReportContext["rules"],
): NonNullable<ReportContext["links"]> {
  const ours = new Set(rules.keys());
  const rulePage = (id: string) => rulePageOf(id, ours);
  const commit = (event && "head" in event ? event.head : undefined) ?? env["GITHUB_SHA"];
  const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository } = env;
  if (!server || !repository || !commit) return { rulePage };
  const blobs = `${server}/${repository}/blob/${commit}`;
  return { rulePage, line: (file, line) => (isInCheckout(file) ? `${blobs}/${encodePath(file)}#L${line}` : undefined) };
}

/** Whether a file is one of the checkout: neither elsewhere on the disk, nor behind an URL or in another commit. */
function isInCheckout(file: string): boolean {
  return !isAbsolute(file) && !file.startsWith("../") && !/^[a-z][a-z0-9+.-]*:/i.test(file);
}

function encodePath(file: string): string {
  // What ends the destination of a link in Markdown is encoded as well.
  const encode = (part: string) =>
    encodeURIComponent(part).replace(/[()!'*]/g, (each) => `%${each.charCodeAt(0).toString(16)}`);
  return file.split("/").map(encode).join("/");
}
