import { describe, expect, it } from "vitest";
import { PREFIX_MODES, type Capabilities } from "@/server/models/models.schema";
import { capabilityLines } from "./capability-words";

const found: Capabilities = {
  probedAt: 0,
  prefixMode: "completions",
  samplesPerRequest: true,
  logprobs: false,
  contextTokens: 32_768,
  dialect: "vllm",
  chatTemplate: "from-server",
  likelihood: false,
  labels: false,
  stepScores: false,
  notes: [],
};
const wordsOf = (change: Partial<Capabilities>): Record<string, string> =>
  Object.fromEntries(capabilityLines({ ...found, ...change }).map(({ key, words }) => [key, words]));

describe("what a model can do, in words", () => {
  it("says each thing once", () => {
    expect(Object.keys(wordsOf({}))).toHaveLength(capabilityLines(found).length);
    expect(wordsOf({})["Context"]).toBe("32,768 tokens");
    expect(wordsOf({ contextTokens: null })["Context"]).toBe("length not told");
    expect(wordsOf({ logprobs: true })["Log-probabilities"]).toBe("given");
  });

  it("says whether it can judge and weigh given texts", () => {
    expect(wordsOf({ likelihood: true, labels: true })).toMatchObject({
      Likelihood: "of a given text: told",
      Labels: "probability of each: told, so it can judge steps",
    });
    expect(wordsOf({ labels: false })["Labels"]).toContain("cannot judge");
  });

  it("says of a process reward model only what concerns one", () => {
    expect(Object.keys(wordsOf({ stepScores: true }))).toEqual(["Server", "Step scores", "Context"]);
  });

  it("warns of the one way of continuing that costs quality, and of no other", () => {
    const warned = PREFIX_MODES.filter((prefixMode) =>
      wordsOf({ prefixMode })["Prefix"]?.includes("costs quality"),
    );
    expect(warned).toEqual(["ask-to-continue"]);
  });
});
