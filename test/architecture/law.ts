/*
 * The import law: what each part of the tree may import. It is stated here and nowhere else; `architecture.test.ts` holds
 * the sources and the settings of the linter against it.
 */

/** What a part of the engine may import of the engine, beside itself. */
export interface Part {
  /** Other parts, by their names. */
  readonly imports: readonly string[];
  /** Parts of which only types may be named: what their values do is not for a pure part to do. */
  readonly types?: readonly string[];
}

/** From texts to reports: each part may import those before it, and none after it. */
const LINE = ["base", "source", "model", "exchange", "finding", "kit", "analyze", "policy", "overview", "report"];
const before = (part: string) => LINE.slice(0, LINE.indexOf(part));

/** How descriptions are built: plain knowledge beside the loading that is its first user. */
const STRUCTURE = "load/structure.ts";

/** Parts of the engine: folders, and single files. The longest name that fits a file is that of its part. */
export const ENGINE: Readonly<Record<string, Part>> = {
  host: { imports: ["base"] },
  base: { imports: before("base") },
  source: { imports: before("source") },
  load: { imports: ["base", "host", "source", STRUCTURE] },
  [STRUCTURE]: { imports: ["source"] },
  model: { imports: [...before("model"), STRUCTURE], types: ["load"] },
  exchange: { imports: before("exchange") },
  finding: { imports: before("finding"), types: ["load"] },
  kit: { imports: before("kit"), types: ["host", "load"] },
  // Analyses are folders of this one, and none of them imports another.
  analyze: { imports: [...before("analyze"), STRUCTURE], types: ["load"] },
  // What can be asked for: each analysis with what it needs, and the one list of them.
  analyses: { imports: [...before("policy"), "client", "spectral", "validate"], types: ["load"] },
  policy: { imports: before("policy"), types: ["host", "load"] },
  overview: { imports: before("overview") },
  "outcome.ts": { imports: before("report"), types: ["host"] },
  "version.ts": { imports: [] },
  report: { imports: [...before("report"), "outcome.ts", "version.ts"] },
  // Beside the line: what is done with files around a run, and what other tools call their rules.
  config: { imports: ["analyses", "base", "host", "source", "finding", "kit", "policy"] },
  // What changes for calls from one revision to the next.
  migrate: { imports: [...before("kit"), "analyze", "client"], types: ["load"] },
  validate: { imports: ["base", "source", "model", "finding", "host", "load"], types: ["kit"] },
  field: { imports: ["model", "policy"] },
  // The rulesets of teams, as Spectral runs them: the one part that imports Spectral.
  spectral: { imports: ["base", "finding", "host", "load", "source"] },
  "repository.gen.ts": { imports: [] },
  "rule-page.ts": { imports: ["repository.gen.ts", "version.ts"] },
  "revisions.ts": { imports: ["base", "host", "policy"] },
  schemas: { imports: ["base", "source"] },
  // How JSON and YAML texts are changed, with all that is not concerned left as it is.
  edit: { imports: ["base", "source"] },
  accept: { imports: ["base", "config", "edit", "host", "policy", "outcome.ts"] },
  "write-version.ts": { imports: ["base", "edit", "host"] },
  govern: {
    imports: [
      ...before("report"),
      "analyses",
      "client",
      "host",
      "load",
      "config",
      "validate",
      "spectral",
      "migrate",
      "outcome.ts",
      "revisions.ts",
    ],
  },
  // What programs call: the same line, with a policy and a host that they need not name.
  library: {
    imports: [
      ...["analyses", "base", "config", "finding", "govern", "host", "kit", "load", "policy"],
      ...["outcome.ts", "version.ts"],
    ],
  },
  // From a description to the files of a client; the types in them are made by a package of their own.
  client: { imports: before("analyze"), types: ["load"] },
  fix: {
    imports: ["analyses", "base", "edit", "finding", "govern", "host", "load", "outcome.ts", "source"],
    types: ["config", "kit", "policy"],
  },
  // What becomes a released revision.
  release: {
    imports: ["base", "config", "edit", "govern", "host", "load", STRUCTURE, "policy", "revisions.ts"],
  },
  "index.ts": {
    imports: [
      ...LINE,
      "accept",
      "analyses",
      "host",
      "load",
      "config",
      "govern",
      "library",
      "outcome.ts",
      "repository.gen.ts",
      "revisions.ts",
      "rule-page.ts",
      "write-version.ts",
    ],
  },
  testing: { imports: [...LINE, "host", "load", "config", "validate", "govern", "outcome.ts"] },
};

