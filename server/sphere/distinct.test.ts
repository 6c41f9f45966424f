import { expect, test } from "vitest";
import { DEFAULT_SPHERE_CONFIG } from "./config";
import { makeChain } from "./chain";
import { distinctChains } from "./distinct";
import { openStage } from "./stage";
import { createScriptedIo } from "./testing/scripted-io";

const stage = openStage({ id: "p", statement: "" }, "self-generation", {
  io: createScriptedIo({ answer: "7", script: () => null }),
  config: DEFAULT_SPHERE_CONFIG,
  hasSmallModel: false,
});
const chain = (continuation: string) =>
  makeChain(stage, {
    origin: "root-sample",
    role: "policy",
    sample: { ref: { callId: "c", index: 0 }, text: "", tokens: 1, meanLogprob: null, finish: "end-of-turn" },
    prefixSteps: [],
    continuation,
  });

test("keeps the better of two chains that share most of their words, and counts the other", () => {
  const ranked = ["a b c d e f g h", "a b c d e f g x", "a b c d p q r s"].map(chain);
  const { kept, passedOver } = distinctChains(ranked, "", 0.7);
  expect(kept).toEqual([ranked[0], ranked[2]]);
  expect(passedOver).toBe(1);
});

test("looks only at what follows the prefix", () => {
  const ranked = ["a b c d e f g h i j one two", "a b c d e f g h i j six ten"].map(chain);
  expect(distinctChains(ranked, "", 0.7).kept).toHaveLength(1);
  expect(distinctChains(ranked, "a b c d e f g h i j ", 0.7).kept).toHaveLength(2);
});

test("the limit is the caller's", () => {
  const ranked = ["a b c d e f g h", "a b c d e f g x"].map(chain);
  expect(distinctChains(ranked, "", 0.8).kept).toHaveLength(2);
});
