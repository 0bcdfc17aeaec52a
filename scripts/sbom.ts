import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./paths.ts";

/** What a bill of materials is about: a package of ours. */
export interface Component {
  readonly name: string;
  readonly version: string;
  readonly license: string;
}

/**
 * What a bundle is made of, in the form of CycloneDX 1.6. It has neither a date nor a number of its own: the same bundle
 * has the same bill.
 */
export function sbomOf(component: Component, packages: readonly Component[]) {
  const about = { ...componentOf(component), type: "application" };
  const components = packages.map((each) => ({ ...componentOf(each), ...hashesOf(each) }));
  return {
    $schema: "http://cyclonedx.org/schema/bom-1.6.schema.json",
    bomFormat: "CycloneDX",
    specVersion: "1.6",
    version: 1,
    metadata: { lifecycles: [{ phase: "build" }], component: about },
    components,
    dependencies: [
      { ref: about["bom-ref"], dependsOn: components.map((each) => each["bom-ref"]) },
      ...components.map((each) => ({ ref: each["bom-ref"] })),
    ],
  };
}

function componentOf({ name, version, license }: Component) {
  const purl = `pkg:npm/${name.replace("@", "%40")}@${version}`;
  const [scope, inScope] = name.split("/");
  const named = inScope === undefined ? { name } : { group: scope, name: inScope };
  const simple = /^[\w.+-]+$/.test(license);
  const licenses = license === "NOASSERTION" ? [] : [simple ? { license: { id: license } } : { expression: license }];
  return { type: "library", "bom-ref": purl, ...named, version, licenses, purl };
}

/** What the lockfile holds a package to: the hash of what the registry has served. */
function hashesOf({ name, version }: Component) {
  const integrity = lockedIntegrity().get(`${name}@${version}`);
  const content = integrity && Buffer.from(integrity, "base64").toString("hex");
  return content === undefined ? {} : { hashes: [{ alg: "SHA-512", content }] };
}

let locked: ReadonlyMap<string, string> | undefined;

function lockedIntegrity(): ReadonlyMap<string, string> {
  const entry = /^ {2}'?([^'\s]+?)'?:\n {4}resolution: \{integrity: sha512-([^,}]+)/gm;
  return (locked ??= new Map(
    [...readFileSync(join(root, "pnpm-lock.yaml"), "utf8").matchAll(entry)].map(([, name = "", hash = ""]) => [
      name,
      hash,
    ]),
  ));
}
