import { describe, expect, it } from "vitest";
import { detect } from "./detect";
import { prepareText } from "./prepare-text";

const pause = (): Promise<void> => Promise.resolve();

async function kindOf(training: string, benchmark: string): Promise<string | null> {
  const [match] = await detect({
    training: [prepareText({ id: "t", statement: training })],
    benchmark: [prepareText({ id: "b", statement: benchmark })],
    pause,
  });
  return match?.kind ?? null;
}

const LONG = "a farmer brings nine brown hens and four grey geese to the weekly market in town";

describe("detect", () => {
  it.each([
    [
      "13 words in a row",
      `Once ${LONG} and sells them.`,
      `Today ${LONG}. How many legs have they?`,
      "n-gram",
    ],
    [
      "12 words in a row",
      `Once a farmer brings nine brown hens and four grey geese to the fair, says Tom to his old aunt.`,
      `Now a farmer brings nine brown hens and four grey geese to the pond. What do all of these cost together?`,
      null,
    ],
    [
      "a short problem inside another",
      "Here is one. What is the sum of the digits of 2026? Think.",
      "What is the sum of the digits of 2026?",
      "n-gram",
    ],
    [
      "a short problem that is a part of a benchmark's",
      "What is the sum of the digits of 2026",
      "Let S be as above. What is the sum of the digits of 2026 and of its square and its cube?",
      "n-gram",
    ],
    [
      "a tiny problem as a whole sentence",
      "Be brief. Compute $7^3$. No working.",
      "Compute $7^3$.",
      "n-gram",
    ],
    [
      "a tiny problem inside a sentence",
      "Then compute $7^3 + 2$ and halve what you get.",
      "Compute $7^3$.",
      null,
    ],
    [
      "a tiny training problem",
      "Compute $7^3$.",
      "First things first. Compute $7^3$. Then take its root and double it.",
      null,
    ],
    ["a tiny problem with another number", "Compute $\\sin 60^\\circ$.", "Compute $\\sin 30^\\circ$.", null],
    [
      "another problem",
      "How many primes are there below 50?",
      "Find the area of a circle of radius 3.",
      null,
    ],
    ["nothing but signs", "???", "!!!", null],
    ["the same", "How many primes are there below 50?", "How many  primes are there below $50$?", "exact"],
    [
      "one word of twelve changed",
      "Ann has seven red apples and gives three of them to Ben today.",
      "Ann has seven red apples and gives two of them to Ben today.",
      "near-duplicate",
    ],
  ])("%s", async (...[, training, benchmark, kind]) => {
    expect(await kindOf(training, benchmark)).toBe(kind);
  });

  it("takes words that stand in many problems for a manner of speaking", async () => {
    const phrase = "can be written as m over n where m and n are relatively prime positive integers";
    const story = [
      "A ship leaves the harbour at noon and comes back before dusk with the tide",
      "Each of the twelve towers casts a shadow of another length upon the old wall",
      "Ida folds a sheet of paper five times and cuts off every second corner",
      "The hands of a clock form a right angle more often than most people believe",
      "Seven lamps in a row go on and off by a rule that nobody wrote down",
      "Half of the field is mown on Monday, a third of what is left on Tuesday",
      "Two bridges cross the river, and one of them is closed for repair in May",
      "A stone falls into the well and is heard after nearly three seconds",
      "In the garden grow roses, tulips and one very tall sunflower behind the shed",
      "The piano has a key that sticks whenever the weather turns from dry to wet",
      "Eleven letters lie in the box, four of them addressed to somebody else",
    ];
    // Said forwards and backwards, so that the phrase is the smaller part.
    const prepared = (id: string, text: string) =>
      prepareText({
        id,
        statement: `${text}. The chance ${phrase}. ${text.split(" ").toReversed().join(" ")}.`,
      });
    const training = story.map((text, index) => prepared(`t${index}`, text));
    const benchmark = [
      prepared("b", "A deck is shuffled and the top three cards are laid face down in front of you"),
    ];
    expect(await detect({ training, benchmark, pause })).toEqual([]);
    // In one problem alone the same words are a match.
    expect(await detect({ training: training.slice(0, 1), benchmark, pause })).toMatchObject([
      { kind: "n-gram" },
    ]);
  });
});
