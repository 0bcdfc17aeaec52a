import { expect, test } from "vitest";
import { cacheFolder } from "./compile-cache.ts";

test.each([
  ["linux", { HOME: "/home/ada" }, "/home/ada/.cache/concordat"],
  ["linux", { HOME: "/home/ada", XDG_CACHE_HOME: "/fast" }, "/fast/concordat"],
  ["linux", { HOME: "/home/ada", XDG_CACHE_HOME: "" }, "/home/ada/.cache/concordat"],
  ["linux", { HOME: "/home/ada", XDG_CACHE_HOME: "here" }, undefined],
  ["darwin", { HOME: "/Users/ada", XDG_CACHE_HOME: "/fast" }, "/Users/ada/Library/Caches/concordat"],
  ["win32", { HOME: "/home/ada" }, undefined],
  ["linux", {}, undefined],
  ["linux", { HOME: "" }, undefined],
] as const)("on %s with %j compiled code is kept in %s", (platform, env, folder) => {
  expect(cacheFolder(env, platform)).toBe(folder);
});
