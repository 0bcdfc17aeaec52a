import { Command, Option } from "commander";
import { expect, test } from "vitest";
import { wordsFor } from "./words.ts";

const program = new Command("concordat");
program
  .command("check")
  .argument("[contract...]")
  .option("--config <file>")
  .option("--quiet")
  .addOption(new Option("--policy <side>").choices(["base", "head"]));
program.command("explain").argument("<rule>");
program.command("rules").command("list").option("--format <format>");

const sources = {
  rules: async () => ["diff/operation-removed", "lint/limit-429"],
  contracts: async () => ["orders", "users"],
};

test.each([
  ["commands", [""], ["check", "explain", "rules"]],
  ["commands that begin so", ["e"], ["explain"]],
  ["commands below a command", ["rules", ""], ["list"]],
  ["options", ["check", "--"], ["--config", "--quiet", "--policy", "--help"]],
  ["values of an option", ["check", "--policy", ""], ["base", "head"]],
  ["files, for an option that takes one", ["check", "--config", ""], []],
  ["contracts", ["check", ""], ["orders", "users"]],
  ["contracts behind a contract", ["check", "orders", "u"], ["users"]],
  ["contracts behind options", ["check", "--quiet", "--config", "c.yaml", "o"], ["orders"]],
  ["rules", ["explain", "lint/"], ["lint/limit-429"]],
  ["nothing behind the one rule", ["explain", "lint/limit-429", ""], []],
  ["nothing for what nobody knows", ["nope", ""], []],
])("%s", async (_, typed, words) => {
  expect(await wordsFor(typed, program, sources)).toEqual(words);
});
