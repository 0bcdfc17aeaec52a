import { delimiter, join, relative } from "node:path";

/** What tells how the command line was started. */
export interface Start {
  /** The script that runs, as it was found: `process.argv[1]`. */
  readonly script: string;
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** What the command line is called where it is on the `PATH`. */
const NAME = "concordat";

/** How package managers run a package that is installed in the project, and one that they fetch for the run, by how they name themselves. */
const RUNNERS = new Map([
  ["npm", { installed: `npx ${NAME}`, fetched: "npx @concordat/cli" }],
  ["pnpm", { installed: `pnpm exec ${NAME}`, fetched: "pnpm dlx @concordat/cli" }],
  ["yarn", { installed: `yarn ${NAME}`, fetched: "yarn dlx @concordat/cli" }],
  ["bun", { installed: `bunx ${NAME}`, fetched: "bunx @concordat/cli" }],
]);

/** Folders where package managers keep what they fetch for one run. */
const FETCHED = /[\\/](?:_npx|dlx(?:-[^\\/]*)?|bunx-[^\\/]*)[\\/]/;

/** How the user who started this run can start the next one: `concordat`, `npx concordat`, `node_modules/.bin/concordat`. */
export function commandName({ script, cwd, env }: Start): string {
  const [project = ""] = script.split(/[\\/]node_modules[\\/]/, 1);
  if (project === script) return NAME;
  const [manager = ""] = (env["npm_config_user_agent"] ?? "").split("/", 1);
  const runner = RUNNERS.get(manager);
  if (runner !== undefined) return FETCHED.test(script) ? runner.fetched : runner.installed;
  const bin = join(project, "node_modules", ".bin");
  const path = (env["PATH"] ?? "").split(delimiter);
  // On Windows, npm installs globally below the folder that it puts on the `PATH`.
  return [bin, project].some((folder) => path.includes(folder)) ? NAME : join(relative(cwd, bin), NAME);
}
