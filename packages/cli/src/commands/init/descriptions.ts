import { basename, dirname, join } from "node:path";
import { failed, type Host, isDescription } from "@concordat/engine";

/** A description that was found. */
export interface FoundDescription {
  /** From the folder searched. */
  readonly path: string;
  readonly name: string;
}

/** Of more files than this, the others are not opened to look whether they are one. */
const MOST_FILES = 2_000;

/** All OpenAPI descriptions below a folder, those in folders of dependencies and hidden ones left out. */
export async function findDescriptions(host: Host): Promise<readonly FoundDescription[]> {
  const paths = (await host.glob("**/*.{yaml,yml,json}", host.cwd))
    .filter((path) => !/(?:^|[\\/])(?:node_modules|\.|revisions[\\/])/.test(path))
    .slice(0, MOST_FILES);
  const found: FoundDescription[] = [];
  for (const path of paths) {
    const text = await host.readText(join(host.cwd, path));
    if (!failed(text) && isDescription(text.value, path)) found.push({ path: path.replaceAll("\\", "/"), name: "" });
  }
  const names = new Set<string>();
  return found.map(({ path }) => ({ path, name: uniqueName(join(host.cwd, path), names) }));
}

function uniqueName(path: string, taken: Set<string>): string {
  const file = basename(path).replace(/\.(?:ya?ml|json)$/, "");
  const folder = basename(dirname(path));
  const generic = /^(?:openapi|swagger|api|spec|index)$/i.test(file);
  const stem = (generic && folder !== "" ? folder : file).replace(/[^\w.-]+/g, "-");
  let name = stem;
  for (let i = 2; taken.has(name); i++) name = `${stem}-${i}`;
  taken.add(name);
  return name;
}
