import { expect, test } from "vitest";
import { workflowCommand } from "./workflow-command.ts";

test.each([
  ["a place", { file: "a.yaml", line: 3, col: 5, title: "t" }, "m", "::error file=a.yaml,line=3,col=5,title=t::m"],
  ["no place", { title: "t", file: undefined }, "m", "::error title=t::m"],
  ["what ends a property", { title: "a:b,c%d" }, "m", "::error title=a%3Ab%2Cc%25d::m"],
  ["what ends a command", { title: "t" }, "50%\n::warning::x", "::error title=t::50%25%0A:\u200b:warning::x"],
])("%s", (_, properties, message, expected) => {
  const command = workflowCommand("error", properties, message);
  expect(command).toBe(expected);
  expect(command.split(/[\r\n]/)).toHaveLength(1);
});
