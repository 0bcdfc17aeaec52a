import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { failed } from "../base/result.ts";
import { GitObjects } from "./git-objects.ts";
import { showFile } from "./git-tree.ts";

const folder = realpathSync(mkdtempSync(join(tmpdir(), "concordat-git-")));
const MOST_BYTES = 1000;

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function git(root: string, ...args: readonly string[]): string {
  const env = { ...process.env, GIT_CONFIG_GLOBAL: "/dev/null", GIT_CONFIG_SYSTEM: "/dev/null" };
  const who = ["-c", "user.name=Ada", "-c", "user.email=ada@example.org", "-c", "protocol.file.allow=always"];
  return execFileSync("git", ["-C", root, ...who, ...args], { env, encoding: "utf8", stdio: "pipe" }).trim();
}

/** A repository with one commit of files and links (`-> target`). */
function repository(name: string, files: Readonly<Record<string, string>>, ...options: readonly string[]): string {
  const root = join(folder, name);
  mkdirSync(root);
  git(root, "init", "--quiet", "--initial-branch=main", ...options);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    if (text.startsWith("-> ")) symlinkSync(text.slice(3), join(root, path));
    else writeFileSync(join(root, path), text);
  }
  git(root, "add", "--all");
  git(root, "commit", "--quiet", "--message", "A step");
  return root;
}

async function show(root: string, path: string, objects = new GitObjects(root, MOST_BYTES)): Promise<string> {
  const result = await showFile(objects, git(root, "rev-parse", "HEAD"), path);
  return failed(result) ? `${result.failure}: ${result.message}` : Buffer.from(result.value).toString("utf8");
}

const files = {
  "a.yaml": "top",
  "deep/er/b.yaml": "below",
  "deep/größe\n1.yaml": "odd name",
  "link.yaml": "-> deep/er/b.yaml",
  "deep/up.yaml": "-> ../a.yaml",
  linked: "-> deep",
  twice: "-> ./linked/../linked",
  gone: "-> nowhere",
  out: "-> ../../etc",
  absolute: "-> /etc/passwd",
  round: "-> round",
  "empty.yaml": "",
  "large.yaml": "x".repeat(MOST_BYTES + 1),
};

describe.each([[], ["--object-format=sha256"]])("a repository made with %o", (...options: readonly string[]) => {
  const root = repository(`plain${options.length}`, files, ...options);

  test.each([
    ["a.yaml", "top"],
    ["./deep//er/b.yaml", "below"],
    ["deep/../a.yaml", "top"],
    ["deep/größe\n1.yaml", "odd name"],
    ["empty.yaml", ""],
    ["link.yaml", "below"],
    ["deep/up.yaml", "top"],
    ["linked/er/b.yaml", "below"],
    ["linked/up.yaml", "top"],
    ["twice/er/b.yaml", "below"],
  ])("%j is read", async (path, text) => {
    expect(await show(root, path)).toBe(text);
  });

  test.each([
    ["b.yaml", /^missing: There is no `b.yaml` at `[0-9a-f]{12}`\.$/],
    ["deep/b.yaml", /^missing: /],
    ["a.yaml/b.yaml", /^missing: /],
    ["gone", /^refused: `gone` at .* is a link to what is not there\.$/],
    ["linked/b.yaml", /^missing: /],
    ["linked/gone/b.yaml", /^missing: /],
    ["gone/b.yaml", /^refused: .* is a link to what is not there\.$/],
    ["out/passwd", /^refused: .* leads out of the repository\.$/],
    ["../plain0/a.yaml", /^refused: .* leads out of the repository\.$/],
    ["absolute", /^refused: .* leads out of the repository, by a link\.$/],
    ["round", /^refused: .* is a link that leads back to itself\.$/],
    ["deep", /^refused: `deep` at .* is a folder, not a file\.$/],
    ["linked", /^refused: .* is a folder, not a file\.$/],
    ["large.yaml", /^too-large: /],
  ])("%j is not", async (path, failure) => {
    expect(await show(root, path)).toMatch(failure);
  });

  test("answers come to those who asked, however many ask at once", async () => {
    const objects = new GitObjects(root, MOST_BYTES);
    const paths = Array.from(
      { length: 300 },
      (_, i) => ["a.yaml", "large.yaml", "deep/er/b.yaml", "b.yaml"][i % 4] as string,
    );
    const answers = await Promise.all(paths.map((path) => show(root, path, objects)));
    expect(answers.map((answer) => answer.split(":")[0])).toEqual(
      paths.map(
        (path) => ({ "a.yaml": "top", "large.yaml": "too-large", "deep/er/b.yaml": "below" })[path] ?? "missing",
      ),
    );
  });
});

test("a file in a submodule is refused, for it is no part of this repository", async () => {
  const inner = repository("inner", { "a.yaml": "inner" });
  const outer = repository("outer", { "b.yaml": "outer" });
  git(outer, "submodule", "--quiet", "add", inner, "sub");
  git(outer, "commit", "--quiet", "--message", "A submodule");
  expect(await show(outer, "sub/a.yaml")).toMatch(/^refused: .* lies in a submodule \(`sub`\)/);
});

test.each([
  ["the file", "HEAD:deep/a.yaml"],
  ["its folder", "HEAD:deep"],
  ["the root", "HEAD^{tree}"],
])("where %s is lost, git has failed", async (_, lost) => {
  const root = repository(`lost-${lost.length}`, { "deep/a.yaml": "lost", "b.yaml": "kept" });
  const object = git(root, "rev-parse", lost);
  rmSync(join(root, ".git/objects", object.slice(0, 2), object.slice(2)));
  expect(await show(root, "deep/a.yaml")).toMatch(
    /^tool: `deep\/a.yaml` at .* cannot be read\. git does not have the object/,
  );
});

test("where a partial clone cannot fetch, git has failed, and may be asked again", async () => {
  const origin = repository("origin", { "a.yaml": "here", "b.yaml": "there" });
  git(origin, "config", "uploadpack.allowFilter", "true");
  const partial = join(folder, "partial");
  git(folder, "clone", "--quiet", "--filter=blob:none", "--no-checkout", `file://${origin}`, partial);
  const objects = new GitObjects(partial, MOST_BYTES);
  expect(await show(partial, "b.yaml", objects)).toBe("there");
  git(partial, "remote", "set-url", "origin", "file:///nowhere");
  expect(await show(partial, "a.yaml", objects)).toMatch(/^tool: `a.yaml` at .* cannot be read\. git /);
  expect(await show(partial, "b.yaml", objects)).toBe("there");
  expect(await show(partial, "c.yaml", objects)).toMatch(/^missing: /);
});
