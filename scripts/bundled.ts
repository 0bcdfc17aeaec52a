import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pageModulesFile } from "./paths.ts";
import { type Component, sbomOf } from "./sbom.ts";

/** A package of other people of which a bundle holds at least one module. */
export interface BundledPackage {
  readonly name: string;
  readonly version: string;
  /** An SPDX expression, as the package states it. */
  readonly license: string;
  readonly folder: string;
}

/** The packages that modules of a bundle belong to, each version once, by name. */
export function packagesOf(moduleIds: readonly string[]): BundledPackage[] {
  const folders = new Set(moduleIds.flatMap((id) => folderOf(id) ?? []));
  const packages = new Map([...folders].map(readPackage).map((each) => [`${each.name}@${each.version}`, each]));
  return [...packages].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, each]) => each);
}

/** The licences of packages, as their authors want them passed on; a text that several share comes once. */
export function noticesOf(packages: readonly BundledPackage[]): string {
  const shared = Map.groupBy(packages, ({ folder }) =>
    noticeFiles(folder)
      .map((file) => readFileSync(join(folder, file), "utf8").trim())
      .join("\n\n"),
  );
  const parts = [...shared].map(([text, those]) => {
    const names = those.map(({ name, version, license }) => `${name} ${version} (${license})`).join("\n");
    return text ? `${names}\n\n${text}` : names;
  });
  return `${["This bundle holds parts of the packages below.", ...parts].join(`\n\n${"-".repeat(80)}\n\n`)}\n`;
}

/**
 * A plugin of rolldown: writes beside a bundle what is in it, as licences for people and as a bill of materials.
 * @param installed packages of ours that are installed with the bundle; the bill lists them too
 */
export function bundledPlugin(component: Component, installed: readonly Component[] = []) {
  return {
    name: "what-is-bundled",
    generateBundle(
      this: { emitFile(file: { type: "asset"; fileName: string; source: string }): unknown },
      _options: unknown,
      bundle: Readonly<Record<string, { readonly type: string; readonly moduleIds?: readonly string[] }>>,
    ) {
      const moduleIds = Object.values(bundle).flatMap(({ moduleIds = [] }) => moduleIds);
      const packages = packagesOf([...moduleIds, ...modulesOfPage(moduleIds)]);
      const files = {
        "sbom.cdx.json": `${JSON.stringify(sbomOf(component, [...installed, ...packages]), null, 2)}\n`,
        ...(packages.length > 0 && { "THIRD-PARTY-NOTICES.txt": noticesOf(packages) }),
      };
      for (const [fileName, source] of Object.entries(files)) this.emitFile({ type: "asset", fileName, source });
    },
  };
}

/** What the page for people is made of, where a bundle holds that page. */
function modulesOfPage(moduleIds: readonly string[]): readonly string[] {
  const hasPage = moduleIds.some((id) =>
    id.replaceAll("\\", "/").endsWith("packages/report-page/src/world/template.ts"),
  );
  return hasPage ? JSON.parse(readFileSync(pageModulesFile, "utf8")) : [];
}

/** The folder of the package that a module belongs to; undefined where the module is ours, or made up by the bundler. */
function folderOf(id: string): string | undefined {
  const at = id.lastIndexOf("/node_modules/");
  if (at < 0) return undefined;
  const [scope = "", name = ""] = id.slice(at + "/node_modules/".length).split("/");
  const folder = join(
    id.slice(0, at).replace(/^\0/, ""),
    "node_modules",
    scope.startsWith("@") ? `${scope}/${name}` : scope,
  );
  return existsSync(join(folder, "package.json")) ? folder : undefined;
}

function readPackage(folder: string): BundledPackage {
  const { name, version, license, licenses } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  // What old packages have instead of an expression.
  const stated = license?.type ?? license ?? licenses?.map(({ type }: { type: string }) => type).join(" OR ");
  return { name, version, license: stated ?? "NOASSERTION", folder };
}

function noticeFiles(folder: string): string[] {
  return readdirSync(folder)
    .filter((file) => /^(?:licen[cs]e|copying|notice)(?:[.-]|$)/i.test(file))
    .sort();
}
