import { setImmediate as nextTurn } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { detect, type FoundMatch } from "./detect";
import { prepareText } from "./prepare-text";
import { benchmarkTexts } from "./testing/benchmark-texts";
import { NEAR_COPIES } from "./testing/near-copies";

const benchmark = benchmarkTexts().map(prepareText);
const wordCount = new Map(benchmark.map(({ id, words }) => [id, words.length]));

/** What the rules of README.md leave to nobody: too little is left to be told from any other problem. */
const SHORTEST: Readonly<Record<string, number>> = {
  "one number changed": 8,
  "other names": 8,
  "cut in half": 8,
};

/** Each copy under an id that says of which problem, and the words that are left of it. */
function plant(name: string, copies: (statement: string) => readonly string[]) {
  return benchmarkTexts()
    .flatMap(({ id, statement }) =>
      copies(statement).map((copy, index) => prepareText({ id: `${id}#${name}/${index}`, statement: copy })),
    )
    .filter(({ words }) => words.length >= (SHORTEST[name] ?? 0));
}

const original = (copyId: string): string => copyId.split("#")[0] ?? "";
const kindsOf = (matches: readonly FoundMatch[], copyId: string): readonly string[] =>
  matches
    .filter((match) => match.problemId === copyId && match.benchmarkProblemId === original(copyId))
    .map(({ kind }) => kind);

describe("near-copies of benchmark problems are all caught", () => {
  it.each(Object.entries(NEAR_COPIES))("%s", async (name, copies) => {
    const training = plant(name, copies);
    expect(training.length).toBeGreaterThanOrEqual(benchmark.length / 2);
    const matches = await detect({ training, benchmark, pause: nextTurn });
    const missed = training.filter(({ id }) => kindsOf(matches, id).length === 0);
    expect(
      missed.map(({ id, words }) => `${id}: ${words.length} of ${wordCount.get(original(id)) ?? 0} words`),
    ).toEqual([]);
  });

  it.each(["as it is", "other spacing", "other LaTeX"])("%s is the same problem", async (name) => {
    const training = plant(name, NEAR_COPIES[name] ?? (() => []));
    const matches = await detect({ training, benchmark, pause: nextTurn });
    const inexact = training.filter(({ id }) => !kindsOf(matches, id).includes("exact"));
    expect(inexact.map(({ id }) => id)).toEqual([]);
  });

  it("also where the copies are many", async () => {
    const training = plant("cut in half", (statement) =>
      Array.from({ length: 30 }, (_, copy) => `Task ${copy + 100}. ${statement}`),
    ).slice(0, 600);
    const matches = await detect({ training, benchmark, pause: nextTurn });
    expect(training.filter(({ id }) => kindsOf(matches, id).length === 0).map(({ id }) => id)).toEqual([]);
  });
});
