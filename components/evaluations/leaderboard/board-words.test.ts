import { expect, it } from "vitest";
import { groupModels, groupWords, metricAt, verdictWords } from "./board-words";

const name = (id: string) => `Model ${id}`;
const group = {
  key: "k",
  models: 1,
  atWork: 0,
  newestAt: 0,
  subset: { items: 100, of: 500, seed: 0 },
  sampling: null,
  maxTokens: 1024,
  promptVersion: "1",
  grader: "1.1.0+rules.1",
  parts: [],
};

it("a group says what all its numbers share", () => {
  expect(groupWords(group)).toBe(
    "100 of 500, seed 0; greedy; at most 1,024 tokens; prompt 1; grader 1.1.0+rules.1",
  );
  expect(groupWords({ ...group, sampling: { samples: 4, temperature: 0.7, topP: 0.95 } })).toContain(
    "4 samples at T 0.7, top-p 0.95",
  );
  expect(groupModels(group)).toBe("1 model");
  expect(groupModels({ ...group, models: 3, atWork: 1 })).toBe("3 models, 1 at work");
});

it("a number says what it is", () => {
  expect([metricAt("greedy", 1), metricAt("avg", 4), metricAt("maj", 32)]).toEqual([
    "pass@1",
    "avg@4",
    "maj@32",
  ]);
});

it("the order of a column is told plainly", () => {
  expect(verdictWords(null, name)).toMatch(/nothing to rank/);
  expect(verdictWords({ kind: "best", modelId: "b" }, name)).toMatch(/^Model b is the best/);
  expect(verdictWords({ kind: "level", models: 3 }, name)).toMatch(/^3 models are level/);
  expect(verdictWords({ kind: "few", items: 30 }, name)).toMatch(/^30 items cannot carry a claim/);
});
