import { expect, it } from "vitest";
import { echoedLogprobs } from "./echo";

const asked = { head: "Solve: ", text: "1 + 1" };

it.each([
  [
    "by the server's offsets, the generated token left out",
    {
      tokens: ["Solve", ":", " ", "1", " +", " 1", "!"],
      token_logprobs: [null, -1, -2, -3, -4, -5, -6],
      text_offset: [0, 5, 6, 7, 8, 10, 12],
    },
    [-3, -4, -5],
  ],
  [
    "by the tokens' lengths where there are no offsets",
    { tokens: ["Solve", ":", " 1", " +", " 1", "!"], token_logprobs: [null, -1, -2, -3, -4, -5] },
    [-2, -3, -4],
  ],
  [
    "by the tokens' lengths where offsets are placeholders",
    {
      tokens: ["Solve: ", "1 + 1", "!"],
      token_logprobs: [null, -2, -3],
      text_offset: [-1, -1, -1],
    },
    [-2],
  ],
  [
    "behind a start token of the server's own",
    { tokens: ["<s>", "Solve: ", "1 +", " 1", "!"], token_logprobs: [null, -1, -2, -3, -4] },
    [-2, -3],
  ],
])("reads the text's own tokens %s", (_, echoed, expected) => {
  expect(echoedLogprobs(echoed, asked)).toEqual(expected);
});

it("counts characters as servers do, by code points", () => {
  const echoed = {
    tokens: ["𝑥𝑥𝑥", " = ", "5"],
    token_logprobs: [null, -1, -2],
    text_offset: [0, 3, 6],
  };
  expect(echoedLogprobs(echoed, { head: "𝑥𝑥𝑥", text: " = 5" })).toEqual([-1, -2]);
});

it("finds nothing in an answer that is no echo", () => {
  expect(echoedLogprobs({ tokens: ["!"], token_logprobs: [-1] }, asked)).toEqual([]);
});
