import { expect, it } from "vitest";
import { embeddedLayout } from "./load-model";

it.each([
  [1, false, { contexts: 1, threadsPerContext: 1, sequencesPerContext: 8 }],
  [2, false, { contexts: 2, threadsPerContext: 1, sequencesPerContext: 8 }],
  [16, false, { contexts: 8, threadsPerContext: 2, sequencesPerContext: 8 }],
  [16, true, { contexts: 1, sequencesPerContext: 32 }],
])("fits %i cores, GPU %s", (cores, gpu, expected) => {
  expect(embeddedLayout(cores, gpu, {})).toMatchObject(expected);
});

it("takes what it is told", () => {
  expect(embeddedLayout(8, false, { contexts: 3, sequencesPerContext: 2, contextTokens: 1024 })).toEqual({
    contexts: 3,
    threadsPerContext: 2,
    sequencesPerContext: 2,
    contextTokens: 1024,
  });
});
