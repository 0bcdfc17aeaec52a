import { PassThrough } from "node:stream";
import { expect, test } from "vitest";
import type { Start } from "./files.ts";
import { askStart } from "./prompts.ts";

const SUGGESTED: Start = {
  folder: "",
  contracts: [
    { name: "users", spec: "users.yaml" },
    { name: "billing", spec: "billing.yaml" },
  ],
  forge: "github",
  schema: "https://example.com/config.schema.json",
  isLocked: false,
};

const [ENTER, SPACE, DOWN, ESCAPE] = ["\r", " ", "\u001b[B", "\u001b"];

/** What comes of some keys, each pressed when the screen has come to rest. */
async function answer(suggested: Start, keys: readonly string[]) {
  const [input, output] = [new PassThrough(), new PassThrough()];
  let shown = "";
  output.on("data", (data) => {
    shown += data;
  });
  const asked = askStart(suggested, { input, output });
  for (const key of keys) {
    await new Promise(setImmediate);
    input.write(key);
  }
  return { start: await asked, shown };
}

test("what is suggested takes one key each", async () => {
  const { start, shown } = await answer(SUGGESTED, [ENTER, ENTER, ENTER]);
  expect(start).toEqual(SUGGESTED);
  expect(shown).toContain("Write concordat.yaml and .github/workflows/concordat.yml?");
});

test("a contract is left out, and the forge is another", async () => {
  const { start, shown } = await answer(SUGGESTED, [SPACE, ENTER, DOWN, ENTER, ENTER]);
  expect(start).toEqual({ ...SUGGESTED, contracts: SUGGESTED.contracts.slice(1), forge: "gitlab" });
  expect(shown).toContain("Write concordat.yaml and .gitlab/concordat.yml?");
});

test("of one contract nothing is asked", async () => {
  const one = { ...SUGGESTED, contracts: SUGGESTED.contracts.slice(0, 1) };
  const { start, shown } = await answer(one, [ENTER, ENTER]);
  expect(start).toEqual(one);
  expect(shown).not.toContain("Which contracts");
});

test.each([
  ["at the first question", [ESCAPE]],
  ["at the second", [ENTER, ESCAPE]],
  ["at the last", [ENTER, ENTER, ESCAPE]],
  ["by a no", [ENTER, ENTER, "n"]],
])("nothing is to be written where one leaves %s", async (_, keys) => {
  expect((await answer(SUGGESTED, keys)).start).toBeUndefined();
});
