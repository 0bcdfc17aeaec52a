import { existsSync, readFileSync } from "node:fs";
import { delimiter, join } from "node:path";

/** This folder, and the workspace around it. */
export const bench = import.meta.dirname;
export const root = join(bench, "..");

/** What the tools find first on their path: the Node that the workspace brings, the same for all. */
export const environment: NodeJS.ProcessEnv = {
  ...process.env,
  PATH: [join(root, "node_modules/.bin"), process.env["PATH"]].join(delimiter),
  REDOCLY_TELEMETRY: "off",
  REDOCLY_SUPPRESS_UPDATE_NOTICE: "true",
};

/** How users start the built command line. */
export const concordatPath = join(root, "node_modules/.bin/concordat");

/** How users start Redocly. */
export const redoclyPath = join(bench, "node_modules/.bin/redocly");

/** A description of GitHub Enterprise Server. */
export function ghes(version: string): string {
  return join(bench, `node_modules/@octokit/openapi/generated/ghes-${version}.json`);
}

/** Two revisions of a vendor's description. */
export interface Vendor {
  readonly name: string;
  readonly base: string;
  readonly head: string;
}

/** Some vendors of the corpus beside the checkout; none where it is not there. */
export function vendors(names: readonly string[]): Vendor[] {
  const corpus = join(root, "../shared/corpus");
  const manifest = join(corpus, "manifest.json");
  if (!existsSync(manifest)) return [];
  const all = JSON.parse(readFileSync(manifest, "utf8")) as readonly { vendor: string; format: string }[];
  return all
    .filter(({ vendor }) => names.includes(vendor))
    .map(({ vendor, format }) => ({
      name: vendor,
      base: join(corpus, vendor, `old.${format}`),
      head: join(corpus, vendor, `new.${format}`),
    }));
}
