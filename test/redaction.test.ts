import { expect, test } from "vitest";
import { SECRET_NAMES, SECRET_WORDS, secretNames } from "../packages/client/src/redact.ts";
import * as pact from "../packages/pact/src/import/redact.ts";

/* Clients record what `pact import` reads. What one of them hides and the other does not would be written down. */

test("clients and imports hide values by the same words", () => {
  const words = SECRET_WORDS.source.replace(/^\^\(\?:|\)\$$/g, "").split("|");
  const spelled = words.flatMap((word) => (word.endsWith("s?") ? [word.slice(0, -2), word.slice(0, -1)] : [word]));
  expect(new Set(spelled)).toEqual(pact.SECRET_WORDS);
  expect(SECRET_NAMES).toEqual(pact.SECRET_NAMES);
});

test.each(["access_token", "apiKey", "X-Session-Id", "sessionid", "page", "monkey", "author", "Passwords"])(
  "clients and imports agree whether `%s` names a secret",
  (name) => {
    expect(pact.redactNamed(name, "text") !== "text").toBe(secretNames()(name));
  },
);
