import { expect, it } from "vitest";
import { actionWords } from "./action-words";

it.each([
  ["accounts.signIn", "signed in"],
  ["accounts.signInRefused", "was not let in"],
  ["runs.launch", "runs: launch"],
  ["models.addEmbedded", "models: add embedded"],
  ["review.campaigns.create", "review: campaigns create"],
  ["odd", "odd"],
])("%s: %s", (action, words) => {
  expect(actionWords(action)).toBe(words);
});
