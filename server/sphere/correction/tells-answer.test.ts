import { expect, test } from "vitest";
import { gradeResponse } from "@/server/math";
import { tellsAnswer } from "./tells-answer";

const tells = (critique: string, answer: string) =>
  tellsAnswer(critique, answer, (said) => gradeResponse(`\\boxed{${said}}`, answer).verdict === "correct");

test.each([
  { answer: "42", critique: "It should come to 42." },
  { answer: "42", critique: "The sum 30+12=42 was missed" },
  { answer: "42", critique: "It is off: $42$ is what the boxes hold." },
  { answer: "42", critique: "There must be forty-two of them." },
  { answer: "42", critique: "There must be 42.0 of them." },
  { answer: "142", critique: "One hundred and forty two is right." },
  { answer: "1000", critique: "The price is 1,000 dollars." },
  { answer: "\\frac{1}{2}", critique: "It is 0.5, not 0.6." },
  { answer: "\\frac{1}{2}", critique: "It is \\frac{2}{4} of it." },
  { answer: "0.5", critique: "It is 1/2 of it." },
  { answer: "x^2+1", critique: "It lacks the one in \\(1 + x^2\\)." },
  { answer: "3", critique: "There are 3 boxes, not 4." },
])("'$critique' tells $answer", ({ critique, answer }) => {
  expect(tells(critique, answer)).toBe(true);
});

test.each([
  { answer: "42", critique: "The boxes were added where they should be multiplied." },
  { answer: "42", critique: "Step 2 adds 3 and 10 instead of multiplying them." },
  { answer: "42", critique: "142 is too many, and 4.2 too few." },
  { answer: "x^2+1", critique: "The square of x was forgotten." },
])("'$critique' does not tell $answer", ({ critique, answer }) => {
  expect(tells(critique, answer)).toBe(false);
});
