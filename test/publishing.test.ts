import { execFileSync, spawnSync } from "node:child_process";
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { publint } from "publint";
import { formatMessage } from "publint/utils";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { INSTALLED_SCHEMA, initialFiles } from "../packages/cli/src/commands/init/files.ts";
import { REPOSITORY, VERSION } from "../packages/engine/src/index.ts";
import { parseText } from "../packages/engine/src/source/parse.ts";
import { notesOf, objectionsTo, type Packed, packAll, publishedFolders } from "../scripts/pack.ts";
import { installOffline } from "./support/install.ts";

/*
 * What is published, as npm gets it: each package is packed, and the tarballs are judged, installed and run.
 */

const ROOT = join(import.meta.dirname, "..");
const folder = mkdtempSync(join(tmpdir(), "concordat-publishing-"));
const packed = new Map<string, Packed>();

beforeAll(() => {
  for (const each of packAll(join(folder, "packed"))) packed.set(each.folder, each);
}, 120_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("all packages are published, and of one version", () => {
  expect([...packed.values()].map(({ name }) => name)).toEqual([
    "@concordat/cli",
    "@concordat/client",
    "@concordat/client-typescript",
    "@concordat/codemod",
    "@concordat/containment",
    "@concordat/deprecation-headers",
    "@concordat/engine",
    "@concordat/rules",
    "@concordat/usage",
  ]);
  expect(new Set([...packed.values()].map(({ version }) => version))).toEqual(new Set([VERSION]));
});

describe.each(publishedFolders())("%s", (name) => {
  const of = () => packed.get(name) as Packed;
  const manifest = () => JSON.parse(textIn(of(), "package.json"));

  test("has nothing that publint objects to", async () => {
    const { buffer } = new Uint8Array(readFileSync(of().tarball));
    const { messages, pkg } = await publint({ pack: { tarball: buffer }, strict: true });
    expect(messages.map((message) => formatMessage(message, pkg))).toEqual([]);
  });

  test("has types that resolve wherever ES modules do", () => {
    const { status, stdout } = runBin("attw", [of().tarball, "--profile", "esm-only", "--format", "ascii"]);
    expect(status, stdout).toBe(0);
  });

  test("says what it is, and where it comes from", () => {
    const { license, type, engines, repository, exports: entries } = manifest();
    expect({ license, type, node: engines.node }).toEqual({ license: "Apache-2.0", type: "module", node: ">=22.19" });
    expect(repository).toMatchObject({ url: expect.stringMatching(/^git\+https:/), directory: `packages/${name}` });
    const untyped = Object.entries(entries).filter(
      ([entry, target]) => entry !== "./package.json" && !Object.hasOwn(target as object, "types"),
    );
    expect(untyped).toEqual([]);
  });

  test("holds its licence, its README and what was built, and no sources", () => {
    const files = filesIn(of());
    expect(files).toEqual(expect.arrayContaining(["LICENSE", "README.md", "package.json"]));
    expect(files.filter((file) => /(?:^src\/|\.tsbuildinfo$|(?<!\.d)\.ts$|\.test\.)/.test(file))).toEqual([]);
  });

  test("pulls in neither Spectral nor what reports installs", () => {
    const { dependencies = {}, peerDependencies = {}, optionalDependencies = {} } = manifest();
    const sbom = JSON.parse(readFileSync(of().sbom, "utf8"));
    // Bundled parts of Spectral are no dependencies: nothing is installed for them.
    const installed = { ...dependencies, ...peerDependencies, ...optionalDependencies };
    expect(Object.keys(installed).filter((each) => /scarf|stoplight|spectral|pact/.test(each))).toEqual([]);
    // Rules and the engine that runs them have one kit: the catalogue leads to the engine, and nothing else leads to another.
    const ours = Object.keys(installed).filter((each) => each.startsWith("@concordat/"));
    expect(ours).toEqual(name === "rules" ? ["@concordat/engine"] : []);
    const all: string[] = sbom.components.map(({ purl }: { purl: string }) => decodeURIComponent(purl));
    expect(all.filter((each) => /scarf|@pact-foundation/.test(each))).toEqual([]);
    for (const each of Object.keys(dependencies)) expect(all.join("\n")).toContain(`pkg:npm/${each}@`);
    // What runs at install, runs on the machine of whoever installs it.
    const { scripts = {} } = manifest();
    expect(Object.keys(scripts)).toEqual([]);
  });
});

describe("the command line", () => {
  const of = () => packed.get("cli") as Packed;

  test("is whole: program, bundle, and the licences and the bill of what is bundled", () => {
    const files = [
      "bin/concordat.js",
      "dist/main.js",
      "dist/THIRD-PARTY-NOTICES.txt",
      "dist/sbom.cdx.json",
      INSTALLED_SCHEMA.replace("node_modules/@concordat/cli/", ""),
    ];
    expect(filesIn(of())).toEqual(expect.arrayContaining(files));
    expect(JSON.parse(textIn(of(), "package.json")).bin).toEqual({ concordat: "bin/concordat.js" });
    const { components } = JSON.parse(textIn(of(), "dist/sbom.cdx.json"));
    const notices = textIn(of(), "dist/THIRD-PARTY-NOTICES.txt");
    expect(components.length).toBeGreaterThan(50);
    for (const { group, name, version, hashes, licenses } of components) {
      const full = group === undefined ? name : `${group}/${name}`;
      expect(notices).toContain(`${full} ${version} (`);
      expect({ full, hashes, licences: licenses.length }).toMatchObject({ hashes: [{ alg: "SHA-512" }], licences: 1 });
    }
  });

  test("is installed alone, and runs", { timeout: 120_000 }, () => {
    const work = install("cli", of());
    const names = ["node_modules", "node_modules/@concordat"].flatMap((each) => readdirSync(join(work, each)));
    expect(names.sort()).toEqual([".bin", ".package-lock.json", "@concordat", "cli"]);
    const users = readFileSync(join(ROOT, "test/scenarios/shared/users.yaml"), "utf8");
    writeFileSync(join(work, "base.yaml"), users);
    writeFileSync(join(work, "head.yaml"), users.replace("required: [email]", "required: [email, name]"));
    const run = (...args: string[]) =>
      spawnSync(process.execPath, ["node_modules/.bin/concordat", ...args], { cwd: work, encoding: "utf8" });
    expect(run("--help")).toMatchObject({ status: 0, stdout: expect.stringContaining("diff [options] <base> <head>") });
    expect(run("--version").stdout).toBe(`${VERSION}\n`);
    const { status, stdout, stderr } = run("diff", "base.yaml", "head.yaml", "--format", "json");
    expect({ status, stderr }).toEqual({ status: 1, stderr: "" });
    expect(JSON.parse(stdout).verdict.requiredBump).toBe("major");
    expect(run("lint", "head.yaml").stdout).toContain("lint/");
  });
});

test("the ruleset is one that Spectral runs", { timeout: 60_000 }, () => {
  const rules = packed.get("rules") as Packed;
  const work = install("rules", rules, packed.get("engine") as Packed);
  // It is one file, and no part of others: the bill of the package, which is that of the catalogue, would not list it.
  expect(JSON.parse(textIn(rules, "dist/bundle/sbom.cdx.json")).components).toEqual([]);
  writeFileSync(join(work, "api.yaml"), readFileSync(join(ROOT, "test/scenarios/shared/users.yaml")));
  writeFileSync(join(work, ".spectral.yaml"), 'extends: ["@concordat/rules/spectral"]\n');
  const { stdout, stderr } = runBin("spectral", ["lint", "api.yaml", "--format", "json", "--quiet"], work);
  expect(stderr).toBe("");
  expect(JSON.parse(stdout).map(({ code }: { code: string }) => code)).toContain("lint/idem-post-mechanism");
});

test("containment has the entries that it has in the workspace, without our own condition", () => {
  const { exports: inside } = JSON.parse(readFileSync(join(ROOT, "packages/containment/package.json"), "utf8"));
  const { exports: outside } = JSON.parse(textIn(packed.get("containment") as Packed, "package.json"));
  const { "./package.json": _, ...entries } = outside;
  const bare = Object.entries<Record<string, string>>(inside).map(
    ([entry, { "@concordat/source": __, ...targets }]) => [entry, targets],
  );
  expect(entries).toEqual(Object.fromEntries(bare));
});

test("containment does what its README shows", () => {
  const work = unpack("containment", packed.get("containment") as Packed);
  const modules = join(ROOT, "packages/containment/node_modules");
  // What it depends on comes from a registry; here it is what the lockfile brought.
  for (const name of Object.keys(
    JSON.parse(textIn(packed.get("containment") as Packed, "package.json")).dependencies,
  )) {
    mkdirSync(dirname(join(work, "node_modules", name)), { recursive: true });
    symlinkSync(realpathSync(join(modules, name)), join(work, "node_modules", name));
  }
  const [, example = ""] =
    /```js\n([\s\S]*?)```/.exec(readFileSync(join(ROOT, "packages/containment/README.md"), "utf8")) ?? [];
  writeFileSync(join(work, "example.mjs"), example);
  const { stdout, stderr } = spawnSync(process.execPath, ["example.mjs"], { cwd: work, encoding: "utf8" });
  expect({ stdout, stderr }).toEqual({
    stdout: expect.stringMatching(
      /^\{ answer: 'yes' \}\n\{ answer: 'no', witness: \{ size: 41 \} \}\n\{\s+answer: 'unreadable',/,
    ),
    stderr: "",
  });
});

describe("a release", () => {
  test("is refused from a repository that the packages do not name", () => {
    expect(objectionsTo("somebody/else")).toHaveLength(publishedFolders().length);
    expect(objectionsTo(REPOSITORY)).toEqual([]);
  });

  test("tags the version of the Action that `init` pins", () => {
    const { ".github/workflows/concordat.yml": workflow } = initialFiles({
      folder: "",
      contracts: [],
      forge: "github",
      schema: "",
      isLocked: false,
    });
    expect(workflow).toContain(`uses: ${REPOSITORY}/packages/github-action@v${VERSION}\n`);
    const release = readFileSync(join(ROOT, ".github/workflows/release.yml"), "utf8");
    expect(release).toContain('git tag "v$VERSION"');
  });

  test("gives each job of its workflow what it needs, and runs nobody's code by a name that can move", () => {
    const text = readFileSync(join(ROOT, ".github/workflows/release.yml"), "utf8");
    const { permissions, jobs } = parseText({ uri: "", name: "release.yml", text }).data as {
      permissions: object;
      jobs: Record<string, { permissions: object; steps: { uses?: string }[] }>;
    };
    expect(permissions).toEqual({});
    expect(Object.entries(jobs).map(([name, job]) => [name, job.permissions])).toEqual([
      ["plan", { contents: "read" }],
      ["propose", { contents: "write", "pull-requests": "write" }],
      ["publish", { contents: "write", "id-token": "write" }],
    ]);
    const used = Object.values(jobs).flatMap(({ steps }) => steps.flatMap(({ uses }) => uses ?? []));
    expect(used.filter((each) => !/^actions\/[\w-]+@[0-9a-f]{40}$/.test(each))).toEqual([]);
  });

  test("has notes: what the changelog says of the version", () => {
    const changelog = "# @concordat/cli\n\n## 0.2.0\n\n### Minor Changes\n\n- New.\n\n## 0.1.0\n\n- Old.\n";
    expect(notesOf(changelog, "0.2.0")).toBe("### Minor Changes\n\n- New.\n");
    expect(notesOf(changelog, "0.3.0")).toBe("\n");
  });
});

function filesIn({ tarball }: Packed): string[] {
  const listed = execFileSync("tar", ["-tzf", tarball], { encoding: "utf8" });
  return listed
    .split("\n")
    .filter(Boolean)
    .map((path) => path.replace(/^package\//, ""));
}

function textIn({ tarball }: Packed, path: string): string {
  return execFileSync("tar", ["-xzOf", tarball, `package/${path}`], { encoding: "utf8", maxBuffer: 64 * 1024 * 1024 });
}

function runBin(name: string, args: readonly string[], cwd = ROOT) {
  return spawnSync(join(ROOT, "node_modules/.bin", name), args, {
    cwd,
    encoding: "utf8",
    env: { ...process.env, NO_COLOR: "1" },
  });
}

/** Installs tarballs into an empty folder. */
function install(name: string, ...tarballs: readonly Packed[]): string {
  const work = join(folder, `install-${name}`);
  installOffline(work, tarballs);
  return work;
}

/** Puts a package where it would be installed, without what it depends on. */
function unpack(name: string, of: Packed): string {
  const work = join(folder, `unpack-${name}`);
  const target = join(work, "node_modules", of.name);
  mkdirSync(target, { recursive: true });
  execFileSync("tar", ["-xzf", of.tarball, "-C", target, "--strip-components", "1"]);
  return work;
}
