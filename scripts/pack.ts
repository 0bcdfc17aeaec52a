import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { root } from "./paths.ts";

/*
 * Packs what is published: `node scripts/pack.ts FOLDER` leaves in it the tarballs that npm is given, a bill of materials
 * for each, and the notes of the release. The release workflow publishes these files and no others; a test looks at them.
 */

/** A package that is published, and what was made of it. */
export interface Packed {
  readonly name: string;
  readonly version: string;
  /** Its folder below `packages`. */
  readonly folder: string;
  readonly tarball: string;
  readonly sbom: string;
}

/** The folders of packages that are published, all that are not private. */
export function publishedFolders(): string[] {
  const folders = readdirSync(join(root, "packages"));
  return folders.filter((folder) => existsSync(manifestOf(folder)) && readManifest(folder).private !== true).sort();
}

/** Packs what has been built: all that is published, or some of it. */
export function packAll(out: string, folders: readonly string[] = publishedFolders()): Packed[] {
  mkdirSync(out, { recursive: true });
  return folders.map((folder) => {
    const { name, version } = readManifest(folder);
    const stem = `${name.slice(1).replace("/", "-")}-${version}`;
    const sbom = join(out, `${stem}.cdx.json`);
    pnpm("--dir", join(root, "packages", folder), "pack", "--silent", "--pack-destination", out);
    const bundled = ["dist", "dist/catalogue", "dist/bundle"]
      .map((place) => join(root, "packages", folder, place, "sbom.cdx.json"))
      .find((file) => existsSync(file));
    // What is not bundled is what npm installs, and the lockfile knows that.
    if (bundled) cpSync(bundled, sbom);
    else
      pnpm(
        ...["--dir", root, "--filter", name, "sbom", "--prod", "--sbom-format", "cyclonedx"],
        ...["--sbom-spec-version", "1.6", "--out", sbom],
      );
    return { name, version, folder, tarball: join(out, `${stem}.tgz`), sbom };
  });
}

/** The part of a changelog about one version. */
export function notesOf(changelog: string, version: string): string {
  const [, after = ""] = changelog.split(`\n## ${version}\n`);
  return `${after.split(/\n## /)[0]?.trim() ?? ""}\n`;
}

/** Why these packages must not be published from a repository; nothing where they may. */
export function objectionsTo(repository: string): string[] {
  const url = `git+https://github.com/${repository}.git`;
  return publishedFolders()
    .filter((folder) => readManifest(folder).repository?.url !== url)
    .map((folder) => `packages/${folder}/package.json does not name ${url}, where it is published from.`);
}

function manifestOf(folder: string): string {
  return join(root, "packages", folder, "package.json");
}

function readManifest(folder: string) {
  return JSON.parse(readFileSync(manifestOf(folder), "utf8"));
}

function pnpm(...args: readonly string[]): void {
  execFileSync(join(root, "node_modules/.bin/pnpm"), args, { stdio: ["ignore", "ignore", "inherit"] });
}

if (process.argv[1] === import.meta.filename) {
  const out = resolve(process.argv[2] ?? "release");
  const objections = objectionsTo(process.env["GITHUB_REPOSITORY"] ?? "");
  if (objections.length > 0) {
    process.stderr.write(`${objections.join("\n")}\nSee docs/releasing.md, "Before the first release".\n`);
    process.exit(2);
  }
  const packed = packAll(out);
  const changelog = join(root, "packages/cli/CHANGELOG.md");
  const notes = existsSync(changelog) ? notesOf(readFileSync(changelog, "utf8"), packed[0]?.version ?? "") : "";
  writeFileSync(join(out, "NOTES.md"), notes);
  for (const { tarball } of packed) process.stdout.write(`${tarball}\n`);
}
