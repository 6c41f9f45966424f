import { describe, expect, it } from "vitest";
import { compareAnswers } from "../compare/compare-answers";
import { NEAR_MISSES } from "./near-misses";
import { references } from "./references";
import { REWRITES } from "./rewrites";
import type { Changed } from "./sample-changes";
import { sampleChanges } from "./sample-changes";

const COUNT = 3_000;
const SEED = 20_261_124;
/** 99.7% must be judged rightly. */
const FORGIVEN = COUNT * 0.003;

/** Half the sample is of answers with structure, or plain integers would crowd them out. */
const all = references();
const structured = all.filter(({ answer }) => !/^-?\d+$/.test(answer));
const balanced = [
  ...structured,
  ...all.filter(({ answer }) => /^-?\d+$/.test(answer)).slice(0, structured.length),
];

function accepted({ before, after }: Changed): boolean {
  return compareAnswers(before, after).equal === true;
}

describe("changed reference answers", () => {
  it("accepts rewrites that keep the value", () => {
    const sample = sampleChanges(balanced, REWRITES, { seed: SEED, count: COUNT });
    expect(sample).toHaveLength(COUNT);
    const refused = sample.filter((change) => !accepted(change));
    expect(refused.slice(FORGIVEN)).toEqual([]);
  }, 60_000);

  it("refuses near misses", () => {
    const sample = sampleChanges(balanced, NEAR_MISSES, { seed: SEED, count: COUNT });
    expect(sample).toHaveLength(COUNT);
    const taken = sample.filter(accepted);
    expect(taken.slice(FORGIVEN)).toEqual([]);
  }, 60_000);
});
