import { expect, test } from "vitest";
import { commandName } from "./command-name.ts";

const agent = (name: string) => ({ npm_config_user_agent: `${name}/1.0.0 node/v24.0.0` });
const BIN = "/repo/node_modules/.bin/concordat";

test.each([
  ["from the PATH of the system", "/usr/local/bin/concordat", {}, "concordat"],
  ["installed globally, in a script of npm", "/usr/local/bin/concordat", agent("npm"), "concordat"],
  ["by its path", BIN, { PATH: "/usr/bin" }, "../node_modules/.bin/concordat"],
  ["from the PATH of a project", BIN, { PATH: "/usr/bin:/repo/node_modules/.bin" }, "concordat"],
  ["installed globally on Windows", "/npm/node_modules/@concordat/cli/bin/concordat.js", { PATH: "/npm" }, "concordat"],
  ["by npx", BIN, agent("npm"), "npx concordat"],
  ["by npx, not installed", "/home/a/.npm/_npx/1f/node_modules/.bin/concordat", agent("npm"), "npx @concordat/cli"],
  ["by pnpm", "/repo/node_modules/@concordat/cli/bin/concordat.js", agent("pnpm"), "pnpm exec concordat"],
  [
    "by pnpm, not installed",
    "/home/a/.cache/pnpm/dlx/1f/2e/node_modules/@concordat/cli/bin/concordat.js",
    agent("pnpm"),
    "pnpm dlx @concordat/cli",
  ],
  ["by yarn", BIN, agent("yarn"), "yarn concordat"],
  [
    "by bun, not installed",
    "/tmp/bunx-0-@concordat/cli@0/node_modules/.bin/concordat",
    agent("bun"),
    "bunx @concordat/cli",
  ],
  ["by a manager that nobody knows", BIN, { ...agent("other"), PATH: "" }, "../node_modules/.bin/concordat"],
])("a run that was started %s", (_, script, env, command) => {
  expect(commandName({ script, cwd: "/repo/api", env })).toBe(command);
});