/** Where Spectral may be imported: where rulesets of teams run, and where our rules are held against what it makes of them. */
export const SPECTRAL: readonly string[] = ["packages/engine/src/spectral/", "packages/engine/src/testing/"];

/** What a package may import of our packages, and what its tests may import beside that. */
export interface Package {
  readonly imports: readonly string[];
  readonly tests?: readonly string[];
}

const PUBLIC = ["@concordat/engine", "@concordat/engine/report", "@concordat/engine/runtime", "@concordat/rules"];
const COMMANDS = [
  "client",
  "deprecations",
  "field",
  "fix",
  "migration",
  "moves",
  "plan",
  "release",
  "schemas",
  "usage",
  "validate",
].map((entry) => `@concordat/engine/${entry}`);

export const PACKAGES: Readonly<Record<string, Package>> = {
  containment: { imports: [] },
  engine: {
    imports: [
      "@concordat/containment",
      "@concordat/containment/internal",
      "@concordat/containment/automata",
      "@concordat/containment/confirm",
      "@concordat/containment/metaschemas",
      // The form of an operation entry, which is types alone.
      "@concordat/client",
    ],
  },
  rules: {
    imports: ["@concordat/engine/kit"],
    tests: ["@concordat/engine/testing", "@concordat/engine/testing/internal"],
  },
  // What touches the world for pacts: the command line loads it when a command needs it.
  pact: {
    imports: ["@concordat/engine", "@concordat/engine/base", "@concordat/engine/pact", "@concordat/engine/source"],
  },
  cli: {
    imports: [
      ...[...PUBLIC, ...COMMANDS, "@concordat/engine/base", "@concordat/pact"],
      ...["@concordat/report-page", "@concordat/rules/examples", "@concordat/client-typescript", "@concordat/codemod"],
      "@concordat/usage",
    ],
  },
  // A package of its own for the TypeScript that it brings: it is told what to make types of.
  "client-typescript": { imports: [] },
  // It runs in a browser and is shown documents: all that it takes are they, and what can be asked of them.
  "report-page": { imports: ["@concordat/engine/page"] },
  // A package of its own for its database: it knows no description, and is told which operation a call counts for.
  usage: { imports: [] },
  // Likewise for its parser: it is told what moves.
  codemod: { imports: [] },
  // Runs in servers of others, by a document that the command line writes.
  "deprecation-headers": { imports: [] },
  // Runs in applications of others, and knows none of our parts.
  client: { imports: [] },
  "github-action": { imports: [...PUBLIC, "@concordat/report-page"] },
};

/** Where the world may be touched: the host, and the shells around the engine. */
export const RIM: readonly string[] = [
  "packages/engine/src/host/",
  "packages/cli/src/",
  "packages/github-action/src/",
  "packages/pact/src/world/",
  // Logs and the store: files, and the time that an importer waits for another.
  "packages/usage/src/",
  "packages/client/src/world.ts",
  // What runs in a browser, and where the build left the page.
  "packages/report-page/src/app/",
  "packages/report-page/src/world/",
  // A shell of its own: Spectral starts it, and gives it no date.
  "packages/rules/src/spectral.ts",
  // What random tests are told of how much to do; it is part of no package.
  "packages/containment/src/testing/",
];

/** Modules of Node that touch nothing of the world. */
export const PURE_MODULES: readonly string[] = ["node:buffer", "node:path", "node:url", "node:util"];

/** Global names that touch the world. Of `Date`, only asking for the present does. */
export const WORLDLY: readonly string[] = [
  ...["console", "fetch", "navigator", "performance", "process", "require"],
  ...["setImmediate", "setInterval", "setTimeout"],
];
