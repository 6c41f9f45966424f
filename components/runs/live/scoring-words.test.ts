import { expect, it } from "vitest";
import { scoringWords } from "./scoring-words";

it.each([
  { asked: 1, byRollouts: 0, words: "all of the 1 step it" },
  { asked: 1200, byRollouts: 0, words: "all of the 1,200 steps it" },
  {
    asked: 1200,
    byRollouts: 5,
    words: "1,195 of the 1,200 steps it was asked about; rollouts valued the rest",
  },
])("says $words", ({ asked, byRollouts, words }) => {
  expect(scoringWords({ asked, byRollouts })).toContain(words);
});
